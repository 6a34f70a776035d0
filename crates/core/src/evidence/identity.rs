//! Is this snapshot about the person of the claim?

use crate::model::{Date, Person, Snapshot, Source};

/// What the comparison of one snapshot with the claim found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// The same person.
    Same,
    /// Same id, but another birth date or rank.
    Mismatch,
    /// Nothing to compare.
    Unverified,
    /// Somebody else, or one of several people who cannot be told apart.
    Other,
}

/// What the comparison of all snapshots found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// One finding per snapshot, in their order.
    pub matches: Vec<Match>,
    /// Snapshots of several people that the claim cannot tell apart.
    pub ambiguous: bool,
    /// A source that spoke only of somebody else.
    pub other_only: Option<Source>,
    /// There are snapshots, and none is about this person.
    pub nobody: bool,
    /// A NIR of the claim or of a snapshot of this person has a key that does not fit.
    pub nir_key_differs: bool,
    /// The claim and the snapshots of this person carry two different NIRs.
    pub nir_differs: bool,
    /// The first and the last day on which the person may be born: the claim's, else the earliest of the snapshots.
    pub birth: Option<(Date, Date)>,
}

impl Identity {
    /// Whether a snapshot has the same id but another birth date or rank.
    pub fn mismatch(&self) -> bool {
        self.matches.contains(&Match::Mismatch)
    }

    /// Whether the person may be a child under a parent's number on that day: up to the end of the year in which that
    /// many years have passed since the birth.
    pub fn may_be_a_dependant(&self, care: Date, years: i32) -> bool {
        let born = self.birth.map(|(first, _)| first.year());
        born.is_some_and(|year| care.year() <= year.saturating_add(years))
    }

    /// Whether the age on that day is below this one, whatever day of birth the birth date leaves possible.
    pub fn is_below(&self, day: Date, years: i32) -> bool {
        self.birth.is_some_and(|(first, _)| day.age_of(first) < years)
    }

    /// Whether this age is reached on that day, whatever day of birth the birth date leaves possible.
    pub fn has_reached(&self, day: Date, years: i32) -> bool {
        self.birth.is_some_and(|(_, last)| day.age_of(last) >= years)
    }

    /// Whether a snapshot could not be compared although the claim names somebody.
    pub fn unverified(&self) -> bool {
        self.matches.contains(&Match::Unverified)
    }
}

/// Compares every snapshot with the person of the claim.
pub fn identify(claim: &Person, rights: &[Snapshot]) -> Identity {
    let mut matches: Vec<Match> = rights.iter().map(|one| compare(claim, &one.person)).collect();
    let ambiguous = rights.len() > 1 && set_aside(rights, &mut matches);
    let about_us = |source: Source| {
        rights
            .iter()
            .zip(&matches)
            .any(|(one, found)| one.source == source && *found != Match::Other)
    };
    let other_only = if ambiguous {
        None
    } else {
        rights
            .iter()
            .map(|one| one.source)
            .filter(|source| !about_us(*source))
            .min()
    };
    let nobody = !rights.is_empty() && matches.iter().all(|found| *found == Match::Other);
    let ours = rights
        .iter()
        .zip(&matches)
        .filter(|(_, found)| **found != Match::Other)
        .map(|(one, _)| &one.person);
    let people = || std::iter::once(claim).chain(ours.clone());
    let nir_key_differs = people().any(|person| person.nir.and_then(|nir| nir.key_fits()) == Some(false));
    let mut nirs = people().filter_map(|person| person.nir);
    let nir_differs = nirs
        .next()
        .is_some_and(|first| nirs.any(|other| !first.same_number(other)));
    let days = |person: &Person| person.birth_date.and_then(|birth| birth.days());
    let birth = days(claim).or_else(|| ours.clone().filter_map(days).min());
    Identity {
        matches,
        ambiguous,
        other_only,
        nobody,
        nir_key_differs,
        nir_differs,
        birth,
    }
}

/// Sets aside several people that the claim cannot tell apart, whoever spoke of them, and says whether there are any.
fn set_aside(rights: &[Snapshot], matches: &mut [Match]) -> bool {
    let compared = rights.iter().zip(&*matches);
    let known = compared.filter(|(_, found)| **found != Match::Other);
    let mut people: Vec<&Person> = known.map(|(one, _)| &one.person).collect();
    people.sort_unstable();
    people.dedup();
    let clashes = |one: &Snapshot| people.iter().any(|other| different_people(&one.person, other));
    let mut ambiguous = false;
    for (one, found) in rights.iter().zip(matches) {
        if *found != Match::Other && clashes(one) {
            *found = Match::Other;
            ambiguous = true;
        }
    }
    ambiguous
}

/// Ids decide where both have one; else birth date and rank. NIRs do not: a child may be known under a parent's.
fn compare(claim: &Person, other: &Person) -> Match {
    let differs = different_birth(claim, other);
    match (&claim.id, &other.id) {
        (Some(one), Some(two)) if one != two => Match::Other,
        (Some(_), Some(_)) if differs => Match::Mismatch,
        (Some(_), Some(_)) => Match::Same,
        _ if differs => Match::Other,
        _ => match (claim.birth_date, other.birth_date) {
            (Some(_), Some(_)) => Match::Same,
            _ if *claim == Person::default() && *other == Person::default() => Match::Same,
            _ => Match::Unverified,
        },
    }
}

fn different_birth(one: &Person, other: &Person) -> bool {
    let dates = matches!((&one.birth_date, &other.birth_date), (Some(a), Some(b)) if !a.same_day(b));
    let ranks = matches!((one.birth_rank, other.birth_rank), (Some(a), Some(b)) if a != b);
    dates || ranks
}

fn different_people(one: &Person, other: &Person) -> bool {
    match (&one.id, &other.id) {
        (Some(one), Some(other)) => one != other,
        _ => different_birth(one, other),
    }
}
