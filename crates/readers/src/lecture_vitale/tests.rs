//! A family, and what is refused.

use crate::{Format, ReadError, ReadOptions, read};

const CARD: &str = include_str!("../../../../tests/readers/lecture-vitale-family.xml");

#[test]
fn a_family_gives_one_snapshot_each_and_nothing_is_guessed_from_words() {
    let read = read(Format::LectureVitale, CARD.as_bytes(), &ReadOptions::default()).unwrap();
    let [insured, child] = &read.snapshots[..] else {
        panic!("two people: {:?}", read.unused);
    };
    let coverage = insured.coverage.as_ref().unwrap();
    assert_eq!(coverage[0].start().unwrap().to_string(), "2019-03-01");
    assert_eq!(coverage[0].end().unwrap().to_string(), "2026-10-31");
    assert_eq!(coverage[1].end(), None);
    assert_eq!((&insured.exemptions, &insured.codes), (&None, &None));
    assert!(insured.person.nir.is_some());
    assert_eq!(insured.person.birth_date.as_ref().unwrap().as_str(), "19850514");
    assert_eq!(child.person.birth_date.as_ref().unwrap().as_str(), "20181901");
    assert_eq!(child.scheme.regime.unwrap().as_str(), "01");
    assert_eq!(child.coverage, None);
    let unused: Vec<String> = read.unused.iter().map(ToString::to_string).collect();
    assert!(
        unused
            .iter()
            .any(|line| line.ends_with("libelleExo: a yes or no without dates")),
        "{unused:?}"
    );
    let shown = format!("{read:?}");
    for personal in ["SPECIMEN", "CAMILLE", "RUE DU TEST", "1850575999001"] {
        assert!(!shown.contains(personal), "{personal}");
    }
}

#[test]
fn what_is_no_card_is_refused() {
    let refused =
        |text: &str| read(Format::LectureVitale, text.as_bytes(), &ReadOptions::default()).unwrap_err();
    assert!(matches!(refused("<a><b></a>"), ReadError::NotXml { line: 1, .. }));
    assert!(matches!(refused("<other/>"), ReadError::Field { .. }));
    assert!(matches!(
        refused("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"),
        ReadError::NotXml { .. }
    ));
    assert_eq!(
        refused(&CARD.replace("31102026", "31132026")).to_string(),
        "T_RESULTAT.listeBenef.T_AsnDonneesVitale[0].amo.listePeriodesDroits.element[0].fin: not a date"
    );
}
