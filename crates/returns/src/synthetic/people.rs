//! The people of the year: when their ALD runs, and on which days the shop read their rights.

use super::{Chance, Recipe, later};
use tierspayant_core::model::Date;

/// One person.
#[derive(Clone, Copy)]
pub(super) struct Person {
    pub number: u64,
    /// First and last day of the ALD.
    pub ald: Option<(Date, Date)>,
    chance: Chance,
}

/// How often the shop asks anew, in days.
const ASKED_EVERY: u16 = 90;

impl Person {
    pub(super) fn new(recipe: &Recipe, number: u64) -> Self {
        let chance = Chance::new(recipe.seed ^ 0x9e0, number);
        let ald = chance.in_a_thousand(1, 400).then(|| {
            let start = later(recipe.first, -400 - chance.days(2, 1500));
            // One in three ends in the course of the year.
            let end = if chance.in_a_thousand(3, 330) {
                later(recipe.first, chance.days(4, recipe.days))
            } else {
                later(recipe.first, i32::from(recipe.days) + chance.days(5, 900))
            };
            (start, end)
        });
        Person { number, ald, chance }
    }

    pub(super) fn has_ald(&self, day: Date) -> bool {
        self.ald.is_some_and(|(start, end)| start <= day && day <= end)
    }

    /// The opaque key of the person in the files of the shop.
    pub(super) fn key(&self) -> String {
        format!("p{:05}", self.number)
    }

    /// A number with the form of a NIR and a right key: 1 85 05 75 999 NNN.
    pub(super) fn nir(&self) -> String {
        let number = 1_850_575_999_000_u64.saturating_add(self.number.checked_rem(1000).unwrap_or(0));
        let key = 97_u64.saturating_sub(number.checked_rem(97).unwrap_or(0));
        format!("{number:013}{key:02}")
    }

    /// The days on which the shop read the rights, up to a day: the last one may be months old.
    pub(super) fn read_on(&self, recipe: &Recipe, until: Date) -> Vec<Date> {
        let first = later(recipe.first, -self.chance.days(6, ASKED_EVERY) - 1);
        let mut days = Vec::new();
        let mut day = first;
        while day <= until {
            days.push(day);
            day = later(day, 30 + self.chance.days(7, ASKED_EVERY));
        }
        days
    }

    /// What a source says of the ALD on a day: an end is planned years ahead, and a closing is known only when it has come.
    pub(super) fn said_on(&self, day: Date) -> Option<(Date, Date)> {
        let (start, end) = self.ald?;
        let planned = later(start, 10 * 365);
        Some((start, if end <= day { end } else { planned.max(end) }))
    }
}

/// Everybody.
pub(super) fn all(recipe: &Recipe) -> impl Iterator<Item = Person> + '_ {
    (0..u64::from(recipe.people.max(1))).map(|number| Person::new(recipe, number))
}

/// The day on which the year is looked back at.
pub(super) fn last_day(recipe: &Recipe) -> Date {
    later(recipe.first, i32::from(recipe.days) + 60)
}
