//! Facts keep their order and their number; a set of remedies keeps each once.

use super::{FactKey, FactValue, Facts, MAX_FACTS, RemedySet};
use crate::decision::RemedyId;

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

#[test]
fn a_set_of_remedies_keeps_each_once_in_the_order_of_their_list() {
    for (place, remedy) in RemedyId::ALL.iter().enumerate() {
        let one = RemedySet::NONE.with(*remedy);
        assert_eq!(one.iter().collect::<Vec<_>>(), [*remedy], "{place}");
        assert_eq!(one.and(one), one);
        assert_eq!(one.with(*remedy), one);
    }
    let all = RemedyId::ALL
        .iter()
        .rev()
        .fold(RemedySet::NONE, |set, one| set.and(RemedySet::NONE.with(*one)));
    assert_eq!(all.iter().collect::<Vec<_>>(), RemedyId::ALL);
}
