//! The words that generated dossiers are made of: known ones, unknown ones, and those that no text settles.

use crate::claim::claim;
use crate::days::Days;
use crate::mend::mend;
use crate::random::Random;
use crate::snapshot::snapshots;
use tierspayant_core::model::{BirthDate, Code, Dossier, Nature, Nir, PersonId, Vocabulary};

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
}

/// The NIRs of generated people, made up from the formula: one without key, one that fits, one that does not.
pub(crate) const NIRS: &[&str] = &["2850599999001", "285059999900131", "285059999900132"];

const EXEMPTIONS: &[(Vocabulary, &str)] = &[
    (
        Vocabulary::Bdo,
        "LIS EXC EXP L324 MAT EDS STE A115 A115_DET_PML INV NE ZZZ 6",
    ),
    (Vocabulary::Cdri, "1 6 8 9 13 16 14 17 18 99"),
    (Vocabulary::Snds, "41 42 44 45 46 47 55 56 60 54 21 13 81"),
    (Vocabulary::Claim, "3 4 5 6 9 7"),
];

fn words<T: core::str::FromStr>(list: &str) -> Vec<T> {
    list.split_ascii_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect()
}

impl Default for Kit {
    fn default() -> Self {
        Kit::new()
    }
}

impl Kit {
    /// Every word, ready to be drawn.
    pub fn new() -> Self {
        let exemptions = EXEMPTIONS
            .iter()
            .flat_map(|(list, codes)| words(codes).into_iter().map(move |code| (*list, code)));
        Kit {
            codes: words("0 0 0 4 4 4 4 5 5 3 3 9 6 7"),
            rare_codes: words("1 2 8 C Z 44"),
            exemptions: exemptions.collect(),
            ald_digits: words("0 0 1 1 1 2 9"),
            situations: words("0100 0100 0101 0102 0104 0105 0106 0205 0401 0700 0402 9999"),
            numbers: words("99999997 88888888 55555551 75500017 27000000 12345678 00099123 214AAAAAAA"),
            types: words("89 89 00 0 01 84 85 86 87 88 90 91 93 94 98 99 089 X"),
            indicators: words("00 01 62 71"),
            natures: words("10 10 10 10 13 30 30 41 41 90 99"),
            regimes: words("01 01 01 02 04 05 07 10"),
            funds: words("751 751 011"),
            centres: words("0000 0001"),
            accidents: words("123456789 987654321"),
            services: words("01 10"),
            ids: words("p-1 p-1 p-2"),
            births: words("19850514 1985-05-14 20010228 19990229 19531332 20010301"),
            nirs: words(&NIRS.join(" ")),
        }
    }

    /// The dossier of a number.
    pub fn dossier(&self, seed: u64) -> Dossier {
        let mut random = Random::new(seed);
        let mut days = Days::new(&mut random);
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
        dossier
    }
}
