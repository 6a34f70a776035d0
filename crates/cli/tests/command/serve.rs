//! `serve`: every document of the cases through one process, in order, with what is refused among them.

use crate::run::{command, run};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use tierspayant::{Engine, Options};
use tierspayant_testkit::case_files;

/// Every document of the cases on a line, and its answer where it has one.
fn conversation() -> Vec<(String, Option<String>)> {
    let engine = Engine::embedded();
    let options = Options::default();
    let mut lines = Vec::new();
    for (_, file) in case_files().unwrap() {
        for case in file["cases"].as_array().unwrap() {
            let documents = [
                case.get("dossier")
                    .map(|one| (one, engine.check_json(one.to_string().as_bytes(), &options))),
                case.get("document")
                    .map(|one| (one, engine.triage_json(one.to_string().as_bytes(), &options))),
            ];
            let answered = documents.into_iter().flatten();
            lines.extend(answered.map(|(one, answer)| (one.to_string(), answer.ok())));
        }
    }
    assert!(lines.len() > 100, "only {} documents", lines.len());
    lines
}

#[test]
fn every_case_is_answered_in_order_and_refusals_between_them() {
    let cases = conversation();
    let mut asked = String::new();
    for (document, _) in &cases {
        asked += document;
        asked += "\n{\"format\": \"tierspayant/1\", \"claim\": {\"care_date\": \"of old\"}}\r\n";
    }
    let mut child = command(&["serve", "--stdio"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut ask = child.stdin.take().unwrap();
    // The answers are read meanwhile: a pipe holds only so many of them.
    let asking = std::thread::spawn(move || ask.write_all(asked.as_bytes()));
    let done = child.wait_with_output().unwrap();
    asking.join().unwrap().unwrap();
    assert!(done.status.success() && done.stderr.is_empty());
    let out = String::from_utf8(done.stdout).unwrap();
    let answers: Vec<&str> = out.lines().collect();
    assert_eq!(answers.len(), cases.len() * 2);
    for (pair, (document, expected)) in answers.chunks(2).zip(&cases) {
        match expected {
            Some(expected) => assert_eq!(pair[0], expected, "{document}"),
            None => assert!(
                pair[0].starts_with(r#"{"format":"tierspayant-error/1""#),
                "{document}"
            ),
        }
        let refused: Value = serde_json::from_str(pair[1]).unwrap();
        assert_eq!(refused["format"], "tierspayant-error/1");
        assert_eq!(refused["place"], "claim.care_date");
        assert_eq!(refused["message"], "a date is written YYYY-MM-DD");
    }
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut child = command(&["serve", "--stdio", "--lang", "en", "--without-what-if"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut ask = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = |line: &str| -> Value {
        writeln!(ask, "{line}").unwrap();
        serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap()
    };
    for line in [
        "",
        "nothing",
        "\u{0}",
        "[]",
        "{}",
        r#"{"format": "tierspayant-reject/1"}"#,
    ] {
        let refused = said(line);
        assert_eq!(refused["format"], "tierspayant-error/1", "{line}");
        assert!(refused["code"].as_str().unwrap().starts_with("TP-IN-"), "{line}");
    }
    let claim = r#"{"care_date": "2026-11-20", "card": "read", "nature": "10", "lines": [{"id": "1", "category": "drug", "exemption": "0"}]}"#;
    let answer = said(&format!(r#"{{"format": "tierspayant/1", "claim": {claim}}}"#));
    assert_eq!(answer["verdict"], "undetermined");
    assert!(answer.get("what_if").is_none());
    assert!(answer.to_string().contains("coverage"), "{answer}");
    drop(ask);
    assert!(child.wait().unwrap().success());
}

#[test]
fn it_speaks_through_pipes_only_for_now() {
    assert_eq!(run(&["serve"]).status, Some(64));
}
