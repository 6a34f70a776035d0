//! The digest of a dossier: enough to recognise it, useless to find out whom it is about.

use super::compact::{Compact, People};
use sha2::{Digest, Sha256};
use tierspayant_core::model::Dossier;

/// Hexadecimal SHA-256 of a dossier without its people.
///
/// What is digested is the JSON of the dossier on one line: every field that says something, in the order of
/// `docs/format.md`, without `format`, and without each `person`, so that nobody can find a NIR or a birth date by
/// trying them all. The same dossier has the same digest on every machine and with every version of this format.
pub fn digest(dossier: &Dossier) -> String {
    let canonical = Compact::of(None, dossier, People::LeftOut);
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or('0');
    let digits = |byte: u8| [digit(byte >> 4), digit(byte & 15)];
    Sha256::digest(canonical).into_iter().flat_map(digits).collect()
}
