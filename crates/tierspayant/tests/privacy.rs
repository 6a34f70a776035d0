//! A number of a person never comes back: planted in every text of every kind of document that a case holds, it is refused
//! with its place, or compared and kept for itself.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tierspayant::format::parse_dossier;
use tierspayant::readers::{Format, ReadOptions, read};
use tierspayant::{Dossier, Engine, Options};
use tierspayant_testkit::case_files;

/// Synthetic numbers: with and without key, Corsican, with blanks, inside a longer text, in other digits.
const PLANTED: [&str; 11] = [
    "285057500100197",
    "2850575001001",
    "285052A001001",
    "285052b00100148",
    "2 85 05 75 001 001 97",
    "NIR:285057500100197",
    "285057500100197-20261120",
    "x2850575001001",
    "F-1 2.85.05.75.001.001/97 b",
    "\u{ff12}\u{ff18}\u{ff15}\u{ff10}\u{ff15}\u{ff17}\u{ff15}\u{ff10}\u{ff10}\u{ff11}\u{ff10}\u{ff10}\u{ff11}",
    "N\u{660}\u{662} \u{662}\u{668}\u{665}\u{660}\u{665}\u{667}\u{665}\u{660}\u{660}\u{661}\u{660}\u{660}\u{661}",
];

/// The numbers that they hold.
const NUMBERS: [&str; 2] = ["2850575001001", "285052A001001"];

/// Days before and after the care that the rights are followed.
const AROUND: i32 = 40;

/// The paths of the texts of a document, list places left out, each with where one of them stands.
fn texts(value: &Value, path: &str, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(_) => found.push((path.to_owned(), place.to_owned())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, path, &format!("{place}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                texts(
                    field,
                    &format!("{path}.{name}"),
                    &format!("{place}/{name}"),
                    found,
                );
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether a text holds the number, as it was planted or whatever stands between its characters.
fn holds(text: &str, planted: &str) -> bool {
    let kept = text.chars().filter(char::is_ascii_alphanumeric);
    let bare = kept.collect::<String>().to_ascii_uppercase();
    text.contains(planted) || NUMBERS.iter().any(|number| bare.contains(number))
}

/// All that is said of a document, errors included.
fn said(engine: &Engine, document: &Value, triage: bool) -> Vec<String> {
    let bytes = serde_json::to_vec(document).unwrap();
    let options = Options::default();
    let mut said = Vec::new();
    let mut note = |answer: Result<String, String>| said.push(answer.unwrap_or_else(|error| error));
    if triage {
        note(
            engine
                .triage_json(&bytes, &options)
                .map_err(|error| format!("{error} {error:?}")),
        );
        return said;
    }
    note(
        engine
            .check_json(&bytes, &options)
            .map_err(|error| format!("{error} {error:?}")),
    );
    if let Ok(dossier) = parse_dossier(&bytes) {
        let care = dossier.claim.care_date;
        let (first, last) = (care.plus_days(-AROUND).unwrap(), care.plus_days(AROUND).unwrap());
        let timeline = engine.timeline(&dossier, first, last);
        note(Ok(engine.timeline_json(&dossier, &timeline)));
        note(Ok(format!("{dossier:?}")));
    }
    said
}

#[test]
fn a_number_planted_in_a_text_never_comes_back() {
    let engine = Engine::embedded();
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for (_, file) in case_files().unwrap() {
        for case in file["cases"].as_array().unwrap() {
            let triage = case.get("document").is_some();
            let document = if triage {
                &case["document"]
            } else {
                &case["dossier"]
            };
            let mut found = Vec::new();
            texts(
                document,
                if triage { "reject" } else { "dossier" },
                "",
                &mut found,
            );
            for (path, place) in found {
                if !seen.insert(path.clone()) {
                    continue;
                }
                for number in PLANTED {
                    let mut planted = document.clone();
                    *planted.pointer_mut(&place).unwrap() = number.into();
                    let told = said(&engine, &planted, triage);
                    wrong.extend(
                        told.iter()
                            .filter(|text| holds(text, number))
                            .map(|text| format!("{path}: {text}")),
                    );
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} times: {}", wrong.len(), wrong.join("\n"));
    assert!(seen.len() > 60, "{} kinds of text", seen.len());
    assert!(
        seen.contains("dossier.rights.exemptions.code") && seen.contains("dossier.claim.lines.id"),
        "{seen:?}"
    );
}

/// In every text of every sample that a reader takes in JSON: what is read and what is said of it hold no number, but in the
/// person whom the answer is about, who is never shown.
#[test]
fn a_number_planted_in_an_answer_of_a_service_never_comes_back() {
    let engine = Engine::embedded();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/readers");
    let formats = [
        ("adri", Format::AdriJson),
        ("c2s", Format::C2s),
        ("cnam", Format::CnamDroits),
        ("jfse", Format::Jfse),
    ];
    let asked: Dossier = parse_dossier(
        br#"{"format": "tierspayant/1", "claim": {"care_date": "2026-11-20", "nature": "10", "third_party": ["amo", "amc"],
        "card": "read", "contract": {"number": "99999997", "type": "89"},
        "lines": [{"id": "1", "category": "drug", "exemption": "4", "relation": "related"}]}, "rights": []}"#,
    )
    .unwrap();
    let (mut planted_in, mut wrong) = (0, Vec::new());
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some((_, format)) = formats.iter().find(|(prefix, _)| name.starts_with(prefix)) else {
            continue;
        };
        let Ok(document) = serde_json::from_slice::<Value>(&fs::read(&path).unwrap()) else {
            continue;
        };
        let mut found = Vec::new();
        texts(&document, &name, "", &mut found);
        for (path, place) in found {
            for number in PLANTED {
                let mut planted = document.clone();
                *planted.pointer_mut(&place).unwrap() = number.into();
                planted_in += 1;
                let bytes = serde_json::to_vec(&planted).unwrap();
                let told = match read(*format, &bytes, &ReadOptions::default()) {
                    Err(error) => vec![format!("{error} {error:?}")],
                    Ok(result) => {
                        let mut dossier = asked.clone();
                        dossier.rights = result.snapshots.clone();
                        let answer = engine.check(&dossier).to_json(&Options::default());
                        vec![format!("{result:?}"), answer]
                    }
                };
                wrong.extend(
                    told.iter()
                        .filter(|text| holds(text, number))
                        .map(|text| format!("{path}: {text}")),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{} times: {}", wrong.len(), wrong.join("\n"));
    assert!(planted_in > 200, "{planted_in} texts");
}

/// The text is refused where it stands, and not somewhere else.
#[test]
fn it_is_refused_with_its_place() {
    let engine = Engine::embedded();
    let places = [
        ("/claim/id", "claim.id"),
        ("/claim/lines/0/id", "claim.lines[0].id"),
        ("/rights/0/exemptions/0/code", "rights[0].exemptions[0].code"),
    ];
    let document: Value = serde_json::from_str(
        r#"{"format": "tierspayant/1", "claim": {"id": "F-1", "care_date": "2025-05-05", "third_party": ["amo"],
        "lines": [{"id": "1", "category": "drug", "exemption": "0"}]}, "rights": [{"source": "bdo",
        "exemptions": [{"vocabulary": "bdo", "code": "LIS", "start": "2025-01-01"}]}]}"#,
    )
    .unwrap();
    for (pointer, place) in places {
        let mut planted = document.clone();
        *planted.pointer_mut(pointer).unwrap() = PLANTED[0].into();
        let error = engine.check_json(&serde_json::to_vec(&planted).unwrap(), &Options::default());
        let error = error.unwrap_err().to_string();
        assert!(
            error.contains(place) && error.contains("shape of a NIR"),
            "{error}"
        );
    }
}

/// Ids that are no number of a person are kept: the code of a medicine, an order number, a longer or a shorter one.
#[test]
fn other_ids_are_kept() {
    for id in [
        "3400930000014",
        "F-2026-000123",
        "28505750010019",
        "2850575001001971",
        "A850575001001",
    ] {
        assert!(!tierspayant::core::model::has_nir_shape(id), "{id}");
    }
    for id in PLANTED {
        assert!(tierspayant::core::model::has_nir_shape(id), "{id}");
    }
}

/// What turns or hides the text after it is no part of an id.
#[test]
fn format_characters_are_refused() {
    for one in ["F\u{202e}1", "F\u{200b}1", "\u{feff}F1", "F\u{2066}1", "F\u{ad}1"] {
        assert!(tierspayant::core::model::checked_text(one).is_err(), "{one:?}");
    }
    for one in ["Fiche n° 1 — été", "F/2026\u{a0}1", "売上1"] {
        assert!(tierspayant::core::model::checked_text(one).is_ok(), "{one:?}");
    }
}
