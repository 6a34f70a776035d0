//! Why a table is refused, with its place.

/// A table that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// A file of the set is not there.
    #[error("{file}: this table is missing")]
    Missing {
        /// The file.
        file: &'static str,
    },
    /// A file that is no table of the set.
    #[error("{file}: there is no such table")]
    NotATable {
        /// The file.
        file: String,
    },
    /// A file that cannot be read as the table it should be.
    #[error("{file}:{line}: {why}")]
    Wrong {
        /// The file.
        file: &'static str,
        /// The line, from 1 on.
        line: usize,
        /// What is wrong.
        why: String,
    },
}
