//! What a document means once it is read.

use crate::sample::{FULL, full, with};
use serde_json::json;
use tierspayant_core::model::{
    CardState, Category, Date, Moment, Nature, Origin, Period, Relation, Setting, ShareSet, Snapshot, Source,
    Status, Trait, Vocabulary,
};
use tierspayant_format::{FORMAT, parse_claim, parse_dossier, parse_snapshots};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn the_whole_claim() {
    let dossier = parse_dossier(FULL.as_bytes()).unwrap();
    assert_eq!(dossier.as_of, Some(day("2026-11-20")));
    let claim = &dossier.claim;
    assert_eq!(claim.id.as_deref(), Some("F-0042"));
    assert_eq!(claim.setting, Some(Setting::Pharmacy));
    assert_eq!(claim.care_date, day("2026-11-20"));
    assert_eq!(claim.prescription_date, Some(day("2026-11-18")));
    assert_eq!(claim.transmission_date, Some(day("2026-11-21")));
    assert_eq!(claim.person.birth_date.unwrap().as_str(), "19851314");
    assert_eq!(claim.person.birth_rank.unwrap().get(), 1);
    assert_eq!(claim.person.nir.unwrap().key_fits(), Some(true));
    assert_eq!(claim.scheme.fund.unwrap().as_str(), "751");
    assert_eq!(claim.card, Some(CardState::Read));
    assert_eq!(claim.nature, Some(Nature::Accident));
    assert_eq!(claim.accident.unwrap().date, Some(day("2026-03-02")));
    let contract = claim.contract.unwrap();
    assert_eq!(contract.contract_type.unwrap().as_str(), "89");
    assert_eq!(
        (contract.period.start(), contract.period.end()),
        (Some(day("2025-12-01")), Some(day("2026-11-30")))
    );
    assert_eq!(claim.third_party, Some(ShareSet::Both));
    let [first, second] = &claim.lines[..] else {
        panic!("two lines")
    };
    assert_eq!((&*first.id, &*second.id), ("1", "2"));
    assert_eq!(first.category, Some(Category::Drug));
    assert_eq!(second.category, Some(Category::ActSeries));
    assert_eq!(first.exemption.unwrap().as_str(), "4");
    assert_eq!(first.relation, Some(Relation::Related));
    assert_eq!(first.origin, Some(Origin::Adri));
    assert_eq!(first.amount_cents, Some(4250));
    assert!(first.traits.has(Trait::Narcotic) && first.traits.has_unknown());
    assert_eq!(second.origin, None);
    assert_eq!(second.traits.iter().count(), 0);
}

#[test]
fn the_whole_snapshot() {
    let dossier = parse_dossier(FULL.as_bytes()).unwrap();
    let [adri, card] = &dossier.rights[..] else {
        panic!("two snapshots")
    };
    let period = |start, end| Period::new(Some(day(start)), Some(day(end))).unwrap();
    assert_eq!(adri.source, Source::Adri);
    assert_eq!(adri.observed_at, Moment::at(day("2026-11-20"), 9, 12, 0).ok());
    assert_eq!(adri.updated_on, Some(day("2026-11-01")));
    assert_eq!(adri.horizon, Some(period("2019-01-01", "2027-11-20")));
    assert_eq!(
        adri.coverage,
        Some(vec![Period::new(Some(day("2019-03-01")), None).unwrap()])
    );
    let code = adri.codes.as_ref().unwrap()[0];
    assert_eq!(
        (code.ald.unwrap().as_str(), code.situation.unwrap().as_str()),
        ("1", "0100")
    );
    let exemption = adri.exemptions.as_ref().unwrap()[0];
    assert_eq!(exemption.vocabulary, Vocabulary::Bdo);
    assert_eq!(exemption.code.as_str(), "LIS");
    assert_eq!(exemption.period, period("2024-01-01", "2028-12-31"));
    assert_eq!(exemption.status, Some(Status::Active));
    let maternity = adri.maternity.unwrap();
    assert_eq!(maternity.period, Some(period("2026-06-01", "2027-01-12")));
    assert_eq!(maternity.presumed_start, Some(day("2026-01-10")));
    assert_eq!(maternity.presumed_delivery, Some(day("2026-10-20")));
    assert_eq!(maternity.delivery, Some(day("2026-10-19")));
    assert_eq!(maternity.status, Some(Status::Closed));
    let accident = adri.accidents.as_ref().unwrap()[0];
    assert_eq!(accident.number.unwrap().as_str(), "123456789");
    assert_eq!(accident.status, Some(Status::Pending));
    let contract = adri.contracts.as_ref().unwrap()[0].clone();
    assert_eq!(contract.participation, Some(true));
    assert_eq!(contract.indicator.unwrap().as_str(), "02");
    assert_eq!(adri.services.as_ref().unwrap()[0].code.as_str(), "41");
    // A list that is there and empty is an answer; one that is absent or null is none.
    let expected = Snapshot {
        observed_at: Some(Moment::on(day("2026-11-20"))),
        coverage: Some(Vec::new()),
        ..Snapshot::silent(Source::Vitale)
    };
    assert_eq!(*card, expected);
}

#[test]
fn absent_means_unknown() {
    let bytes = br#"{"format":"tierspayant/1","claim":{"care_date":"2026-11-20","lines":[{"id":"1"}]}}"#;
    let dossier = parse_dossier(bytes).unwrap();
    assert_eq!(dossier.as_of, None);
    assert!(dossier.rights.is_empty());
    assert_eq!(dossier.claim.third_party, None);
    assert_eq!(dossier.claim.card, None);
    assert_eq!(dossier.claim.lines[0].relation, None);
    assert_eq!(dossier.claim.lines[0].exemption, None);
}

#[test]
fn shares_that_ask_for_tiers_payant() {
    let shares = |value| {
        parse_dossier(&with("/claim/third_party", value))
            .unwrap()
            .claim
            .third_party
    };
    assert_eq!(shares(json!(null)), None);
    assert_eq!(shares(json!(["amo"])), Some(ShareSet::Amo));
    assert_eq!(shares(json!(["amc"])), Some(ShareSet::Amc));
    assert_eq!(shares(json!(["amc", "amo"])), Some(ShareSet::Both));
}

#[test]
fn raw_codes_are_accepted_and_kept() {
    let dossier = parse_dossier(&with("/claim/nature", json!("77"))).unwrap();
    assert!(matches!(dossier.claim.nature, Some(Nature::Unknown(code)) if code.as_str() == "77"));
    let dossier = parse_dossier(&with("/rights/0/exemptions/0/code", json!("NEW CODE 2031"))).unwrap();
    assert_eq!(
        dossier.rights[0].exemptions.as_ref().unwrap()[0].code.as_str(),
        "NEW CODE 2031"
    );
    let dossier = parse_dossier(&with("/claim/lines/0/exemption", json!("Z"))).unwrap();
    assert_eq!(dossier.claim.lines[0].exemption.unwrap().as_str(), "Z");
}

#[test]
fn a_maternity_record_without_bounds_has_no_period() {
    let dossier = parse_dossier(&with(
        "/rights/0/maternity",
        json!({ "real_delivery": "2026-10-19" }),
    ))
    .unwrap();
    let maternity = dossier.rights[0].maternity.unwrap();
    assert_eq!(maternity.period, None);
    assert_eq!(maternity.delivery, Some(day("2026-10-19")));
}

#[test]
fn escapes_and_order_change_nothing() {
    let escaped = FULL
        .replace("\"source\"", "\"so\\u0075rce\"")
        .replace("\"adri\"", "\"\\u0061dri\"");
    assert_eq!(parse_dossier(escaped.as_bytes()), parse_dossier(FULL.as_bytes()));
    let sorted = serde_json::to_vec(&full()).unwrap();
    assert_eq!(parse_dossier(&sorted), parse_dossier(FULL.as_bytes()));
}

#[test]
fn the_claim_door() {
    let whole = parse_dossier(FULL.as_bytes()).unwrap();
    let bare = parse_claim(&serde_json::to_vec(&full()["claim"]).unwrap()).unwrap();
    assert_eq!((bare.as_of, &bare.claim), (None, &whole.claim));
    for rights in [json!(null), json!([])] {
        let document = parse_claim(&with("/rights", rights)).unwrap();
        assert_eq!((document.as_of, &document.claim), (whole.as_of, &whole.claim));
    }
}

#[test]
fn the_snapshot_door() {
    let whole = parse_dossier(FULL.as_bytes()).unwrap().rights;
    let rights = &full()["rights"];
    let read = |value: serde_json::Value| parse_snapshots(&serde_json::to_vec(&value).unwrap()).unwrap();
    assert_eq!(read(rights[0].clone()), whole[..1]);
    assert_eq!(read(rights.clone()), whole);
    assert_eq!(read(json!({ "rights": rights })), whole);
    assert_eq!(read(json!({ "format": FORMAT, "rights": rights })), whole);
    assert_eq!(read(full()), whole);
    assert_eq!(read(json!([])), []);
}
