use super::{Numbered, names, words_of};
use crate::OUTPUTS;
use std::collections::BTreeSet;
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, Guarantee};
use tierspayant_format::describe::{INPUTS, lists, records};
use tierspayant_readers::Format;

/// Lists without numbers: ids, and the nature, whose codes are digits already.
const WITHOUT: [&str; 4] = ["ReasonId", "RuleId", "FactKey", "Nature"];

#[test]
fn every_word_has_a_number_of_its_own() {
    for name in names() {
        let words: Vec<_> = words_of(name).collect();
        let numbers: BTreeSet<i32> = words.iter().map(|(number, _)| *number).collect();
        let different: BTreeSet<&str> = words.iter().map(|(_, word)| word.word).collect();
        assert!(
            words.len() > 1 && numbers.len() == words.len() && different.len() == words.len(),
            "{name}"
        );
    }
}

#[test]
fn every_list_of_the_documents_has_numbers() {
    let numbered: BTreeSet<&str> = names()
        .into_iter()
        .flat_map(words_of)
        .map(|(_, word)| word.word)
        .collect();
    for list in lists(&records(&[INPUTS, OUTPUTS].concat())) {
        let there = list.words.iter().all(|word| numbered.contains(word.word));
        assert!(
            there || WITHOUT.contains(&list.name),
            "{} has no numbers",
            list.name
        );
    }
}

fn there_and_back<T: Numbered + std::fmt::Debug>() {
    for one in T::ALL {
        assert_eq!(T::from_number(one.number()), Some(*one));
    }
    assert_eq!(T::ORDER.len(), T::ALL.len(), "{}", T::NAME);
    for outside in [T::FIRST - 1, T::FIRST + 100, i32::MIN, i32::MAX] {
        assert_eq!(T::from_number(outside), None);
    }
}

#[test]
fn lists_in_an_order_of_their_own_are_whole() {
    there_and_back::<Guarantee>();
    there_and_back::<ExemptionState>();
    there_and_back::<DoubtBasis>();
    there_and_back::<Format>();
}
