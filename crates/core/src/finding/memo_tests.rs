use super::{CAPACITY, Memo};
use crate::evidence::Weighed;
use crate::tables::{Ground, GroundSet};
use std::cell::Cell;

#[test]
fn as_many_questions_as_there_are_places_are_asked_once_and_the_oldest_gives_way() {
    let (memo, asked) = (Memo::default(), Cell::new(0));
    let look_up = |number: usize| {
        let day = crate::model::Date::from_unix_days(i32::try_from(number).unwrap()).unwrap();
        let ask = || {
            asked.set(asked.get() + 1);
            Weighed::SILENT
        };
        memo.get_or((GroundSet::of(Ground::Ald), day), ask);
    };
    let look_up_all = |numbers: std::ops::Range<usize>| {
        let before = asked.get();
        numbers.for_each(look_up);
        asked.get() - before
    };
    assert_eq!(look_up_all(0..CAPACITY), CAPACITY);
    assert_eq!(look_up_all(0..CAPACITY), 0);
    // Each new one takes the place of the oldest, over and over.
    for next in CAPACITY..4 * CAPACITY {
        assert_eq!(look_up_all(next..next + 1), 1);
        assert_eq!(look_up_all(next + 1 - CAPACITY..next + 1), 0, "{next}");
    }
}
