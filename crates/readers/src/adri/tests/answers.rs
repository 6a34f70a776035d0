//! What an answer gives.

use super::*;

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
    let contract = snapshot.contracts.as_ref().unwrap()[0].clone();
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
    let no_service = |code: &str| only(&person(json!({ "codeServiceAMO": code }))).contracts;
    assert_eq!(
        (no_service("0"), no_service(""), no_service("01")),
        (Some(Vec::new()), None, None)
    );
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
