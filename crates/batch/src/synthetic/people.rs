//! People, and what the fund says of them.

use super::lines::Line;
use super::{Chance, Recipe};
use crate::frame::{Input, input};
use crate::rights::RightsTables;
use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray};
use std::collections::HashMap;
use std::sync::Arc;
use tierspayant::core::model::Date;

/// The rights of one person, in days from 1970-01-01; the last day is absent where there is none.
pub(super) struct Person {
    pub(super) coverage: (i32, Option<i32>),
    pub(super) ald: Option<(i32, Option<i32>)>,
    pub(super) pending: bool,
    pub(super) css: Option<(i32, i32)>,
    pub(super) maternity: Option<(i32, i32)>,
    pub(super) read_on: i32,
}

impl Person {
    pub(super) fn new(recipe: &Recipe, number: u64) -> Self {
        let (rates, chance) = (&recipe.rates, Chance::new(recipe.seed, number));
        let first = recipe.first.unix_days();
        let days = recipe.days.max(1);
        let span = i32::try_from(days).unwrap_or(i32::MAX);
        let during = |purpose| first.saturating_add(chance.days(purpose, days));
        let before =
            |purpose, years: u32| first.saturating_sub(chance.days(purpose, years.saturating_mul(365)));
        let ald = chance.happens(1, rates.ald).then(|| {
            let end = if chance.happens(2, rates.ald_ends) {
                Some(during(3))
            } else {
                Some(first.saturating_add(span).saturating_add(chance.days(4, 1500)))
            };
            (before(5, 6), end)
        });
        let css = chance.happens(6, rates.css).then(|| {
            let start = before(7, 1);
            let end = if chance.happens(8, rates.css_ends) {
                during(9)
            } else {
                first.saturating_add(span).saturating_add(chance.days(10, 300))
            };
            (start, end)
        });
        let maternity = chance.happens(11, rates.maternity).then(|| {
            let start = during(12);
            (start, start.saturating_add(150))
        });
        Person {
            coverage: (
                before(13, 30).saturating_sub(400),
                chance.happens(14, rates.rights_end).then(|| during(15)),
            ),
            pending: ald.is_some() && chance.happens(16, rates.ald_pending),
            ald,
            css,
            maternity,
            read_on: if chance.happens(17, rates.read_before) {
                first.saturating_sub(chance.days(18, 200)).saturating_sub(1)
            } else {
                first.saturating_add(span)
            },
        }
    }
}

impl Person {
    /// The days on which the rights were read: the last one, and others before it, months apart.
    fn readings(&self, recipe: &Recipe, asked: Option<&Vec<i32>>) -> Vec<i32> {
        let first = recipe.first.unix_days();
        let span = i32::try_from(recipe.days.max(1)).unwrap_or(i32::MAX);
        let others = i32::try_from(recipe.readings.saturating_sub(1)).unwrap_or(0);
        let step = span.checked_div(others.saturating_add(1)).unwrap_or(span).max(1);
        let offset = self.coverage.0.rem_euclid(step);
        let mut days: Vec<i32> = (0..others)
            .map(|place| {
                first
                    .saturating_sub(offset)
                    .saturating_add(place.saturating_mul(step))
            })
            .filter(|day| *day < self.read_on)
            .collect();
        days.push(self.read_on);
        days.extend(asked.into_iter().flatten());
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Whether an end was known on a day: one that comes while care is given is not foreseen, where the rights are read more than once.
    fn is_known_on(&self, end: i32, day: i32, recipe: &Recipe) -> bool {
        let last = recipe
            .first
            .unix_days()
            .saturating_add(i32::try_from(recipe.days).unwrap_or(i32::MAX));
        recipe.readings <= 1 && recipe.rates.asked_at_counter <= 0.0 || end <= day || end >= last
    }
}

/// The key of a person.
pub(super) fn key(number: u64) -> String {
    format!("p{number:07}")
}

/// The tables of the rights of everybody, as one online source gave them.
pub fn rights(recipe: &Recipe) -> RightsTables {
    let table = |batch: RecordBatch| -> Option<Input> { Some(input(batch.schema(), vec![batch])) };
    RightsTables {
        coverage: table(periods(
            recipe,
            &|person, add| add(person.coverage.0, person.coverage.1, &[]),
            &[],
        )),
        exemptions: table(periods(recipe, &exemptions, &["vocabulary", "code", "status"])),
        contracts: table(periods(
            recipe,
            &|person, add| {
                if let Some((start, end)) = person.css {
                    add(start, Some(end), &["99999997", "89", "active"]);
                }
            },
            &["number", "type", "status"],
        )),
        ..RightsTables::default()
    }
}

fn exemptions(person: &Person, add: &mut Add<'_>) {
    if let Some((start, end)) = person.ald {
        add(
            start,
            end,
            &["bdo", "LIS", if person.pending { "pending" } else { "active" }],
        );
    }
    if let Some((start, end)) = person.maternity {
        add(start, Some(end), &["bdo", "MAT", "active"]);
    }
}

type Add<'a> = dyn FnMut(i32, Option<i32>, &[&'static str]) + 'a;

fn periods(recipe: &Recipe, entries: &dyn Fn(&Person, &mut Add<'_>), words: &[&str]) -> RecordBatch {
    let mut people = Vec::new();
    let (mut read, mut starts, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    let mut columns: Vec<Vec<&'static str>> = vec![Vec::new(); words.len()];
    let asked = asked_at_counter(recipe);
    for number in 0..u64::from(recipe.people) {
        let person = Person::new(recipe, number);
        for day in person.readings(recipe, asked.get(&number)) {
            entries(&person, &mut |start, end, said| {
                people.push(key(number));
                read.push(Some(day));
                starts.push(Some(start));
                ends.push(end.filter(|end| person.is_known_on(*end, day, recipe)));
                for (column, word) in columns.iter_mut().zip(said) {
                    column.push(word);
                }
            });
        }
    }
    let source: StringArray = people.iter().map(|_| Some("adri")).collect();
    let mut table: Vec<(&str, ArrayRef)> = vec![
        ("person", Arc::new(StringArray::from(people))),
        ("source", Arc::new(source)),
        ("observed_at", Arc::new(Date32Array::from(read))),
        ("start", Arc::new(Date32Array::from(starts))),
        ("end", Arc::new(Date32Array::from(ends))),
    ];
    for (name, column) in words.iter().zip(columns) {
        table.push((name, Arc::new(StringArray::from(column))));
    }
    super::batch(table)
}

/// For each person, the days on which the rights were read at the counter.
fn asked_at_counter(recipe: &Recipe) -> HashMap<u64, Vec<i32>> {
    let mut asked: HashMap<u64, Vec<i32>> = HashMap::new();
    if recipe.rates.asked_at_counter <= 0.0 {
        return asked;
    }
    for number in 0..recipe.lines {
        let (line, _) = Line::new(recipe, number);
        let whole = Chance::new(recipe.seed.wrapping_add(3), line.claim);
        if line.number == 1 && whole.happens(1, recipe.rates.asked_at_counter) {
            asked.entry(line.person).or_default().push(line.care.unix_days());
        }
    }
    asked
}

/// The day of a number of days.
pub(super) fn within(period: (i32, Option<i32>), day: Date) -> bool {
    let day = day.unix_days();
    period.0 <= day && period.1.is_none_or(|end| day <= end)
}
