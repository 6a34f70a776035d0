//! Can this claim be billed in tiers payant, with this exemption, on this date?
//!
//! One [`Engine`] holds the tables and the texts; it never changes and can be shared by threads. A dossier goes in,
//! an answer comes out: a verdict for each line and share, with its basis, every reason, what to do next, and the
//! days on which the same claim would be billable. There is no clock, no network and no hidden state.
//!
//! ```
//! use tierspayant::{Engine, Options};
//!
//! let engine = Engine::embedded()?;
//! let dossier = br#"{
//!   "format": "tierspayant/1",
//!   "claim": { "care_date": "2026-11-20", "card": "read", "nature": "10", "third_party": ["amo"],
//!              "lines": [ { "id": "1", "category": "drug", "exemption": "4", "relation": "related" } ] },
//!   "rights": [ { "source": "adri", "observed_at": "2026-11-20T09:12:00",
//!                 "coverage": [ { "start": "2019-03-01" } ],
//!                 "codes": [ { "start": "2024-01-01", "ald": "0", "situation": "0100" } ] } ]
//! }"#;
//! let answer = engine.check_json(dossier, &Options::default())?;
//! assert!(answer.contains(r#""verdict":"not_billable","basis":"not_granted""#));
//! assert!(answer.contains("exemption.not_recorded"));
//!
//! let refused = engine.check_json(b"{}", &Options::default()).unwrap_err();
//! assert_eq!(refused.place(), "format");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

mod answer;
mod digest;
mod engine;
mod triage;

pub use answer::Answer;
pub use engine::{Audience, Engine, EngineError, Lang, Options, Style};
pub use tierspayant_core as core;
pub use tierspayant_dossier as dossier;
pub use tierspayant_readers as readers;
pub use tierspayant_tables as tables;
pub use tierspayant_text as text;
pub use triage::TriageAnswer;
