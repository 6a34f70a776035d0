use serde_json::{Value, json};
use tierspayant_core::model::{ContractEntry, Period, Source};

use super::fixture;
use crate::{FieldProblem, Format, ReadError, ReadOptions, ReadResult, Refusal, Why, read};

macro_rules! sample {
    ($name:literal) => {
        include_bytes!(concat!("../../../../tests/readers/", $name))
    };
}

fn result(bytes: &[u8]) -> ReadResult {
    read(
        Format::C2s,
        bytes,
        &ReadOptions {
            observed_at: "2026-11-20".parse().ok(),
        },
    )
    .unwrap()
}

fn of(answer: &Value) -> ReadResult {
    result(answer.to_string().as_bytes())
}

fn contracts(result: &ReadResult) -> Option<Vec<ContractEntry>> {
    assert_eq!((result.snapshots.len(), result.refusal), (1, None));
    result.snapshots[0].contracts.clone()
}

fn period(start: &str, end: &str) -> Period {
    Period::new(start.parse().ok(), end.parse().ok()).unwrap()
}

#[test]
fn version_2_and_3_give_the_same_contract() {
    let v2 = result(sample!("c2s-v2-without-participation.json"));
    let contract = contracts(&v2).unwrap()[0].clone();
    assert_eq!(contract.contract_type.unwrap().as_str(), "89");
    assert_eq!((contract.number, contract.participation), (None, Some(false)));
    assert_eq!(contract.period, period("2026-02-01", ""));
    assert_eq!(v2.snapshots[0].source, Source::Portal);
    assert_eq!(
        v2.snapshots[0].coverage, None,
        "it speaks of the complementary insurance only"
    );
    let v3 = contracts(&result(sample!("c2s-v3-with-participation.json"))).unwrap()[0].clone();
    assert_eq!(
        (v3.participation, v3.period),
        (Some(true), period("2026-02-01", ""))
    );
}

#[test]
fn h06_a_right_that_starts_later_starts_later() {
    let future = result(sample!("c2s-v2-future.json"));
    let contract = contracts(&future).unwrap()[0].clone();
    assert_eq!(contract.period, period("2027-03-01", "2028-02-29"));
    assert_eq!(future.snapshots[0].horizon, Some(period("2026-11-20", "")));
    let v3 = of(&json!({ "data": { "est_beneficiaire": true, "date_debut_droit": "2026-12-29" } }));
    let contract = contracts(&v3).unwrap()[0].clone();
    assert_eq!(
        (contract.period, contract.participation),
        (period("2026-12-29", ""), None)
    );
}

#[test]
fn h06_flags_that_contradict_each_other_or_the_dates_say_nothing() {
    for answer in [
        json!({ "status": "non_beneficiaire_css", "dateDebut": "2026-01-01" }),
        json!({ "data": { "est_beneficiaire": false, "date_debut_droit": "2026-01-01" } }),
        json!({ "data": { "est_beneficiaire": true, "status": "non_beneficiaire_css" } }),
    ] {
        let result = of(&answer);
        assert_eq!(contracts(&result), None, "{answer}");
        assert!(
            result
                .unused
                .iter()
                .any(|unused| unused.why == Why::Contradiction)
        );
    }
}

#[test]
fn not_a_beneficiary_is_a_no_from_the_day_of_the_call() {
    for bytes in [&sample!("c2s-v2-none.json")[..], sample!("c2s-v3-none.json")] {
        let result = result(bytes);
        assert_eq!(contracts(&result), Some(Vec::new()));
        assert_eq!(result.snapshots[0].horizon, Some(period("2026-11-20", "")));
    }
    let undated = read(Format::C2s, sample!("c2s-v3-none.json"), &ReadOptions::default()).unwrap();
    assert_eq!(undated.snapshots[0].horizon, None);
}

#[test]
fn the_horizon_reaches_back_to_the_start_of_the_right() {
    let result = result(sample!("c2s-v3-with-participation.json"));
    assert_eq!(result.snapshots[0].horizon, Some(period("2026-02-01", "")));
}

#[test]
fn error_answers_are_never_a_no() {
    let refused = |bytes: &[u8], wanted: Refusal| {
        let result = result(bytes);
        assert_eq!((result.snapshots.len(), result.refusal), (0, Some(wanted)));
        assert!(result.unused.iter().all(|unused| !unused.place.is_empty()));
    };
    refused(sample!("c2s-v2-404.json"), Refusal::NotFound);
    refused(sample!("c2s-v2-503.yaml"), Refusal::Unavailable);
    refused(sample!("c2s-v3-404.json"), Refusal::NotFound);
    for (word, wanted) in [
        ("bad_request", Refusal::BadRequest),
        ("network_error", Refusal::Unavailable),
        ("gateway_timeout", Refusal::TimedOut),
        ("something_else", Refusal::Other),
    ] {
        refused(
            json!({ "error": word, "reason": "x", "message": "x" })
                .to_string()
                .as_bytes(),
            wanted,
        );
    }
    for (code, wanted) in [
        ("37003", Refusal::NotFound),
        ("37002", Refusal::TimedOut),
        ("37999", Refusal::Unavailable),
        ("00429", Refusal::TooManyRequests),
        ("99999", Refusal::Other),
    ] {
        refused(
            json!({ "errors": [{ "code": code, "title": "x" }] })
                .to_string()
                .as_bytes(),
            wanted,
        );
    }
    for (status, wanted) in [
        (400, Refusal::BadRequest),
        (404, Refusal::NotFound),
        (503, Refusal::Unavailable),
        (504, Refusal::TimedOut),
    ] {
        refused(
            json!({ "status": status, "payload": null })
                .to_string()
                .as_bytes(),
            wanted,
        );
        refused(json!({ "status": status }).to_string().as_bytes(), wanted);
    }
    refused(b"status: 504\npayload: |-\n", Refusal::TimedOut);
}

#[test]
fn an_answer_that_says_nothing_gives_a_snapshot_that_says_nothing() {
    for answer in [
        json!({ "data": {}, "links": {}, "meta": {} }),
        json!({ "status": "autre_chose", "dateDebut": null }),
        json!({ "status": null }),
        json!({ "data": { "est_beneficiaire": null } }),
        json!({ "status": "beneficiaire_sans_participation_financiere", "dateDebut": "2026-02-01", "dateFin": "2026-01-01" }),
    ] {
        assert_eq!(contracts(&of(&answer)), None, "{answer}");
    }
}

#[test]
fn h01_nothing_is_no_date() {
    for nothing in [json!(null), json!(""), json!("null"), json!("00000000")] {
        let answer = json!({
            "status": "beneficiaire_sans_participation_financiere", "dateDebut": "2026-02-01", "dateFin": nothing,
        });
        assert_eq!(
            contracts(&of(&answer)).unwrap()[0].period,
            period("2026-02-01", "")
        );
    }
}

#[test]
fn payloads_in_objects_in_text_and_in_yaml_read_the_same() {
    let bare = json!({ "data": { "est_beneficiaire": true, "date_debut_droit": "2026-02-01" } });
    let wanted = contracts(&of(&bare));
    assert_eq!(contracts(&of(&json!({ "status": 200, "payload": bare }))), wanted);
    assert_eq!(
        contracts(&of(&json!({ "status": 200, "payload": bare.to_string() }))),
        wanted
    );
    let indented = serde_json::to_string_pretty(&bare).unwrap().replace('\n', "\n  ");
    let yaml = format!("---\nparams:\n  nom: X\nstatus: 200\npayload: |-\n  {indented}\n\nother: 1\n");
    let result = result(yaml.as_bytes());
    assert_eq!(contracts(&result), wanted);
    assert_eq!(result.unused[0].place, "params");
}

#[test]
fn a_file_that_is_no_example_is_not_taken_for_one() {
    for text in ["hello", "payload: {}", "---\nstatus: 200\n", "{\"payload\": 1}"] {
        assert_eq!(fixture::split(text), None, "{text:?}");
    }
}

#[test]
fn faults_have_their_place() {
    let fault = |answer: Value| {
        read(
            Format::C2s,
            answer.to_string().as_bytes(),
            &ReadOptions::default(),
        )
        .unwrap_err()
    };
    let wrong = json!({ "status": 200, "payload": { "data": { "est_beneficiaire": true, "date_debut_droit": "2026-13-01" } } });
    assert_eq!(
        fault(wrong).to_string(),
        "payload.data.date_debut_droit: not a date"
    );
    let other = json!({ "nom": "X" });
    assert!(matches!(
        fault(other),
        ReadError::Field {
            problem: FieldProblem::NotThisFormat,
            ..
        }
    ));
}
