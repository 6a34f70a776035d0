//! Does this source show the accident of the claim, and care for it on this day?

use super::said::{Absence, Said, Silence, Tally};
use super::view::View;
use crate::model::{AccidentEntry, ClaimAccident, Code, Date};
use crate::tables::RightKind;

/// What a source says of an accident on a day.
pub fn said_accident(view: &View, accident: ClaimAccident, day: Date) -> Said<'_> {
    if let Some(silence) = view.out_of_reach(day) {
        return Said::Silent(silence);
    }
    let can_show = view.shows.shows(RightKind::Accident);
    let Some(accidents) = &view.accidents else {
        return Said::Silent(if can_show {
            Silence::NotStated
        } else {
            Silence::CannotShow
        });
    };
    let mut tally = Tally::of_one_right();
    for one in accidents.iter().filter(|one| same_accident(&one.entry, accident)) {
        tally.add(&one.record, view.observed_at, day);
    }
    match tally.answer() {
        Some(said) => said,
        None if can_show => Said::No(Absence::NotRecorded),
        None => Said::Silent(Silence::CannotShow),
    }
}

/// Whether the accident on record under the number of the claim has another day.
pub fn accident_date_differs(view: &View, accident: ClaimAccident) -> Option<Date> {
    let day = accident.date?;
    let number = accident.number?;
    let entries = view.accidents.iter().flatten().map(|one| &one.entry);
    let same = entries.filter(|entry| entry.number.is_some_and(|one| same_number(one, number)));
    let days = same.filter_map(|entry| entry.date);
    // One entry with the day of the claim is enough.
    days.clone().min().filter(|_| days.clone().all(|one| one != day))
}

/// The day of the accident on record under this number; of several entries the earliest.
pub fn accident_date(view: &View, number: Code<12>) -> Option<Date> {
    let entries = view.accidents.iter().flatten().map(|one| &one.entry);
    let same = entries.filter(|entry| entry.number.is_some_and(|one| same_number(one, number)));
    same.filter_map(|entry| entry.date).min()
}

/// The one accident that the sources have on record; none where they have several, or none at all.
pub(crate) fn only_accident(views: &[View]) -> Option<&AccidentEntry> {
    let told = views.iter().filter(|view| view.strength > 0);
    let mut entries = told
        .flat_map(|view| view.accidents.iter().flatten())
        .map(|one| &one.entry);
    let first = entries.next()?;
    let same = |one: &AccidentEntry| (one.number, one.date) == (first.number, first.date);
    entries.all(same).then_some(first)
}

/// The number tells where both have one; where one has none, the day of the accident.
fn same_accident(entry: &AccidentEntry, accident: ClaimAccident) -> bool {
    match (entry.number, accident.number) {
        (Some(one), Some(other)) => same_number(one, other),
        _ => entry.date.is_some() && entry.date == accident.date,
    }
}

/// Old cards carry eight of the nine digits: the ninth is a key.
fn same_number(one: Code<12>, other: Code<12>) -> bool {
    let (one, other) = (one.as_str(), other.as_str());
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short == long || (short.len() == 8 && long.len() == 9 && long.starts_with(short))
}

#[cfg(test)]
#[path = "accident_tests.rs"]
mod tests;
