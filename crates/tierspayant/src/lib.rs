//! Can this claim be billed in tiers payant, with this exemption, on this date?
//!
//! One [`Engine`] holds the tables and the texts; it never changes and can be shared by threads. A dossier goes in,
//! a [`Checked`] comes out: a verdict for each line and share, with its basis, every reason, what to do next, and the
//! days on which the same claim would be billable. There is no clock, no network and no hidden state.
//!
//! ```
//! use tierspayant::{Engine, Guarantee, Lang, NoBasis, Options, Share, Verdict, parse_dossier};
//! use tierspayant::Audience::Counter;
//!
//! let engine = Engine::embedded();
//! let dossier = parse_dossier(br#"{
//!   "format": "tierspayant/1",
//!   "claim": { "care_date": "2026-11-20", "card": "read", "nature": "10", "third_party": ["amo"],
//!              "lines": [ { "id": "1", "category": "drug", "exemption": "4", "relation": "related" } ] },
//!   "rights": [ { "source": "adri", "observed_at": "2026-11-20T09:12:00",
//!                 "coverage": [ { "start": "2019-03-01" } ],
//!                 "codes": [ { "start": "2024-01-01", "ald": "0", "situation": "0100" } ] } ]
//! }"#)?;
//! let checked = engine.check(&dossier);
//!
//! assert_eq!(checked.verdict(), Verdict::NotBillable(NoBasis::NotGranted));
//! assert_eq!(checked.share(Share::Amc), None);
//! assert_eq!(checked.guarantee(), Guarantee::Guaranteed);
//! assert_eq!(checked.reasons()[0].id.as_str(), "exemption.not_recorded");
//! assert!(checked.todo(Lang::En, Counter)[0].needed);
//! assert!(checked.to_json(&Options::default()).starts_with(r#"{"format":"tierspayant/1""#));
//!
//! // An input that is refused names the place of its fault.
//! let refused = parse_dossier(br#"{ "format": "tierspayant/1", "claim": { "care_date": "20/11/2026" } }"#);
//! assert_eq!(refused.unwrap_err().place(), "claim.care_date");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The main types
//!
//! | to | use |
//! |---|---|
//! | load tables and texts, once | [`Engine`] |
//! | read a dossier | [`parse_dossier`], which gives a [`Dossier`] or an [`InputError`] with its place |
//! | decide | [`Engine::check`], which gives a [`Checked`] |
//! | know whether it can be billed | [`Checked::verdict`], [`Checked::share`], [`Checked::lines`]: a [`Verdict`] with its basis, never a boolean |
//! | know how sure payment is | [`Checked::guarantee`]: a [`Guarantee`] |
//! | know why | [`Checked::reasons`]: [`Reason`]s with their rule, facts and remedies |
//! | know what to do | [`Checked::todo`]: [`Task`]s, and [`Checked::what_if`]: a [`WhatIf`] |
//! | show it | [`Checked::explain`], in a [`Lang`], for an [`Audience`], in a [`Medium`]: text or HTML |
//! | send it on | [`Checked::to_json`], with [`Options`] |
//! | follow rights over time | [`Engine::timeline`], [`Engine::draw_timeline`], [`Engine::timeline_svg`] |
//! | understand a reject | [`Engine::triage`], which gives a [`TriageAnswer`] |
//! | read a card or a service | [`readers::read`] |
//!
//! The modules are the crates below, for what stands deeper: [`core`] is the decision, [`dossier`] the documents,
//! [`readers`] what cards and services give, [`tables`] the law as data, [`text`] the words.
#![forbid(unsafe_code)]

mod answer;
mod checked;
mod engine;
pub mod lists;
mod triage;

pub use checked::Checked;
pub use engine::{Audience, Engine, HtmlFrame, HtmlStyle, Lang, Medium, Options, Style};
pub use tierspayant_core as core;
pub use tierspayant_core::decision::{Decision, LineDecision};
pub use tierspayant_core::finding::Reason;
pub use tierspayant_core::model::{Claim, Date, Dossier, Line, Share, Snapshot};
pub use tierspayant_core::timeline::Timeline;
pub use tierspayant_core::verdict::{DoubtBasis, ExemptionState, Guarantee, NoBasis, Verdict};
pub use tierspayant_core::whatif::{BillableDays, Correction, WhatIf};
pub use tierspayant_format as format;
pub use tierspayant_format::{InputError, RejectDocument, parse_dossier, parse_reject};
pub use tierspayant_readers as readers;
pub use tierspayant_tables as tables;
pub use tierspayant_text as text;
pub use tierspayant_text::Task;
pub use triage::TriageAnswer;

/// The documents that go out, described.
pub const OUTPUTS: &[format::describe::Described] = &[
    format::describe::Described {
        name: "answer",
        title: "The answer to one dossier",
        record: <format::Document<answer::Answer> as core::model::record::Record>::SPEC,
    },
    format::describe::Described {
        name: "timeline",
        title: "The rights of a person over time, and the answer to the claim on each day",
        record: <format::Document<answer::TimelineOut> as core::model::record::Record>::SPEC,
    },
    format::describe::Described {
        name: "triage",
        title: "What becomes of a reject",
        record: <format::Document<TriageAnswer> as core::model::record::Record>::SPEC,
    },
];
