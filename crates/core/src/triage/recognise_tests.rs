//! Keys and labels against a table of this test.

use crate::ids::RejectClass;
use crate::model::{Date, Period};
use crate::tables::{Confidence, Reference};
use crate::triage::{Found, KnownReject, Recognised, Rejects};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn entry(
    class: RejectClass,
    key: Option<&str>,
    label: Option<&str>,
    from: Option<&str>,
    to: Option<&str>,
) -> KnownReject {
    KnownReject {
        class,
        key: key.map(Into::into),
        label: label.map(Into::into),
        aliases: Vec::new(),
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
            aliases: vec!["FACTURE DEJA REGLEE".into()],
            ..entry(
                RejectClass::AlreadyPaid,
                None,
                Some("FACTURE DEJA PAYEE"),
                None,
                None,
            )
        },
    ];
    Rejects::new(entries, Vec::new()).unwrap()
}

#[test]
fn by_key_by_label_by_both() {
    let recognise = |key, label| table().recognise(key, label, Some(day("2024-10-02")));
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
        let found = table().recognise(Some("0450-054"), None, Some(day(returned)));
        assert_eq!(found.class, Some(class), "{returned}");
    }
    let early = table().recognise(Some("0009-816"), None, Some(day("2024-10-02")));
    assert_eq!((early.class, early.key), (None, Found::OtherDates));
    assert_eq!(early.entries, [1]);
    let first = table().recognise(Some("0009-816"), None, Some(day("2024-10-03")));
    assert_eq!(first.class, Some(RejectClass::EtmNotInBdo));
}

#[test]
fn unknown_stays_unknown() {
    let found = table().recognise(Some("0450-055"), Some("ETM NON TROUV"), Some(day("2024-10-02")));
    assert_eq!((found.class, found.by), (None, Recognised::None));
    assert_eq!((found.key, found.label), (Found::Unknown, Found::Unknown));
    assert!(found.entries.is_empty());
    let empty = table().recognise(Some(" - "), Some("..."), None);
    assert_eq!((empty.key, empty.label), (Found::Unknown, Found::Unknown));
}

#[test]
fn a_key_that_the_label_denies_gives_no_class() {
    let found = table().recognise(
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
    let changed = table().recognise(Some("0450-054"), None, None);
    assert_eq!((changed.class, changed.key), (None, Found::OtherDates));
    let same = table().recognise(Some("0009-816"), None, None);
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
    assert_eq!(Rejects::new(vec![one.clone(), other], Vec::new()), Err(1));
    let later = entry(
        RejectClass::AlreadyPaid,
        Some("0450 054"),
        None,
        Some("2024-10-04"),
        None,
    );
    assert!(Rejects::new(vec![later, one], Vec::new()).is_ok());
}
