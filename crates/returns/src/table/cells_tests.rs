use super::{cents, day};

#[test]
fn amounts_are_read_as_they_are_written() {
    for (cell, read) in [
        ("1 234,56 €", Some(123_456)),
        ("1.234,56", Some(123_456)),
        ("1,234.56", Some(123_456)),
        ("-42,5", Some(-4_250)),
        ("42.50", Some(4_250)),
        ("42", Some(4_200)),
        (",50", Some(50)),
        ("12 EUR", Some(1_200)),
        ("1\u{202f}000,00", Some(100_000)),
        ("douze", None),
        ("", None),
        ("1,2,3,4x", None),
    ] {
        assert_eq!(cents(cell), read, "{cell}");
    }
}

#[test]
fn days_are_read_as_they_are_written() {
    for cell in [
        "20/11/2026",
        "20-11-2026",
        "20.11.2026",
        "20/11/26",
        "2026-11-20",
        "20/11/2026 09:12",
        "2026-11-20T09:12:00",
    ] {
        assert_eq!(
            day(cell).map(|day| day.to_string()).as_deref(),
            Some("2026-11-20"),
            "{cell}"
        );
    }
    for cell in ["31/02/2026", "2026", "20/11", "hier", "20/11/026"] {
        assert_eq!(day(cell), None, "{cell}");
    }
}

#[test]
fn what_is_too_large_for_an_amount_is_none() {
    assert_eq!(super::cents("9999999,99"), Some(999_999_999));
    for number in ["185057599900142", "10000000", "1 85 05 75 999 001"] {
        assert_eq!(super::cents(number), None, "the number of a person is no amount");
    }
}
