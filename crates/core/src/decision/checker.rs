//! A check asked many times, whose buffers are used again.

use super::check::{Decision, check_into};
use crate::question::Case;
use crate::tables::Tables;

/// Answers cases one after the other; once its buffers have grown, it allocates nothing.
///
/// It gives the same decisions as [`check`](super::check).
#[derive(Clone, Debug)]
pub struct Checker<'t> {
    tables: &'t Tables,
    decision: Decision,
}

impl<'t> Checker<'t> {
    /// A checker with these tables.
    pub fn new(tables: &'t Tables) -> Self {
        Checker {
            tables,
            decision: Decision::default(),
        }
    }

    /// The decision on a case, until the next one is asked.
    pub fn check(&mut self, case: &Case) -> &Decision {
        check_into(self.tables, &case.question, &case.evidence, &mut self.decision);
        &self.decision
    }
}
