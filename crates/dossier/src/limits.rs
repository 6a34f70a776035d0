//! How much of an input is read at all.

use crate::error::{Fault, InputError};
use crate::place::At;

/// How much a document may hold, so that a wrong file costs neither time nor memory.
///
/// The defaults are far above any real dossier. A host that takes documents from strangers should lower them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the document: 64 MiB unless told otherwise.
    pub bytes: u64,
    /// Values in the document, counted by the marks that separate them: one million unless told otherwise.
    pub values: usize,
    /// Lines of the claim: 5,000 unless told otherwise, and never more than 65,535.
    pub lines: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            bytes: 64 * 1024 * 1024,
            values: 1_000_000,
            lines: 5_000,
        }
    }
}

impl Limits {
    /// Checks a size before anything is read.
    pub fn check_size(&self, bytes: u64) -> Result<(), InputError> {
        if bytes > self.bytes {
            return Err(InputError::new(&At::ROOT, Fault::TooLarge { limit: self.bytes }));
        }
        Ok(())
    }

    /// How many lines a claim may have.
    pub(crate) fn most_lines(&self) -> usize {
        self.lines.min(usize::from(u16::MAX))
    }

    /// Checks a whole document before it is parsed.
    pub(crate) fn check(&self, bytes: &[u8]) -> Result<(), InputError> {
        self.check_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
        // A document with fewer bytes than that cannot hold more values.
        if bytes.len() > self.values && marks(bytes) > self.values {
            return Err(InputError::new(
                &At::ROOT,
                Fault::TooManyValues { limit: self.values },
            ));
        }
        Ok(())
    }
}

fn marks(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| matches!(b, b',' | b'[' | b'{')).count()
}
