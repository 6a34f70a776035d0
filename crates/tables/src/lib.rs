//! The dated tables as data with sources, and the loader that validates them.
//!
//! The tables compiled in are the files of `data/`; a host may load others in their place, at run time, through the
//! same validation. A table that is wrong is refused with its file and its line.
//!
//! ```
//! let tables = tierspayant_tables::embedded()?;
//! assert_eq!(&*tables.decision.edition, "2026.11");
//!
//! let mut files = tierspayant_tables::embedded_files();
//! files.insert("edition.toml".into(), "edition = 2026".into());
//! let refused = tierspayant_tables::load(&files).unwrap_err();
//! assert!(refused.to_string().starts_with("edition.toml:1: "));
//! # Ok::<(), tierspayant_tables::TableError>(())
//! ```
#![forbid(unsafe_code)]

mod build;
mod error;
mod files;
mod triage;
mod wire;

pub use build::load;
pub use error::TableError;
pub use files::{EMBEDDED, Files, embedded, embedded_files};
pub use tierspayant_core::triage::{KnownReject, Rejects};

use tierspayant_core::tables::Tables;
use tierspayant_core::triage::Guidance;

/// Every table of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSet {
    /// What the decision reads.
    pub decision: Tables,
    /// Keys and labels of rejects, by class and date.
    pub rejects: Rejects,
    /// Causes, steps and payers for a reject.
    pub triage: Guidance,
}
