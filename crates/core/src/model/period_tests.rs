//! Open bounds, and the order of periods.

use super::{Period, Position};
use crate::model::Date;

fn period(start: Option<&str>, end: Option<&str>) -> Period {
    let day = |text: Option<&str>| text.map(|text| text.parse::<Date>().unwrap());
    Period::new(day(start), day(end)).unwrap()
}

#[test]
fn an_open_bound_holds_every_day() {
    let (first, last) = ("1800-01-01".parse().unwrap(), "2999-12-31".parse().unwrap());
    let middle: Date = "2026-11-27".parse().unwrap();
    assert_eq!(Period::ALWAYS, period(None, None));
    assert_eq!(Period::default(), Period::ALWAYS);
    assert_eq!((Period::ALWAYS.start(), Period::ALWAYS.end()), (None, None));
    for day in [first, middle, last] {
        assert_eq!(Period::ALWAYS.position(day), Position::Within);
    }
    let since = period(Some("2026-11-27"), None);
    assert_eq!((since.start(), since.end()), (Some(middle), None));
    assert_eq!(
        [first, middle, last].map(|day| since.position(day)),
        [Position::Before, Position::Within, Position::Within]
    );
    let until = period(None, Some("2026-11-27"));
    assert_eq!((until.start(), until.end()), (None, Some(middle)));
    assert_eq!(
        [first, middle, last].map(|day| until.position(day)),
        [Position::Within, Position::Within, Position::After]
    );
}

#[test]
fn an_open_bound_comes_before_every_day_in_the_order() {
    let sorted = [
        period(None, None),
        period(None, Some("2026-01-01")),
        period(Some("2026-01-01"), None),
        period(Some("2026-01-01"), Some("2026-01-01")),
        period(Some("2026-01-01"), Some("2026-01-02")),
        period(Some("2026-01-02"), None),
    ];
    assert!(sorted.windows(2).all(|two| two[0] < two[1]));
    let shown = format!("{:?}", period(Some("2026-01-01"), None));
    assert_eq!(shown, "Period { start: Some(2026-01-01), end: None }");
}
