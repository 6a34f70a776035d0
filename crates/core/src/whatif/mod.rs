//! What-if: the days on which the same claim would be billable, and the single corrections that make it so.
//!
//! A what-if moves the questioning with the claim: the sources are taken to say the same on that day.

mod corrections;
mod days;
mod trial;

pub use corrections::{Correction, corrections};
pub use days::{BillableDays, billable_days};
pub(crate) use days::{Moved, breakpoints};

use crate::question::Case;
use crate::tables::Tables;

/// What would make a claim billable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// The days on which the same claim would be billable.
    pub days: BillableDays,
    /// Each single change that makes it billable; none when it is billable as it is.
    pub corrections: Vec<Correction>,
}

/// Asks a case again for each day and each change that could make it billable.
pub fn what_if(tables: &Tables, case: &Case) -> WhatIf {
    WhatIf {
        days: billable_days(tables, case),
        corrections: corrections(tables, case),
    }
}
