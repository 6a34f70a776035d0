//! A family card, one of a phone, and what is refused.

use crate::{Format, ReadOptions, read};
use tierspayant_core::model::Source;

const CARD: &str = include_str!("../../../../tests/readers/jfse-family.json");

fn snapshots(text: &str) -> crate::ReadResult {
    read(Format::Jfse, text.as_bytes(), &ReadOptions::default()).unwrap()
}

#[test]
fn a_family_card_gives_one_snapshot_per_beneficiary() {
    let read = snapshots(CARD);
    let [insured, child] = &read.snapshots[..] else {
        panic!("two people");
    };
    assert_eq!(insured.source, Source::Vitale);
    assert_eq!(
        insured.scheme.centre.map(|code| code.to_string()).as_deref(),
        Some("0000")
    );
    let code = insured.codes.as_ref().unwrap()[0];
    assert_eq!(code.situation.unwrap().as_str(), "0100");
    assert_eq!(code.ald.unwrap().as_str(), "1");
    assert_eq!((code.period.start(), code.period.end()), (None, None));
    assert_eq!(
        insured.contracts.as_ref().unwrap()[0].number.unwrap().as_str(),
        "12345678"
    );
    assert_eq!(insured.accidents.as_ref().unwrap().len(), 1);
    assert!(insured.person.nir.is_some());
    assert_eq!(child.accidents, None, "an accident is the insured person's");
    assert_eq!(child.person.birth_date.as_ref().unwrap().as_str(), "19421901");
    assert_eq!(
        child.coverage.as_ref().unwrap()[0].end().unwrap().to_string(),
        "2026-10-31"
    );
}

#[test]
fn a_phone_is_a_phone_and_its_token_is_never_kept() {
    let phone = CARD.replace(
        "\"apCV\":false",
        "\"apCV\":true,\"contexteApCV\":{\"identifiant\":\"ID-9\",\"token\":\"SECRET-TOKEN\"}",
    );
    let read = snapshots(&phone);
    assert_eq!(read.snapshots[0].source, Source::Apcv);
    let shown = format!("{read:?}");
    for personal in ["SECRET-TOKEN", "ID-9", "SPECIMEN", "CAMILLE", "ADH-1"] {
        assert!(!shown.contains(personal), "{personal}");
    }
    let unused: Vec<String> = read.unused.iter().map(ToString::to_string).collect();
    assert!(
        unused
            .iter()
            .any(|line| line.ends_with("contexteApCV.token: personal data that no verdict needs")),
        "{unused:?}"
    );
}

#[test]
fn what_is_no_card_is_refused_with_its_place() {
    let refused = |text: &str| {
        read(Format::Jfse, text.as_bytes(), &ReadOptions::default())
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        refused(r#"{"method":{"output":{}}}"#),
        "method.output: nothing here belongs to the format that was asked for"
    );
    let dated = CARD.replace("20261031", "20261301");
    assert_eq!(
        refused(&dated),
        "method.output.donneescv.lstDonneesBeneficiaire[1].lstPeriodeDroitsAMO[0].dateFin: not a date"
    );
}
