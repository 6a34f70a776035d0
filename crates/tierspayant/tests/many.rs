//! Many of a kind: more answers on record than a minute has seconds, and several rejects of one claim.

use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::HashSet;
use tierspayant::core::triage::Triage;
use tierspayant::{Engine, parse_dossier, parse_reject};

#[test]
fn the_newest_of_many_answers_is_the_newest_on_every_day() {
    let answers = 130;
    let answer = |place: u32| {
        let newest = place + 1 == answers;
        json!({
            "source": "bdo",
            "observed_at": format!("2026-11-20T09:{:02}:{:02}", place / 60, place % 60),
            "coverage": [if newest { json!({ "end": "2020-12-31" }) } else { json!({}) }]
        })
    };
    let dossier = json!({
        "format": "tierspayant/1",
        "as_of": "2026-11-20",
        "claim": {
            "care_date": "2026-11-20", "card": "read", "nature": "10", "third_party": ["amo"],
            "lines": [{ "id": "1", "category": "drug", "exemption": "0" }]
        },
        "rights": (0..answers).rev().map(answer).collect::<Vec<Value>>()
    });
    let dossier = parse_dossier(dossier.to_string().as_bytes()).unwrap();
    let engine = Engine::embedded();
    let checked = engine.check(&dossier);
    // The other answers show a right that the newest one ends.
    assert_eq!(checked.what_if().days.earliest, None);
}

#[test]
fn each_reject_of_a_claim_is_asked_again_on_its_own_day() {
    let engine = Engine::embedded();
    let document = |returned_on: &str| {
        let document = json!({
            "format": "tierspayant-reject/1",
            "reject": { "label": "ENTENTE PREALABLE ABSENTE", "share": "amo", "line": "1", "returned_on": returned_on },
            "claim": {
                "care_date": "2026-11-20", "card": "read", "nature": "10", "third_party": ["amo"],
                "lines": [{
                    "id": "1", "category": "device", "exemption": "0",
                    "prior_agreement": "requested", "prior_agreement_requested_on": "2026-11-02"
                }]
            },
            "rights": [{ "source": "adri", "observed_at": "2026-11-20", "coverage": [{}] }]
        });
        parse_reject(document.to_string().as_bytes()).unwrap()
    };
    let documents = ["2026-11-17", "2026-11-25", "2030-01-07", "2026-11-25"].map(document);
    let said = |triage: Triage| format!("{triage:?}");
    let alone: Vec<String> = documents.iter().map(|one| said(engine.triage_of(one))).collect();
    // Each day has something of its own.
    assert_eq!(alone.iter().collect::<HashSet<_>>().len(), 3);
    let mut sent = documents
        .first()
        .map(|one| engine.sent(Cow::Borrowed(&one.dossier)))
        .unwrap();
    for (document, alone) in documents.iter().zip(&alone) {
        let recognition = engine.tables().rejects.recognise(&document.reject);
        assert_eq!(
            &said(engine.triage_sent(&mut sent, &document.reject, recognition)),
            alone
        );
    }
}
