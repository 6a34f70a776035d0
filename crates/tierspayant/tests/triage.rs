//! The rejects as data: every document of `tests/cases` with the triage that is expected of it.
//!
//! An expectation names only what its case is about; what it names must be exactly so. Where a source leaves room,
//! `accept` lists every class that is right. Cases of `pending.txt` fall short today, and fail the test once they do not.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

use serde_json::{Value, json};
use std::collections::BTreeSet;
use tierspayant::{Engine, Options};
use tierspayant_testkit::{case_files, pending_cases, strike_pending};

/// Every reject, by the name of its file and its own.
fn cases() -> Vec<(String, Value)> {
    let mut cases = Vec::new();
    for (family, file) in case_files().unwrap() {
        if file["format"] != "tierspayant-triage-cases/1" {
            continue;
        }
        for case in file["cases"].as_array().unwrap() {
            cases.push((
                format!("{family}/{}", case["name"].as_str().unwrap()),
                case.clone(),
            ));
        }
    }
    cases
}

/// The case of the many spellings.
fn first() -> Value {
    let wanted = "triage/card_shows_an_ended_ald";
    let found = cases().into_iter().find(|(name, _)| name == wanted);
    found.unwrap().1
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
        "by" | "key" | "label" | "matched" | "contradiction" => answer["recognised"][field].clone(),
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

/// `UPDATE_PENDING=1` takes what is right now off the list; otherwise it has to be struck by hand.
fn struck(right_now: &BTreeSet<String>) -> Vec<String> {
    if std::env::var_os("UPDATE_PENDING").is_some() {
        strike_pending(right_now).unwrap();
        return Vec::new();
    }
    let each = right_now.iter();
    each.map(|name| format!("{name}: is right now; strike it off pending.txt"))
        .collect()
}

#[test]
fn every_reject_gets_the_triage_that_is_expected() {
    let engine = Engine::embedded();
    let pending = pending_cases().unwrap();
    let mut right_now = BTreeSet::new();
    let mut wrong = Vec::new();
    for (name, case) in cases() {
        let answer = triage(&engine, &case["document"]);
        let mut short = Vec::new();
        let accept = case["expect"]["accept"].as_array();
        for (field, expected) in case["expect"].as_object().unwrap() {
            let got = said(&answer, field, expected);
            let right = match (field.as_str(), accept) {
                ("accept", _) => true,
                ("class", Some(accept)) => accept.contains(&got),
                _ => got == *expected,
            };
            if !right {
                short.push(format!("{name}: {field}: expected {expected}, got {got}"));
            }
        }
        if !pending.contains(&name) {
            wrong.append(&mut short);
        } else if short.is_empty() {
            right_now.insert(name.clone());
        }
    }
    wrong.extend(struck(&right_now));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn cases_have_names_of_their_own_and_say_why() {
    let cases = cases();
    let names: BTreeSet<_> = cases.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), cases.len());
    assert!(cases.len() >= 15, "{}", cases.len());
    for (name, case) in &cases {
        assert!(!case["why"].as_str().unwrap().is_empty(), "{name}");
        if let Some(accept) = case["expect"]["accept"].as_array() {
            assert!(
                accept.len() > 1 && accept.contains(&case["expect"]["class"]),
                "{name}"
            );
        }
    }
}

#[test]
fn every_spelling_of_a_reject_gives_the_same_triage() {
    let engine = Engine::embedded();
    let expected = triage(&engine, &first()["document"]);
    for key in ["0009 816", "0009816", " 0009\u{2013}816"] {
        let mut document = first()["document"].clone();
        document["reject"]["key"] = json!(key);
        assert_eq!(triage(&engine, &document), expected, "{key}");
    }
}

#[test]
fn every_class_has_a_row_and_every_cause_steps() {
    let engine = Engine::embedded();
    let guidance = &engine.tables().triage;
    for row in guidance.causes() {
        assert!(!row.steps.is_empty(), "{}", row.cause);
    }
    for class in tierspayant::core::ids::RejectClass::ALL {
        assert!(guidance.class(*class).is_some(), "{class}");
    }
}
