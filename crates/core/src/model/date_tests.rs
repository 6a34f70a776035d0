use super::{Date, DateError, Moment};
use proptest::prelude::*;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

proptest! {
    #[test]
    fn a_day_reads_the_same_as_a_text_as_a_number_and_as_a_count(days in -62_091..=376_199_i32) {
        let day = Date::from_unix_days(days).unwrap();
        prop_assert_eq!(day.unix_days(), days);
        prop_assert_eq!(day.to_string().parse(), Ok(day));
        prop_assert_eq!(day.yyyymmdd().to_string(), day.to_string().replace('-', ""));
        prop_assert_eq!(Date::from_yyyymmdd(day.yyyymmdd()), Ok(day));
    }

    #[test]
    fn a_moment_is_printed_as_it_was_written(hour in 0..24_u32, minute in 0..60_u32, second in 0..60_u32) {
        let written = format!("2026-11-20T{hour:02}:{minute:02}:{second:02}");
        prop_assert_eq!(Moment::at(day("2026-11-20"), hour, minute, second), Ok(moment(&written)));
        prop_assert_eq!(moment(&written).to_string(), written);
    }
}

#[test]
fn days_lie_between_1800_and_2999() {
    let (first, last) = (day("1800-01-01"), day("2999-12-31"));
    assert_eq!((first.previous(), last.next()), (None, None));
    assert_eq!(first.next(), Some(day("1800-01-02")));
    assert_eq!(last.previous(), Some(day("2999-12-30")));
    assert_eq!(Date::from_unix_days(-62_091), Ok(first));
    assert_eq!(Date::from_unix_days(376_199), Ok(last));
    assert_eq!(Date::from_unix_days(-62_092), Err(DateError::NoSuchDay));
    assert_eq!(Date::from_unix_days(376_200), Err(DateError::NoSuchDay));
    for none in [
        "1799-12-31",
        "3000-01-01",
        "2026-02-29",
        "2026-13-01",
        "2026-00-01",
        "2026-01-00",
    ] {
        assert_eq!(none.parse::<Date>(), Err(DateError::NoSuchDay), "{none}");
        let number = none.replace('-', "").parse().unwrap();
        assert_eq!(Date::from_yyyymmdd(number), Err(DateError::NoSuchDay), "{none}");
    }
    for other in [
        "2026-1-01",
        "2026/01/01",
        "20260101",
        "2026-01-0a",
        "+026-01-01",
        "2026-01-01 ",
    ] {
        assert_eq!(other.parse::<Date>(), Err(DateError::Form), "{other}");
    }
}

#[test]
fn months_later_is_the_same_day_or_the_last_of_a_shorter_month() {
    let later = |text: &str, months| day(text).plus_months(months).map(|day| day.to_string());
    assert_eq!(later("2026-01-31", 1).as_deref(), Some("2026-02-28"));
    assert_eq!(later("2024-01-31", 1).as_deref(), Some("2024-02-29"));
    assert_eq!(later("2026-03-31", -1).as_deref(), Some("2026-02-28"));
    assert_eq!(later("2026-03-15", 0).as_deref(), Some("2026-03-15"));
    assert_eq!(later("2026-03-15", -15).as_deref(), Some("2024-12-15"));
    assert_eq!(later("2999-12-01", 1), None);
    assert_eq!(later("1800-01-31", -1), None);
}

#[test]
fn a_time_of_day_ends_at_23_59_59() {
    let day = day("2026-11-20");
    assert!(Moment::at(day, 23, 59, 59).is_ok());
    for (hour, minute, second) in [(24, 0, 0), (0, 60, 0), (0, 0, 60)] {
        assert_eq!(Moment::at(day, hour, minute, second), Err(DateError::Moment));
    }
    for other in [
        "2026-11-20 10:00:00",
        "2026-11-20T10:00",
        "2026-11-20T10:00:00Z",
        "2026-11-20T1a:00:00",
        "2026-11-20T10:0a:00",
        "2026-11-20T10:00:0a",
    ] {
        assert_eq!(other.parse::<Moment>(), Err(DateError::Moment), "{other}");
    }
    assert_eq!("2026-02-29T10:00:00".parse::<Moment>(), Err(DateError::NoSuchDay));
}

#[test]
fn a_day_and_its_midnight_are_one_moment_and_no_other_is() {
    let hash = |moment: Moment| BuildHasherDefault::<DefaultHasher>::default().hash_one(moment);
    let (whole, midnight) = (moment("2026-11-20"), moment("2026-11-20T00:00:00"));
    assert_eq!((whole, hash(whole)), (midnight, hash(midnight)));
    for later in [
        "2026-11-20T00:00:01",
        "2026-11-20T00:01:00",
        "2026-11-20T01:00:00",
        "2026-11-21",
    ] {
        let later = moment(later);
        assert!(whole < later && hash(whole) != hash(later), "{later}");
    }
    assert_eq!((whole.to_string().len(), midnight.to_string().len()), (10, 19));
}
