//! What codes mean: each list apart, and nothing for a code that is not in it.

use super::{GroundSet, RightKind};
use crate::model::{Category, Code, Date, List, Lookup, Period, Setting, Text, Vocabulary, text_enum};

text_enum! {
    /// What a justification code of a claim asks for.
    ClaimedGround {
        /// No exemption.
        NoExemption = "no_exemption",
        /// Care in line with an ALD protocol.
        Ald = "ald",
        /// Exempt person.
        ExemptPerson = "exempt_person",
        /// Particular exempt care.
        Particular = "particular",
        /// Special scheme.
        SpecialScheme = "special_scheme",
        /// Prevention.
        Prevention = "prevention",
        /// FSV.
        Fsv = "fsv",
        /// Depends on the act or the stay.
        ByAct = "by_act",
        /// Not sent by professionals.
        Internal = "internal",
    }
}

text_enum! {
    /// What an ALD digit of a coverage code means.
    AldMeaning {
        /// No ALD.
        NoAld = "no_ald",
        /// An ALD.
        Ald = "ald",
    }
}

text_enum! {
    /// What the fund pays under a situation.
    SituationPays {
        /// What it pays for everybody.
        Usual = "usual",
        /// Nothing, with an ALD or without.
        Nothing = "nothing",
        /// No care due to an accident.
        NoAccident = "no_accident",
    }
}

text_enum! {
    /// At which rate the fund pays drugs at 30 % and 15 % of an exempt person.
    LowRates {
        /// At their own.
        Own = "own",
        /// Texts differ.
        NotSettled = "not_settled",
    }
}

/// What a situation of a coverage code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    /// The grounds that it shows; every other ground that situations can show is denied.
    pub grounds: GroundSet,
    /// What is paid under it.
    pub pays: SituationPays,
    /// How drugs of low rates are paid under it.
    pub low_rates: LowRates,
}

macro_rules! word_set {
    ($(#[$about:meta])* $set:ident of $word:ident) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $set(u16);

        impl $set {
            /// The empty set.
            pub const NONE: $set = $set(0);

            /// This set and one more.
            #[must_use]
            pub const fn with(self, one: $word) -> Self {
                $set(self.0 | 1 << (one as u8))
            }

            /// Whether nothing is in the set.
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Whether this one is in the set.
            pub const fn holds(self, one: $word) -> bool {
                self.0 & (1 << (one as u8)) != 0
            }
        }

        const _: () = assert!($word::ALL.len() <= 16);
    };
}

word_set! {
    /// A set of categories of lines.
    CategorySet of Category
}

word_set! {
    /// A set of professions.
    SettingSet of Setting
}

/// The lines that a kind of expense of an insurer holds; none where it is in no table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Domain {
    /// Their categories.
    pub categories: CategorySet,
    /// The professions to whose lines it is kept; none where it is kept to no profession.
    pub settings: SettingSet,
}

impl Domain {
    /// Whether it is in no table.
    pub const fn is_unknown(self) -> bool {
        self.categories.is_empty()
    }
}

text_enum! {
    /// What may be forced by hand in an FSE, besides an exemption code.
    Forced {
        /// A maternity.
        Maternity = "maternity",
        /// A complementary contract.
        Contract = "contract",
        /// Base rights.
        Coverage = "coverage",
        /// An accident.
        Accident = "accident",
    }
}

text_enum! {
    /// A kind of contract that a law prolonged.
    Prolonged {
        /// CSS.
        Css = "css",
        /// AME.
        Ame = "ame",
        /// ACS.
        Acs = "acs",
    }
}

/// A law that prolonged the contracts whose last day lies in a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prolongation {
    /// Of which kinds.
    pub kinds: List<Prolonged>,
    /// The span in which the last day lies.
    pub ends: Period,
    /// By how many months; none where it is up to a day.
    pub months: u32,
    /// Up to this day, where it is not by months.
    pub until: Option<Date>,
    /// How many months such a contract lasts: the last day of one that lasts longer may be a prolonged one already.
    pub term_months: Option<u32>,
}

impl Prolongation {
    /// The last day that is sure and the last day that may be, of a contract that was written to last these days. They
    /// differ where a month is counted from its last day, and where the last day as written may be a prolonged one already.
    pub fn of(&self, written: Period) -> Option<(Date, Date)> {
        let end = written.end()?;
        let (sure, may) = self.from(end)?;
        let term = self.term_months.and_then(|months| i32::try_from(months).ok());
        let over = written
            .start()
            .zip(term)
            .and_then(|(start, term)| start.plus_months(term));
        let again = over.is_some_and(|over| over <= end);
        Some((if again { end } else { sure }, may))
    }

    fn from(&self, end: Date) -> Option<(Date, Date)> {
        if let Some(until) = self.until {
            return Some((until, until));
        }
        let sure = end.months_later(self.months)?;
        let last_of_month = end.plus_days(1).is_some_and(|next| next.day() == 1);
        let may = if last_of_month {
            sure.last_of_month()?
        } else {
            sure
        };
        Some((sure, may))
    }
}

text_enum! {
    /// What a reserved organism number stands for.
    ContractNumber {
        /// CSS run by the fund, or by an organism under single management.
        CssFund = "css_fund",
        /// CSS run by an organism under separate management.
        CssOrganism = "css_organism",
        /// Leaver of the CSS.
        Leaver = "leaver",
        /// AME.
        Ame = "ame",
        /// Seen, and not settled by any text.
        NotSettled = "not_settled",
        /// Not a reserved number: an insurer's own.
        Ordinary = "ordinary",
    }
}

text_enum! {
    /// What a contract type stands for.
    ContractType {
        /// No contract type.
        NoType = "no_type",
        /// An ordinary contract.
        Ordinary = "ordinary",
        /// CSS.
        Css = "css",
        /// Leaver of the CSS.
        Leaver = "leaver",
        /// ACS.
        Acs = "acs",
        /// Flow split to the transmission hub.
        Split = "split",
        /// In no table, or settled differently by two.
        NotSettled = "not_settled",
    }
}

impl ContractNumber {
    /// The kind of right that a contract under this number is.
    pub const fn kind(self) -> RightKind {
        match self {
            ContractNumber::CssFund | ContractNumber::CssOrganism => RightKind::Css,
            ContractNumber::Ame => RightKind::Ame,
            ContractNumber::Leaver | ContractNumber::NotSettled | ContractNumber::Ordinary => {
                RightKind::PrivateContract
            }
        }
    }
}

/// A range of contract types with one meaning, bounds included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeRange {
    /// First type.
    pub first: u16,
    /// Last type.
    pub last: u16,
    /// What they stand for.
    pub meaning: ContractType,
}

/// The grounds on record that answer what a justification code asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClaimedGrounds([GroundSet; ClaimedGround::ALL.len()]);

impl ClaimedGrounds {
    /// The grounds of each code, in the order of [`ClaimedGround::ALL`].
    pub const fn new(grounds: [GroundSet; ClaimedGround::ALL.len()]) -> Self {
        ClaimedGrounds(grounds)
    }

    /// Adds grounds to those of a code.
    pub fn add(&mut self, claimed: ClaimedGround, grounds: GroundSet) {
        if let Some(held) = self.0.get_mut(claimed as usize) {
            *held = held.union(grounds);
        }
    }

    /// The grounds that answer a code; none where it depends on something else.
    pub fn of(&self, claimed: ClaimedGround) -> GroundSet {
        self.0.get(claimed as usize).copied().unwrap_or_default()
    }
}

/// A right on record that a line without exemption does not use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissedRight {
    /// The grounds on record.
    pub grounds: GroundSet,
    /// The nature of insurance that uses it, where it is not a code.
    pub nature: Option<Code<4>>,
}

/// Every list of codes, each apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    /// Exemption codes of each vocabulary.
    pub exemptions: Lookup<(Vocabulary, Code<16>), GroundSet>,
    /// Situations of coverage codes: régime and two digits.
    pub situations: Lookup<Code<8>, Situation>,
    /// ALD digits of coverage codes.
    pub ald_digits: Lookup<Code<4>, AldMeaning>,
    /// Justification codes of a claim.
    pub claim_codes: Lookup<Code<4>, ClaimedGround>,
    /// The grounds on record that answer each of them.
    pub claimed: ClaimedGrounds,
    /// The rights that a line without exemption may miss, the first that applies is told.
    pub missed: List<MissedRight>,
    /// The code that asks for each ground, for a suggestion.
    pub suggested_codes: List<(GroundSet, Code<4>)>,
    /// The letter that forcing each justification code would put into the FSE.
    pub forcing: Lookup<Code<4>, Code<4>>,
    /// The letter that forcing something else would put into the FSE.
    pub forcing_of: Lookup<Forced, Code<4>>,
    /// Contracts that a law prolonged.
    pub prolongations: List<Prolongation>,
    /// Kinds of expense as insurers name them, in lower case, with the lines that they hold.
    pub domains: Lookup<Text, Domain>,
    /// Reserved organism numbers.
    pub contract_numbers: Lookup<Code<12>, ContractNumber>,
    /// Contract types.
    pub contract_types: List<TypeRange>,
    /// Schemes for which code 6 is agreed by every text.
    pub special_schemes: List<Code<2>>,
    /// Schemes for which texts differ on code 6.
    pub special_schemes_not_settled: List<Code<2>>,
    /// The grounds that a known situation shows or denies.
    pub situation_scope: GroundSet,
}

impl Codebook {
    /// What an organism number stands for.
    pub fn contract_number(&self, number: Code<12>) -> ContractNumber {
        self.contract_numbers
            .get(&number)
            .copied()
            .unwrap_or(ContractNumber::Ordinary)
    }

    /// What a contract type stands for; a type in no range is not settled.
    pub fn contract_type(&self, code: Code<3>) -> ContractType {
        let number = code.number().and_then(|number| u16::try_from(number).ok());
        let range = number.and_then(|n| self.contract_types.iter().find(|r| r.first <= n && n <= r.last));
        range.map_or(ContractType::NotSettled, |range| range.meaning)
    }

    /// Whether a type is in a range of the table.
    pub fn knows_contract_type(&self, code: Code<3>) -> bool {
        let number = code.number().and_then(|number| u16::try_from(number).ok());
        number.is_some_and(|n| self.contract_types.iter().any(|r| r.first <= n && n <= r.last))
    }

    /// The lines that a kind of expense holds; none for a word that is in no table.
    pub fn domain(&self, word: &str) -> Domain {
        let known = self.domains.get(word.to_lowercase().as_str());
        known.copied().unwrap_or_default()
    }

    /// Whether a kind of expense holds what this profession bills. A profession that no kind of expense is kept to may
    /// be meant by each.
    pub fn is_billed_under(&self, domain: Domain, setting: Setting) -> bool {
        let mut kept = self.domains.iter().map(|(_, one)| one.settings);
        domain.settings.is_empty() || domain.settings.holds(setting) || !kept.any(|one| one.holds(setting))
    }

    /// The justification code that claims no exemption.
    pub fn code_without_exemption(&self) -> Option<Code<4>> {
        self.code_for(ClaimedGround::NoExemption)
    }

    /// The justification code that asks for this; of several the first.
    pub fn code_for(&self, wanted: ClaimedGround) -> Option<Code<4>> {
        let mut codes = self.claim_codes.iter();
        codes
            .find(|(_, claimed)| **claimed == wanted)
            .map(|(code, _)| *code)
    }

    /// The justification code that asks for one of these grounds.
    pub fn suggested_code(&self, grounds: GroundSet) -> Option<Code<4>> {
        self.suggested_codes
            .iter()
            .find(|(one, _)| one.intersects(grounds))
            .map(|(_, code)| *code)
    }
}

#[cfg(test)]
#[path = "meanings_tests.rs"]
mod tests;
