//! The closed lists by number, for languages that have no words for them: C, and what is bound to it.
//!
//! The number of a word is its place in its list. So a word is added at the end of its declaration, and never moved:
//! `cargo xtask abi` refuses a number that changed. Ids of rules, reasons and facts have no numbers: they are read as they are.

use tierspayant_core::finding::Severity;
use tierspayant_core::ids::{RejectClass, RemedyId};
use tierspayant_core::model::record::Word;
use tierspayant_core::model::{
    CardState, Category, ClosedList, DocumentState, EndReason, Mode, Origin, PaidInstead, PrescriptionState,
    PriorAgreement, Proof, Relation, Setting, Share, Source, Standing, Status, Trait, TransportGround,
    Vocabulary, Voucher,
};
use tierspayant_core::tables::{Confidence, DateRole, InduRisk};
use tierspayant_core::timeline::Certainty;
use tierspayant_core::triage::{CaughtAs, Cause, Found, KnownAt, Matched, Payer, Recognised, ReportedState};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, Guarantee, NoBasis, VerdictWord};
use tierspayant_readers::Format;

/// A closed list whose words have numbers.
pub trait Numbered: ClosedList {
    /// The name of the list in constants: `CARD` for `TP_CARD_READ`.
    const NAME: &'static str;
    /// The number of the first word.
    const FIRST: i32;
    /// Its values in the order of their numbers.
    const ORDER: &'static [Self] = Self::ALL;
    /// A number in between that stands for no word of the list.
    const RESERVED: Option<i32> = None;

    /// Each value with its number.
    fn each() -> impl Iterator<Item = (i32, Self)> {
        let numbers = (Self::FIRST..).filter(|number| Some(*number) != Self::RESERVED);
        numbers.zip(Self::ORDER.iter().copied())
    }

    /// The number of this value.
    fn number(self) -> i32 {
        let found = Self::each().find(|(_, one)| *one == self);
        found.map_or(0, |(number, _)| number)
    }

    /// The value that has this number.
    fn from_number(number: i32) -> Option<Self> {
        let found = Self::each().find(|(one, _)| *one == number);
        found.map(|(_, value)| value)
    }
}

/// A list as data: what a header or a table of words is written from. The bases of a verdict are two lists of one name.
#[derive(Clone, Copy, Debug)]
pub struct NumberedList {
    /// Its name in constants.
    pub name: &'static str,
    /// Its words, each with its number.
    pub words: fn() -> Vec<(i32, &'static Word)>,
}

fn words<T: Numbered>() -> Vec<(i32, &'static Word)> {
    let described = |value: T| T::WORDS.words.iter().find(|one| one.word == value.word());
    T::each()
        .filter_map(|(number, value)| Some((number, described(value)?)))
        .collect()
}

macro_rules! numbered {
    ($($list:ident = $name:literal from $first:literal $([$($order:ident),+])? $(but $reserved:literal)?;)+) => {
        $(impl Numbered for $list {
            const NAME: &'static str = $name;
            const FIRST: i32 = $first;
            $(const ORDER: &'static [Self] = &[$($list::$order),+];)?
            $(const RESERVED: Option<i32> = Some($reserved);)?
        })+

        /// Every list that has numbers. A new one is added at the end: its own number is its place among the names.
        pub const LISTS: &[NumberedList] = &[$(NumberedList { name: $name, words: words::<$list> }),+];
    };
}

// From 1 where 0 says nothing, from 0 where a word of the list says so.
numbered! {
    VerdictWord = "VERDICT" from 0;
    NoBasis = "BASIS" from 1;
    DoubtBasis = "BASIS" from 3 [Missing, Pending, Conflict, Stale, BeyondRules];
    Guarantee = "GUARANTEE" from 0 [Unknown, Guaranteed, Likely, None];
    Severity = "SEVERITY" from 1;
    ExemptionState = "EXEMPTION" from 0
        [Unknown, Confirmed, NotClaimed, NotRecorded, NotStarted, Ended, Pending, Unrelated, Contradicted];
    Share = "SHARE" from 1;
    CardState = "CARD" from 1;
    Category = "CATEGORY" from 1;
    Relation = "RELATION" from 1;
    Origin = "ORIGIN" from 1;
    Source = "SOURCE" from 1;
    Vocabulary = "VOCABULARY" from 1;
    Status = "ENTRY" from 1;
    Format = "FORMAT" from 1 but 5;
    Standing = "STANDING" from 1;
    Mode = "MODE" from 1;
    PaidInstead = "PAID_INSTEAD" from 1;
    DocumentState = "DOCUMENT" from 1;
    Voucher = "VOUCHER" from 1;
    PriorAgreement = "AGREEMENT" from 1;
    PrescriptionState = "PRESCRIPTION" from 1;
    TransportGround = "GROUND" from 1;
    Proof = "PROOF" from 1;
    EndReason = "END" from 1;
    Setting = "SETTING" from 1;
    Trait = "TRAIT" from 1;
    DateRole = "DATE_ROLE" from 1;
    RemedyId = "REMEDY" from 1;
    RejectClass = "REJECT_CLASS" from 1;
    InduRisk = "INDU" from 1;
    Confidence = "CONFIDENCE" from 1;
    Certainty = "CERTAINTY" from 1;
    ReportedState = "REPORTED" from 1;
    Recognised = "RECOGNISED" from 1;
    Found = "FOUND" from 1;
    Matched = "MATCHED" from 1;
    Cause = "CAUSE" from 1;
    KnownAt = "KNOWN_AT" from 1;
    CaughtAs = "CAUGHT" from 1;
    Payer = "PAYER" from 1;
}

/// The names of the lists, each once, in the order of their numbers.
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = Vec::new();
    for list in LISTS {
        if !names.contains(&list.name) {
            names.push(list.name);
        }
    }
    names
}

/// The words of the list with this name, each with its number.
pub fn words_of(name: &str) -> impl Iterator<Item = (i32, &'static Word)> {
    let same = LISTS.iter().filter(move |list| list.name == name);
    same.flat_map(|list| (list.words)())
}

#[cfg(test)]
#[path = "lists_tests.rs"]
mod tests;
