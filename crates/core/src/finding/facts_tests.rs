//! Facts keep their order, their number and what they say.

use super::{FactKey, FactValue, Facts, MAX_FACTS};
use crate::finding::words::FactWord;
use crate::model::{ClosedList, Code, Trait};
use crate::tables::{Ground, Right, RightKind};

#[test]
fn facts_stand_in_the_order_in_which_they_were_added() {
    let given = [
        (FactKey::Right, FactValue::Word("ald")),
        (FactKey::AgeDays, FactValue::Days(40)),
        (FactKey::AllowedDays, FactValue::Days(31)),
    ];
    let facts: Facts = given.into_iter().collect();
    assert_eq!(facts.iter().collect::<Vec<_>>(), given);
    assert_eq!(facts.len(), given.len());
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
fn codes_come_back_as_they_were_written() {
    let number: Code<12> = "123456789012".parse().unwrap();
    let kind: Code<3> = "89".parse().unwrap();
    let facts = Facts::default()
        .code(FactKey::Number, Some(number))
        .code(FactKey::Type, Some(kind))
        .code(FactKey::Scheme, None::<Code<3>>)
        .code(FactKey::RecordNumber, number.resize::<16>())
        .code(FactKey::RecordType, Some(kind));
    let written = |facts: &Facts| {
        let codes = facts.iter().map(|(_, value)| match value {
            FactValue::Code(code) => code.to_string(),
            other => panic!("{other:?} is no code"),
        });
        codes.collect::<Vec<_>>()
    };
    assert_eq!(written(&facts), ["123456789012", "89", "123456789012", "89"]);
    assert_eq!(facts.code_at(2), Some("123456789012"));
    assert_eq!(facts.code_at(4), None);
    let mut set = facts;
    set.set_code::<2>(FactKey::Type, "7".parse().unwrap());
    set.set_code::<2>(FactKey::Suggested, "4".parse().unwrap());
    assert_eq!(written(&set), ["123456789012", "7", "123456789012", "89", "4"]);
    // What it stands on is not compared.
    set.set_code(FactKey::Type, kind);
    assert_eq!(set.iter().take(4).collect::<Facts>(), facts);
}

#[test]
fn the_order_of_facts_is_that_of_their_keys_and_values() {
    let one = |word| Facts::default().word(FactKey::Right, FactWord::of(word).unwrap());
    // In the alphabet, not in the order of their lists.
    assert!(one("accident") < one("ald") && one("ald") < one("coverage") && one("coverage") < one("css"));
    assert!(one("css") < one("css").word(FactKey::Status, Trait::Narcotic));
    let day = |day: &str| Facts::default().date(FactKey::Right, day.parse().ok());
    assert!(day("2026-11-20") < day("2026-11-21") && day("2026-11-21") < one("accident"));
}

#[test]
fn a_word_is_written_as_its_list_says() {
    let said = |word: FactWord| word.as_str();
    for one in Trait::ALL {
        assert_eq!(said((*one).into()), one.word());
    }
    for right in Ground::ALL.iter().map(|one| Right::Ground(*one)) {
        assert_eq!(
            (said(right.into()), Right::named(right.as_str())),
            (right.as_str(), right)
        );
    }
    for right in RightKind::ALL.iter().map(|one| Right::Kind(*one)) {
        assert_eq!(
            (said(right.into()), Right::named(right.as_str())),
            (right.as_str(), right)
        );
    }
    assert_eq!(said(Right::AnyExemption.into()), Right::AnyExemption.as_str());
    assert_eq!(said(None::<Trait>.into()), "unknown");
}
