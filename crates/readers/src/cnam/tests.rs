use serde_json::{Value, json};
use tierspayant_core::model::{Period, Source};

use crate::{FieldProblem, Format, ReadError, ReadOptions, ReadResult, Refusal, Why, read};

const GATHERED: &[u8] = include_bytes!("../../../../tests/readers/cnam-droits-gathered.json");
const CONTRACTS: &[u8] = include_bytes!("../../../../tests/readers/cnam-droits-contrats.json");
const EXEMPTIONS: &[u8] = include_bytes!("../../../../tests/readers/cnam-droits-exonerations.json");
const PEOPLE: &[u8] = include_bytes!("../../../../tests/readers/cnam-droits-beneficiaires.json");

fn result(bytes: &[u8]) -> ReadResult {
    read(
        Format::CnamDroits,
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

fn error(answer: &Value) -> ReadError {
    read(
        Format::CnamDroits,
        answer.to_string().as_bytes(),
        &ReadOptions::default(),
    )
    .unwrap_err()
}

fn period(start: &str, end: &str) -> Period {
    Period::new(start.parse().ok(), end.parse().ok()).unwrap()
}

fn why(result: &ReadResult, place: &str) -> Option<Why> {
    result
        .unused
        .iter()
        .find(|unused| unused.place == place)
        .map(|unused| unused.why)
}

#[test]
fn answers_gathered_in_one_object() {
    let result = result(GATHERED);
    let snapshot = &result.snapshots[0];
    assert_eq!(snapshot.source, Source::Portal);
    assert_eq!(snapshot.person.birth_date.unwrap().as_str(), "1985-05-14");
    assert_eq!(snapshot.person.birth_rank.unwrap().get(), 1);
    assert!(snapshot.person.nir.is_some());
    assert_eq!(snapshot.scheme.regime.unwrap().as_str(), "01");
    assert_eq!(snapshot.scheme.fund.unwrap().as_str(), "751");
    assert_eq!(snapshot.coverage, Some(vec![period("2026-01-01", "2027-11-20")]));
    assert_eq!(
        snapshot.contracts.as_ref().unwrap()[0].period,
        period("2026-02-01", "2027-01-31")
    );
    let exemptions = snapshot.exemptions.as_ref().unwrap();
    assert_eq!(exemptions[0].code.as_str(), "LIS");
    assert_eq!(exemptions[0].period, period("", "2027-11-20"));
    assert_eq!(exemptions[1].code.as_str(), "MAT");
    let maternity = snapshot.maternity.unwrap();
    assert_eq!(maternity.presumed_start, "2026-06-20".parse().ok());
    assert_eq!(maternity.delivery, None);
    assert_eq!(maternity.period, Some(period("2026-12-01", "2027-06-15")));
    assert_eq!(
        why(&result, "beneficiaire.presence_CMUC_ACS"),
        Some(Why::FlagWithoutDates)
    );
    assert_eq!(why(&result, "beneficiaire.nom_usage"), Some(Why::Personal));
    assert_eq!(why(&result, "caisse.adresse.commune"), Some(Why::NotNeeded));
}

#[test]
fn h08_the_horizon_is_one_year_from_the_call_and_the_past_is_not_seen() {
    assert_eq!(
        result(CONTRACTS).snapshots[0].horizon,
        Some(period("2026-11-20", "2027-11-20"))
    );
    let leap = ReadOptions {
        observed_at: "2028-02-29".parse().ok(),
    };
    let snapshot = read(Format::CnamDroits, CONTRACTS, &leap)
        .unwrap()
        .snapshots
        .remove(0);
    assert_eq!(snapshot.horizon, Some(period("2028-02-29", "2029-02-28")));
    let undated = read(Format::CnamDroits, CONTRACTS, &ReadOptions::default())
        .unwrap()
        .snapshots
        .remove(0);
    assert_eq!(undated.horizon, None);
}

#[test]
fn h08_an_empty_answer_of_an_absent_scheme_is_no_denial() {
    let result = of(&json!({ "beneficiaire": { "rang_naissance": 1 }, "contrats": [], "exonerations": [] }));
    let snapshot = &result.snapshots[0];
    assert_eq!(
        (&snapshot.coverage, &snapshot.contracts, &snapshot.exemptions),
        (&None, &None, &None)
    );
    let covered = json!({
        "contrats": [{ "nature_assurance": "AMO", "periodes_droits": [{ "date_debut": "2026-01-01" }] }],
        "exonerations": [],
    });
    assert_eq!(of(&covered).snapshots[0].exemptions, Some(Vec::new()));
}

#[test]
fn each_answer_is_read_alone() {
    assert_eq!(result(CONTRACTS).snapshots[0].coverage.as_ref().unwrap().len(), 1);
    let people = result(PEOPLE).snapshots;
    assert_eq!(people.len(), 2);
    assert_eq!(people[1].person.birth_rank.unwrap().get(), 2);
    let fund = of(&json!({ "id": "01261", "codeCentre": "0001", "libelle": "x" }));
    assert_eq!(fund.snapshots[0].scheme.fund.unwrap().as_str(), "261");
    let doctor = of(&json!({ "numero_am": "1", "nom": "x", "date_debut": "2020-01-01" }));
    assert!(doctor.snapshots.is_empty());
    assert_eq!(why(&doctor, "nom"), Some(Why::Personal));
}

#[test]
fn exemptions_whose_motive_is_hidden_say_nothing() {
    let result = result(EXEMPTIONS);
    assert_eq!(result.snapshots[0].exemptions, None);
    assert_eq!(why(&result, "[0]"), Some(Why::Hidden));
    assert_eq!(why(&result, "[1]"), Some(Why::Hidden));
}

#[test]
fn a_hidden_motive_with_maternity_dates_is_still_a_maternity() {
    let result =
        of(&json!([{ "date_fin": "2027-01-01", "maternite": { "date_reelle_accouchement": "2026-11-14" } }]));
    assert_eq!(
        result.snapshots[0].maternity.unwrap().delivery,
        "2026-11-14".parse().ok()
    );
}

#[test]
fn contracts_of_the_state_have_no_number_and_other_codes_are_not_guessed() {
    let gathered = result(GATHERED);
    let contract = gathered.snapshots[0].contracts.as_ref().unwrap()[0].clone();
    assert_eq!(contract.number, None);
    assert_eq!(contract.contract_type.unwrap().as_str(), "89");
    for details in [
        json!({ "code_type_contrat": "ACS" }),
        json!({ "code_type_contrat": "XYZ" }),
        json!({}),
        json!(null),
    ] {
        let periods = json!([{ "date_debut": "2026-01-01" }]);
        let answer = json!([{ "nature_assurance": "AMC", "details": details, "periodes_droits": periods }]);
        let other = of(&answer);
        assert_eq!(other.snapshots[0].contracts, None);
        assert_eq!(why(&other, "[0].details"), Some(Why::Unknown));
    }
    let own_bounds =
        of(&json!([{ "nature_assurance": "AMO", "date_debut": "2026-12-01", "date_fin": "2027-01-15" }]));
    assert_eq!(
        own_bounds.snapshots[0].coverage,
        Some(vec![period("2026-12-01", "2027-01-15")])
    );
    let unknown = of(&json!([{ "nature_assurance": "XYZ" }, { "nature_assurance": "AMO" }]));
    assert_eq!(unknown.snapshots[0].coverage, None);
    assert_eq!(why(&unknown, "[0].nature_assurance"), Some(Why::Unknown));
    assert_eq!(why(&unknown, "[1]"), Some(Why::NoPeriod));
}

#[test]
fn rights_beside_several_people_belong_to_nobody() {
    let result = of(&json!({
        "beneficiaires": [{ "rang_naissance": 1 }, { "rang_naissance": 2, "contrats": [
            { "nature_assurance": "AMO", "periodes_droits": [{ "date_debut": "2026-01-01" }] }
        ] }],
        "exonerations": [{ "motif": { "code": "LIS" } }],
    }));
    assert_eq!(result.snapshots.len(), 2);
    assert_eq!(result.snapshots[0].exemptions, None);
    assert_eq!(result.snapshots[1].coverage.as_ref().unwrap().len(), 1);
    assert_eq!(why(&result, "exonerations[0]"), Some(Why::NoOwner));
}

#[test]
fn error_answers_are_no_denial() {
    for (answer, wanted) in [
        (json!({ "status": 404, "error": "Not Found" }), Refusal::NotFound),
        (
            json!({ "httpCode": "401", "httpMessage": "Unauthorized" }),
            Refusal::Denied,
        ),
        (json!({ "code": "E1", "message": "x" }), Refusal::Other),
        (json!({ "status": 503, "body": null }), Refusal::Unavailable),
    ] {
        let result = of(&answer);
        assert_eq!(
            (result.snapshots.len(), result.refusal),
            (0, Some(wanted)),
            "{answer}"
        );
    }
}

#[test]
fn faults_have_their_place() {
    let wrong = json!({ "contrats": [{ "nature_assurance": "AMO", "periodes_droits": [{ "date_fin": "2026-02-30" }] }] });
    assert_eq!(
        error(&wrong).to_string(),
        "contrats[0].periodes_droits[0].date_fin: not a date"
    );
    assert!(matches!(
        error(&json!([])),
        ReadError::Field {
            problem: FieldProblem::EmptyList,
            ..
        }
    ));
    let mixed = json!([{ "nature_assurance": "AMO" }, { "motif": {} }]);
    assert!(matches!(
        error(&mixed),
        ReadError::Field {
            problem: FieldProblem::NotThisFormat,
            ..
        }
    ));
}

#[test]
fn envelopes_are_opened() {
    let contracts: Value = serde_json::from_slice(CONTRACTS).unwrap();
    let result = of(&json!({ "status": 200, "body": contracts }));
    assert_eq!(result.snapshots[0].coverage.as_ref().unwrap().len(), 1);
}

#[test]
fn nothing_personal_shows_in_what_is_printed() {
    let printed = format!("{:?} {:?}", result(GATHERED), result(PEOPLE));
    for value in ["SPECIMEN", "Camille", "1850599999001", "1985-05-14", "215032A"] {
        assert!(!printed.contains(value), "{value}");
    }
}
