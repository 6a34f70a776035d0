//! The claim that is about to be sent.

use super::{
    CardState, Category, Code, Date, Nature, Origin, Person, Relation, Scheme, ShareSet, Snapshot, Trait,
};

/// One question: a claim, what the sources said, and the day it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Dossier {
    /// The day the question is asked; absent, nothing that depends on today is said.
    pub as_of: Option<Date>,
    /// What is about to be sent.
    pub claim: Claim,
    /// What each source said, in any order.
    pub rights: Vec<Snapshot>,
}

/// What is about to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Claim {
    /// The caller's id of the claim.
    pub id: Option<Box<str>>,
    /// Who bills: `pharmacy`, or another profession, kept as written.
    pub setting: Option<Box<str>>,
    /// The day the care was given or the product delivered.
    pub care_date: Date,
    /// The day of the prescription.
    pub prescription_date: Option<Date>,
    /// The day the claim is transmitted, where it is not `as_of`.
    pub transmission_date: Option<Date>,
    /// The beneficiary.
    pub person: Person,
    /// The obligatory scheme that the claim names.
    pub scheme: Scheme,
    /// What became of the card at the counter; absent when it was not said.
    pub card: Option<CardState>,
    /// Nature d'assurance; absent when it was not said.
    pub nature: Option<Nature>,
    /// The accident that the claim names, for nature 41.
    pub accident: Option<AccidentRef>,
    /// The complementary contract that the claim will carry.
    pub contract: Option<ClaimContract>,
    /// The shares that ask for tiers payant.
    pub third_party: ShareSet,
    /// The lines, at least one, each with its own id.
    pub lines: Vec<Line>,
}

/// The accident that a claim names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct AccidentRef {
    /// The number given by the fund.
    pub number: Option<Code<12>>,
    /// The day of the accident.
    pub date: Option<Date>,
}

/// The complementary contract that a claim carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ClaimContract {
    /// Organism number, 8 characters for a mutuelle, up to 10 for an AMC.
    pub number: Option<Code<12>>,
    /// Type de contrat, such as `89`.
    pub contract_type: Option<Code<3>>,
    /// Code service.
    pub service: Option<Code<2>>,
    /// Indicateur de traitement.
    pub indicator: Option<Code<2>>,
    /// First day, where the claim carries one.
    pub start: Option<Date>,
    /// Last day, where the claim carries one.
    pub end: Option<Date>,
}

/// One line of the claim.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// The caller's id of the line, unique in the claim.
    pub id: Box<str>,
    /// What it bills; absent when it was not said.
    pub category: Option<Category>,
    /// Justification of exemption, `0` to `9` or `C`; another code is kept as written.
    pub exemption: Option<Code<4>>,
    /// Relation to the condition that exempts.
    pub relation: Relation,
    /// Where the exemption came from.
    pub origin: Option<Origin>,
    /// Amount in euro cents.
    pub amount_cents: Option<u64>,
    /// Facts that rules need.
    pub traits: Traits,
}

/// The traits of a line: a set of the known ones and whether there were unknown words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Traits {
    known: u64,
    unknown: bool,
}

impl Traits {
    /// Adds a known trait.
    pub fn insert(&mut self, known: Trait) {
        self.known |= 1 << (known as u8);
    }

    /// Notes that a word was not understood: a notice, never a guess.
    pub fn insert_unknown(&mut self) {
        self.unknown = true;
    }

    /// Whether the line has this trait.
    pub const fn has(self, known: Trait) -> bool {
        self.known & (1 << (known as u8)) != 0
    }

    /// Whether a word was not understood.
    pub const fn has_unknown(self) -> bool {
        self.unknown
    }

    /// The known traits as bits, in declaration order from the lowest.
    pub const fn bits(self) -> u64 {
        self.known
    }

    /// The known traits, in declaration order.
    pub fn iter(self) -> impl Iterator<Item = Trait> {
        Trait::ALL.iter().copied().filter(move |one| self.has(*one))
    }
}
