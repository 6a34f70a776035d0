//! What is the same to the rules: lines of one claim that are asked once, and the entries of an answer in any order.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what is wrong by failing"
)]

use serde_json::{Value, json};
use tierspayant::core::question::{AskedLine, Case};
use tierspayant::tables::embedded;

/// A line as rules read it, and its words: a drug of 10 EUR without an exemption, but for what is said otherwise.
fn line(id: &str, said: &Value) -> Value {
    let mut line = json!({ "id": id, "category": "drug", "exemption": "0", "amount_cents": 1000 });
    for (field, value) in said.as_object().unwrap() {
        line[field] = value.clone();
    }
    line
}

/// Whether two lines that say so are alike, in either order.
fn alike(one: &Value, other: &Value) -> bool {
    let tables = &embedded().decision;
    let dossier = json!({
        "format": "tierspayant/1",
        "claim": { "care_date": "2026-11-20", "lines": [line("a", one), line("b", other)] }
    });
    let dossier = tierspayant::parse_dossier(dossier.to_string().as_bytes()).unwrap();
    let lines: Vec<AskedLine> = Case::new(tables, &dossier).question.lines;
    let [first, second] = lines.as_slice() else {
        panic!("two lines");
    };
    let found = first.is_alike(tables, second);
    assert_eq!(second.is_alike(tables, first), found);
    assert_eq!(first.as_compared(tables) == second.as_compared(tables), found);
    found
}

#[test]
fn ids_and_amounts_on_one_side_of_the_limit_are_no_difference() {
    assert!(alike(&json!({}), &json!({})));
    assert!(alike(
        &json!({ "amount_cents": 1 }),
        &json!({ "amount_cents": 30_000 })
    ));
    assert!(alike(
        &json!({ "amount_cents": 30_001 }),
        &json!({ "amount_cents": 90_000 })
    ));
    assert!(!alike(
        &json!({ "amount_cents": 30_000 }),
        &json!({ "amount_cents": 30_001 })
    ));
    assert!(!alike(
        &json!({ "amount_cents": null }),
        &json!({ "amount_cents": 1 })
    ));
}

#[test]
fn every_other_word_is_a_difference() {
    for said in [
        json!({ "exemption": "4" }),
        json!({ "category": "device" }),
        json!({ "relation": "related" }),
        json!({ "origin": "manual" }),
        json!({ "traits": ["narcotic"] }),
        json!({ "prescription": { "date": "2026-11-18" } }),
        json!({ "proof": "missing" }),
    ] {
        assert!(!alike(&said, &json!({})), "{said}");
        assert!(alike(&said, &said), "{said}");
    }
}

#[test]
fn the_entries_of_an_answer_are_one_in_any_order() {
    let tables = &embedded().decision;
    let lists = json!({
        "coverage": [{ "start": "2020-01-01", "end": "2025-12-31" }, { "start": "2026-01-01" }],
        "codes": [{ "ald": "0", "end": "2025-12-31" }, { "ald": "1", "start": "2026-01-01" }],
        "exemptions": [{ "vocabulary": "bdo", "code": "LIS" }, { "vocabulary": "bdo", "code": "MAT" }],
        "accidents": [{ "number": "25010101" }, { "number": "26010101" }],
        "contracts": [{ "number": "12345678" }, { "number": "88888888" }]
    });
    let views = |turned: Option<&String>| {
        let mut rights = json!({ "source": "bdo", "observed_at": "2026-11-20" });
        for (field, entries) in lists.as_object().unwrap() {
            let mut entries = entries.as_array().unwrap().clone();
            if turned == Some(field) {
                entries.reverse();
            }
            rights[field] = entries.into();
        }
        let dossier = json!({
            "format": "tierspayant/1",
            "claim": { "care_date": "2026-11-20", "lines": [line("a", &json!({}))] },
            "rights": [rights]
        });
        let dossier = tierspayant::parse_dossier(dossier.to_string().as_bytes()).unwrap();
        format!("{:?}", Case::new(tables, &dossier).evidence.views)
    };
    for (field, _) in lists.as_object().unwrap() {
        assert_eq!(views(Some(field)), views(None), "{field}");
    }
}
