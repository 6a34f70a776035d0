//! How a rule says what it found: a reason with its effect, its facts and what to do next.

mod advice;
mod context;
mod facts;
mod features;
mod fitting;
mod memo;
mod reason;
mod words;
mod written;

pub(crate) use advice::{css_or_ame_may_pay, may_answer};
pub use context::Override;
pub(crate) use context::{Context, Finding, Findings, is_yes};
pub use facts::{FactKey, FactValue, Facts, MAX_FACTS};
pub use reason::{Effect, Reason, Severity};
pub(crate) use words::Answer;
