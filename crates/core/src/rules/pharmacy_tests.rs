use super::{exceeded, longest};
use crate::model::Date;
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_prescription_is_too_old_from_the_same_day_some_months_later(
        days in 0..20_000_i32,
        age in 0..700_i32,
        months in 1..20_u32,
    ) {
        let prescribed = Date::from_unix_days(days).unwrap();
        let same_day = prescribed.plus_months(i32::try_from(months).unwrap()).unwrap();
        let too_old = prescribed.plus_days(age).unwrap() >= same_day;
        let last = same_day.days_since(prescribed) - 1;
        prop_assert_eq!(exceeded(prescribed, age, months), too_old.then_some(last));
        prop_assert!(last < longest(months));
    }
}

#[test]
fn the_shortest_month_has_28_days() {
    let first: Date = "2026-02-01".parse().unwrap();
    assert_eq!(
        [27, 28, 29].map(|age| exceeded(first, age, 1)),
        [None, Some(27), Some(27)]
    );
}
