//! A second implementation of the decision, to compare the core with.
//!
//! It is written from the meaning of the answer and from the conventions, not from the core; it shares with it the
//! types of the model, the words of the answer and the decoded tables, and no logic. It is slow and obvious: each
//! question is asked of each snapshot anew, and each rule is a clause that can be read beside its sentence.
#![forbid(unsafe_code)]

mod accident;
mod ame;
mod amo;
mod birth;
mod calendar;
mod claim;
mod code;
mod compare;
mod contract;
mod corrections;
mod fields;
mod finding;
mod fit;
mod freshness;
mod guarantee;
mod implausible;
mod insurer;
mod line;
mod maternity;
mod mayotte;
mod moved;
mod opinion;
mod particular;
mod people;
mod prescription;
mod prevention;
mod product;
mod prolonged;
mod record;
mod remedy;
mod said;
mod scheme;
mod traits;
mod weigh;
mod world;

pub use compare::{Difference, difference, of_core, shown, shown_corrections, what_if};
pub use corrections::corrections;
pub use moved::{moved, wrong_days};
pub use opinion::{Finding, LineOpinion, Opinion, is_billable, judge};
