//! An old card carries eight digits of a number of nine.

use super::{same_accident, same_number};
use crate::model::{AccidentEntry, ClaimAccident, Code, Date, Period};

fn number(text: &str) -> Code<12> {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn numbers_are_the_same_but_for_the_key() {
    let told = [
        ("261000012", "261000012", true),
        ("26100001", "26100001", true),
        ("26100001", "261000012", true),
        ("26100002", "261000012", false),
        // Only the ninth digit is a key.
        ("2610000", "26100001", false),
        ("2610000", "261000012", false),
        ("26100001", "2610000123", false),
        ("261000012", "2610000123", false),
    ];
    for (one, other, same) in told {
        assert_eq!(same_number(number(one), number(other)), same, "{one} {other}");
        assert_eq!(same_number(number(other), number(one)), same, "{other} {one}");
    }
}

#[test]
fn the_day_tells_where_a_number_is_missing() {
    let day = |text: &str| text.parse::<Date>().ok();
    let entry = |number, date| AccidentEntry {
        number,
        date,
        period: Period::ALWAYS,
        status: None,
    };
    let asked = |number, date| ClaimAccident { number, date };
    let (one, other) = (Some(number("26100001")), Some(number("26100002")));
    let (monday, tuesday) = (day("2026-11-16"), day("2026-11-17"));
    assert!(same_accident(&entry(one, monday), asked(one, tuesday)));
    assert!(!same_accident(&entry(one, monday), asked(other, monday)));
    assert!(same_accident(&entry(None, monday), asked(one, monday)));
    assert!(same_accident(&entry(one, monday), asked(None, monday)));
    assert!(!same_accident(&entry(one, monday), asked(None, tuesday)));
    assert!(!same_accident(&entry(None, None), asked(one, None)));
}
