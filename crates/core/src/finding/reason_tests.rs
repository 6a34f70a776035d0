//! Facts keep their order and their number.

use super::{FactKey, FactValue, Facts, MAX_FACTS};

#[test]
fn facts_stand_in_the_order_in_which_they_were_added() {
    let given = [
        (FactKey::Right, FactValue::Word("ald")),
        (FactKey::AgeDays, FactValue::Days(40)),
        (FactKey::AllowedDays, FactValue::Days(31)),
    ];
    let facts: Facts = given.into_iter().collect();
    assert_eq!(facts.iter().collect::<Vec<_>>(), given);
    assert_eq!(facts.in_place().count(), given.len());
    assert_eq!(facts.get(FactKey::AgeDays), Some(FactValue::Days(40)));
    assert_eq!(facts.get(FactKey::Date), None);
}

#[test]
fn what_is_missing_and_what_is_too_much_adds_nothing() {
    let facts = Facts::default().date(FactKey::Date, None);
    assert_eq!(facts, Facts::default());
    let many = FactKey::ALL.iter().map(|key| (*key, FactValue::Days(0)));
    let facts: Facts = many.collect();
    assert_eq!(facts.iter().count(), MAX_FACTS);
}
