//! The dated tables as data with sources, and the loader that validates them.
//!
//! The tables compiled in are the files of `data/`, validated by the build script and written as constants: they cost
//! nothing at run time. A host may load others in their place, at run time, through the same validation. A table that is
//! wrong is refused with its file and its line.
//!
//! ```
//! let tables = tierspayant_tables::embedded();
//! assert_eq!(tables.decision.edition, "2026.11");
//!
//! let mut files = tierspayant_tables::embedded_files();
//! files.insert("edition.toml".into(), "edition = 2026".into());
//! let refused = tierspayant_tables::load(&files).unwrap_err();
//! assert!(refused.to_string().starts_with("edition.toml:1: "));
//! ```
#![forbid(unsafe_code)]

mod compiled;
mod error;
mod files;
mod given;
mod load;
mod packed;
mod set;
mod triage;
mod wire;

pub use compiled::embedded;
pub use error::TableError;
pub use files::{Files, NAMES};
pub use load::load;
pub use packed::embedded_files;
pub use set::TableSet;
pub use tierspayant_core::triage::{KnownReject, Rejects};
