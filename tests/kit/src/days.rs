//! Days that crowd around the bounds of rules and of each other.

use crate::random::Random;
use tierspayant_core::model::{Date, Moment, Period};
use tierspayant_core::tables::Tables;

/// Ends of months and leap days, besides the days on which the tables change.
const TURNS: &[(i32, u32, u32)] = &[
    (2024, 2, 29),
    (2025, 2, 28),
    (2024, 5, 31),
    (2024, 10, 31),
    (2026, 3, 31),
    (2024, 12, 31),
    (2028, 2, 29),
    // The day of the answers of the cases.
    (2026, 11, 20),
];

/// The days on which the tables change: what they cover, from when and until when each rule holds; and those that
/// the page of the conventions names.
pub(crate) fn turns(tables: &Tables) -> Vec<Date> {
    let mut turns: Vec<Date> = TURNS
        .iter()
        .filter_map(|(year, month, day)| Date::from_ymd(*year, *month, *day).ok())
        .collect();
    let rules = tables.rules.rules().iter().map(|rule| rule.validity);
    for period in rules.chain([tables.covers]) {
        turns.extend(period.start());
        turns.extend(period.end().and_then(|last| last.next()));
    }
    turns.push(tables.policy.acs_last_day);
    turns.extend(written(PAGE));
    turns.sort_unstable();
    turns.dedup();
    turns
}

/// The page that names the days of law.
const PAGE: &str = include_str!("../../../docs/conventions.md");

/// Every day that a text writes as year, month and day.
fn written(text: &str) -> impl Iterator<Item = Date> {
    text.split(|one: char| !one.is_ascii_digit() && one != '-')
        .filter_map(|word| word.parse().ok())
}

/// Distances in days at which bounds are met.
const NEAR: &[i32] = &[
    0, 0, 0, 0, 1, -1, 1, -1, 2, -2, 7, -7, 8, -8, 12, 13, 14, 29, 30, 31, -29, -30, -31,
];
const FAR: &[i32] = &[
    -44, 44, 45, -153, 153, 154, -455, -456, -457, -466, -651, -652, 60, -60, 90, 91, 92, 93, -90, -91, -92,
    -93, 121, -121, 150, -150, 270, 364, 365, 366, 367, -364, -365, -366, -367, 730, -730, -731, 820, -820,
    821, -821, 822, -822, 2000, -2000,
];

/// Days drawn around those that were drawn before.
pub(crate) struct Days {
    known: Vec<Date>,
}

impl Days {
    pub(crate) fn new(turns: &[Date], random: &mut Random) -> Self {
        let recent = |random: &mut Random| {
            let days = i32::try_from(random.below(3000)).unwrap_or(0);
            Date::from_ymd(2019, 1, 1).ok()?.plus_days(days)
        };
        let care = if random.chance(40) {
            random.pick(turns).and_then(|day| moved(random, day, &[-1, 0, 1]))
        } else {
            recent(random)
        };
        Days {
            known: care.into_iter().collect(),
        }
    }

    /// The day of the care.
    pub(crate) fn care(&self) -> Option<Date> {
        self.known.first().copied()
    }

    /// A day on, near or far from a known day, then known itself.
    pub(crate) fn day(&mut self, random: &mut Random) -> Option<Date> {
        let known = if random.chance(60) {
            self.care()
        } else {
            random.pick(&self.known)
        }?;
        let distances = if random.chance(75) { NEAR } else { FAR };
        let day = moved(random, known, distances)?;
        if self.known.len() < 12 {
            self.known.push(day);
        }
        Some(day)
    }

    /// A day most often, nothing otherwise.
    pub(crate) fn maybe(&mut self, random: &mut Random, percent: u64) -> Option<Date> {
        if random.chance(percent) {
            self.day(random)
        } else {
            None
        }
    }

    /// The day of the care so many times in a hundred, another day otherwise.
    pub(crate) fn on_care(&mut self, random: &mut Random, percent: u64) -> Option<Date> {
        if random.chance(percent) {
            self.care()
        } else {
            self.day(random)
        }
    }

    /// A period that holds the care more often than not, with open bounds now and then.
    pub(crate) fn period(&mut self, random: &mut Random) -> Period {
        if random.chance(40) {
            let years = |random: &mut Random, sign: i32| {
                let days = i32::try_from(1 + random.below(900)).unwrap_or(1);
                self.care().and_then(|care| care.plus_days(sign * days))
            };
            let start = if random.chance(80) {
                years(random, -1)
            } else {
                None
            };
            let end = if random.chance(70) { years(random, 1) } else { None };
            return Period::new(start, end).unwrap_or_default();
        }
        let first = self.maybe(random, 80);
        let last = self.maybe(random, 75);
        match (first, last) {
            (Some(first), Some(last)) if last < first => Period::new(Some(last), Some(first)),
            bounds => Period::new(bounds.0, bounds.1),
        }
        .unwrap_or_default()
    }

    /// A period with one bound at least.
    pub(crate) fn bounded(&mut self, random: &mut Random) -> Option<Period> {
        Some(self.period(random)).filter(|period| *period != Period::ALWAYS)
    }

    /// A moment on this day, its time known or not; few times, so that ties are met.
    pub(crate) fn moment(random: &mut Random, day: Date) -> Moment {
        match random.below(4) {
            0 => Moment::on(day),
            1 => Moment::at(day, 0, 0, 0).unwrap_or(Moment::on(day)),
            2 => Moment::at(day, 9, 12, 0).unwrap_or(Moment::on(day)),
            _ => Moment::at(day, 18, 30, 5).unwrap_or(Moment::on(day)),
        }
    }
}

fn moved(random: &mut Random, day: Date, distances: &[i32]) -> Option<Date> {
    random
        .pick(distances)
        .and_then(|distance| day.plus_days(distance))
        .or(Some(day))
}
