//! The cases as data: every dossier of `tests/cases` with the answer that is expected of it.
//!
//! An expectation names only what its case is about; what it names must be exactly so. Where a source leaves room,
//! `accept` lists every verdict that is right, and `verdict` is the one that the source makes most likely; `not` names
//! values that a field may not have. Cases of `pending.txt` fall short today: one that no longer does fails the test.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

use serde_json::Value;
use std::collections::BTreeSet;
use tierspayant::{Engine, Options};
use tierspayant_testkit::{case_files, pending_cases, strike_pending};

fn cases() -> Vec<(String, Value)> {
    let mut cases = Vec::new();
    for (family, file) in case_files().unwrap() {
        if file["format"] != "tierspayant-cases/1" {
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

/// What is wrong with an answer, one line each.
fn differences(expect: &Value, answer: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut compare = |what: String, expected: &Value, got: &Value| {
        if expected != got {
            wrong.push(format!("{what}: expected {expected}, got {got}"));
        }
    };
    match expect["accept"].as_array() {
        Some(accept) if accept.contains(&answer["verdict"]) => {}
        Some(accept) => compare("verdict".into(), &accept.as_slice().into(), &answer["verdict"]),
        None => compare("verdict".into(), &expect["verdict"], &answer["verdict"]),
    }
    for field in ["basis", "guarantee"] {
        if let Some(expected) = expect.get(field) {
            compare(field.into(), expected, &answer[field]);
        }
    }
    let part = |name: &str, list: &str, key: &str| -> Value {
        let found = answer[list]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one[key] == name);
        found.cloned().unwrap_or(Value::Null)
    };
    for (list, key) in [("shares", "share"), ("lines", "id")] {
        for (name, fields) in expect.get(list).and_then(Value::as_object).into_iter().flatten() {
            let got = part(name, list, key);
            for (field, expected) in fields.as_object().unwrap() {
                match expected.as_object() {
                    None => compare(format!("{list} {name} {field}"), expected, &got[field]),
                    Some(inner) => {
                        for (field_of, expected) in inner {
                            let what = format!("{list} {name} {field} {field_of}");
                            compare(what, expected, &got[field][field_of]);
                        }
                    }
                }
            }
        }
    }
    wrong.extend(forbidden(expect, answer));
    wrong.extend(advised(expect, answer));
    let mut compare = |what: String, expected: &Value, got: &Value| {
        if expected != got {
            wrong.push(format!("{what}: expected {expected}, got {got}"));
        }
    };
    for (field, expected) in expect
        .get("what_if")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        compare(format!("what_if {field}"), expected, &answer["what_if"][field]);
    }
    let reasons = answer["reasons"].as_array().unwrap();
    let given: BTreeSet<&str> = reasons.iter().map(|one| one["id"].as_str().unwrap()).collect();
    for expected in expect
        .get("reasons")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let id = expected.as_str().or(expected["id"].as_str()).unwrap();
        let fits = |one: &&Value| {
            let fields = expected.as_object().into_iter().flatten();
            one["id"] == id && fields.into_iter().all(|(field, value)| &one[field] == value)
        };
        if !reasons.iter().any(|one| fits(&one)) {
            wrong.push(format!("reason {expected} is missing among {given:?}"));
        }
    }
    for id in expect
        .get("no_reasons")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        if given.contains(id.as_str().unwrap()) {
            wrong.push(format!("reason {id} should not be given"));
        }
    }
    wrong
}

/// The values that an expectation forbids and that an answer has all the same.
fn forbidden(expect: &Value, answer: &Value) -> Vec<String> {
    let fields = expect["not"].as_object().into_iter().flatten();
    let same = fields.filter(|(field, value)| &&answer[field.as_str()] == value);
    same.map(|(field, value)| format!("{field} may not be {value}"))
        .collect()
}

/// What is wrong with the advice: remedies of the reasons and corrections of the what-if, there or not.
fn advised(expect: &Value, answer: &Value) -> Vec<String> {
    let reasons = answer["reasons"].as_array().into_iter().flatten();
    let remedies: Vec<&Value> = reasons
        .filter_map(|reason| reason["remedies"].as_array())
        .flatten()
        .collect();
    let corrections = &answer["what_if"]["corrections"];
    let offered = |wanted: &Value| {
        let fields = wanted.as_object().unwrap();
        let mut corrections = corrections.as_array().into_iter().flatten();
        corrections.any(|one| fields.iter().all(|(field, value)| &one[field] == value))
    };
    let mut wrong = Vec::new();
    for (field, there) in [("remedies", true), ("no_remedies", false)] {
        for one in expect[field].as_array().into_iter().flatten() {
            if remedies.contains(&one) != there {
                wrong.push(format!("{field} {one}: {remedies:?}"));
            }
        }
    }
    for (field, there) in [("corrections", true), ("no_corrections", false)] {
        for one in expect[field].as_array().into_iter().flatten() {
            if offered(one) != there {
                wrong.push(format!("{field} {one}: {corrections}"));
            }
        }
    }
    wrong
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
fn every_case_gets_the_answer_that_is_expected() {
    let engine = Engine::embedded();
    let cases = cases();
    let pending = pending_cases().unwrap();
    let mut right_now = BTreeSet::new();
    let mut wrong = Vec::new();
    for (name, case) in &cases {
        let dossier = serde_json::to_vec(&case["dossier"]).unwrap();
        let short = match engine.check_json(&dossier, &Options::default()) {
            Ok(answer) => differences(&case["expect"], &serde_json::from_str(&answer).unwrap()),
            Err(error) => vec![format!("refused: {error}")],
        };
        if !pending.contains(name) {
            wrong.extend(short.iter().map(|one| format!("{name}: {one}")));
        } else if short.is_empty() {
            right_now.insert(name.clone());
        }
    }
    wrong.extend(struck(&right_now));
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
    assert!(cases.len() >= 80, "only {} cases", cases.len());
}

#[test]
fn every_case_has_a_name_of_its_own_a_reason_to_be_and_a_source() {
    let cases = cases();
    let names: BTreeSet<&String> = cases.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), cases.len());
    for (name, case) in &cases {
        assert!(case["why"].as_str().is_some_and(|why| !why.is_empty()), "{name}");
        assert!(
            case["source"].as_array().is_some_and(|source| !source.is_empty()),
            "{name}"
        );
        if let Some(accept) = case["expect"]["accept"].as_array() {
            assert!(
                accept.len() > 1 && accept.contains(&case["expect"]["verdict"]),
                "{name}"
            );
        }
    }
}

#[test]
fn what_is_pending_is_a_case() {
    let mut names = BTreeSet::new();
    for (family, file) in case_files().unwrap() {
        for case in file["cases"].as_array().unwrap() {
            names.insert(format!("{family}/{}", case["name"].as_str().unwrap()));
        }
    }
    let pending = pending_cases().unwrap();
    let unknown: Vec<_> = pending.difference(&names).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
