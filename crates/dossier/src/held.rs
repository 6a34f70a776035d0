//! Documents that a host holds as values of its own: the same rules and places as for text, without writing text first.

use crate::door::{FORMAT, dossier, format_of};
use crate::error::{Fault, InputError};
use crate::given::{Given, Shape};
use crate::json::{data_fault, written};
use crate::limits::Limits;
use crate::place::At;
use crate::reject::{REJECT_FORMAT, RejectDocument, reject};
use crate::wire::{DocumentWire, Outline};
use serde::de::{Deserialize, Deserializer};
use tierspayant_core::model::Dossier;

/// What an error of a host's deserializer says where values are nested too deeply, as the JSON reader says it.
pub const TOO_DEEP: &str = "recursion limit exceeded";

/// What an error of a host's deserializer says of a text that is not UTF-8.
pub const NOT_UTF8: &str = "not UTF-8";

/// Reads a dossier out of values that a host holds: dictionaries of another language, or parsed JSON.
///
/// The rules, the places and the codes are those of [`crate::parse_dossier`]; no text is written on the way. Only when
/// reading failed is the document read again, to find the place.
///
/// ```
/// let held = serde_json::json!({
///     "format": "tierspayant/1",
///     "claim": { "care_date": "2026-11-20", "lines": [ { "id": "1", "exemption": 4 } ] },
/// });
/// let error = tierspayant_dossier::dossier_from(&held).unwrap_err();
/// assert_eq!(error.to_string(), "claim.lines[0].exemption: expected a text, found a number");
/// ```
pub fn dossier_from<'de, D>(document: D) -> Result<Dossier, InputError>
where
    D: Deserializer<'de> + Clone,
{
    let wire: DocumentWire<'de> = held(document, FORMAT)?;
    dossier(wire, &Limits::default())
}

/// [`dossier_from`] for a reject: the rules are those of [`crate::parse_reject`].
pub fn reject_from<'de, D>(document: D) -> Result<RejectDocument, InputError>
where
    D: Deserializer<'de> + Clone,
{
    reject(held(document, REJECT_FORMAT)?, &Limits::default())
}

fn held<'de, T, D>(document: D, expected: &'static str) -> Result<T, InputError>
where
    T: Shape<'de>,
    D: Deserializer<'de> + Clone,
{
    if let Ok(found) = Given::<T>::deserialize(document.clone()) {
        return found.item(&At::ROOT);
    }
    // Another format is said to be one, rather than to have unknown fields.
    if let Ok(Given::Value(outline)) = Given::<Outline<'de>>::deserialize(document.clone()) {
        format_of(outline.format, false, expected)?;
    }
    let tracked: Result<Given<T>, _> = serde_path_to_error::deserialize(document);
    let error = match tracked {
        Ok(found) => return found.item(&At::ROOT),
        Err(error) => error,
    };
    let fault = match &*error.inner().to_string() {
        TOO_DEEP => Fault::TooDeep,
        NOT_UTF8 => Fault::NotUtf8,
        message => return Err(data_fault(error.path(), message)),
    };
    Err(InputError::at(written(error.path(), None), fault))
}
