//! Values that a host holds: the same dossiers and the same errors as text.

use crate::sample::{full, pointers};
use serde::de::value::{Error, MapDeserializer};
use serde_json::{Value, json};
use tierspayant_format::{dossier_from, parse_dossier, parse_reject, reject_from};

fn same(value: &Value) {
    let text = value.to_string();
    let by_text = parse_dossier(text.as_bytes());
    assert_eq!(dossier_from(value), by_text, "{text}");
}

#[test]
fn a_whole_dossier_is_the_same() {
    let full = full();
    same(&full);
    assert!(dossier_from(&full).is_ok());
}

#[test]
fn every_field_that_is_spoilt_is_the_same_error() {
    let full = full();
    let places = pointers(&full);
    assert!(places.len() > 60, "{} places", places.len());
    for place in &places {
        for wrong in [
            json!(null),
            json!(-1),
            json!(1.5),
            json!("x"),
            json!([]),
            json!({"zzz": 1}),
            json!(true),
        ] {
            let mut spoilt = full.clone();
            *spoilt.pointer_mut(place).unwrap() = wrong;
            same(&spoilt);
        }
    }
}

#[test]
fn another_format_is_said_to_be_one() {
    let reject = json!({ "format": "tierspayant-reject/1", "reject": {}, "claim": {} });
    same(&reject);
    assert_eq!(dossier_from(&reject).unwrap_err().place(), "format");
}

#[test]
fn a_reject_is_the_same() {
    let claim = json!({ "care_date": "2026-11-20", "lines": [ { "id": "1" } ] });
    for line in [json!("1"), json!("2"), json!(1)] {
        let reject = json!({ "format": "tierspayant-reject/1", "reject": { "line": line }, "claim": claim });
        assert_eq!(reject_from(&reject), parse_reject(reject.to_string().as_bytes()));
    }
}

#[test]
fn names_of_fields_that_are_plain_texts_are_read() {
    let fields = |format: &'static str| MapDeserializer::<_, Error>::new([("format", format)].into_iter());
    assert_eq!(
        dossier_from(fields("tierspayant/2")).unwrap_err().place(),
        "format"
    );
    assert_eq!(
        dossier_from(fields("tierspayant/1")).unwrap_err().place(),
        "claim"
    );
}
