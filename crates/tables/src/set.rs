//! A set of tables.

use tierspayant_core::tables::Tables;
use tierspayant_core::triage::{Guidance, Rejects};

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
