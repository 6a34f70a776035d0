//! Who is meant, as far as rules can tell people apart: how what is said of them compares, and the ages they have reached.

use super::ClaimDays;
use super::shape::MOST_SNAPSHOTS;
use crate::evidence::{Identity, Match};
use crate::model::Date;

/// What rules can tell apart of who is meant, but for ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meant {
    told: u32,
    birth: Option<(Date, Date)>,
}

/// The ages that rules compare, of people of whom no trait and no fact of a line is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ages {
    /// In months, that of an infant.
    pub(super) infant_months: u32,
    /// In years of the calendar, that of a child under the number of a parent.
    pub(super) dependant_years: i32,
    /// In completed years.
    pub(super) years: [i32; 4],
}

/// The longest month, in days.
const MONTH: i32 = 31;

impl Meant {
    /// Whoever is meant by one id, which every snapshot has, and of whom nothing else is said.
    pub const BY_ID: Meant = Meant { told: 0, birth: None };

    /// What the comparison of a claim with its snapshots found, and the birth date of the claim; nothing where claims are like no
    /// others: some snapshot is set aside, or there are more than are compared.
    pub fn of(identity: &Identity, born: Option<(Date, Date)>) -> Option<Self> {
        // What is found of an identity and is new does not compile until it has its place here.
        let Identity {
            matches,
            ambiguous: false,
            other_only: None,
            nobody: false,
            nir_key_differs,
            nir_differs,
            birth,
        } = identity
        else {
            return None;
        };
        if matches.len() > MOST_SNAPSHOTS || (born.is_some() && born != *birth) {
            return None;
        }
        let mut told = 0;
        for found in matches {
            let found = match found {
                Match::Same => 0,
                Match::Mismatch => 1,
                Match::Unverified => 2,
                Match::Other => return None,
            };
            told = told << 2 | found;
        }
        for flag in [born.is_some(), birth.is_some(), *nir_key_differs, *nir_differs] {
            told = told << 1 | u32::from(flag);
        }
        Some(Meant { told, birth: *birth })
    }

    /// The same with the ages on the days of a claim; nothing where it is like no other: of an infant, whose months count, and of
    /// somebody who was not born yet.
    #[inline]
    pub(super) fn told_on(&self, days: &ClaimDays, ages: &Ages) -> Option<u32> {
        match self.birth {
            None => Some(self.told),
            Some(birth) => Some(aged(days, ages, birth)? << 16 | self.told),
        }
    }
}

/// The ages that have been reached, by the first and by the last day on which somebody may be born.
fn aged(days: &ClaimDays, ages: &Ages, (first, last): (Date, Date)) -> Option<u32> {
    let ClaimDays {
        as_of: _,
        care,
        prescription,
    } = *days;
    let infant = i32::try_from(ages.infant_months)
        .ok()?
        .checked_add(1)?
        .checked_mul(MONTH)?;
    if care.days_since(last) < infant || prescription.is_some_and(|day| day < first) {
        return None;
    }
    let reached = |born: Date| {
        let age = care.age_of(born);
        let reached = ages.years.iter().filter(|years| age >= **years).count();
        u32::try_from(reached).ok()
    };
    let dependant = care.year() <= first.year().saturating_add(ages.dependant_years);
    Some(reached(first)? << 4 | reached(last)? << 1 | u32::from(dependant))
}
