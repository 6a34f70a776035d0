//! Files and standard input, read whole and never beyond the limit.

use crate::failure::Failure;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use tierspayant_format::{InputError, Limits};

/// A file, or standard input where it is called `-`.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a>(pub(crate) &'a Path);

impl Input<'_> {
    /// Whether it is standard input.
    pub(crate) fn is_stdin(self) -> bool {
        self.0.as_os_str() == "-"
    }

    /// Its bytes. A file that is too large is refused by its size, before any of it is read.
    pub(crate) fn bytes(self, limits: &Limits) -> Result<Vec<u8>, Failure> {
        if self.is_stdin() {
            return self.read(io::stdin().lock(), limits);
        }
        let file = File::open(self.0).map_err(|error| self.unreadable(&error))?;
        let size = file.metadata().map_err(|error| self.unreadable(&error))?.len();
        limits.check_size(size).map_err(|error| self.refused(&error))?;
        self.read(file, limits)
    }

    fn read(self, reader: impl Read, limits: &Limits) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        let mut reader = reader.take(limits.bytes.saturating_add(1));
        reader
            .read_to_end(&mut bytes)
            .map_err(|error| self.unreadable(&error))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        limits.check_size(size).map_err(|error| self.refused(&error))?;
        Ok(bytes)
    }

    fn unreadable(self, error: &io::Error) -> Failure {
        Failure::data(self, format_args!("cannot be read: {error}"))
    }

    /// What the reader of documents says of it, with the code of the fault.
    pub(crate) fn refused(self, error: &InputError) -> Failure {
        Failure::data(self, format_args!("{error} [{}]", error.code()))
    }
}

impl fmt::Display for Input<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_stdin() {
            f.write_str("standard input")
        } else {
            self.0.display().fmt(f)
        }
    }
}
