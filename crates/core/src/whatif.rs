//! What-if: the days on which the same claim would be billable, and the single corrections that make it so.
//!
//! A what-if moves the questioning with the claim: the sources are taken to say the same on that day.

mod corrections;
mod days;
mod trial;

pub use corrections::{Correction, corrections};
pub use days::{BillableDays, billable_days};
pub(crate) use days::{Moved, breakpoints};
