//! Keys and labels against a table of this test.

use crate::ids::RejectClass;
use crate::model::Share;
use crate::model::{Date, Period};
use crate::tables::{Confidence, Reference};
use crate::triage::{
    Found, KnownReject, Matched, Recognised, Recognition, RejectReport, Rejects, RuleWords, WordRule,
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn entry(
    class: RejectClass,
    key: Option<&'static str>,
    label: Option<&'static str>,
    from: Option<&str>,
    to: Option<&str>,
) -> KnownReject {
    KnownReject {
        class,
        key: key.map(Into::into),
        label: label.map(Into::into),
        aliases: Vec::new().into(),
        meaning: None,
        validity: Period::new(from.map(day), to.map(day)).unwrap(),
        reference: Reference {
            text: "x".into(),
            confidence: Confidence::Product,
            checked: day("2026-01-01"),
        },
    }
}

fn table() -> Rejects {
    let entries = vec![
        entry(
            RejectClass::EtmNotInBdo,
            Some("0450-054"),
            Some("ETM NON TROUVÉE"),
            None,
            Some("2024-10-02"),
        ),
        entry(
            RejectClass::EtmNotInBdo,
            Some("0009-816"),
            Some("ALD INCONNUE"),
            Some("2024-10-03"),
            None,
        ),
        entry(
            RejectClass::AlreadyPaid,
            Some("0450-054"),
            None,
            Some("2024-10-03"),
            None,
        ),
        KnownReject {
            aliases: vec!["FACTURE DEJA REGLEE".into()].into(),
            ..entry(
                RejectClass::AlreadyPaid,
                None,
                Some("FACTURE DEJA PAYEE"),
                None,
                None,
            )
        },
    ];
    Rejects::new(entries, Vec::new(), Vec::new()).unwrap()
}

fn recognise(table: &Rejects, key: Option<&str>, label: Option<&str>, on: Option<Date>) -> Recognition {
    table.recognise(&RejectReport {
        key: key.map(Into::into),
        label: label.map(Into::into),
        returned_on: on,
        ..RejectReport::default()
    })
}

#[test]
fn by_key_by_label_by_both() {
    let recognise = |key, label| recognise(&table(), key, label, Some(day("2024-10-02")));
    let by_key = recognise(Some("0450 054"), None);
    assert_eq!(
        (by_key.class, by_key.by),
        (Some(RejectClass::EtmNotInBdo), Recognised::Key)
    );
    assert_eq!((by_key.key, by_key.label), (Found::Known, Found::Absent));
    let by_label = recognise(None, Some("etm non trouvée"));
    assert_eq!(
        (by_label.class, by_label.by),
        (Some(RejectClass::EtmNotInBdo), Recognised::Label)
    );
    let by_both = recognise(Some("0450054"), Some("etm non trouvee"));
    assert_eq!(
        (by_both.class, by_both.by),
        (Some(RejectClass::EtmNotInBdo), Recognised::Both)
    );
    assert_eq!(by_both.entries, [0]);
    let by_alias = recognise(None, Some("Facture déjà réglée"));
    assert_eq!(
        (by_alias.class, by_alias.entries),
        (Some(RejectClass::AlreadyPaid), vec![3])
    );
}

#[test]
fn each_side_of_a_date() {
    for (returned, class) in [
        ("2024-10-02", RejectClass::EtmNotInBdo),
        ("2024-10-03", RejectClass::AlreadyPaid),
    ] {
        let found = recognise(&table(), Some("0450-054"), None, Some(day(returned)));
        assert_eq!(found.class, Some(class), "{returned}");
    }
    let early = recognise(&table(), Some("0009-816"), None, Some(day("2024-10-02")));
    assert_eq!((early.class, early.key), (None, Found::OtherDates));
    assert_eq!(early.entries, [1]);
    let first = recognise(&table(), Some("0009-816"), None, Some(day("2024-10-03")));
    assert_eq!(first.class, Some(RejectClass::EtmNotInBdo));
}

#[test]
fn unknown_stays_unknown() {
    let found = recognise(
        &table(),
        Some("0450-055"),
        Some("ETM SANS OBJET"),
        Some(day("2024-10-02")),
    );
    assert_eq!((found.class, found.by), (None, Recognised::None));
    assert_eq!((found.key, found.label), (Found::Unknown, Found::Unknown));
    assert!(found.entries.is_empty());
    let empty = recognise(&table(), Some(" - "), Some("..."), None);
    assert_eq!((empty.key, empty.label), (Found::Unknown, Found::Unknown));
}

#[test]
fn a_key_that_the_label_denies_gives_no_class() {
    let found = recognise(
        &table(),
        Some("0009-816"),
        Some("FACTURE DEJA PAYEE"),
        Some(day("2026-01-01")),
    );
    assert_eq!((found.class, found.by), (None, Recognised::None));
    let expected = (RejectClass::EtmNotInBdo, RejectClass::AlreadyPaid);
    assert_eq!(found.contradiction, Some(expected));
}

#[test]
fn without_a_day_only_what_never_changed_is_known() {
    let changed = recognise(&table(), Some("0450-054"), None, None);
    assert_eq!((changed.class, changed.key), (None, Found::OtherDates));
    let same = recognise(&table(), Some("0009-816"), None, None);
    assert_eq!(same.class, Some(RejectClass::EtmNotInBdo));
}

#[test]
fn two_classes_on_one_day_are_refused() {
    let one = entry(
        RejectClass::EtmNotInBdo,
        Some("0450-054"),
        None,
        None,
        Some("2024-10-03"),
    );
    let other = entry(
        RejectClass::AlreadyPaid,
        Some("0450 054"),
        None,
        Some("2024-10-03"),
        None,
    );
    assert_eq!(
        Rejects::new(vec![one.clone(), other], Vec::new(), Vec::new()),
        Err(1)
    );
    let later = entry(
        RejectClass::AlreadyPaid,
        Some("0450 054"),
        None,
        Some("2024-10-04"),
        None,
    );
    assert!(Rejects::new(vec![later, one], Vec::new(), Vec::new()).is_ok());
}

/// The table of this test, with rules by words.
fn worded() -> Rejects {
    let each = |words: &[&str]| words.iter().map(|one| one.to_string()).collect::<Vec<_>>();
    let rule = |class, words: &[&[&str]], without: &[&str], share| {
        let words = RuleWords {
            words: words.iter().map(|group| each(group)).collect(),
            without: each(without),
        };
        let reference = entry(class, None, None, None, None).reference;
        (
            WordRule {
                class,
                words: words.told().into(),
                share,
                reference,
            },
            words,
        )
    };
    let rules = vec![
        rule(
            RejectClass::RightsClosed,
            &[&["DROITS"], &["FERMES", "CLOS"]],
            &["NON"],
            Some(Share::Amo),
        ),
        rule(
            RejectClass::ComplementaryUnknown,
            &[&["DROITS"], &["FERMES"]],
            &[],
            Some(Share::Amc),
        ),
        rule(
            RejectClass::PrescriberUnknown,
            &[&["PRESCRIPTEUR"], &["INCONNU"]],
            &[],
            None,
        ),
    ];
    let entries = table().entries().to_vec();
    let long = KnownReject {
        ..entry(
            RejectClass::EtmAbsentFromReferential,
            None,
            Some("EXONERATION DU TICKET MODERATEUR ABSENTE AU REFERENTIEL"),
            None,
            None,
        )
    };
    Rejects::new(entries.into_iter().chain([long]).collect(), rules, Vec::new()).unwrap()
}

#[test]
fn a_label_is_found_by_its_endings_its_beginning_or_its_words() {
    let told = [
        (
            "Factures déjà payées",
            Some((RejectClass::AlreadyPaid, Matched::Inflected)),
        ),
        (
            "FACTURE DEJA PAYEE",
            Some((RejectClass::AlreadyPaid, Matched::Same)),
        ),
        (
            "Exonération du ticket modérateur absente",
            Some((RejectClass::EtmAbsentFromReferential, Matched::Prefix)),
        ),
        // Too short to stand for a label.
        ("EXONERATION DU", None),
        (
            "Le droit est fermé à la date des soins",
            Some((RejectClass::RightsClosed, Matched::Words)),
        ),
        ("DROITS NON FERMES", None),
        (
            "L'établissement prescripteur est inconnu",
            Some((RejectClass::PrescriberUnknown, Matched::Words)),
        ),
        // Cut in the last word.
        (
            "LE NUMERO DU PRESCRIPTEUR NOMME EST INCON",
            Some((RejectClass::PrescriberUnknown, Matched::Words)),
        ),
        ("PRESCRIPTEUR INCON", None),
        // The words of two classes.
        ("DROITS FERMES PRESCRIPTEUR INCONNU", None),
    ];
    for (label, expected) in told {
        let found = recognise(&worded(), None, Some(label), Some(day("2026-01-01")));
        assert_eq!(found.class.zip(found.matched), expected, "{label}");
    }
}

#[test]
fn the_share_tells_whose_rights_are_closed() {
    let of = |share| {
        let report = RejectReport {
            label: Some("DROITS FERMES".into()),
            share,
            ..RejectReport::default()
        };
        worded().recognise(&report).class
    };
    assert_eq!(of(None), Some(RejectClass::RightsClosed));
    assert_eq!(of(Some(Share::Amo)), Some(RejectClass::RightsClosed));
    assert_eq!(of(Some(Share::Amc)), Some(RejectClass::ComplementaryUnknown));
}

#[test]
fn a_known_key_decides_over_words_and_the_difference_is_told() {
    let found = recognise(
        &worded(),
        Some("0009-816"),
        Some("DROITS FERMES"),
        Some(day("2026-01-01")),
    );
    assert_eq!(
        (found.class, found.by),
        (Some(RejectClass::EtmNotInBdo), Recognised::Key)
    );
    assert_eq!(
        found.contradiction,
        Some((RejectClass::EtmNotInBdo, RejectClass::RightsClosed))
    );
}
