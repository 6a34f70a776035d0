//! What comes out: every rule is asked, and the worst of what they found is the verdict.

mod alike;
mod check;
mod checker;
mod guarantee;

pub use alike::{Alike, BLOCK, Block, Bounds, ClaimDays, MOST_ENTRIES, Order, SaidDays, Shape, Told};
pub use check::{Decision, LineDecision, check, check_into};
pub use checker::Checker;
