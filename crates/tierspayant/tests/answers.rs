//! Whole answers: all that is said of every case, texts left aside. The cases say what is expected and why; these
//! files show that nothing else changed. `UPDATE_GOLDEN=1` writes them anew, for a reader to compare. Answers to what
//! is pending are known to be wrong, and are not kept.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tierspayant::format::parse_dossier;
use tierspayant::{Engine, Options};
use tierspayant_testkit::{case_files, pending_cases};

/// Days before and after the care that the rights are followed.
const AROUND: i32 = 500;

/// What moves with texts and editions, which have tests of their own.
const LEFT_ASIDE: [&str; 9] = [
    "message",
    "todo",
    "law",
    "reference",
    "edition",
    "digest",
    "tables",
    "text",
    "rules",
];

fn bare(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields
                .iter()
                .filter(|(name, value)| !LEFT_ASIDE.contains(&name.as_str()) && !value.is_null());
            kept.map(|(name, value)| (name.clone(), bare(value))).collect()
        }
        Value::Array(items) => items.iter().map(bare).collect(),
        other => other.clone(),
    }
}

fn answer(engine: &Engine, case: &Value) -> Value {
    let options = Options::default();
    if let Some(document) = case.get("document") {
        let triage = engine.triage_json(&serde_json::to_vec(document).unwrap(), &options);
        return bare(&serde_json::from_str(&triage.unwrap()).unwrap());
    }
    let dossier = parse_dossier(&serde_json::to_vec(&case["dossier"]).unwrap()).unwrap();
    let care = dossier.claim.care_date;
    let (first, last) = (care.plus_days(-AROUND).unwrap(), care.plus_days(AROUND).unwrap());
    let checked: Value = serde_json::from_str(&engine.check(&dossier).to_json(&options)).unwrap();
    let timeline = engine.timeline(&dossier, first, last);
    let followed: Value = serde_json::from_str(&engine.timeline_json(&dossier, &timeline)).unwrap();
    json!({ "check": bare(&checked), "timeline": bare(&followed) })
}

#[test]
fn every_case_is_answered_as_it_was() {
    let engine = Engine::embedded();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/answers");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let pending = pending_cases().unwrap();
    let mut wrong = Vec::new();
    for (family, file) in case_files().unwrap() {
        let answers: Vec<(String, String)> = file["cases"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|case| !pending.contains(&format!("{family}/{}", case["name"].as_str().unwrap())))
            .map(|case| {
                let name = case["name"].as_str().unwrap().to_owned();
                let line = json!({ "name": name, "answer": answer(&engine, case) });
                (name, line.to_string())
            })
            .collect();
        let shown = format!("{family}.jsonl");
        let golden = folder.join(&shown);
        let lines: String = answers.iter().map(|(_, line)| format!("{line}\n")).collect();
        if update {
            fs::write(&golden, &lines).unwrap();
        }
        let known = fs::read_to_string(&golden).unwrap_or_default();
        let known: Vec<&str> = known.lines().collect();
        if known.len() != answers.len() {
            wrong.push(format!(
                "{shown}: {} answers, {} known",
                answers.len(),
                known.len()
            ));
        }
        let changed = answers.iter().filter(|(_, line)| !known.contains(&line.as_str()));
        wrong.extend(changed.map(|(name, line)| format!("{shown}: {name}: now {line}")));
    }
    assert!(
        wrong.is_empty(),
        "{} answers changed\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
