//! Dossiers that are refused.

use crate::sample::with;
use serde_json::Value;
use tierspayant_format::parse_dossier;

/// The line and the code of the error that a dossier gives.
pub fn refused(bytes: &[u8]) -> (String, &'static str) {
    let error = parse_dossier(bytes).unwrap_err();
    (error.to_string(), error.code())
}

/// The sample with this value at a JSON pointer gives this line and this code.
#[track_caller]
pub fn check(pointer: &str, value: Value, line: &str, code: &str) {
    let error = parse_dossier(&with(pointer, value)).unwrap_err();
    assert_eq!((&*error.to_string(), error.code()), (line, code));
}
