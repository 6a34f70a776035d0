//! Checks with tables of one's own: what the file of the sources may say besides what it says today.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use serde_json::{Value, json};
use tierspayant::tables::embedded_files;
use tierspayant::{Engine, Options};

/// An engine with one text of one file replaced; the text must be there.
fn with(file: &str, from: &str, to: &str) -> Engine {
    let mut files = embedded_files();
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} does not hold {from}");
    *text = text.replacen(from, to, 1);
    Engine::with_tables(&files).unwrap()
}

/// An engine whose ADRi does not cover the agricultural scheme.
fn engine() -> Engine {
    with(
        "sources.toml",
        "[adri]\n",
        "[adri]\nschemes_not_covered = [\"02\"]\n",
    )
}

/// A claim of a régime with what two sources say of base rights, each naming a régime.
fn check(engine: &Engine, card: &str, regime: Option<&str>, rights: &Value) -> Value {
    let dossier = json!({
        "format": "tierspayant/1",
        "claim": {
            "care_date": "2026-11-20", "setting": "pharmacy", "card": card, "nature": "10",
            "third_party": ["amo"], "scheme": { "regime": regime },
            "lines": [ { "id": "1", "category": "drug", "exemption": "0" } ]
        },
        "rights": rights,
        "as_of": "2026-11-20"
    });
    let answer = engine.check_json(dossier.to_string().as_bytes(), &Options::default());
    serde_json::from_str(&answer.unwrap()).unwrap()
}

/// Base rights that are open, in the answer of a source that names this régime.
fn open(source: &str, regime: Option<&str>) -> Value {
    json!({ "source": source, "observed_at": "2026-11-20", "updated_on": "2026-11-20",
            "scheme": { "regime": regime }, "coverage": [ {} ] })
}

#[test]
fn a_service_says_nothing_of_a_scheme_that_it_does_not_cover() {
    let engine = engine();
    // The claim names the scheme; where it names none, the answer does.
    for (regime, named, verdict) in [
        (Some("01"), None, "billable"),
        (Some("02"), None, "undetermined"),
        (None, Some("01"), "billable"),
        (None, Some("02"), "undetermined"),
        (Some("02"), Some("01"), "undetermined"),
    ] {
        let answer = check(&engine, "absent", regime, &json!([open("adri", named)]));
        assert_eq!(answer["verdict"], verdict, "{regime:?} {named:?}: {answer}");
        let asked = answer["todo"].to_string().contains("source.query_adri");
        assert!(
            !asked || regime.is_none(),
            "asked again of what it does not know: {answer}"
        );
    }
}

#[test]
fn under_the_right_scheme_the_service_that_covers_it_speaks() {
    let attestation =
        json!({ "source": "attestation", "updated_on": "2026-11-01", "scheme": { "regime": "01" } });
    let answer = check(
        &engine(),
        "absent",
        Some("02"),
        &json!([open("adri", Some("01")), attestation]),
    );
    assert_eq!(
        answer["what_if"]["corrections"].as_array().unwrap().len(),
        1,
        "{answer}"
    );
}

#[test]
fn an_attestation_and_a_card_each_grow_old_by_their_own_limit() {
    let attestation = "[attestation_max_age_days]\nvalue = 365";
    let engine = with(
        "policy.toml",
        attestation,
        "[attestation_max_age_days]\nvalue = 40",
    );
    // Updated 19 days before the care: 40 days allowed to the one, 365 to the other.
    for (source, latest) in [("attestation", "2026-12-11"), ("vitale", "2027-11-01")] {
        let mut rights = open(source, None);
        rights["updated_on"] = "2026-11-01".into();
        let answer = check(&engine, "read", None, &json!([rights]));
        assert_eq!(answer["what_if"]["latest"], latest, "{source}: {answer}");
    }
}
