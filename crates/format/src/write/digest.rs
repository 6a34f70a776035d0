//! The digest of a dossier: enough to recognise it, useless to find out whom it is about.

use super::json::{Json, People};
use sha2::{Digest, Sha256};
use tierspayant_core::model::Dossier;

/// Hexadecimal SHA-256 of a dossier without its people.
///
/// What is digested is the JSON of the dossier on one line: every field that says something, in the order of
/// `docs/format.md`, without `format`, and without each `person`, so that nobody can find a NIR or a birth date by
/// trying them all. The same dossier has the same digest on every machine and with every version of this format.
pub fn digest(dossier: &Dossier) -> String {
    use std::fmt::Write;
    let canonical = serde_json::to_vec(&Json(dossier, People::LeftOut)).unwrap_or_default();
    let mut shown = String::with_capacity(64);
    for byte in Sha256::digest(&canonical) {
        // Writing to a string cannot fail.
        let _ = write!(shown, "{byte:02x}");
    }
    shown
}
