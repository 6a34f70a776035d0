//! Triage with tables of one's own: keys of the software, classes without a public key, other steps.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what is wrong by failing"
)]

use serde_json::{Value, json};
use tierspayant::core::ids::RejectClass;
use tierspayant::tables::embedded_files;
use tierspayant::{Engine, Options};

/// An engine that knows one key for each class: `9999-001` for the first, and so on.
fn engine(change: impl Fn(&str) -> String) -> Engine {
    let mut files = embedded_files();
    let rejects = files.get_mut("rejects.toml").unwrap();
    for (place, class) in RejectClass::ALL.iter().enumerate() {
        let number = place + 1;
        rejects.push_str(&format!(
            "\n[[reject]]\nclass = \"{class}\"\nkey = \"9999-{number:03}\"\nsource = \"x\"\nconfidence = \"vendor\"\n\
             checked = \"2026-11-21\"\n"
        ));
    }
    let triage = change(&files["triage.toml"]);
    files.insert("triage.toml".into(), triage);
    Engine::with_tables(&files).unwrap()
}

fn key(class: RejectClass) -> String {
    format!("9999 {:03}", class as usize + 1)
}

fn triage(engine: &Engine, class: RejectClass, claim: &Value, rights: &Value) -> Value {
    let document = json!({
        "format": "tierspayant-reject/1",
        "reject": { "key": key(class), "returned_on": "2026-11-25" },
        "claim": claim,
        "rights": rights
    });
    let answer = engine
        .triage_json(document.to_string().as_bytes(), &Options::default())
        .unwrap();
    serde_json::from_str(&answer).unwrap()
}

fn steps(answer: &Value) -> Vec<&str> {
    let steps = answer["steps"].as_array().unwrap();
    steps.iter().map(|one| one["id"].as_str().unwrap()).collect()
}

fn claim(nature: &str) -> Value {
    json!({ "care_date": "2026-11-20", "card": "read", "nature": nature, "third_party": ["amo"],
            "lines": [ { "id": "1", "category": "drug", "exemption": "0", "relation": "related" } ] })
}

fn adri(more: Value) -> Value {
    let mut snapshot = json!({ "source": "adri", "observed_at": "2026-11-20", "coverage": [ {} ] });
    for (field, value) in more.as_object().unwrap() {
        snapshot[field] = value.clone();
    }
    json!([snapshot])
}

#[test]
fn every_class_is_recognised_by_a_key_of_ones_own() {
    let engine = engine(str::to_owned);
    for class in RejectClass::ALL {
        let answer = triage(&engine, *class, &claim("10"), &json!([]));
        assert_eq!(answer["class"], class.as_str());
        let row = engine.tables().triage.class(*class).unwrap();
        assert_eq!(answer["payers"][0]["payer"], row.amo.as_str(), "{class}");
        assert_eq!(answer["payers"].as_array().unwrap().len(), 1, "{class}");
    }
}

#[test]
fn an_accident_that_is_not_named() {
    let answer = triage(
        &engine(str::to_owned),
        RejectClass::AccidentUnknown,
        &claim("41"),
        &adri(json!({ "accidents": [] })),
    );
    assert_eq!(answer["cause"]["id"], "accident_mistyped");
    assert_eq!(
        answer["cause"]["evidence"][0]["reason"],
        "at_mp.reference_missing"
    );
    assert!(
        steps(&answer).contains(&"claim.correct_nature"),
        "{:?}",
        steps(&answer)
    );
    assert!(!steps(&answer).contains(&"exemption.correct"));
    // Two years from the care itself, not from the next quarter.
    assert_eq!(answer["limitation"]["date"], "2028-11-20");
}

#[test]
fn rights_that_are_closed() {
    let ended =
        json!([{ "source": "adri", "observed_at": "2026-11-20", "coverage": [ { "end": "2026-06-30" } ] }]);
    let answer = triage(
        &engine(str::to_owned),
        RejectClass::RightsClosed,
        &claim("10"),
        &ended,
    );
    assert_eq!(answer["cause"]["id"], "ended");
    let later =
        json!([{ "source": "adri", "observed_at": "2026-11-20", "coverage": [ { "start": "2026-12-01" } ] }]);
    let answer = triage(
        &engine(str::to_owned),
        RejectClass::RightsClosed,
        &claim("10"),
        &later,
    );
    assert_eq!(answer["cause"]["id"], "not_started");
    let never = json!([{ "source": "adri", "observed_at": "2026-11-20", "coverage": [] }]);
    let answer = triage(
        &engine(str::to_owned),
        RejectClass::RightsClosed,
        &claim("10"),
        &never,
    );
    assert_eq!(answer["cause"]["id"], "never_recorded");
}

#[test]
fn a_card_that_is_opposed() {
    let mut claim = claim("10");
    claim["card"] = json!("opposed");
    let answer = triage(
        &engine(str::to_owned),
        RejectClass::CardRefused,
        &claim,
        &adri(json!({})),
    );
    assert_eq!(answer["cause"]["id"], "rule");
    // Nothing of the claim is to be completed: only what the reason asks for comes before the rest.
    assert_eq!(steps(&answer), ["patient.pays", "fund.contact"]);
}

#[test]
fn steps_and_their_order_are_data() {
    let engine = engine(|triage| {
        triage.replace(
            "asked = [\"claim.complete\", \"patient.pays\"]\nsteps = [\"fund.contact\"]",
            "steps = [\"fund.contact\", \"claim.complete\"]",
        )
    });
    let mut claim = claim("10");
    claim["card"] = json!("opposed");
    let answer = triage(&engine, RejectClass::CardRefused, &claim, &adri(json!({})));
    assert_eq!(steps(&answer), ["fund.contact", "claim.complete"]);
}

#[test]
fn the_most_telling_cause_comes_first_as_the_table_says() {
    let forced_last = engine(|triage| {
        let start = triage.find("[[cause]]\nid = \"forced\"").unwrap();
        let end = start + triage[start + 1..].find("[[cause]]").unwrap() + 1;
        let unknown = triage.find("[[cause]]\nid = \"unknown\"").unwrap();
        format!(
            "{}{}{}{}",
            &triage[..start],
            &triage[end..unknown],
            &triage[start..end],
            &triage[unknown..]
        )
    });
    let mut claim = claim("10");
    claim["lines"][0]["exemption"] = json!("4");
    claim["lines"][0]["origin"] = json!("manual");
    let rights = adri(json!({ "codes": [ { "ald": "0", "situation": "0100" } ] }));
    let causes = |engine: &Engine| {
        let answer = triage(engine, RejectClass::EtmNotInBdo, &claim, &rights);
        (
            answer["cause"]["id"].clone(),
            answer["other_causes"][0]["id"].clone(),
        )
    };
    assert_eq!(
        causes(&engine(str::to_owned)),
        (json!("forced"), json!("never_recorded"))
    );
    assert_eq!(causes(&forced_last), (json!("never_recorded"), json!("forced")));
}
