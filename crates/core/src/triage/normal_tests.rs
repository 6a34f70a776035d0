//! One spelling for every way of writing the same key or label.

use super::{Abbreviation, normal_key, normal_label};
use crate::model::Date;
use crate::tables::{Confidence, Reference};

#[test]
fn keys_have_one_spelling() {
    for key in [
        "0450 054",
        "0450-054",
        "0450054",
        " 0450\u{a0}054 ",
        "0450\u{2011}054",
        "0450.054",
    ] {
        assert_eq!(normal_key(key).as_deref(), Some("0450-054"), "{key}");
    }
    for (key, expected) in [
        ("606", "606"),
        ("r-12", "R12"),
        ("0450-0541", "04500541"),
        ("045-054", "045054"),
    ] {
        assert_eq!(normal_key(key).as_deref(), Some(expected), "{key}");
    }
    for empty in ["", "  ", "--"] {
        assert_eq!(normal_key(empty), None, "{empty}");
    }
}

fn short() -> [Abbreviation; 1] {
    [Abbreviation {
        short: "BDO".into(),
        long: "base de données".into(),
        reference: Reference {
            text: "x".into(),
            confidence: Confidence::Product,
            checked: Date::from_ymd(2026, 1, 1).unwrap(),
        },
    }]
}

#[test]
fn labels_have_one_spelling() {
    let same = [
        "ETM NON TROUVÉE EN BDO",
        "etm non trouvee en bdo",
        "  ETM  non trouve\u{301}e, en (B.D.O.) ",
        "E.T.M. non trouvée en base de données",
    ];
    for label in same {
        assert_eq!(
            normal_label(label, &short()).as_deref(),
            Some("ETM NON TROUVEE EN BASE DE DONNEES"),
            "{label}"
        );
    }
}

#[test]
fn every_french_letter_has_a_plain_one() {
    let written = "àâäçéèêëîïôöùûüÿœæñ ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆÑ";
    let plain = "AAACEEEEIIOOUUUYOEAEN AAACEEEEIIOOUUUYOEAEN";
    assert_eq!(normal_label(written, &[]).as_deref(), Some(plain));
}

#[test]
fn words_are_not_bent() {
    let one = normal_label("ETM NON TROUVÉ EN BDO", &short());
    assert_ne!(one, normal_label("ETM NON TROUVÉE EN BDO", &short()));
    assert_ne!(one, normal_label("ETM NON TROUVÉ BDO", &short()));
    assert_eq!(normal_label(" ... ", &[]), None);
}
