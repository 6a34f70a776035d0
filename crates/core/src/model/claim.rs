//! The claim that is about to be sent.

use super::record::{
    Bounds, Field, Fields, Input, Kind, Misplaced, OrNothing, Output, PathStep, Plain, Privacy, Slot, Spread,
    Value, record, texts,
};
use super::{
    CardState, Category, ClaimFacts, Code, Date, Fault, LineFacts, Nature, Origin, Period, Person, Relation,
    Scheme, Setting, ShareSet, Snapshot, Trait,
};
use std::collections::BTreeMap;
use std::str::FromStr;

record! {
    /// One question: a claim, what the sources said, and the day it is asked.
    Dossier {
        /// The day the question is asked.
        as_of: Option<Date> => "nothing that depends on today is said",
        /// What is about to be sent.
        claim: Claim,
        /// What each source said, in any order.
        rights: Vec<Snapshot> as OrNothing => "no source was asked",
    }
}

record! {
    /// What is about to be sent.
    Claim {
        /// The caller's id of the claim.
        id: Option<Box<str>>,
        /// Who bills.
        setting: Option<Setting> => "`pharmacy`",
        /// The day the care was given or the product delivered.
        care_date: Date,
        /// The day of the prescription.
        prescription_date: Option<Date>,
        /// The day the claim is transmitted, where it is not `as_of`.
        transmission_date: Option<Date> => "the day `as_of`",
        /// The beneficiary.
        person: Person as OrNothing => "nothing is known of the person",
        /// The obligatory scheme that the claim names.
        scheme: Scheme as OrNothing => "the claim names no scheme",
        /// What became of the card at the counter.
        card: Option<CardState>,
        /// Nature d'assurance.
        nature: Option<Nature>,
        /// The accident that the claim names, for nature 41.
        accident: Option<ClaimAccident> => "the claim names none",
        /// The complementary contract that the claim will carry.
        contract: Option<ClaimContract> => "no complementary share is asked",
        /// The shares that ask for tiers payant.
        third_party: Option<ShareSet> => "every share that the claim could carry: `amo`, and `amc` when there is a contract",
        /// What only who bills knows.
        facts: ClaimFacts as Spread,
        /// The lines, at least one, each with its own id.
        lines: Vec<Line> as Lines,
    }
}

impl Claim {
    /// A claim of that day that says nothing else, and has no line yet.
    pub fn on(care_date: Date) -> Self {
        Claim {
            id: None,
            setting: None,
            care_date,
            prescription_date: None,
            transmission_date: None,
            person: Person::default(),
            scheme: Scheme::default(),
            card: None,
            nature: None,
            accident: None,
            contract: None,
            third_party: None,
            facts: ClaimFacts::default(),
            lines: Vec::new(),
        }
    }
}

record! {
    /// The accident that a claim names.
    #[derive(Copy, Default, Hash)]
    ClaimAccident {
        /// The number given by the fund.
        number: Option<Code<12>>,
        /// The day of the accident.
        date: Option<Date>,
    }
}

record! {
    /// The complementary contract that a claim carries.
    #[derive(Copy, Default, Hash)]
    ClaimContract {
        /// Organism number, 8 characters for a mutuelle, up to 10 for an AMC.
        number: Option<Code<12>>,
        /// Type de contrat, such as `89`.
        contract_type("type"): Option<Code<3>>,
        /// Code service.
        service: Option<Code<2>>,
        /// Indicateur de traitement.
        indicator: Option<Code<2>>,
        /// The days that the claim writes for it.
        period: Period as Bounds,
    }
}

record! {
    /// One line of the claim.
    Line {
        /// The caller's id of the line, unique in the claim.
        id: Box<str>,
        /// What it bills; it chooses the date that counts.
        category: Option<Category>,
        /// Justification of exemption, `0` to `9` or `C`; another code is kept as written.
        exemption: Option<Code<4>>,
        /// Whether its care is related to the condition that exempts.
        relation: Option<Relation> => "`unknown`",
        /// Where the exemption came from.
        origin: Option<Origin>,
        /// Amount in euro cents.
        amount_cents: Option<u64>,
        /// Facts that rules need.
        traits: Traits as OrNothing => "none is said",
        /// What only who bills it knows.
        facts: LineFacts as Spread,
    }
}

impl Line {
    /// A line of which nothing but its id is said.
    pub fn named(id: impl Into<Box<str>>) -> Self {
        Line {
            id: id.into(),
            category: None,
            exemption: None,
            relation: None,
            origin: None,
            amount_cents: None,
            traits: Traits::default(),
            facts: LineFacts::default(),
        }
    }
}

/// The lines of a claim: at least one, each with an id of its own.
#[derive(Debug)]
pub struct Lines;

impl Field<Lines> for Vec<Line> {
    const KIND: Kind = Kind::Set(&<Line as Value>::KIND);
    const REQUIRED: bool = true;
    const PRIVACY: Privacy = Privacy::Public;
    type Slot = Slot<Vec<Line>>;

    fn take<S: Input>(slot: &mut Slot<Vec<Line>>, _: &str, source: S) -> Result<(), S::Error> {
        slot.fill(source, Vec::read)
    }

    fn finish(slot: Slot<Vec<Line>>, names: &'static [&'static str]) -> Result<Self, Misplaced> {
        let lines: Vec<Line> = Field::<Plain>::finish(slot, names)?;
        if lines.is_empty() {
            return Err(Misplaced::field(names, Fault::EmptyList));
        }
        if let Some((first, index)) = same_ids(&lines) {
            let id = Misplaced::field(&["id"], Fault::DuplicateId { first });
            let list = names.first().copied().map(PathStep::Field);
            return Err(list
                .into_iter()
                .fold(id.below(PathStep::Item(index)), Misplaced::below));
        }
        Ok(lines)
    }

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        Field::<Plain>::write(self, names, fields)
    }
}

/// So few lines are compared with each other.
const FEW_LINES: usize = 8;

/// The first line that has the id of one before it, after that one.
fn same_ids(lines: &[Line]) -> Option<(usize, usize)> {
    let mut each = lines.iter().enumerate();
    if lines.len() <= FEW_LINES {
        return each.find_map(|(index, line)| {
            let mut before = lines.iter().take(index);
            Some((before.position(|one| one.id == line.id)?, index))
        });
    }
    let mut seen = BTreeMap::new();
    each.find_map(|(index, line)| Some((seen.insert(&*line.id, index)?, index)))
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

/// A word for a trait, known or not: the list is open, and a word that is not known is noted, not refused.
struct TraitWord(Option<Trait>);

/// What is written for a word that was not known: the word itself was not kept.
const UNKNOWN_TRAIT: &str = "unknown";

texts!(TraitWord, OpenWord(Trait::WORDS), Public, |word| word.as_str());

impl FromStr for TraitWord {
    type Err = Fault;

    fn from_str(word: &str) -> Result<Self, Fault> {
        Ok(TraitWord(word.parse().ok()))
    }
}

impl TraitWord {
    fn as_str(&self) -> &'static str {
        self.0.map_or(UNKNOWN_TRAIT, Trait::as_str)
    }
}

impl Value for Traits {
    const KIND: Kind = Kind::List(&<TraitWord as Value>::KIND);

    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
        source.list(|words: Vec<TraitWord>| {
            let mut traits = Traits::default();
            for word in words {
                match word.0 {
                    Some(known) => traits.insert(known),
                    None => traits.insert_unknown(),
                }
            }
            Ok(traits)
        })
    }

    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
        let unknown = self.unknown.then_some(TraitWord(None));
        let words: Vec<TraitWord> = self
            .iter()
            .map(|known| TraitWord(Some(known)))
            .chain(unknown)
            .collect();
        sink.list(&words)
    }
}
