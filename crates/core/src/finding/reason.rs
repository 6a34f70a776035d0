//! One reason: what a rule found, on what, with the facts it compared.

use crate::ids::{ReasonId, RejectClass, RemedySet};
use crate::model::{Code, Date, Share, text_enum};
use crate::tables::{RightKind, Rulebook};
use crate::verdict::{DoubtBasis, NoBasis, Verdict};

text_enum! {
    /// How much a reason weighs.
    Severity {
        /// The part is not billable.
        Blocking = "blocking",
        /// The part is undetermined.
        Doubt = "doubt",
        /// Said, and changes no verdict.
        Notice = "notice",
    }
}

/// What a reason does to the parts that it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// They are not billable.
    Block(NoBasis),
    /// They are undetermined.
    Doubt(DoubtBasis),
    /// Nothing.
    Notice,
}

impl Effect {
    /// The severity of this effect.
    pub const fn severity(self) -> Severity {
        match self {
            Effect::Block(_) => Severity::Blocking,
            Effect::Doubt(_) => Severity::Doubt,
            Effect::Notice => Severity::Notice,
        }
    }

    /// The verdict of a part that has only this reason.
    pub const fn verdict(self) -> Verdict {
        match self {
            Effect::Block(basis) => Verdict::NotBillable(basis),
            Effect::Doubt(basis) => Verdict::Undetermined(basis),
            Effect::Notice => Verdict::Billable,
        }
    }
}

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

/// The facts of a reason, in the order in which they were added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facts {
    slots: [Option<(FactKey, FactValue)>; MAX_FACTS],
    /// How many there are.
    count: u8,
    /// A bit for each key that is there.
    keys: u64,
}

const _: () = assert!(FactKey::ALL.len() <= 64);

impl Facts {
    /// These facts and one more; a missing value adds nothing, and so does a tenth-plus-one fact.
    #[inline]
    pub(crate) fn with(mut self, key: FactKey, value: Option<FactValue>) -> Self {
        if let Some(value) = value {
            self.add(key, value);
        }
        self
    }

    /// Adds one fact.
    #[inline]
    pub(crate) fn add(&mut self, key: FactKey, value: FactValue) {
        if let Some(slot) = self.slots.get_mut(usize::from(self.count)) {
            *slot = Some((key, value));
            self.count += 1;
            self.keys |= 1 << key as u8;
        }
    }

    /// Puts another value in the place of a fact, or adds it where it is not there.
    pub(crate) fn set(&mut self, key: FactKey, value: Option<FactValue>) {
        let Some(value) = value else { return };
        let held = self.slots.iter_mut().flatten();
        match held
            .filter(|_| self.keys & 1 << key as u8 != 0)
            .find(|(one, _)| *one == key)
        {
            Some(fact) => fact.1 = value,
            None => self.add(key, value),
        }
    }

    /// These facts and a day.
    #[inline]
    pub(crate) fn date(self, key: FactKey, day: Option<Date>) -> Self {
        self.with(key, day.map(FactValue::Date))
    }

    /// These facts and a word.
    #[inline]
    pub(crate) fn word(self, key: FactKey, word: &'static str) -> Self {
        self.with(key, Some(FactValue::Word(word)))
    }

    /// These facts and a code.
    #[inline]
    pub(crate) fn code<const N: usize>(self, key: FactKey, code: Option<Code<N>>) -> Self {
        self.with(key, code.and_then(Code::resize).map(FactValue::Code))
    }

    /// These facts and a number of days.
    #[inline]
    pub(crate) fn days(self, key: FactKey, days: i32) -> Self {
        self.with(key, Some(FactValue::Days(days)))
    }

    /// The facts, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FactKey, FactValue)> + '_ {
        self.in_place().copied()
    }

    /// The facts where they stand, for who shows a code without copying it.
    pub fn in_place(&self) -> impl Iterator<Item = &(FactKey, FactValue)> {
        self.slots.iter().map_while(Option::as_ref)
    }

    /// One fact.
    pub fn get(&self, key: FactKey) -> Option<FactValue> {
        if self.keys & 1 << key as u8 == 0 {
            return None;
        }
        self.iter().find(|(one, _)| *one == key).map(|(_, value)| value)
    }

    /// One fact that is a day.
    pub(crate) fn day(&self, key: FactKey) -> Option<Date> {
        match self.get(key) {
            Some(FactValue::Date(day)) => Some(day),
            _ => None,
        }
    }
}

impl FromIterator<(FactKey, FactValue)> for Facts {
    /// The first facts, as many as a reason holds.
    fn from_iter<I: IntoIterator<Item = (FactKey, FactValue)>>(facts: I) -> Self {
        let add = |known: Facts, (key, value)| known.with(key, Some(value));
        facts.into_iter().fold(Facts::default(), add)
    }
}

/// What a rule found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// What it does.
    pub effect: Effect,
    /// Its id.
    pub id: ReasonId,
    /// The share that it concerns; both when absent.
    pub share: Option<Share>,
    /// The line that it concerns, by its place in the claim; all when absent.
    pub line: Option<u16>,
    /// The facts that were compared.
    pub facts: Facts,
    /// What to do next.
    pub remedies: RemedySet,
}

impl Reason {
    /// The class of reject to expect when a claim with this reason is sent all the same. A private contract is the
    /// insurer's matter: no CSS on record contradicts it.
    pub fn reject(&self, rules: &Rulebook) -> Option<RejectClass> {
        let class = rules.reason(self.id)?.reject?;
        let private = FactValue::Word(RightKind::PrivateContract.as_str());
        Some(match class {
            RejectClass::ContractTypeIncompatible if self.facts.get(FactKey::Right) == Some(private) => {
                RejectClass::ComplementaryUnknown
            }
            class => class,
        })
    }
}

#[cfg(test)]
#[path = "reason_tests.rs"]
mod tests;
