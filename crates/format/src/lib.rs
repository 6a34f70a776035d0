//! The JSON documents of tierspayant: bytes in, the model of a dossier out, or one error with its exact place.
//!
//! ```
//! let bytes = br#"{
//!     "format": "tierspayant/1",
//!     "claim": { "care_date": "2026-11-20", "lines": [ { "id": "1", "exemption": "4" } ] },
//!     "rights": [ { "source": "adri", "exemptions": [ { "vocabulary": "bdo", "code": "LIS", "start": "20240101" } ] } ]
//! }"#;
//! let error = tierspayant_format::parse_dossier(bytes).unwrap_err();
//! assert_eq!(error.place(), "rights[0].exemptions[0].start");
//! assert_eq!(error.code(), "TP-IN-021");
//! assert_eq!(error.to_string(), "rights[0].exemptions[0].start: a date is written YYYY-MM-DD");
//! ```
//!
//! Reading is strict: unknown and duplicate fields, wrong types, inverted periods and dates in any other form are
//! refused. Absent and `null` both mean unknown. An error never repeats a value of the input: see [`InputError`].
#![forbid(unsafe_code)]

pub mod describe;
mod error;
mod plain;
mod read;
mod write;

pub use error::InputError;
pub use read::{
    Body, ClaimDocument, Document, FORMAT, Limits, NOT_UTF8, Parsed, REJECT_FORMAT, RejectBody,
    RejectDocument, Report, RightsBody, TOO_DEEP, Unsure, claim_of, dossier_from, dossier_of, parse_claim,
    parse_claim_within, parse_dossier, parse_dossier_within, parse_reject, parse_reject_within,
    parse_snapshots, parse_snapshots_within, reject_from, reject_of,
};
pub use tierspayant_core::model::Fault;
pub use write::{
    digest, dossier_to_json, dossier_without_people_to_json, snapshots_to_json, to_json, to_json_pretty,
    write_snapshots,
};
