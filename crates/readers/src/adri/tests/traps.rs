//! Traps that peers fell into, faults and error answers.

use super::*;

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
