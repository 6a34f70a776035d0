//! The second implementation answers every case of the project as the core does: verdicts, reasons with their facts and remedies,
//! days and corrections of the what-if.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what is wrong by failing"
)]

use serde_json::Value;
use tierspayant_core::model::Dossier;
use tierspayant_format::parse_dossier;
use tierspayant_oracle::{difference, shown, what_if};
use tierspayant_testkit::case_files;

/// The dossier of a case; what a triage starts from is one, without what came back.
fn dossier(case: &Value) -> Dossier {
    let mut document = case.get("dossier").or(case.get("document")).unwrap().clone();
    let fields = document.as_object_mut().unwrap();
    fields.remove("reject");
    fields.insert("format".to_owned(), Value::from("tierspayant/1"));
    parse_dossier(document.to_string().as_bytes()).unwrap_or_else(|error| panic!("{error}: {document}"))
}

#[test]
fn every_case_is_answered_alike() {
    let tables = &tierspayant_tables::embedded().decision;
    let mut cases = 0;
    let mut wrong = Vec::new();
    for (file, document) in case_files().unwrap() {
        for case in document["cases"].as_array().unwrap() {
            let dossier = dossier(case);
            cases += 1;
            if let Some(found) = difference(tables, &dossier).or_else(|| what_if(tables, &dossier)) {
                let name = format!("{file}/{}", case["name"].as_str().unwrap());
                wrong.push(format!("{name}: {found:?}\n{}", shown(tables, &dossier)));
            }
        }
    }
    println!("{cases} cases");
    assert!(cases > 1700, "{cases}");
    assert!(
        wrong.is_empty(),
        "{} of {cases}\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
