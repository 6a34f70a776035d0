//! Easter by known years, and the days that are counted from it.

use super::{Holiday, easter, is_weekend};
use crate::model::Date;

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn easter_of_known_years() {
    // The earliest and the latest day are those of 1818 and 1943; 1954, 1981 and 2049 are the exceptions of the rule.
    let known = [
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2049-04-18",
    ];
    for text in known {
        let sunday = day(text);
        assert_eq!(easter(sunday.year()), Some(sunday), "{text}");
    }
}

/// Easter as Knuth computes it (The Art of Computer Programming, 1.3.2, exercise 14), after Clavius: by the full moon, not by a remainder of all.
fn easter_by_the_moon(year: i32) -> Date {
    let golden = year % 19 + 1;
    let century = year / 100 + 1;
    let skipped_leap_years = 3 * century / 4 - 12;
    let moon_correction = (8 * century + 5) / 25 - 5;
    let sunday = 5 * year / 4 - skipped_leap_years - 10;
    let epact = (11 * golden + 20 + moon_correction - skipped_leap_years).rem_euclid(30);
    let epact = epact + i32::from((epact == 25 && golden > 11) || epact == 24);
    let moon = if epact > 23 { 74 - epact } else { 44 - epact };
    let of_march = moon + 7 - (sunday + moon) % 7;
    day(&format!("{year}-03-01")).plus_days(of_march - 1).unwrap()
}

#[test]
fn easter_of_every_year() {
    for year in 1800..=2999 {
        assert_eq!(easter(year), Some(easter_by_the_moon(year)), "{year}");
    }
}

#[test]
fn holidays_are_read_and_found() {
    let is = |holiday: &str, text: &str| holiday.parse::<Holiday>().is_ok_and(|one| one.is(day(text)));
    assert!(is("05-08", "2026-05-08") && !is("05-08", "2026-05-09"));
    assert!(is("easter+1", "2026-04-06") && is("easter+39", "2026-05-14") && is("easter+50", "2026-05-25"));
    assert!(is("easter-2", "2026-04-03") && !is("easter-2", "2026-04-04"));
    for wrong in ["13-01", "02-30", "easter", "1", "", "easter+x"] {
        assert!(wrong.parse::<Holiday>().is_err(), "{wrong}");
    }
}

#[test]
fn weekends() {
    let found: Vec<bool> = (20..27)
        .map(|of_month| is_weekend(day(&format!("2026-11-{of_month}"))))
        .collect();
    assert_eq!(found, [false, true, true, false, false, false, false]);
}
