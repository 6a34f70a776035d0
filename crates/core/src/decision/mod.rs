//! What comes out: every rule is asked, and the worst of what they found is the verdict.

mod alike;
mod bounds;
mod check;
mod checker;
mod guarantee;
mod meant;
mod shape;

pub use crate::finding::Override;
pub use alike::{Alike, ClaimDays, ClaimTold, SaidDays, SpokenDays, Told};
pub use bounds::{BLOCK, Block, EntryDays, MOST_ENTRIES, Order};
pub(crate) use check::check_again;
pub use check::{Decision, LineDecision, check, check_as_told, check_into};
pub use checker::Checker;
pub use meant::Meant;
pub use shape::{MOST_SNAPSHOTS, Shape, Spoken};
