//! The formats of table files.

use crate::failure::Failure;
use std::path::Path;

/// The format of a table file, by its extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Parquet,
    Arrow,
    Csv,
}

impl Format {
    pub(super) fn of(path: &Path) -> Result<Self, Failure> {
        let extension = path.extension().and_then(|extension| extension.to_str());
        match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("parquet") => Ok(Format::Parquet),
            Some("arrow" | "feather" | "ipc") => Ok(Format::Arrow),
            Some("csv") => Ok(Format::Csv),
            _ => Err(Failure::data(
                path.display(),
                "a table is a .parquet, .arrow or .csv file",
            )),
        }
    }
}

#[cfg(test)]
#[path = "formats_tests.rs"]
mod tests;
