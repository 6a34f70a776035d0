//! What comes out: every rule is asked, and the worst of what they found is the verdict.

mod check;
mod checker;
mod guarantee;

pub use check::{Decision, LineDecision, check, check_into};
pub use checker::Checker;
