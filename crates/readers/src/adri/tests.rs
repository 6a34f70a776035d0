use serde_json::{Value, json};
use tierspayant_core::model::{Period, Snapshot, Source};

use crate::{FieldProblem, Format, ReadError, ReadOptions, ReadResult, Refusal, Why, read};

const ANSWER: &[u8] = include_bytes!("../../../../tests/readers/adri-answer.json");
const ENDED: &[u8] = include_bytes!("../../../../tests/readers/adri-ended.json");
const ERROR: &[u8] = include_bytes!("../../../../tests/readers/adri-error.json");

fn result(bytes: &[u8]) -> ReadResult {
    read(Format::AdriJson, bytes, &ReadOptions::default()).unwrap()
}

fn of(answer: &Value) -> ReadResult {
    result(answer.to_string().as_bytes())
}

fn only(answer: &Value) -> Snapshot {
    let mut snapshots = of(answer).snapshots;
    assert_eq!(snapshots.len(), 1);
    snapshots.remove(0)
}

fn error(answer: &Value) -> ReadError {
    read(
        Format::AdriJson,
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

fn person(fields: Value) -> Value {
    json!({ "dateReponse": "20261120", "beneficiaireDeSoins": fields })
}

#[test]
fn the_answer_in_its_envelope() {
    let result = result(ANSWER);
    let snapshot = &result.snapshots[0];
    assert_eq!(snapshot.source, Source::Adri);
    assert_eq!(snapshot.observed_at.unwrap().to_string(), "2026-11-20");
    assert_eq!(snapshot.person.birth_date.unwrap().as_str(), "19850514");
    assert_eq!(snapshot.person.birth_rank.unwrap().get(), 1);
    assert!(snapshot.person.nir.is_some());
    assert_eq!(snapshot.scheme.centre.unwrap().as_str(), "0000");
    assert_eq!(snapshot.coverage, Some(vec![period("2019-03-01", "")]));
    let codes = snapshot.codes.as_ref().unwrap();
    assert_eq!(codes.len(), 3);
    assert_eq!(codes[1].period, period("2024-01-01", "2028-12-31"));
    assert_eq!(
        (
            codes[1].ald.unwrap().as_str(),
            codes[1].situation.unwrap().as_str()
        ),
        ("1", "0100")
    );
    let service = snapshot.services.as_ref().unwrap()[0];
    assert_eq!(
        (service.code.as_str(), service.period),
        ("01", period("2025-12-01", "2026-11-30"))
    );
    let contract = snapshot.contracts.as_ref().unwrap()[0];
    assert_eq!(contract.number.unwrap().as_str(), "99999997");
    assert_eq!(contract.indicator.unwrap().as_str(), "62");
    assert_eq!(contract.period, period("2025-12-01", "2026-11-30"));
    let accidents = snapshot.accidents.as_ref().unwrap();
    assert_eq!(accidents.len(), 1);
    assert_eq!(accidents[0].number.unwrap().as_str(), "123456782");
    assert_eq!(
        (&snapshot.maternity, &snapshot.exemptions),
        (&None, &None),
        "ADRi is silent there"
    );
    assert_eq!(
        why(&result, "method.output.beneficiaireDeSoins.nomUsuel"),
        Some(Why::Personal)
    );
    assert_eq!(
        why(&result, "method.output.beneficiaireDeSoins.adresse1"),
        Some(Why::Empty)
    );
    assert_eq!(
        why(&result, "method.output.mutuelle.codeGarantiesComplementaires"),
        Some(Why::NotNeeded)
    );
    assert!(
        !result.unused.iter().any(|unused| unused.place.contains("date")),
        "every date was used"
    );
}

#[test]
fn the_bare_answer_and_other_envelopes_read_the_same() {
    let root: Value = serde_json::from_slice(ANSWER).unwrap();
    let output = root["method"]["output"].clone();
    let wanted = only(&root);
    for shape in [
        output.clone(),
        json!({ "output": output }),
        json!([output]),
        json!({ "reponse": { "adri": output } }),
    ] {
        assert_eq!(only(&shape), wanted);
    }
}

#[test]
fn h01_zeros_blanks_null_and_absent_are_no_dates() {
    for nothing in [
        json!("00000000"),
        json!(""),
        json!(null),
        json!("        "),
        json!(0),
        json!("000000000000"),
    ] {
        let item =
            json!({ "dateDebut": nothing, "dateFin": nothing, "codeALD": "0", "codeSituation": "0100" });
        let snapshot = only(&person(json!({ "lstPeriodeCodeCouverture": [item] })));
        assert_eq!(snapshot.codes.unwrap()[0].period, Period::ALWAYS, "{nothing}");
    }
    let absent = only(&person(
        json!({ "lstPeriodeCodeCouverture": [{ "codeALD": 0, "codeSituation": 100 }] }),
    ));
    let code = absent.codes.unwrap()[0];
    assert_eq!(
        (code.ald.unwrap().as_str(), code.situation.unwrap().as_str()),
        ("0", "0100")
    );
    assert_eq!(code.period, Period::ALWAYS);
}

#[test]
fn h02_a_blank_end_is_open_and_never_today() {
    let snapshot = only(&person(
        json!({ "lstPeriodeAMO": [{ "dateDebut": "20200101", "dateFin": "" }] }),
    ));
    assert_eq!(snapshot.coverage, Some(vec![period("2020-01-01", "")]));
    let result = of(&person(
        json!({ "lstPeriodeAMO": [{ "dateDebut": "", "dateFin": "" }] }),
    ));
    assert_eq!(result.snapshots[0].coverage, None);
    assert_eq!(
        why(&result, "beneficiaireDeSoins.lstPeriodeAMO[0]"),
        Some(Why::NoPeriod)
    );
}

#[test]
fn h03_service_dates_are_read_under_both_spellings_and_unread_fields_are_listed() {
    let wanted = Some(period("2026-01-01", "2026-12-31"));
    for (start, end) in [
        ("dateDebutServiceAMO", "dateFinServiceAMO"),
        ("dateDebutCodeServiceAMO", "dateFinCodeServiceAMO"),
    ] {
        let fields = json!({ "codeServiceAMO": "03", start: "20260101", end: "20261231" });
        assert_eq!(
            only(&person(fields)).services.map(|services| services[0].period),
            wanted,
            "{start}"
        );
    }
    let result = of(&person(
        json!({ "codeServiceAMO": "03", "dateDebutServiceAmo": "20260101" }),
    ));
    assert_eq!(
        why(&result, "beneficiaireDeSoins.dateDebutServiceAmo"),
        Some(Why::Unknown)
    );
}

#[test]
fn h04_h05_impossible_birth_dates_and_fresh_proof_of_ended_rights() {
    let snapshot = result(ENDED).snapshots.remove(0);
    assert_eq!(snapshot.person.birth_date.unwrap().as_str(), "20011901");
    assert_eq!(snapshot.person.birth_rank.unwrap().get(), 1);
    assert_eq!(snapshot.observed_at.unwrap().to_string(), "2020-12-07");
    assert_eq!(snapshot.coverage, Some(vec![period("2009-01-01", "2012-12-31")]));
    assert_eq!(
        snapshot.contracts.unwrap()[0].period,
        period("2012-01-01", "2012-12-31")
    );
    assert_eq!(snapshot.services, Some(Vec::new()));
    assert_eq!(snapshot.accidents, None);
}

#[test]
fn an_error_answer_says_nothing_of_rights() {
    let result = result(ERROR);
    assert_eq!(
        (result.snapshots.len(), result.refusal),
        (0, Some(Refusal::Other))
    );
    for answer in [
        json!({ "method": { "lstException": [{ "code": 2001, "description": "x" }] } }),
        json!({ "method": { "lstException": [{ "code": -1 }], "output": {} } }),
        json!({ "exception": { "type": "1", "libelle": "x" }, "dateReponse": "20261120", "beneficiaireDeSoins": {} }),
        json!({ "method": { "output": { "exception": { "type": 2 } }, "lstException": [] } }),
    ] {
        let result = of(&answer);
        assert_eq!(
            (result.snapshots.len(), result.refusal),
            (0, Some(Refusal::Other)),
            "{answer}"
        );
        assert!(!result.unused.is_empty());
    }
    for empty in [
        json!(null),
        json!({}),
        json!({ "type": "", "libelle": "", "global": "0" }),
    ] {
        let answer = json!({ "exception": empty, "beneficiaireDeSoins": { "lstPeriodeAMO": [] } });
        assert_eq!(only(&answer).coverage, Some(Vec::new()));
    }
}

#[test]
fn what_is_no_answer_says_so() {
    let problem = |answer: Value| match error(&answer) {
        ReadError::Field { problem, .. } => problem,
        other => panic!("{other}"),
    };
    assert_eq!(
        problem(json!({ "method": { "output": { "donneescv": {} } } })),
        FieldProblem::CardReading
    );
    assert_eq!(
        problem(json!({ "method": { "output": {} } })),
        FieldProblem::NotThisFormat
    );
    assert_eq!(
        problem(json!({ "beneficiaireDeSoins": "x" })),
        FieldProblem::NotAnObject
    );
    assert_eq!(
        problem(person(json!({ "lstPeriodeAMO": "x" }))),
        FieldProblem::NotAList
    );
    assert_eq!(
        problem(person(json!({ "lstPeriodeAMO": [1] }))),
        FieldProblem::NotAnObject
    );
}

#[test]
fn a_date_that_is_no_day_is_an_error_with_its_place() {
    let item = json!({ "dateDebut": "20200101", "dateFin": "20230229" });
    let root = json!({ "method": { "output": person(json!({ "lstPeriodeAMO": [item] })) } });
    assert_eq!(
        error(&root).to_string(),
        "method.output.beneficiaireDeSoins.lstPeriodeAMO[0].dateFin: not a date"
    );
    assert_eq!(
        error(&json!({ "dateReponse": [] , "mutuelle": { "periodeMutuelle": { "dateDebut": true } } }))
            .to_string(),
        "mutuelle.periodeMutuelle.dateDebut: not a date"
    );
}

#[test]
fn a_period_that_ends_before_it_starts_costs_only_itself() {
    let items = json!([
        { "dateDebut": "20200101", "dateFin": "20191231" },
        { "dateDebut": "20210101", "dateFin": "99991231" },
    ]);
    let result = of(&person(json!({ "lstPeriodeAMO": items })));
    assert_eq!(result.snapshots[0].coverage, Some(vec![period("2021-01-01", "")]));
    assert_eq!(
        why(&result, "beneficiaireDeSoins.lstPeriodeAMO[0]"),
        Some(Why::EndsBeforeStart)
    );
}

#[test]
fn lists_that_were_not_given_say_nothing_and_empty_ones_say_none() {
    let silent = only(&person(json!({ "lstPeriodeAMO": null })));
    assert_eq!(
        (silent.coverage, silent.codes, silent.contracts, silent.services),
        (None, None, None, None)
    );
    let none = only(&person(
        json!({ "lstPeriodeAMO": [], "lstPeriodeCodeCouverture": [] }),
    ));
    assert_eq!((none.coverage, none.codes), (Some(Vec::new()), Some(Vec::new())));
    let single = only(&person(json!({ "lstPeriodeAMO": { "dateDebut": "20200101" } })));
    assert_eq!(single.coverage.unwrap().len(), 1);
    let empty_object_as_list = json!({ "dateReponse": "20261120", "mutuelle": [], "donneesAT": "" });
    assert_eq!(only(&empty_object_as_list).contracts, None);
}

#[test]
fn a_contract_without_any_period_says_nothing() {
    let result = of(&json!({ "dateReponse": "20261120", "mutuelle": { "noIdentification": "99999997" } }));
    assert_eq!(result.snapshots[0].contracts, None);
    assert_eq!(why(&result, "mutuelle.noIdentification"), Some(Why::NoPeriod));
    let open =
        json!({ "mutuelle": { "noIdentification": "99999997", "periodeMutuelle": { "dateDebut": "" } } });
    assert_eq!(only(&open).contracts.unwrap()[0].period, Period::ALWAYS);
}

#[test]
fn numbers_get_back_the_zeros_they_lost() {
    let scheme =
        only(&json!({ "infosGlobales": { "codeRegime": 1, "codeCaisse": 21, "centrePrestation": 34 } }))
            .scheme;
    assert_eq!(scheme.regime.unwrap().as_str(), "01");
    assert_eq!(scheme.fund.unwrap().as_str(), "021");
    assert_eq!(scheme.centre.unwrap().as_str(), "0034");
}

#[test]
fn the_callers_date_serves_where_the_answer_has_none() {
    let observed_at = "2026-11-21T08:00:00".parse().ok();
    let options = ReadOptions { observed_at };
    let dated = read(Format::AdriJson, ANSWER, &options)
        .unwrap()
        .snapshots
        .remove(0);
    assert_eq!(dated.observed_at.unwrap().to_string(), "2026-11-20");
    let undated = read(Format::AdriJson, br#"{"mutuelle":{}}"#, &options)
        .unwrap()
        .snapshots
        .remove(0);
    assert_eq!(undated.observed_at, observed_at);
}

#[test]
fn nothing_personal_shows_in_what_is_printed() {
    let mut result = result(ANSWER);
    result.snapshots[0].observed_at = None;
    let printed = format!("{result:?}");
    for value in ["SPECIMEN", "CAMILLE", "Exemple", "1850599999001", "19850514"] {
        assert!(!printed.contains(value), "{value}");
    }
    let bad_number =
        person(json!({ "noNIRCertifie": "18505999990", "dateNaissance": "x", "rangGemellaire": "77" }));
    let result = of(&bad_number);
    assert_eq!(
        result
            .unused
            .iter()
            .filter(|unused| unused.why == Why::WrongKind)
            .count(),
        3
    );
    assert!(!format!("{result:?}").contains("18505999990"));
}
