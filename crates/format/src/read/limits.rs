//! How much of an input is read at all.

use crate::error::InputError;
use crate::read::place::DOCUMENT;
use tierspayant_core::model::{Claim, Fault};

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
            return Err(InputError::new(DOCUMENT, Fault::TooLarge { limit: self.bytes }));
        }
        Ok(())
    }

    /// Checks the lines of a claim that stands at this place.
    pub(crate) fn check_lines(&self, claim: &Claim, place: &str) -> Result<(), InputError> {
        let limit = self.lines.min(usize::from(u16::MAX));
        if claim.lines.len() > limit {
            return Err(InputError::new(place, Fault::LongList { limit }));
        }
        Ok(())
    }

    /// Checks a whole document before it is parsed.
    pub(crate) fn check(&self, bytes: &[u8]) -> Result<(), InputError> {
        self.check_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
        // A document with fewer bytes than that cannot hold more values.
        if bytes.len() > self.values && marks(bytes) > self.values {
            return Err(InputError::new(
                DOCUMENT,
                Fault::TooManyValues { limit: self.values },
            ));
        }
        Ok(())
    }
}

fn marks(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| matches!(b, b',' | b'[' | b'{')).count()
}
