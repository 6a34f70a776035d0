//! Rejects: read with the same care as a dossier, and refused at their exact place.

use serde_json::{Value, json};
use tierspayant_core::model::Share;
use tierspayant_format::{parse_dossier, parse_reject};

fn sample() -> Value {
    json!({
        "format": "tierspayant-reject/1",
        "reject": { "key": "0009-816", "label": "ALD INCONNUE", "share": "amo", "line": "b",
                    "returned_on": "2026-11-25", "amount_cents": 4250 },
        "claim": { "care_date": "2026-11-20", "lines": [ { "id": "a" }, { "id": "b" } ] },
        "rights": [ { "source": "adri" } ]
    })
}

#[track_caller]
fn refused(pointer: &str, value: Value, line: &str, code: &str) {
    let mut document = sample();
    match document.pointer_mut(pointer) {
        Some(place) => *place = value,
        None => {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            document.pointer_mut(parent).unwrap()[name] = value;
        }
    }
    let error = parse_reject(document.to_string().as_bytes()).unwrap_err();
    assert_eq!((&*error.to_string(), error.code()), (line, code));
}

#[test]
fn what_was_written_is_read() {
    let document = parse_reject(sample().to_string().as_bytes()).unwrap();
    let reject = &document.reject;
    assert_eq!(reject.key.as_deref(), Some("0009-816"));
    assert_eq!(reject.label.as_deref(), Some("ALD INCONNUE"));
    assert_eq!((reject.share, reject.line), (Some(Share::Amo), Some(1)));
    assert_eq!(reject.returned_on.unwrap().to_string(), "2026-11-25");
    assert_eq!(reject.amount_cents, Some(4250));
    assert_eq!((document.dossier.as_of, document.dossier.rights.len()), (None, 1));
}

#[test]
fn everything_but_the_claim_may_be_unknown() {
    let bytes = br#"{ "format": "tierspayant-reject/1", "reject": {},
                      "claim": { "care_date": "2026-11-20", "lines": [ { "id": "1" } ] } }"#;
    let reject = parse_reject(bytes).unwrap().reject;
    assert_eq!(reject, tierspayant_core::triage::RejectReport::default());
}

#[test]
fn every_fault_has_its_place() {
    refused(
        "/format",
        json!("tierspayant/1"),
        "format: expected \"tierspayant-reject/1\"",
        "TP-IN-020",
    );
    refused(
        "/format",
        Value::Null,
        "format: this field is required",
        "TP-IN-012",
    );
    refused(
        "/reject",
        Value::Null,
        "reject: this field is required",
        "TP-IN-012",
    );
    refused(
        "/claim",
        Value::Null,
        "claim: this field is required",
        "TP-IN-012",
    );
    refused(
        "/reject/line",
        json!("c"),
        "reject.line: no line of the claim has this id",
        "TP-IN-035",
    );
    refused(
        "/reject/key",
        json!(450),
        "reject.key: expected a text, found a number",
        "TP-IN-013",
    );
    refused(
        "/reject/label",
        json!(""),
        "reject.label: a text here has 1 to 200 bytes and no control or format characters",
        "TP-IN-027",
    );
    refused(
        "/reject/returned_on",
        json!("25/11/2026"),
        "reject.returned_on: a date is written YYYY-MM-DD",
        "TP-IN-021",
    );
    refused(
        "/reject/share",
        json!("all"),
        "reject.share: expected one of: amo, amc",
        "TP-IN-023",
    );
    refused(
        "/rights/0/source",
        Value::Null,
        "rights[0].source: this field is required",
        "TP-IN-012",
    );
    refused(
        "/reject/code",
        json!("606"),
        "reject.code: unknown field; expected one of: key, label, share, state, line, returned_on, amount_cents",
        "TP-IN-010",
    );
}

#[test]
fn a_reject_is_no_dossier_and_a_dossier_no_reject() {
    let error = parse_dossier(sample().to_string().as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "format: expected \"tierspayant/1\"");
    let dossier = br#"{ "format": "tierspayant/1", "as_of": "2026-11-20", "claim": {} }"#;
    let error = parse_reject(dossier).unwrap_err();
    assert_eq!(error.to_string(), "format: expected \"tierspayant-reject/1\"");
}
