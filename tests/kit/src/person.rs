//! People: the same, a twin, somebody else, or nobody said.

use crate::pools::Kit;
use crate::random::Random;
use tierspayant_core::model::{BirthRank, Person, Scheme};

/// The person of the claim.
pub(crate) fn person(kit: &Kit, random: &mut Random) -> Person {
    if random.chance(15) {
        return Person::default();
    }
    Person {
        id: cloned(random, 70, &kit.ids),
        birth_date: random.perhaps(70, &kit.births),
        birth_rank: rank(random, 60),
        nir: random.perhaps(5, &kit.nirs),
    }
}

/// Whom a snapshot is about: most often the person of the claim, some parts left out.
pub(crate) fn spoken_of(kit: &Kit, random: &mut Random, claimed: &Person) -> Person {
    match random.below(20) {
        0..=14 => Person {
            id: claimed.id.clone().filter(|_| random.chance(85)),
            birth_date: claimed.birth_date.filter(|_| random.chance(85)),
            birth_rank: claimed.birth_rank.filter(|_| random.chance(85)),
            nir: claimed.nir.filter(|_| random.chance(50)),
        },
        15 => Person::default(),
        16 => Person {
            birth_rank: rank(random, 100),
            ..claimed.clone()
        },
        17 => Person {
            birth_date: random.pick(&kit.births),
            ..claimed.clone()
        },
        18 => Person {
            id: cloned(random, 100, &kit.ids),
            ..claimed.clone()
        },
        _ => person(kit, random),
    }
}

/// A scheme, some parts left out.
pub(crate) fn scheme(kit: &Kit, random: &mut Random) -> Scheme {
    Scheme {
        regime: random.perhaps(75, &kit.regimes),
        fund: random.perhaps(40, &kit.funds),
        centre: random.perhaps(25, &kit.centres),
    }
}

/// The scheme that a snapshot names: most often that of the claim.
pub(crate) fn scheme_on_record(kit: &Kit, random: &mut Random, claimed: Scheme) -> Scheme {
    match random.below(10) {
        0..=4 => claimed,
        5..=7 => Scheme::default(),
        _ => scheme(kit, random),
    }
}

fn rank(random: &mut Random, percent: u64) -> Option<BirthRank> {
    random
        .perhaps(percent, &[1, 1, 1, 2])
        .and_then(|rank| BirthRank::new(rank).ok())
}

fn cloned<T: Clone>(random: &mut Random, percent: u64, list: &[T]) -> Option<T> {
    let places: Vec<usize> = (0..list.len()).collect();
    list.get(random.perhaps(percent, &places)?).cloned()
}
