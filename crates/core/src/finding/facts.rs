//! The facts that a rule compared, small enough to be carried by value with their reason.

use super::words::FactWord;
use crate::model::{Code, Date, Moment, Source, text_enum};
use std::cmp::Ordering;
use std::fmt;

text_enum! {
    /// What a fact of a reason is.
    FactKey {
        /// The day that was tested.
        Date = "date",
        /// Which date it is: care, prescription, query, transmission.
        DateRole = "date_role",
        /// First day on record.
        Start = "start",
        /// Last day on record.
        End = "end",
        /// The kind of right asked for.
        Right = "right",
        /// The code of the claim.
        Code = "code",
        /// The code on record.
        RecordCode = "record_code",
        /// The code that would fit.
        Suggested = "suggested",
        /// The source that decides.
        Source = "source",
        /// The day on which that source was asked.
        Observed = "observed",
        /// Another source.
        OtherSource = "other_source",
        /// The day on which the other source was asked.
        OtherObserved = "other_observed",
        /// Age found, in days.
        AgeDays = "age_days",
        /// Age allowed, in days.
        AllowedDays = "allowed_days",
        /// Where the exemption came from.
        Origin = "origin",
        /// The forcing letter that would go into the FSE.
        Forcing = "forcing",
        /// State of the entry on record.
        Status = "status",
        /// Organism number of the claim.
        Number = "number",
        /// Contract type of the claim.
        Type = "type",
        /// Organism number on record.
        RecordNumber = "record_number",
        /// Contract type on record.
        RecordType = "record_type",
        /// The other date that was looked at.
        OtherDate = "other_date",
        /// Which date the other one is.
        OtherDateRole = "other_date_role",
        /// The answer on the other date.
        OtherAnswer = "other_answer",
        /// Try again from this day on.
        RetryOn = "retry_on",
        /// The day on which the fund received a request.
        ReceivedOn = "received_on",
        /// The day of the accident.
        AccidentDate = "accident_date",
        /// Nature of insurance of the claim.
        Nature = "nature",
        /// State of the card.
        Card = "card",
        /// The trait of the line that decides.
        Trait = "trait",
        /// The last day that the tables cover or allow.
        Limit = "limit",
        /// Scheme of the claim.
        Scheme = "scheme",
        /// Scheme on record.
        RecordScheme = "record_scheme",
        /// Who may pay in place of the fund.
        PaidInstead = "paid_instead",
        /// How the claim is made.
        Mode = "mode",
        /// Why a contract ended.
        EndReason = "end_reason",
    }
}

/// The value of a fact: integers, short codes and fixed words only, so that a reason needs no allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactValue {
    /// A day.
    Date(Date),
    /// A number of days.
    Days(i32),
    /// A word of a closed list.
    Word(&'static str),
    /// A code as written.
    Code(Code<16>),
}

/// How many facts a reason holds at most.
pub const MAX_FACTS: usize = 10;

/// How many characters the codes of a reason have together at most: two numbers and two types of a contract have 30.
const MAX_LETTERS: usize = 32;

/// A value as it is kept. The characters of codes stand together, apart.
#[derive(Clone, Copy)]
enum Kept {
    Date(Date),
    Days(i32),
    Word(FactWord),
    Code { start: u8, length: u8 },
}

/// The facts of a reason, in the order in which they were added.
#[derive(Clone, Copy)]
pub struct Facts {
    keys: [FactKey; MAX_FACTS],
    values: [Kept; MAX_FACTS],
    /// How many there are.
    count: u8,
    /// How many characters are taken.
    taken: u8,
    letters: [u8; MAX_LETTERS],
}

impl Default for Facts {
    #[inline]
    fn default() -> Self {
        Facts {
            keys: [FactKey::Date; MAX_FACTS],
            values: [Kept::Days(0); MAX_FACTS],
            count: 0,
            taken: 0,
            letters: [0; MAX_LETTERS],
        }
    }
}

impl Facts {
    #[inline]
    fn add(&mut self, key: FactKey, value: Kept) {
        let place = usize::from(self.count);
        if let (Some(held), Some(slot)) = (self.keys.get_mut(place), self.values.get_mut(place)) {
            (*held, *slot) = (key, value);
            self.count += 1;
        }
    }

    /// Keeps the characters of a code; none where there is no room for them.
    #[inline]
    fn keep<const N: usize>(&mut self, code: Code<N>) -> Option<Kept> {
        let (start, length) = (
            self.taken,
            code.write_to(self.letters.get_mut(usize::from(self.taken)..)?)?,
        );
        self.taken = start.checked_add(length)?;
        Some(Kept::Code { start, length })
    }

    /// These facts and a day, where there is one.
    #[inline]
    pub(crate) fn date(mut self, key: FactKey, day: Option<Date>) -> Self {
        if let Some(day) = day {
            self.add(key, Kept::Date(day));
        }
        self
    }

    /// These facts and a word.
    #[inline]
    pub(crate) fn word(mut self, key: FactKey, word: impl Into<FactWord>) -> Self {
        self.add(key, Kept::Word(word.into()));
        self
    }

    /// These facts and a code, where there is one.
    #[inline]
    pub(crate) fn code<const N: usize>(mut self, key: FactKey, code: Option<Code<N>>) -> Self {
        if let Some(kept) = code.and_then(|code| self.keep(code)) {
            self.add(key, kept);
        }
        self
    }

    /// These facts and a number of days.
    #[inline]
    pub(crate) fn days(mut self, key: FactKey, days: i32) -> Self {
        self.add(key, Kept::Days(days));
        self
    }

    /// Adds who said something, and when.
    pub(super) fn add_said(&mut self, source: Source, asked: Option<Moment>) {
        self.add(FactKey::Source, Kept::Word(source.into()));
        if let Some(asked) = asked {
            self.add(FactKey::Observed, Kept::Date(asked.date()));
        }
    }

    /// These facts and one that was shown.
    fn with(self, (key, value): (FactKey, FactValue)) -> Self {
        match value {
            FactValue::Date(day) => self.date(key, Some(day)),
            FactValue::Days(days) => self.days(key, days),
            FactValue::Word(word) => match FactWord::of(word) {
                Some(word) => self.word(key, word),
                None => self,
            },
            FactValue::Code(code) => self.code(key, Some(code)),
        }
    }

    /// These facts and those others of which there is none here.
    pub(crate) fn and(self, others: &Facts) -> Self {
        let others = others.iter().filter(|(key, _)| !self.has(*key));
        others.fold(self, Facts::with)
    }

    /// Puts a code in the place of a fact, or adds it where it is not there.
    pub(crate) fn set_code<const N: usize>(&mut self, key: FactKey, code: Code<N>) {
        let Some(kept) = self.keep(code) else { return };
        match self.place(key).and_then(|place| self.values.get_mut(place)) {
            Some(value) => *value = kept,
            None => self.add(key, kept),
        }
    }

    /// The facts, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FactKey, FactValue)> + '_ {
        let known = self.keys.iter().zip(&self.values).take(usize::from(self.count));
        known.map(|(key, value)| (*key, self.shown(*value)))
    }

    /// How many facts there are.
    pub fn len(&self) -> usize {
        usize::from(self.count)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// One fact.
    pub fn get(&self, key: FactKey) -> Option<FactValue> {
        let value = self.values.get(self.place(key)?)?;
        Some(self.shown(*value))
    }

    /// The characters of the fact at a place where it is a code: where they stand, for who shows them without a copy.
    pub fn code_at(&self, place: usize) -> Option<&str> {
        match self.values.get(..self.len())?.get(place)? {
            Kept::Code { start, length } => std::str::from_utf8(self.letters_of(*start, *length)).ok(),
            Kept::Date(_) | Kept::Days(_) | Kept::Word(_) => None,
        }
    }

    /// One fact that is a day.
    pub(crate) fn day(&self, key: FactKey) -> Option<Date> {
        match self.values.get(self.place(key)?)? {
            Kept::Date(day) => Some(*day),
            Kept::Days(_) | Kept::Word(_) | Kept::Code { .. } => None,
        }
    }

    /// Whether there is such a fact.
    pub(crate) fn has(&self, key: FactKey) -> bool {
        self.place(key).is_some()
    }

    fn place(&self, key: FactKey) -> Option<usize> {
        let known = self.keys.get(..self.len())?;
        known.iter().position(|one| *one == key)
    }

    fn letters_of(&self, start: u8, length: u8) -> &[u8] {
        let (start, length) = (usize::from(start), usize::from(length));
        self.letters.get(start..start + length).unwrap_or_default()
    }

    fn shown(&self, value: Kept) -> FactValue {
        match value {
            Kept::Date(day) => FactValue::Date(day),
            Kept::Days(days) => FactValue::Days(days),
            Kept::Word(word) => FactValue::Word(word.as_str()),
            Kept::Code { start, length } => FactValue::Code(Code::written(self.letters_of(start, length))),
        }
    }
}

impl PartialEq for Facts {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Facts {}

impl PartialOrd for Facts {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Facts {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl FromIterator<(FactKey, FactValue)> for Facts {
    /// The first facts, as many as a reason holds; a word that is in no list of facts is none.
    fn from_iter<I: IntoIterator<Item = (FactKey, FactValue)>>(facts: I) -> Self {
        facts.into_iter().fold(Facts::default(), Facts::with)
    }
}

#[cfg(test)]
#[path = "facts_tests.rs"]
mod tests;
