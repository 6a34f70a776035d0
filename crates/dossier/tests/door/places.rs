//! Every fault is told at its exact place, in one line that repeats nothing of the input.

use crate::sample::{full, place, pointers, put, with};
use serde_json::{Value, json};
use tierspayant_dossier::{Limits, parse_claim, parse_dossier, parse_dossier_within, parse_snapshots};

/// The line and the code of the error that a dossier gives.
fn refused(bytes: &[u8]) -> (String, &'static str) {
    let error = parse_dossier(bytes).unwrap_err();
    (error.to_string(), error.code())
}

#[track_caller]
fn check(pointer: &str, value: Value, line: &str, code: &str) {
    let error = parse_dossier(&with(pointer, value)).unwrap_err();
    assert_eq!((&*error.to_string(), error.code()), (line, code));
}

#[test]
fn dates() {
    const FORM: &str = "a date is written YYYY-MM-DD";
    const DAY: &str = "no such day between 1800-01-01 and 2999-12-31";
    for text in [
        "",
        "00000000",
        "0",
        "null",
        "20240101",
        "2024-1-01",
        "01/01/2024",
        " 2024-01-01",
        "2024-01-01T00:00:00",
        "２０２４-01-01",
    ] {
        let line = format!("rights[0].exemptions[0].start: {FORM}");
        check("/rights/0/exemptions/0/start", json!(text), &line, "TP-IN-021");
    }
    for text in [
        "2023-02-29",
        "2024-13-01",
        "2024-00-10",
        "0000-00-00",
        "2024-01-32",
        "9999-12-31",
    ] {
        check(
            "/claim/care_date",
            json!(text),
            &format!("claim.care_date: {DAY}"),
            "TP-IN-021",
        );
    }
    check("/as_of", json!("today"), &format!("as_of: {FORM}"), "TP-IN-021");
    check(
        "/rights/0/observed_at",
        json!("2026-11-20T24:00:00"),
        "rights[0].observed_at: a moment is written YYYY-MM-DDTHH:MM:SS, or YYYY-MM-DD when the time is not known",
        "TP-IN-021",
    );
    check(
        "/rights/0/observed_at",
        json!(""),
        "rights[0].observed_at: a moment is written YYYY-MM-DDTHH:MM:SS, or YYYY-MM-DD when the time is not known",
        "TP-IN-021",
    );
}

#[test]
fn every_date_field_refuses_every_blank() {
    let document = full();
    let dates = pointers(&document).into_iter().filter(|pointer| {
        let text = document.pointer(pointer).and_then(Value::as_str).unwrap_or("");
        text.len() >= 10 && text.get(4..5) == Some("-") && !pointer.ends_with("birth_date")
    });
    let mut seen = 0;
    for pointer in dates {
        for blank in ["", " ", "00000000", "0000-00-00"] {
            let error = parse_dossier(&with(&pointer, json!(blank))).unwrap_err();
            assert_eq!(error.place(), place(&pointer));
            assert_eq!(error.code(), "TP-IN-021", "{pointer}");
        }
        seen += 1;
    }
    assert_eq!(seen, 29);
}

#[test]
fn periods() {
    for object in [
        "/rights/0/coverage/0",
        "/rights/0/codes/0",
        "/rights/0/exemptions/0",
        "/rights/0/maternity",
        "/rights/0/accidents/0",
        "/rights/0/contracts/0",
        "/rights/0/services/0",
        "/claim/contract",
    ] {
        let mut document = full();
        put(&mut document, &format!("{object}/start"), json!("2026-01-02"));
        put(&mut document, &format!("{object}/end"), json!("2026-01-01"));
        let line = format!("{}.end: the period ends before it starts", place(object));
        assert_eq!(
            refused(&serde_json::to_vec(&document).unwrap()),
            (line, "TP-IN-022")
        );
    }
    check(
        "/rights/0/horizon/to",
        json!("2018-12-31"),
        "rights[0].horizon.to: the period ends before it starts",
        "TP-IN-022",
    );
    assert!(parse_dossier(&with("/rights/0/horizon/to", json!("2019-01-01"))).is_ok());
}

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
    const REQUIRED: [&str; 6] = ["care_date", "lines", "id", "source", "vocabulary", "code"];
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
fn closed_words_say_what_is_expected() {
    let check = |pointer: &str, expected: &str| {
        for word in ["dupont", "", "ADRI", " adri", "inconnu"] {
            let line = format!("{}: expected one of: {expected}", place(pointer));
            assert_eq!(refused(&with(pointer, json!(word))), (line, "TP-IN-023"));
        }
    };
    check(
        "/rights/0/source",
        "bdo, adri, cdri, portal, attestation, vitale, apcv, manual",
    );
    check("/claim/card", "read, absent, unreadable, opposed");
    check(
        "/claim/lines/0/category",
        "drug, device, biology, act, act_series, transport, stay",
    );
    check("/claim/lines/1/relation", "related, unrelated, unknown");
    check(
        "/claim/lines/0/origin",
        "card, adri, prescription, manual, setting",
    );
    check("/claim/third_party/1", "amo, amc");
    check("/rights/0/exemptions/0/vocabulary", "bdo, cdri, snds, claim");
    for list in ["exemptions/0", "accidents/0", "contracts/0", "maternity"] {
        check(
            &format!("/rights/0/{list}/status"),
            "active, pending, suspended, refused, closed",
        );
    }
}

#[test]
fn codes_and_identities() {
    let code = |n: u8| format!("a code has 1 to {n} printable ASCII characters, without blanks at its ends");
    check(
        "/claim/scheme/regime",
        json!(""),
        &format!("claim.scheme.regime: {}", code(2)),
        "TP-IN-024",
    );
    check(
        "/claim/scheme/fund",
        json!("7511"),
        &format!("claim.scheme.fund: {}", code(3)),
        "TP-IN-024",
    );
    check(
        "/rights/0/codes/0/ald",
        json!("é"),
        &format!("rights[0].codes[0].ald: {}", code(4)),
        "TP-IN-024",
    );
    check(
        "/claim/nature",
        json!("100"),
        &format!("claim.nature: {}", code(2)),
        "TP-IN-024",
    );
    check(
        "/rights/0/contracts/0/type",
        json!(" 89"),
        &format!("rights[0].contracts[0].type: {}", code(3)),
        "TP-IN-024",
    );
    for rank in [0, 10, 4_294_967_297_u64] {
        check(
            "/rights/0/person/birth_rank",
            json!(rank),
            "rights[0].person.birth_rank: a birth rank is 1 to 9",
            "TP-IN-025",
        );
    }
    check(
        "/claim/person/birth_date",
        json!("85"),
        "claim.person.birth_date: a birth date has 6 to 10 printable ASCII characters",
        "TP-IN-025",
    );
    check(
        "/claim/person/id",
        json!(""),
        "claim.person.id: an id has 1 to 200 bytes",
        "TP-IN-025",
    );
    let error = parse_dossier(&with("/claim/person/nir", json!("28505"))).unwrap_err();
    assert_eq!((error.place(), error.code()), ("claim.person.nir", "TP-IN-026"));
    for text in ["", "a\nb", "\u{1b}[31m", &"x".repeat(201)] {
        check(
            "/claim/lines/0/id",
            json!(text),
            "claim.lines[0].id: a text here has 1 to 200 bytes and no control characters",
            "TP-IN-027",
        );
    }
}

#[test]
fn lines_and_shares() {
    check(
        "/claim/lines",
        json!([]),
        "claim.lines: the list is empty",
        "TP-IN-030",
    );
    check(
        "/claim/lines/1/id",
        json!("1"),
        "claim.lines[1].id: the same id as lines[0]",
        "TP-IN-032",
    );
    check(
        "/claim/third_party",
        json!([]),
        "claim.third_party: the list is empty",
        "TP-IN-030",
    );
    check(
        "/claim/third_party",
        json!(["amc", "amc"]),
        "claim.third_party[1]: the same share twice",
        "TP-IN-033",
    );
    check(
        "/claim/third_party",
        json!(["amc", "amo", "amo"]),
        "claim.third_party[2]: the same share twice",
        "TP-IN-033",
    );
    let many: Vec<Value> = (0..5_001).map(|id| json!({ "id": id.to_string() })).collect();
    check(
        "/claim/lines",
        json!(many),
        "claim.lines: more than 5000 items, the limit",
        "TP-IN-031",
    );
    let limits = Limits {
        lines: 1,
        ..Limits::default()
    };
    let error = parse_dossier_within(crate::sample::FULL.as_bytes(), &limits).unwrap_err();
    assert_eq!(error.to_string(), "claim.lines: more than 1 items, the limit");
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
    let error = parse_claim(crate::sample::FULL.as_bytes()).unwrap_err();
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
