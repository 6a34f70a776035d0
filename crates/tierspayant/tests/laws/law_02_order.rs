//! The order of snapshots, entries and lines changes nothing but the order of the lines in the answer.

use crate::common::{ENGINE, answer_of, config};
use proptest::prelude::*;
use serde_json::Value;
use tierspayant::core::model::Dossier;
use tierspayant_testkit::{Random, dossiers};

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn order_changes_nothing(dossier in dossiers(), seed in any::<u64>()) {
        let straight = lines_in_order(answer_of(&ENGINE, &dossier, true));
        let other = lines_in_order(answer_of(&ENGINE, &shuffled(&dossier, seed), true));
        prop_assert_eq!(straight, other);
    }
}

fn shuffled(dossier: &Dossier, seed: u64) -> Dossier {
    let mut random = Random::new(seed);
    let mut other = dossier.clone();
    shuffle(&mut random, &mut other.rights);
    shuffle(&mut random, &mut other.claim.lines);
    for one in &mut other.rights {
        one.coverage
            .iter_mut()
            .for_each(|list| shuffle(&mut random, list));
        one.codes.iter_mut().for_each(|list| shuffle(&mut random, list));
        one.exemptions
            .iter_mut()
            .for_each(|list| shuffle(&mut random, list));
        one.accidents
            .iter_mut()
            .for_each(|list| shuffle(&mut random, list));
        one.contracts
            .iter_mut()
            .for_each(|list| shuffle(&mut random, list));
    }
    other
}

fn shuffle<T>(random: &mut Random, list: &mut [T]) {
    for place in (1..list.len()).rev() {
        let other = usize::try_from(random.below(u64::try_from(place + 1).unwrap())).unwrap();
        list.swap(place, other);
    }
}

/// Lines, and the corrections and tasks that name them, in the order of their ids.
fn lines_in_order(mut answer: Value) -> Value {
    let by_text = |list: &mut Value| {
        if let Some(list) = list.as_array_mut() {
            list.sort_by_key(|one| one.to_string());
        }
    };
    by_text(&mut answer["lines"]);
    by_text(&mut answer["what_if"]["corrections"]);
    for task in answer["todo"].as_array_mut().into_iter().flatten() {
        by_text(&mut task["lines"]);
    }
    answer
}
