//! Values that are not what their field takes, each told at its exact place in one line without the value.

use crate::refused::{check, refused};
use crate::sample::{FULL, full, place, pointers, put, with};
use serde_json::{Value, json};
use tierspayant_core::model::{Setting, Source, Vocabulary};
use tierspayant_format::{Limits, parse_dossier, parse_dossier_within};

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
    assert!(seen >= 34, "{seen}");
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
fn closed_words_say_what_is_expected() {
    fn listed<T: ToString>(words: &[T]) -> String {
        words.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
    }
    let check = |pointer: &str, expected: &str| {
        for word in ["dupont", "", "ADRI", " adri", "inconnu"] {
            let line = format!("{}: expected one of: {expected}", place(pointer));
            assert_eq!(refused(&with(pointer, json!(word))), (line, "TP-IN-023"));
        }
    };
    check("/rights/0/source", &listed(Source::ALL));
    check("/claim/setting", &listed(Setting::ALL));
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
    check("/rights/0/exemptions/0/vocabulary", &listed(Vocabulary::ALL));
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
        "claim.scheme.regime: a code here has 2 digits",
        "TP-IN-028",
    );
    check(
        "/claim/scheme/fund",
        json!("7511"),
        "claim.scheme.fund: a code here has 3 digits",
        "TP-IN-028",
    );
    for regime in ["1", "012", "0A", "é", " 1", "O1"] {
        check(
            "/claim/scheme/regime",
            json!(regime),
            "claim.scheme.regime: a code here has 2 digits",
            "TP-IN-028",
        );
    }
    for birth_date in ["14 mai 1985", "19850514x", "1985/05/14", "--------", "1985-1-"] {
        check(
            "/claim/person/birth_date",
            json!(birth_date),
            "claim.person.birth_date: a birth date has 6 to 10 characters, digits and dashes",
            "TP-IN-025",
        );
    }
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
        "claim.person.birth_date: a birth date has 6 to 10 characters, digits and dashes",
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
            "claim.lines[0].id: a text here has 1 to 200 bytes and no control or format characters",
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
    let error = parse_dossier_within(FULL.as_bytes(), &limits).unwrap_err();
    assert_eq!(error.to_string(), "claim.lines: more than 1 items, the limit");
}
