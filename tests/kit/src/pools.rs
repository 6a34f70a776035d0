//! The words that generated dossiers are made of: known ones, unknown ones, and those that no text settles.

use crate::claim::claim;
use crate::days::{Days, turns};
use crate::drawn::with_other_facts;
use crate::facts;
use crate::mend::mend;
use crate::random::Random;
use crate::snapshot::snapshots;
use tierspayant_core::model::{BirthDate, Code, Date, Dossier, Nature, Nir, PersonId, Vocabulary};

/// The words, read once.
#[derive(Clone, Debug)]
pub struct Kit {
    pub(crate) codes: Vec<Code<4>>,
    pub(crate) rare_codes: Vec<Code<4>>,
    pub(crate) exemptions: Vec<(Vocabulary, Code<16>)>,
    pub(crate) ald_digits: Vec<Code<4>>,
    pub(crate) situations: Vec<Code<8>>,
    pub(crate) numbers: Vec<Code<12>>,
    pub(crate) types: Vec<Code<3>>,
    pub(crate) indicators: Vec<Code<2>>,
    pub(crate) natures: Vec<Nature>,
    pub(crate) regimes: Vec<Code<2>>,
    pub(crate) funds: Vec<Code<3>>,
    pub(crate) centres: Vec<Code<4>>,
    pub(crate) accidents: Vec<Code<12>>,
    pub(crate) services: Vec<Code<4>>,
    pub(crate) ids: Vec<PersonId>,
    pub(crate) births: Vec<BirthDate>,
    pub(crate) nirs: Vec<Nir>,
    /// Kinds of expense as insurers name them.
    pub(crate) domains: Vec<Box<str>>,
    /// Days on which something changes.
    pub(crate) turns: Vec<Date>,
}

/// The NIRs of generated people, made up from the formula: one without key, one that fits, one that does not.
pub(crate) const NIRS: &[&str] = &[
    "2850599999001",
    "285059999900131",
    "285059999900132",
    "1010399999002",
    "2A99999000001",
];

/// Codes of exemptions that no table holds, or only under another vocabulary.
const UNKNOWN_EXEMPTIONS: &[(Vocabulary, &str)] = &[
    (Vocabulary::Bdo, "ZZZ 6"),
    (Vocabulary::Cdri, "99"),
    (Vocabulary::Snds, "54 81"),
    (Vocabulary::Claim, "4 7"),
];

fn words<T: std::str::FromStr>(list: &str) -> Vec<T> {
    list.split_ascii_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect()
}

/// Some words and those of a table, in an order that does not move.
fn with<'a, T: Clone + Ord + 'a>(some: Vec<T>, table: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut held: Vec<T> = table.cloned().collect();
    held.sort();
    [some, held].concat()
}

impl Default for Kit {
    fn default() -> Self {
        Kit::new()
    }
}

impl Kit {
    /// Every word, ready to be drawn: what is common often, everything that the tables hold, and some that nothing holds.
    pub fn new() -> Self {
        let tables = tierspayant_tables::embedded();
        let held = &tables.decision.codes;
        let types = held
            .contract_types
            .iter()
            .flat_map(|range| [range.first, range.last]);
        let types = types.filter_map(|number| format!("{number:02}").parse().ok());
        let schemes = held
            .special_schemes
            .iter()
            .chain(held.special_schemes_not_settled.iter());
        let unknown = UNKNOWN_EXEMPTIONS
            .iter()
            .flat_map(|(list, codes)| words(codes).into_iter().map(move |code| (*list, code)));
        Kit {
            codes: words("0 0 0 4 4 4 4 5 5 3 3 9 6 7"),
            rare_codes: with(words("Z 44"), held.claim_codes.keys()),
            exemptions: with(unknown.collect(), held.exemptions.keys()),
            ald_digits: with(words("0 0 1 1 1 2 9"), held.ald_digits.keys()),
            situations: with(
                words(&"0100 0100 0101 0102 0104 0105 0106 0205 0401 0700 9999 ".repeat(4)),
                held.situations.keys(),
            ),
            numbers: with(
                words("12345678 00099123 214AAAAAAA"),
                held.contract_numbers.keys(),
            ),
            types: with(words("89 89 89 00 0 86 089 X"), types.collect::<Vec<_>>().iter()),
            indicators: words("00 01 62 71"),
            natures: words("10 10 10 10 13 22 30 30 41 41 90 99"),
            regimes: with(words("01 01 01 01 02 08 10 13"), schemes),
            funds: words("751 751 751 011 835 976"),
            centres: words("0000 0001"),
            accidents: words("123456789 987654321"),
            services: words("01 10"),
            ids: words("p-1 p-1 p-2"),
            births: words("19850514 1985-05-14 20010228 19990229 19531332 20010301"),
            nirs: words(&NIRS.join(" ")),
            domains: held.domains.keys().map(|word| (**word).into()).collect(),
            turns: turns(&tables.decision),
        }
    }

    /// The dossier of a number.
    pub fn dossier(&self, seed: u64) -> Dossier {
        let mut random = Random::new(seed);
        let mut days = Days::new(&self.turns, &mut random);
        let Some(care) = days.care() else {
            return self.dossier(seed.wrapping_add(1));
        };
        let claim = claim(self, &mut random, &mut days, care);
        let as_of = match random.below(10) {
            0 => None,
            1..=6 => Some(care),
            _ => days.day(&mut random),
        };
        let rights = snapshots(self, &mut random, &mut days, &claim);
        let mut dossier = Dossier { as_of, claim, rights };
        if random.chance(60) {
            mend(self, &mut random, &mut days, &mut dossier);
        }
        facts::last(self, &mut random, &mut dossier);
        with_other_facts(&mut random, &mut days, dossier)
    }
}
