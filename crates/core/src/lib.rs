//! The pure core of tierspayant: what a dossier is, what the sources prove, and what follows.
//!
//! No I/O, no clock, no unsafe code, no panic. Data flows one way, and each module uses only those before it:
//!
//! | module | holds |
//! |---|---|
//! | [`model`] | what goes in: the claim and what each source said, valid by construction |
//! | [`ids`], [`verdict`] | the names of rules, reasons, remedies and reject classes; the words of a verdict |
//! | [`tables`] | codes, dates and laws, decoded |
//! | [`evidence`] | what each source says on one question, and who decides |
//! | [`question`] | the claim as the rules meet it |
//! | [`finding`] | how a rule says what it found |
//! | `rules` | one small function per law |
//! | [`decision`] | every rule asked, the worst of what they found |
//! | [`whatif`], [`timeline`], [`triage`] | what asks more than once |
#![forbid(unsafe_code)]

pub mod decision;
pub mod evidence;
pub mod finding;
pub mod ids;
pub mod model;
pub mod question;
mod rules;
pub mod tables;
pub mod timeline;
pub mod triage;
pub mod verdict;
pub mod whatif;
