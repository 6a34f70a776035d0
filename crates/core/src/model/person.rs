//! Who the claim and each answer are about, with no personal data in any debug print.

use super::record::{Input, Kind, Output, Privacy, Value, record, texts};
use super::{Code, Date, Digits, Fault, Nir};
use std::fmt;
use std::str::FromStr;

/// An opaque id chosen by the caller. It is compared, and never printed in full by `Debug`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(Box<str>);

/// A birth date as it was written: real ones have a 13th month or a 32nd day, so it is never a [`super::Date`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BirthDate(Code<10>);

/// The birth rank, 1 to 9, that tells twins apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BirthRank(u8);

/// A part of a person's identity that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonError {
    /// An empty or oversized id.
    #[error("an id has 1 to 200 bytes")]
    Id,
    /// No birth date in raw form.
    #[error("a birth date has 6 to 10 characters, digits and dashes")]
    BirthDate,
    /// A rank outside 1 to 9.
    #[error("a birth rank is 1 to 9")]
    BirthRank,
}

record! {
    /// What is known of a person's identity; every part may be missing.
    #[derive(Default, PartialOrd, Ord)]
    Person {
        /// The caller's own id.
        id: Option<PersonId>,
        /// The birth date, raw.
        birth_date: Option<BirthDate>,
        /// The birth rank, which tells twins apart.
        birth_rank: Option<BirthRank>,
        /// The NIR, never needed for a verdict.
        nir: Option<Nir>,
    }
}

record! {
    /// The obligatory scheme, each part where known.
    #[derive(Copy, Default, PartialOrd, Ord, Hash)]
    Scheme {
        /// Grand régime, such as `01` or `02`.
        regime: Option<Code<2>> as Digits<2>,
        /// Caisse.
        fund: Option<Code<3>> as Digits<3>,
        /// Centre.
        centre: Option<Code<4>>,
    }
}

texts!(PersonId, Text(200), Identity, |id| &id.0);
texts!(BirthDate, BirthDate, Identity, |date| date.as_str());

impl Value for BirthRank {
    const KIND: Kind = Kind::Number(1, 9);
    const PRIVACY: Privacy = Privacy::Identity;

    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
        source.number(|rank| BirthRank::new(rank).map_err(Fault::from))
    }

    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
        sink.number(u64::from(self.0))
    }
}

impl PersonId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PersonId {
    type Err = PersonError;

    fn from_str(text: &str) -> Result<Self, PersonError> {
        if text.is_empty() || text.len() > 200 {
            Err(PersonError::Id)
        } else {
            Ok(PersonId(text.into()))
        }
    }
}

impl fmt::Debug for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonId(…)")
    }
}

impl BirthDate {
    /// The birth date as it was written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The eight digits, dashes left out, so that `1985-05-14` and `19850514` are the same birth date.
    pub fn digits(&self) -> impl Iterator<Item = u8> + '_ {
        self.0.as_bytes().iter().copied().filter(|b| *b != b'-')
    }

    /// Its digits as a number, where there are eight.
    fn number(&self) -> Option<u32> {
        let digits = self.digits().map(|digit| u32::from(digit.wrapping_sub(b'0')));
        // Ten digits at most, of which more than eight are no number here.
        let (count, number) = digits.fold((0_u8, 0_u32), |(count, number), digit| {
            (count.wrapping_add(1), number.wrapping_mul(10).wrapping_add(digit))
        });
        (count == 8).then_some(number)
    }

    /// The birth date as a day of the calendar, where it has eight digits: only then there is an age. One with an
    /// impossible month or day counts as 1 January of its year (SFG FIDES-ACE).
    pub fn day(&self) -> Option<Date> {
        let number = self.number()?;
        let first_of_year = || Date::from_yyyymmdd(number / 10_000 * 10_000 + 101);
        Date::from_yyyymmdd(number).or_else(|_| first_of_year()).ok()
    }

    /// The first and the last day that it may be, where it has eight digits: a day of the calendar is itself, an impossible
    /// day may be any day of its month, and an impossible month any day of its year.
    ///
    /// ```
    /// use tierspayant_core::model::BirthDate;
    /// let days = |text: &str| text.parse::<BirthDate>().ok().and_then(|one| one.days());
    /// let shown = |text: &str| days(text).map(|(first, last)| format!("{first} {last}"));
    /// assert_eq!(shown("19850514").as_deref(), Some("1985-05-14 1985-05-14"));
    /// assert_eq!(shown("19850230").as_deref(), Some("1985-02-01 1985-02-28"));
    /// assert_eq!(shown("19851332").as_deref(), Some("1985-01-01 1985-12-31"));
    /// assert_eq!(shown("850514"), None);
    /// ```
    pub fn days(&self) -> Option<(Date, Date)> {
        // Most are a day, written without dashes.
        if let Ok(Ok(day)) = self.0.as_bytes().try_into().map(Date::of_digits) {
            return Some((day, day));
        }
        let number = self.number()?;
        if let Ok(day) = Date::from_yyyymmdd(number) {
            return Some((day, day));
        }
        let year = i32::try_from(number / 10_000).ok()?;
        let (first, last) = match number / 100 % 100 {
            month @ 1..=12 => (month, month),
            _ => (1, 12),
        };
        let end = (28..=31)
            .rev()
            .find_map(|day| Date::from_ymd(year, last, day).ok());
        Date::from_ymd(year, first, 1).ok().zip(end)
    }

    /// Whether two raw birth dates are the same day.
    pub fn same_day(&self, other: &BirthDate) -> bool {
        self == other || self.digits().eq(other.digits())
    }
}

impl FromStr for BirthDate {
    type Err = PersonError;

    fn from_str(text: &str) -> Result<Self, PersonError> {
        let code: Code<10> = text.parse().map_err(|_| PersonError::BirthDate)?;
        // Months such as 13 and days such as 32 are real, and so are dates without a century or a day.
        let is_date = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if is_date && text.bytes().filter(u8::is_ascii_digit).count() >= 6 {
            Ok(BirthDate(code))
        } else {
            Err(PersonError::BirthDate)
        }
    }
}

impl fmt::Debug for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BirthDate(…)")
    }
}

impl BirthRank {
    /// A rank from 1 to 9.
    pub fn new(rank: u64) -> Result<Self, PersonError> {
        match u8::try_from(rank) {
            Ok(rank @ 1..=9) => Ok(BirthRank(rank)),
            _ => Err(PersonError::BirthRank),
        }
    }

    /// The rank, 1 to 9.
    pub const fn get(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
#[path = "person_tests.rs"]
mod tests;
