//! Whole answers: all that is said of every case, texts left aside. The cases say what is expected and why; these
//! files show that nothing else changed. `UPDATE_GOLDEN=1` writes them anew, for a reader to compare.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use tierspayant::dossier::parse_dossier;
use tierspayant::{Engine, Options};

/// Days before and after the care that the rights are followed.
const AROUND: i32 = 500;

/// What moves with texts and editions, which have tests of their own.
const LEFT_ASIDE: [&str; 8] = [
    "message",
    "law",
    "reference",
    "edition",
    "digest",
    "tables",
    "text",
    "rules",
];

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests")
        .join(name)
}

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
    let checked: Value = serde_json::from_str(&engine.check(&dossier, &options).to_json()).unwrap();
    let followed: Value = serde_json::from_str(&engine.timeline_json(&dossier, first, last)).unwrap();
    json!({ "check": bare(&checked), "timeline": bare(&followed) })
}

#[test]
fn every_case_is_answered_as_it_was() {
    let engine = Engine::embedded().unwrap();
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut files: Vec<PathBuf> = fs::read_dir(folder("cases"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    let mut wrong = Vec::new();
    for path in files {
        let family: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let answers: Vec<(String, String)> = family["cases"]
            .as_array()
            .unwrap()
            .iter()
            .map(|case| {
                let name = case["name"].as_str().unwrap().to_owned();
                let line = json!({ "name": name, "answer": answer(&engine, case) });
                (name, line.to_string())
            })
            .collect();
        let golden = folder("answers")
            .join(path.file_name().unwrap())
            .with_extension("jsonl");
        let lines: String = answers.iter().map(|(_, line)| format!("{line}\n")).collect();
        if update {
            fs::write(&golden, &lines).unwrap();
        }
        let known = fs::read_to_string(&golden).unwrap_or_default();
        let known: Vec<&str> = known.lines().collect();
        let shown = golden.file_name().unwrap().to_string_lossy().into_owned();
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
