use super::order;
use crate::model::{Date, Period};

#[test]
fn a_bound_is_told_by_how_many_are_earlier() {
    let day = |day: u32| Date::from_ymd(2026, 1, day).ok();
    let period = |start, end| Period::new(start, end).unwrap_or_default();
    let periods = [
        period(day(5), day(9)),
        period(None, day(5)),
        period(day(7), None),
        period(day(5), day(30)),
    ];
    let places: Vec<u8> = order(periods.into_iter()).collect();
    assert_eq!(places, [1, 5, 0, 1, 4, 0, 1, 6]);
}
