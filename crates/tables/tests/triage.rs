//! The tables of rejects and of their triage: what is wrong is refused at its line.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what is wrong by failing"
)]

use tierspayant_core::ids::RejectClass;
use tierspayant_core::triage::Cause;
use tierspayant_tables::{embedded, embedded_files, load};

/// The refusal of a file in which one text stands for another, with the number of the line that it names.
#[track_caller]
fn refused(file: &str, from: &str, to: &str) -> (usize, String) {
    let mut files = embedded_files();
    let text = files[file].replacen(from, to, 1);
    assert_ne!(text, files[file], "{from} is not in {file}");
    let first = text
        .lines()
        .position(|line| to.lines().next().is_some_and(|to| line.contains(to)));
    files.insert(file.to_owned(), text);
    let error = load(&files).unwrap_err().to_string();
    let rest = error.strip_prefix(&format!("{file}:")).unwrap();
    let (line, why) = rest.split_once(": ").unwrap();
    let line: usize = line.parse().unwrap();
    let expected = first.map_or(line, |place| place + 1);
    (line.abs_diff(expected), why.to_owned())
}

#[test]
fn words_that_are_not_known() {
    for (file, from, to) in [
        ("triage.toml", "id = \"lag\"", "id = \"lags\""),
        (
            "triage.toml",
            "reasons = [\"source.conflict\"]",
            "reasons = [\"source.conflicts\"]",
        ),
        ("triage.toml", "fact = \"start\"", "fact = \"begin\""),
        ("triage.toml", "rights = \"coverage\"", "rights = \"cover\""),
        ("triage.toml", "amo = \"new_claim\"", "amo = \"nobody\""),
        ("rejects.toml", "class = \"already_paid\"", "class = \"paid\""),
        ("rejects.toml", "to = \"2024-10-02\"", "to = \"2024-10\""),
    ] {
        let (apart, why) = refused(file, from, to);
        assert_eq!(apart, 0, "{to}: {why}");
    }
}

#[test]
fn rows_that_are_missing_or_stand_twice() {
    let (_, why) = refused("triage.toml", "id = \"pending\"", "id = \"lag\"");
    assert_eq!(why, "this entry stands twice");
    let (_, why) = refused(
        "triage.toml",
        "[[class]]\nid = \"billing_rule\"",
        "[[class]]\nid = \"too_late\"",
    );
    assert_eq!(why, "this entry stands twice");
    let mut files = embedded_files();
    let text = &files["triage.toml"];
    let cut = text.rfind("[[class]]").unwrap();
    files.insert("triage.toml".into(), text[..cut].to_owned());
    assert!(
        load(&files)
            .unwrap_err()
            .to_string()
            .ends_with("`payment_deferred` is missing")
    );
}

#[test]
fn keys_and_labels_that_cannot_be_told_apart() {
    let (_, why) = refused("rejects.toml", "key = \"2900-005\"", "key = \"0470 049\"");
    assert!(why.starts_with("an earlier entry has this key or label"), "{why}");
    let (_, why) = refused(
        "rejects.toml",
        "label = \"FACT TPC INCOMP TYPE CONTRAT\"",
        "label = \"Exonération absente au référentiel\"",
    );
    assert!(why.starts_with("an earlier entry has this key or label"), "{why}");
    let (apart, _) = refused(
        "rejects.toml",
        "label = \"FACTURE DEJA PAYEE\"\n",
        "aliases = [\"X\"]\n",
    );
    assert!(apart <= 1);
}

#[test]
fn every_class_and_every_cause_has_a_row() {
    let guidance = &embedded().triage;
    assert_eq!(guidance.classes().len(), RejectClass::ALL.len());
    assert_eq!(guidance.causes().len(), Cause::ALL.len());
}

#[test]
fn the_short_forms_of_labels_are_those_of_the_file() {
    let rejects = &embedded().rejects;
    for one in rejects.abbreviations() {
        let row = format!("short = \"{}\"\nlong = \"{}\"", one.short, one.long);
        assert!(embedded_files()["rejects.toml"].contains(&row), "{row}");
    }
    let rows = embedded_files()["rejects.toml"]
        .matches("[[abbreviation]]")
        .count();
    assert_eq!(rejects.abbreviations().len(), rows);
}
