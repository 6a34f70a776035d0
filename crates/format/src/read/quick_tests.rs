use super::read;
use crate::read::document::Document;
use crate::read::json::with_care;
use tierspayant_core::model::{Claim, Dossier};

const FULL: &str = include_str!("../../tests/document/full.json");

fn quick(text: &str) -> Option<Dossier> {
    read::<Document<Dossier>>(text).map(|document| document.0)
}

/// Whatever is read quickly is what is read with care.
fn agrees(text: &str) -> bool {
    let Some(quick) = quick(text) else {
        return false;
    };
    let careful = with_care::<Document<Dossier>>(text).map(|document| document.0);
    assert_eq!(careful.as_ref(), Ok(&quick), "{text}");
    true
}

#[test]
fn every_field_is_read_quickly_however_it_is_spaced() {
    assert!(agrees(FULL));
    let value: serde_json::Value = serde_json::from_str(FULL).unwrap();
    assert!(agrees(&value.to_string()));
    assert!(agrees(&format!(" \r\n\t{FULL}\t ")));
}

#[test]
fn characters_may_be_written_otherwise() {
    let escaped = FULL
        .replace("F-0042", r"F\u00e9\/é")
        .replace("\"id\"", r#""\u0069d""#);
    assert!(agrees(&escaped));
    let text = quick(&FULL.replace("F-0042", r"a\\")).unwrap();
    assert_eq!(text.claim.id.as_deref(), Some(r"a\"));
    for wrong in [r"\", r"\x", r"\ud800", r"\u00", "\n", r"\u0000"] {
        assert!(!agrees(&FULL.replace("F-0042", wrong)), "{wrong}");
    }
}

#[test]
fn whatever_a_character_becomes_nothing_else_is_read_than_with_care() {
    let (mut read, mut refused) = (0, 0);
    let full = FULL.trim_end();
    for (place, _) in full.char_indices() {
        let (before, after) = full.split_at(place);
        assert!(!agrees(before), "a beginning is no document");
        for other in ["", "0", "\"", "}", "é"] {
            let rest: String = after.chars().skip(1).collect();
            if agrees(&format!("{before}{other}{rest}")) {
                read += 1;
            } else {
                refused += 1;
            }
        }
    }
    assert!(read > 500 && refused > 5_000, "{read} {refused}");
}

#[test]
fn nothing_odd_is_read_quickly() {
    for odd in [
        "",
        "null",
        "[]",
        "{}",
        "{",
        r#"{"lines":[{"id":"1"}]}"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":"1"},]}"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":"1"}],}"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":"1"}]} x"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":"1"} {"id":"2"}]}"#,
        r#"{"care_date":"2026-11-20","lines":[null]}"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":nullx}]}"#,
        r#"{"care_date":"2026-11-20" "lines":[{"id":"1"}]}"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":"1","amount_cents":01}]}"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":"1","amount_cents":1.0}]}"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":"1","amount_cents":-1}]}"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":"1","amount_cents":1e2}]}"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":"1","amount_cents":99999999999999999999}]}"#,
        r#"{"care_date":"2026-11-20","care_date":"2026-11-20","lines":[{"id":"1"}]}"#,
        r#"{"care_date":"2026-11-20","lines":[{"id":"1","is":2}]}"#,
    ] {
        assert!(read::<Claim>(odd).is_none(), "{odd}");
    }
    let null = r#"{"care_date":"2026-11-20","id":null,"lines":[{"id":"1","amount_cents":null,"transport":{"urgent":null}}]}"#;
    assert_eq!(read::<Claim>(null), with_care::<Claim>(null).ok());
    assert!(read::<Claim>(null).is_some());
}
