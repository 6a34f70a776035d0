//! What comes out: a verdict for each line and share, with every reason, and never a boolean.

mod check;
mod checker;
mod guarantee;
mod ids;
mod question;
mod reason;
mod verdict;

pub use check::{Decision, LineDecision, check, check_into};
pub use checker::Checker;
pub use ids::{ReasonId, RejectClass, RemedyId, RuleId};
pub use question::{AskedContract, AskedLine, Case, Claimed, Question};
pub use reason::{Effect, FactKey, FactValue, Facts, MAX_FACTS, Reason, RemedySet, Severity};
pub use verdict::{DoubtBasis, ExemptionState, Guarantee, NoBasis, Verdict};
