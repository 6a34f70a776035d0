//! A decided dossier: each of its parts says what the document says, and it can outlive what it was made of.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

use serde_json::{Value, json};
use std::collections::BTreeSet;
use tierspayant::{Audience, Checked, Dossier, Engine, Lang, Options, Style, parse_dossier};
use tierspayant_testkit::case_files;

fn dossiers() -> Vec<(String, Dossier)> {
    let mut found = Vec::new();
    for (family, file) in case_files().unwrap() {
        for case in file["cases"].as_array().unwrap() {
            let Some(dossier) = case.get("dossier") else {
                continue;
            };
            let name = format!("{family}/{}", case["name"].as_str().unwrap());
            let bytes = serde_json::to_vec(dossier).unwrap();
            // What is refused, and whether it should be, is judged where cases are.
            found.extend(parse_dossier(&bytes).map(|dossier| (name, dossier)));
        }
    }
    assert!(found.len() >= 80, "only {} dossiers are read", found.len());
    found
}

fn document(checked: &Checked<'_>) -> Value {
    serde_json::from_str(&checked.to_json(&Options::default())).unwrap()
}

#[test]
fn the_object_says_what_the_document_says() {
    let engine = Engine::embedded();
    for (name, dossier) in dossiers() {
        let checked = engine.check(&dossier);
        let json = document(&checked);
        assert_eq!(json["verdict"], checked.verdict().as_str(), "{name}");
        assert_eq!(json["basis"].as_str(), checked.verdict().basis(), "{name}");
        assert_eq!(json["guarantee"], checked.guarantee().as_str(), "{name}");
        assert_eq!(json["input"]["digest"], checked.digest(), "{name}");
        let shares: Vec<(&str, &str)> = checked
            .shares()
            .map(|(share, verdict)| (share.as_str(), verdict.as_str()))
            .collect();
        let written: Vec<(&str, &str)> = json["shares"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["share"].as_str().unwrap(), one["verdict"].as_str().unwrap()))
            .collect();
        assert_eq!(shares, written, "{name}");
        assert_eq!(
            json["lines"].as_array().unwrap().len(),
            checked.lines().len(),
            "{name}"
        );
        for (written, (line, answer)) in json["lines"].as_array().unwrap().iter().zip(checked.lines()) {
            assert_eq!(written["id"], *line.id, "{name}");
            assert_eq!(written["exemption"], answer.exemption.as_str(), "{name}");
        }
        let reasons = json["reasons"].as_array().unwrap();
        assert_eq!(reasons.len(), checked.reasons().len(), "{name}");
        for (written, reason) in reasons.iter().zip(checked.reasons()) {
            assert_eq!(written["id"], reason.id.as_str(), "{name}");
            let message = checked.message(reason, Lang::Fr, Audience::Counter);
            assert_eq!(written["message"], message, "{name}");
        }
        let tasks = checked.todo(Lang::Fr, Audience::Counter);
        let written = json["todo"].as_array().unwrap();
        assert_eq!(written.len(), tasks.len(), "{name}");
        for (written, task) in written.iter().zip(&tasks) {
            assert_eq!(written["remedy"], task.remedy.as_str(), "{name}");
            assert_eq!(
                (&written["text"], &written["needed"]),
                (&json!(task.text), &json!(task.needed)),
                "{name}"
            );
            let ids = task
                .lines()
                .iter()
                .map(|line| &*dossier.claim.lines[usize::from(*line)].id);
            assert_eq!(written["lines"], json!(ids.collect::<Vec<_>>()), "{name}");
        }
        let days = checked.what_if().days;
        let day = |name: &str| json["what_if"][name].as_str().map(str::to_owned);
        assert_eq!(
            day("earliest"),
            days.earliest.map(|day| day.to_string()),
            "{name}"
        );
        assert_eq!(day("latest"), days.latest.map(|day| day.to_string()), "{name}");
    }
}

#[test]
fn what_to_do_is_each_remedy_of_the_reasons_once() {
    let engine = Engine::embedded();
    for (name, dossier) in dossiers() {
        let checked = engine.check(&dossier);
        let tasks = checked.todo(Lang::Fr, Audience::Counter);
        let page = checked.explain(
            Lang::Fr,
            Audience::Counter,
            Style {
                width: 1000,
                ..Style::default()
            },
        );
        let texts: BTreeSet<&str> = tasks.iter().map(|task| &*task.text).collect();
        assert_eq!(texts.len(), tasks.len(), "{name}: a text twice");
        let found: BTreeSet<_> = tasks.iter().map(|task| task.remedy).collect();
        let asked: BTreeSet<_> = checked
            .reasons()
            .iter()
            .flat_map(|reason| reason.remedies.iter())
            .collect();
        assert!(found.is_superset(&asked), "{name}");
        // Besides the remedies of the reasons only a correction that is enough alone, which stands first.
        let others: Vec<_> = found.difference(&asked).collect();
        let cures = !checked.what_if().corrections.is_empty();
        let first = tasks.first().map(|task| task.remedy);
        assert!(
            others.is_empty() || (cures && others == [&first.unwrap()]),
            "{name}: {others:?}"
        );
        // What the page says is to be done now is the first.
        let now = page.lines().find_map(|line| line.split_once("À faire\u{a0}: "));
        match (now, tasks.first()) {
            (Some((_, now)), Some(task)) => {
                assert!(now.ends_with(&*task.text), "{name}: {now} / {}", task.text)
            }
            (Some(_), None) => panic!("{name}: nothing to do, and the page says what"),
            (None, _) => assert!(tasks.iter().all(|task| !task.needed), "{name}"),
        }
        for task in &tasks {
            assert!(!task.shares().is_empty(), "{name}");
        }
    }
}

#[test]
fn an_answer_outlives_its_engine_and_its_dossier() {
    let dossiers = dossiers();
    let (_, dossier) = &dossiers[0];
    let engine = Engine::embedded();
    let borrowed = document(&engine.check(dossier));
    let (copied, given) = {
        let engine = engine.clone();
        drop(engine.check(dossier));
        (
            engine.check(&dossier.clone()).into_owned(),
            engine.check_owned(dossier.clone()),
        )
    };
    drop(engine);
    assert_eq!(borrowed, document(&copied));
    assert_eq!(borrowed, document(&given));
    let there = std::thread::spawn(move || document(&given)).join().unwrap();
    assert_eq!(borrowed, there);
}

#[test]
fn what_is_not_asked_for_is_left_out_and_nothing_else_changes() {
    let engine = Engine::embedded();
    let mut reasons = 0;
    for (name, dossier) in dossiers() {
        let checked = engine.check(&dossier);
        let mut whole = document(&checked);
        let less = Options::default()
            .without_texts()
            .without_digest()
            .without_what_if();
        let less: Value = serde_json::from_str(&checked.to_json(&less)).unwrap();
        for reason in whole["reasons"].as_array_mut().unwrap() {
            assert!(
                reason.as_object_mut().unwrap().remove("message").is_some(),
                "{name}"
            );
            reasons += 1;
        }
        for part in ["input", "what_if", "todo"] {
            assert!(
                whole.as_object_mut().unwrap().remove(part).is_some(),
                "{name}: {part}"
            );
        }
        assert_eq!(whole, less, "{name}");
    }
    assert!(reasons > 100, "only {reasons} reasons");
}
