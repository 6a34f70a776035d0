//! Every rule, reason, remedy, cause and class of reject is shown by some case of `tests/cases`.
//!
//! What no case shows is written down nowhere, and a change of it would go unseen.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

use serde_json::Value;
use std::collections::BTreeSet;
use tierspayant::core::ids::{ReasonId, RejectClass, RemedyId, RuleId};
use tierspayant::core::triage::Cause;
use tierspayant::{Engine, Options};
use tierspayant_testkit::{case_files, pending_cases};

/// What no case can show with the tables compiled in, and where it is shown instead.
const ELSEWHERE: &[&str] = &[
    // No key and no label of the class `accident_unknown` is public: `triage_tables.rs` shows it with a key of its own.
    "accident_mistyped",
];

/// The answers to every case that is answered rightly, as JSON.
fn answers() -> Vec<Value> {
    let engine = Engine::embedded();
    let options = Options::default();
    let mut answers = Vec::new();
    let pending = pending_cases().unwrap();
    for (family, file) in case_files().unwrap() {
        for case in file["cases"].as_array().unwrap() {
            if pending.contains(&format!("{family}/{}", case["name"].as_str().unwrap())) {
                continue;
            }
            let json = match case.get("document") {
                Some(reject) => engine.triage_json(&serde_json::to_vec(reject).unwrap(), &options),
                None => engine.check_json(&serde_json::to_vec(&case["dossier"]).unwrap(), &options),
            };
            answers.push(serde_json::from_str(&json.unwrap()).unwrap());
        }
    }
    answers
}

/// Every text of a document, wherever it stands.
fn words<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::String(word) => {
            found.insert(word);
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| words(field, found)),
        _ => {}
    }
}

/// The ids of a list that no case shows, and those that a case shows after all.
fn hidden<T: Copy>(all: &[T], name: fn(T) -> &'static str, shown: &BTreeSet<&str>) -> Vec<&'static str> {
    let names = all.iter().map(|one| name(*one));
    names
        .filter(|id| shown.contains(id) == ELSEWHERE.contains(id))
        .collect()
}

#[test]
fn every_id_is_shown_by_a_case() {
    let answers = answers();
    let mut shown = BTreeSet::new();
    answers.iter().for_each(|answer| words(answer, &mut shown));
    let hidden = [
        ("rules", hidden(RuleId::ALL, RuleId::as_str, &shown)),
        ("reasons", hidden(ReasonId::ALL, ReasonId::as_str, &shown)),
        ("remedies", hidden(RemedyId::ALL, RemedyId::as_str, &shown)),
        ("causes of a reject", hidden(Cause::ALL, Cause::as_str, &shown)),
        (
            "classes of reject",
            hidden(RejectClass::ALL, RejectClass::as_str, &shown),
        ),
    ];
    let missing: Vec<_> = hidden.iter().filter(|(_, ids)| !ids.is_empty()).collect();
    assert!(
        missing.is_empty(),
        "no case shows (or ELSEWHERE names for nothing) {missing:?}"
    );
}
