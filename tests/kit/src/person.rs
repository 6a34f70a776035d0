//! People: the same, a twin, somebody else, or nobody said.

use crate::pools::Kit;
use crate::random::Random;
use tierspayant_core::model::{BirthDate, BirthRank, Date, Person, Scheme};

/// Ages in years at which something changes, and the age of a child under a parent's number.
const AGES: &[i32] = &[0, 15, 18, 18, 26, 26, 50, 75];

/// A birth date near a border of age on the day of the care, now and then one with an impossible month or day.
fn birth(kit: &Kit, random: &mut Random, care: Date) -> Option<BirthDate> {
    let born = match random.below(10) {
        0..=5 => return random.pick(&kit.births),
        6..=8 => {
            let age = random.pick(AGES)?;
            let near = random.pick(&[-1, 0, 0, 1, 40])?;
            let (month, day) = (care.month(), care.day());
            Date::from_ymd(care.year() - age, month, day)
                .ok()?
                .plus_days(near)?
        }
        _ => care.plus_days(random.pick(&[1, 0, -1, -88, -89, -90, -91, -92, -93, -120])?)?,
    };
    let (year, month, day) = (born.year(), born.month(), born.day());
    match random.below(8) {
        0 => format!("{year:04}13{day:02}"),
        1 => format!("{year:04}{month:02}32"),
        2 => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}{month:02}{day:02}"),
    }
    .parse()
    .ok()
}

/// The person of the claim.
pub(crate) fn person(kit: &Kit, random: &mut Random, care: Date) -> Person {
    if random.chance(15) {
        return Person::default();
    }
    Person {
        id: cloned(random, 70, &kit.ids),
        birth_date: if random.chance(70) {
            birth(kit, random, care)
        } else {
            None
        },
        birth_rank: rank(random, 60),
        nir: random.perhaps(8, &kit.nirs),
    }
}

/// Whom a snapshot is about: most often the person of the claim, some parts left out.
pub(crate) fn spoken_of(kit: &Kit, random: &mut Random, claimed: &Person, care: Date) -> Person {
    match random.below(20) {
        0..=14 => Person {
            id: claimed.id.clone().filter(|_| random.chance(85)),
            birth_date: claimed.birth_date.filter(|_| random.chance(85)),
            birth_rank: claimed.birth_rank.filter(|_| random.chance(85)),
            nir: match random.below(10) {
                0 => random.pick(&kit.nirs),
                1..=5 => claimed.nir,
                _ => None,
            },
        },
        15 => Person::default(),
        16 => Person {
            birth_rank: rank(random, 100),
            ..claimed.clone()
        },
        17 => Person {
            birth_date: birth(kit, random, care),
            ..claimed.clone()
        },
        18 => Person {
            id: cloned(random, 100, &kit.ids),
            ..claimed.clone()
        },
        _ => person(kit, random, care),
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
