//! Documents that a host holds as values of its own: the same rules and places as for text, without writing text first.

use super::document::{Body, Document};
use super::json::TOO_DEEP;
use super::limits::Limits;
use super::outline::Outline;
use super::place::Trouble;
use super::reject::{RejectBody, RejectDocument};
use super::value::item;
use crate::error::InputError;
use serde::de::{Deserialize, Deserializer};
use tierspayant_core::model::record::{Input, Value};
use tierspayant_core::model::{Claim, Dossier, Fault};

/// What an error of a host's deserializer says of a text that is not UTF-8.
pub const NOT_UTF8: &str = "not UTF-8";

/// The dossier that values of a host certainly are, read by an [`Input`] that is made for them; none where anything is
/// odd, and then [`dossier_from`] says what.
pub fn dossier_of<I: Input>(document: I) -> Option<Dossier> {
    let Document(dossier) = Document::<Dossier>::read(document).ok()??;
    Limits::default()
        .check_lines(&dossier.claim, "claim.lines")
        .ok()?;
    Some(dossier)
}

/// The claim that values of a host certainly are; none where anything is odd.
pub fn claim_of<I: Input>(claim: I) -> Option<Claim> {
    let claim = Claim::read(claim).ok()??;
    Limits::default().check_lines(&claim, "claim.lines").ok()?;
    Some(claim)
}

/// [`dossier_of`] for a reject, with [`reject_from`].
pub fn reject_of<I: Input>(document: I) -> Option<RejectDocument> {
    let Document(reject) = Document::<RejectBody>::read(document).ok()??;
    reject.resolve(&Limits::default()).ok()
}

/// Reads a dossier out of values that a host holds: dictionaries of another language, or parsed JSON.
///
/// The rules, the places and the codes are those of [`crate::parse_dossier`]; no text is written on the way.
///
/// ```
/// let held = serde_json::json!({
///     "format": "tierspayant/1",
///     "claim": { "care_date": "2026-11-20", "lines": [ { "id": "1", "exemption": 4 } ] },
/// });
/// let error = tierspayant_format::dossier_from(&held).unwrap_err();
/// assert_eq!(error.to_string(), "claim.lines[0].exemption: expected a text, found a number");
/// ```
pub fn dossier_from<'de, D>(document: D) -> Result<Dossier, InputError>
where
    D: Deserializer<'de> + Clone,
{
    let dossier: Dossier = held(document)?;
    Limits::default().check_lines(&dossier.claim, "claim.lines")?;
    Ok(dossier)
}

/// [`dossier_from`] for a reject: the rules are those of [`crate::parse_reject`].
pub fn reject_from<'de, D>(document: D) -> Result<RejectDocument, InputError>
where
    D: Deserializer<'de> + Clone,
{
    held::<RejectBody, D>(document)?.resolve(&Limits::default())
}

fn held<'de, B: Body, D>(document: D) -> Result<B, InputError>
where
    D: Deserializer<'de> + Clone,
{
    let trouble = Trouble::default();
    let error = match item::<Document<B>, D>(document.clone(), &trouble) {
        Ok(read) => return Ok(read.0),
        Err(error) => error,
    };
    // Another format is said to be one, rather than to have unknown fields.
    if let Ok(outline) = Outline::deserialize(document) {
        outline.check::<B>()?;
    }
    let untold = || match &*error.to_string() {
        TOO_DEEP => Fault::TooDeep,
        NOT_UTF8 => Fault::NotUtf8,
        _ => Fault::Shape,
    };
    Err(trouble.told().unwrap_or_else(|| trouble.at(untold())))
}
