//! Fields that are missing, unknown, given twice or of a wrong type, each told at its exact place.

use crate::refused::{check, refused};
use crate::sample::{FULL, full, place, pointers, with};
use serde_json::{Value, json};
use tierspayant_format::{parse_claim, parse_dossier, parse_snapshots};

#[test]
fn required_fields() {
    for pointer in [
        "/format",
        "/claim",
        "/claim/care_date",
        "/claim/lines",
        "/claim/lines/1/id",
        "/rights/1/source",
        "/rights/0/exemptions/0/vocabulary",
        "/rights/0/exemptions/0/code",
        "/rights/0/services/0/code",
    ] {
        let line = format!("{}: this field is required", place(pointer));
        check(pointer, Value::Null, &line, "TP-IN-012");
        let mut document = full();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        document
            .pointer_mut(parent)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(name);
        assert_eq!(
            refused(&serde_json::to_vec(&document).unwrap()),
            (line, "TP-IN-012")
        );
    }
}

#[test]
fn every_other_field_may_be_null() {
    const REQUIRED: [&str; 7] = [
        "care_date",
        "lines",
        "id",
        "source",
        "vocabulary",
        "code",
        "domain",
    ];
    for pointer in pointers(&full()) {
        let name = pointer.rsplit('/').next().unwrap_or("");
        let top = ["", "/format", "/claim"].contains(&&*pointer);
        let item = name.parse::<usize>().is_ok();
        let optional_id = pointer == "/claim/id" || pointer.ends_with("/person/id");
        if !top && !item && (optional_id || !REQUIRED.contains(&name)) {
            assert_eq!(
                parse_dossier(&with(&pointer, Value::Null)).err(),
                None,
                "{pointer}"
            );
        }
    }
}

#[test]
fn every_value_of_a_wrong_type_is_told_at_its_place() {
    let document = full();
    for pointer in pointers(&document) {
        let value = document.pointer(&pointer).unwrap();
        let wrong: &[Value] = match value {
            Value::String(_) => &[json!(1), json!(-1), json!(1.5), json!(true), json!([]), json!({})],
            Value::Number(_) => &[
                json!("1"),
                json!(-1),
                json!(1.5),
                json!(false),
                json!([1]),
                json!({}),
            ],
            Value::Bool(_) => &[json!("true"), json!(0), json!([])],
            Value::Array(_) => &[json!({}), json!(""), json!(0)],
            Value::Object(_) => &[json!([]), json!(["a", "b"]), json!("x"), json!(7), json!(true)],
            Value::Null => &[],
        };
        for wrong in wrong {
            let error = parse_dossier(&with(&pointer, wrong.clone())).unwrap_err();
            assert_eq!(error.place(), place(&pointer), "{wrong}");
            assert_eq!(error.code(), "TP-IN-013", "{pointer} {wrong}");
        }
    }
    check(
        "/claim/scheme/regime",
        json!(1),
        "claim.scheme.regime: expected a text, found a number",
        "TP-IN-013",
    );
    check(
        "/claim/lines/0/amount_cents",
        json!(-1),
        "claim.lines[0].amount_cents: expected a whole number, 0 or more, found a number that is negative or not whole",
        "TP-IN-013",
    );
    check(
        "/rights/1",
        Value::Null,
        "rights[1]: expected an object, found null",
        "TP-IN-013",
    );
    check(
        "",
        json!([]),
        "document: expected an object, found a list",
        "TP-IN-013",
    );
    check(
        "",
        Value::Null,
        "document: expected an object, found null",
        "TP-IN-013",
    );
}

#[test]
fn unknown_fields() {
    check(
        "/claim/accident/foo",
        json!(1),
        "claim.accident.foo: unknown field; expected one of: number, date",
        "TP-IN-010",
    );
    check(
        "/rights/0/exemptions/0/strat",
        json!(""),
        "rights[0].exemptions[0].strat: unknown field; expected one of: vocabulary, code, start, end, status",
        "TP-IN-010",
    );
    check(
        "/nothing",
        json!({}),
        "nothing: unknown field; expected one of: format, as_of, claim, rights",
        "TP-IN-010",
    );
    let document = full();
    for pointer in pointers(&document) {
        if document.pointer(&pointer).is_some_and(Value::is_object) {
            let error = parse_dossier(&with(&format!("{pointer}/extra"), json!("x"))).unwrap_err();
            assert_eq!(error.code(), "TP-IN-010");
            assert_eq!(error.place(), place(&format!("{pointer}/extra")));
        }
    }
    // A key that could be personal data is not repeated.
    for key in [
        "285059999900131",
        "p19850514",
        "Jean Dupont",
        "é",
        "",
        "`, expected one of `x`",
    ] {
        check(
            &format!("/claim/accident/{key}"),
            json!(1),
            "claim.accident.…: unknown field; expected one of: number, date",
            "TP-IN-010",
        );
    }
}

#[test]
fn duplicate_fields() {
    let claim = |inner: &str| {
        format!(
            r#"{{"format":"tierspayant/1","claim":{{"care_date":"2026-11-20","lines":[{{"id":"1"{inner}}}]}}}}"#
        )
    };
    assert!(parse_dossier(claim("").as_bytes()).is_ok());
    let line = "claim.lines[0].id: duplicate field".to_owned();
    assert_eq!(refused(claim(r#","id":"2""#).as_bytes()), (line, "TP-IN-011"));
    let line = "claim.lines[0].origin: duplicate field".to_owned();
    assert_eq!(
        refused(claim(r#","origin":null,"or\u0069gin":null"#).as_bytes()),
        (line, "TP-IN-011")
    );
    let twice = r#"{"format":"tierspayant/1","format":"tierspayant/1"}"#;
    assert_eq!(
        refused(twice.as_bytes()),
        ("format: duplicate field".to_owned(), "TP-IN-011")
    );
    check(
        "/rights/0/maternity/real_delivery",
        json!("2026-10-19"),
        "rights[0].maternity.delivery: duplicate field",
        "TP-IN-011",
    );
}

#[test]
fn the_format_comes_first() {
    check(
        "/format",
        json!("tierspayant/2"),
        "format: expected \"tierspayant/1\"",
        "TP-IN-020",
    );
    check(
        "/format",
        json!(""),
        "format: expected \"tierspayant/1\"",
        "TP-IN-020",
    );
    // A document of another version is not blamed for fields that this version does not know.
    let other = br#"{"shares": [], "format": "tierspayant/2"}"#;
    assert_eq!(
        refused(other),
        ("format: expected \"tierspayant/1\"".to_owned(), "TP-IN-020")
    );
}

#[test]
fn places_in_the_other_doors() {
    let error = parse_claim(br#"{"care_date":"2026-11-20","lines":[{"id":"1"},{"id":1}]}"#).unwrap_err();
    assert_eq!(error.place(), "lines[1].id");
    let error = parse_claim(br#"{"format":"tierspayant/1","claim":{"lines":[]}}"#).unwrap_err();
    assert_eq!(error.to_string(), "claim.care_date: this field is required");
    let error = parse_claim(FULL.as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "rights: a claim document holds no rights");
    let error =
        parse_snapshots(br#"[{"source":"adri"},{"source":"adri","coverage":[{"start":""}]}]"#).unwrap_err();
    assert_eq!(error.place(), "[1].coverage[0].start");
    let error = parse_snapshots(br#"{"coverage":[]}"#).unwrap_err();
    assert_eq!(error.to_string(), "source: this field is required");
    let error = parse_snapshots(br#"{"rights":[{"source":"adri"},[]]}"#).unwrap_err();
    assert_eq!(error.to_string(), "rights[1]: expected an object, found a list");
    let error = parse_snapshots(br#"{"format":"tierspayant/1"}"#).unwrap_err();
    assert_eq!(error.to_string(), "rights: this field is required");
    let error = parse_snapshots(br#"{"claim":{},"rights":[]}"#).unwrap_err();
    assert_eq!(error.to_string(), "format: this field is required");
    let error = parse_snapshots(b"7").unwrap_err();
    assert_eq!(error.to_string(), "document: expected an object, found a number");
}
