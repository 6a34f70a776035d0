//! The rejects as data: every document of `tests/cases/triage.json` with the triage that is expected of it.
//!
//! An expectation names only what its case is about; what it names must be exactly so.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

use serde_json::{Value, json};
use std::collections::BTreeSet;
use tierspayant::{Engine, Options};

const CASES: &str = include_str!("../../../tests/cases/triage.json");

fn cases() -> Vec<Value> {
    let file: Value = serde_json::from_str(CASES).unwrap();
    file["cases"].as_array().unwrap().clone()
}

fn triage(engine: &Engine, document: &Value) -> Value {
    let bytes = serde_json::to_vec(document).unwrap();
    let answer = engine.triage_json(&bytes, &Options::default()).unwrap();
    serde_json::from_str(&answer).unwrap()
}

/// The values of one field of a list.
fn each(list: &Value, field: &str) -> Vec<Value> {
    let items = list.as_array().into_iter().flatten();
    items.map(|one| one[field].clone()).collect()
}

/// What an answer says of one field of an expectation.
fn said(answer: &Value, field: &str, expected: &Value) -> Value {
    match field {
        "class" => answer["class"].clone(),
        "by" | "key" | "label" | "contradiction" => answer["recognised"][field].clone(),
        "known_keys" => each(&answer["recognised"]["known"], "key").into(),
        "cause" => answer["cause"]["id"].clone(),
        "evidence" => {
            let shown = each(&answer["cause"]["evidence"], "reason");
            let wanted = expected.as_array().unwrap();
            // An empty list is meant as such; another is part of what is shown.
            let kept = shown
                .iter()
                .filter(|one| wanted.is_empty() || wanted.contains(one));
            kept.cloned().collect()
        }
        "other_causes" => {
            let wanted = expected.as_array().unwrap();
            let mut causes = each(&answer["other_causes"], "id");
            causes.retain(|one| wanted.contains(one));
            causes.into()
        }
        "steps" => each(&answer["steps"], "id").into(),
        "hold_until" => {
            let steps = answer["steps"].as_array().unwrap();
            steps.iter().find(|one| one["id"] == "claim.hold_until").unwrap()["date"].clone()
        }
        "payers" => {
            let payers = answer["payers"].as_array().unwrap();
            let named = |one: &Value| (one["share"].as_str().unwrap().to_owned(), one["payer"].clone());
            Value::Object(payers.iter().map(named).collect())
        }
        "now" => answer["now"]["verdict"].clone(),
        "caught" => answer["caught"]["answer"].clone(),
        "predicted" => answer["caught"]["predicted"].clone(),
        "limitation" => answer["limitation"]["date"].clone(),
        "indu" => answer["indu"].clone(),
        "corrections" => {
            let wanted = expected.as_array().unwrap();
            let mut corrections = answer["corrections"].as_array().unwrap().clone();
            corrections.retain(|one| wanted.contains(one));
            corrections.into()
        }
        other => json!(format!("{other} is not a field of an expectation")),
    }
}

#[test]
fn every_reject_gets_the_triage_that_is_expected() {
    let engine = Engine::embedded().unwrap();
    let mut wrong = Vec::new();
    for case in cases() {
        let answer = triage(&engine, &case["document"]);
        for (field, expected) in case["expect"].as_object().unwrap() {
            let got = said(&answer, field, expected);
            if got != *expected {
                wrong.push(format!(
                    "{}: {field}: expected {expected}, got {got}",
                    case["name"]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn cases_have_names_of_their_own_and_say_why() {
    let cases = cases();
    let names: BTreeSet<_> = cases.iter().map(|case| case["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), cases.len());
    assert!(cases.len() >= 15, "{}", cases.len());
    for case in &cases {
        assert!(!case["why"].as_str().unwrap().is_empty(), "{}", case["name"]);
    }
}

#[test]
fn every_spelling_of_a_reject_gives_the_same_triage() {
    let engine = Engine::embedded().unwrap();
    let expected = triage(&engine, &cases()[0]["document"]);
    for key in ["0009 816", "0009816", " 0009\u{2013}816"] {
        let mut document = cases()[0]["document"].clone();
        document["reject"]["key"] = json!(key);
        assert_eq!(triage(&engine, &document), expected, "{key}");
    }
}

#[test]
fn every_class_has_a_row_and_every_cause_steps() {
    let engine = Engine::embedded().unwrap();
    let guidance = &engine.tables().triage;
    for row in guidance.causes() {
        assert!(!row.steps.is_empty(), "{}", row.cause);
    }
    for class in tierspayant::core::ids::RejectClass::ALL {
        assert!(guidance.class(*class).is_some(), "{class}");
    }
}
