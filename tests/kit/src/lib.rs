//! Generated dossiers, for property tests, for the comparison of two implementations and for benches.
//!
//! A dossier is made from one number, the same on every machine. Days crowd around each other and around the days
//! on which a rule changes, so that a bound is met on the day, the day before and the day after. Codes are those of the
//! tables, and some that no table holds.
//!
//! ```
//! let kit = tierspayant_testkit::Kit::new();
//! assert_eq!(kit.dossier(7), kit.dossier(7));
//! ```
#![forbid(unsafe_code)]

mod case_files;
mod claim;
mod days;
mod drawn;
mod facts;
mod json;
mod mend;
mod person;
mod pools;
mod random;
mod shrink;
mod snapshot;
mod strategy;

pub use case_files::{case_files, pending_cases, strike_pending};
pub use json::dossier_to_json;
pub use pools::Kit;
pub use random::Random;
pub use shrink::{minimise, smaller};
pub use strategy::{DossierTree, Dossiers, dossiers};
