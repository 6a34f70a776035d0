//! `triage`: what a reject is, in words and as JSON, and the status to exit with.

use crate::run::{file, run, run_with, text};
use serde_json::Value;

const CASES: &str = include_str!("../../../../tests/cases/triage.json");

fn document(name: &str) -> Vec<u8> {
    let file: Value = serde_json::from_str(CASES).unwrap();
    let cases = file["cases"].as_array().unwrap();
    let case = cases.iter().find(|case| case["name"] == name).unwrap();
    serde_json::to_vec(&case["document"]).unwrap()
}

#[test]
fn a_known_reject_is_explained() {
    let done = run_with(&["triage", "-", "--details"], &document("css_ended"));
    assert_eq!((done.status, &*done.err), (Some(0), ""), "{}", done.out);
    for part in [
        "FACT TPC INCOMP TYPE CONTRAT",
        "Cause probable",
        "31/10/2026",
        "Part AMC",
    ] {
        assert!(done.out.contains(part), "{part}: {}", done.out);
    }
    let english = run_with(&["triage", "-", "--lang", "en"], &document("css_ended"));
    assert!(english.out.contains("Probable cause"), "{}", english.out);
    let patient = run_with(&["triage", "-", "--audience", "patient"], &document("css_ended"));
    assert!(patient.out.starts_with("La caisse a refusé"), "{}", patient.out);
}

#[test]
fn an_unknown_reject_exits_with_two() {
    let done = run_with(&["triage", "-"], &document("rights_nobody_knows"));
    assert_eq!(done.status, Some(2), "{}", done.out);
    assert!(done.out.starts_with("Rejet inconnu"), "{}", done.out);
}

#[test]
fn the_whole_triage_is_json() {
    let done = run_with(&["triage", "-", "--format", "json"], &document("forced_by_hand"));
    let answer: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(answer["cause"]["id"], "forced");
    assert_eq!(answer["format"], "tierspayant-reject/1");
}

#[test]
fn a_dossier_is_no_reject() {
    let done = run_with(&["triage", "-"], br#"{"format": "tierspayant/1"}"#);
    assert_eq!((done.status, &*done.out), (Some(65), ""));
    let expected = "tierspayant: standard input: format: expected \"tierspayant-reject/1\" [TP-IN-020]\n";
    assert_eq!(done.err, expected);
}

#[test]
fn other_tables_know_other_rejects() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("tables-rejects");
    std::fs::create_dir_all(&folder).unwrap();
    let own = r#"
        abbreviation = []
        [[reject]]
        class = "etm_not_in_bdo"
        key = "606"
        source = "Our software"
        confidence = "vendor"
        checked = "2026-11-21"
    "#;
    std::fs::write(folder.join("rejects.toml"), own).unwrap();
    let path = file("reject-606.json", &document("a_number_of_the_software"));
    let unknown = run(&["triage", text(&path)]);
    assert_eq!(unknown.status, Some(2), "{}", unknown.err);
    let known = run(&["triage", text(&path), "--tables", text(&folder)]);
    assert_eq!(known.status, Some(0), "{}", known.err);
}
