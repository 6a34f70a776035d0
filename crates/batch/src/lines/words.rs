//! Columns of few values, parsed once for each combination of values and cached by profile.

use super::profile::Profiles;
use crate::cells::{RecordCells, columns_of_part};
use crate::column::{Parsed, WordSets};
use crate::error::CellFault;
use crate::frame::{ColumnFault, Frame, at};
use crate::schema::{ColumnSpec, LINES};
use std::rc::Rc;
use tierspayant::core::model::record::{Record, RecordSpec};
use tierspayant::core::model::{
    CardState, ClaimContract, ClaimFacts, Code, Digits, LineFacts, Nature, Period, Scheme, Setting, Share,
    ShareSet, Trait, Traits, text_fault,
};
use tierspayant::core::question::{AskedContract, AskedLine, Claimed, silence};
use tierspayant::core::tables::Tables;
use tierspayant::format::Fault;

/// What the words and codes of a row say of its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ClaimWords {
    pub(crate) scheme: Scheme,
    pub(crate) card: Option<CardState>,
    pub(crate) nature: Option<Nature>,
    pub(crate) accident_number: Option<Code<12>>,
    /// The contract as far as its codes go.
    pub(crate) contract: AskedContract,
    /// The shares that ask for tiers payant, where the row says it.
    pub(crate) shares: Option<ShareSet>,
    /// Who bills, where the row says it.
    pub(crate) setting: Option<Setting>,
    /// What only who bills knows.
    pub(crate) facts: ClaimFacts,
}

/// Parsed values, cached by the profile of the row.
pub(super) struct PerProfile<T> {
    keys: Rc<Vec<u32>>,
    of_key: Vec<u32>,
    said: Vec<Result<T, ColumnFault>>,
}

impl<T> PerProfile<T> {
    fn new(profiles: Profiles, read: impl FnMut(usize) -> Result<T, ColumnFault>) -> Self {
        PerProfile {
            said: profiles.first_rows.into_iter().map(read).collect(),
            keys: Rc::new(profiles.keys),
            of_key: profiles.of_key,
        }
    }

    /// The key of the profile of every row.
    pub(super) fn keys(&self) -> &Rc<Vec<u32>> {
        &self.keys
    }

    /// What a function makes of the profile of each key.
    pub(super) fn by_key(&self, make: impl Fn(u32) -> u32) -> Vec<u32> {
        self.of_key.iter().map(|profile| make(*profile)).collect()
    }

    /// The profile of a row.
    #[inline]
    pub(super) fn profile(&self, row: usize) -> u32 {
        let key = self.keys.get(row).and_then(|key| usize::try_from(*key).ok());
        let profile = key.and_then(|key| self.of_key.get(key));
        profile.copied().unwrap_or(u32::MAX)
    }

    /// What each profile says, nothing where it cannot be read.
    pub(super) fn each(&self) -> impl Iterator<Item = Option<&T>> {
        self.said.iter().map(|said| said.as_ref().ok())
    }

    /// What a profile says.
    #[inline]
    pub(super) fn get(&self, profile: u32) -> Result<&T, ColumnFault> {
        match usize::try_from(profile)
            .ok()
            .and_then(|place| self.said.get(place))
        {
            Some(Ok(said)) => Ok(said),
            Some(Err(fault)) => Err(fault.clone()),
            None => Err(("claim_id", Fault::Missing.into())),
        }
    }
}

const OF_CLAIM: &[&str] = &[
    "setting",
    "regime",
    "fund",
    "centre",
    "card",
    "nature",
    "accident_number",
    "contract_number",
    "contract_type",
    "contract_service",
    "contract_indicator",
    "third_party",
];
const OF_LINE: &[&str] = &["category", "exemption", "relation", "origin", "traits"];

/// The columns of what only who bills knows, by their declaration.
fn facts_of(record: &str, facts: &'static RecordSpec) -> impl Iterator<Item = &'static ColumnSpec> {
    columns_of_part(&LINES, record, facts)
}

/// What the rows of a batch say of their claims.
pub(super) fn claim_words(tables: &Tables, frame: &Frame<'_>) -> PerProfile<ClaimWords> {
    let known = facts_of("Claim", ClaimFacts::SPEC).map(|column| &column.name);
    let columns = OF_CLAIM.iter().chain(known);
    let profiles = Profiles::new(columns.map(|name| frame.places(name)), frame.rows());
    let mut facts = RecordCells::new(frame, facts_of("Claim", ClaimFacts::SPEC));
    let mut regime: Parsed<'_, Digits<2>> = frame.parsed("regime");
    let mut fund: Parsed<'_, Digits<3>> = frame.parsed("fund");
    let mut centre: Parsed<'_, Code<4>> = frame.parsed("centre");
    let mut card: Parsed<'_, CardState> = frame.parsed("card");
    let mut nature: Parsed<'_, Nature> = frame.parsed("nature");
    let mut accident: Parsed<'_, Code<12>> = frame.parsed("accident_number");
    let mut number: Parsed<'_, Code<12>> = frame.parsed("contract_number");
    let mut contract_type: Parsed<'_, Code<3>> = frame.parsed("contract_type");
    let mut service: Parsed<'_, Code<2>> = frame.parsed("contract_service");
    let mut indicator: Parsed<'_, Code<2>> = frame.parsed("contract_indicator");
    let third_party = WordSets::new(frame.column("third_party"));
    let mut setting: Parsed<'_, Setting> = frame.parsed("setting");
    PerProfile::new(profiles, |row| {
        let contract = ClaimContract {
            number: at("contract_number", number.get(row))?,
            contract_type: at("contract_type", contract_type.get(row))?,
            service: at("contract_service", service.get(row))?,
            indicator: at("contract_indicator", indicator.get(row))?,
            period: Period::ALWAYS,
        };
        Ok(ClaimWords {
            contract: AskedContract::new(tables, contract),
            scheme: Scheme {
                regime: at("regime", regime.get(row))?.map(|Digits(code)| code),
                fund: at("fund", fund.get(row))?.map(|Digits(code)| code),
                centre: at("centre", centre.get(row))?,
            },
            card: at("card", card.get(row))?,
            nature: at("nature", nature.get(row))?,
            accident_number: at("accident_number", accident.get(row))?,
            shares: shares(&third_party, row)?,
            setting: at("setting", setting.get(row))?,
            facts: facts.read(row)?,
        })
    })
}

fn shares(third_party: &WordSets<'_>, row: usize) -> Result<Option<ShareSet>, ColumnFault> {
    let mut shares: Vec<Share> = Vec::new();
    let refused = |fault: Fault| ("third_party", CellFault::from(fault));
    let said = third_party.each(row, |word| {
        shares.push(word.parse().map_err(|fault| refused(Fault::Word(fault)))?);
        Ok(())
    })?;
    let set = said.then(|| ShareSet::of(&shares).map_err(|found| refused(found.fault)));
    set.transpose()
}

/// What the rows of a batch say of their lines, which have no amount and no rank yet.
pub(super) fn line_words(tables: &Tables, frame: &Frame<'_>) -> PerProfile<AskedLine> {
    let known = facts_of("Line", LineFacts::SPEC).map(|column| &column.name);
    let columns = OF_LINE.iter().chain(known);
    let profiles = Profiles::new(columns.map(|name| frame.places(name)), frame.rows());
    let mut facts = RecordCells::new(frame, facts_of("Line", LineFacts::SPEC));
    let mut exemption: Parsed<'_, Code<4>> = frame.parsed("exemption");
    let mut category = frame.parsed("category");
    let mut relation = frame.parsed("relation");
    let mut origin = frame.parsed("origin");
    let traits = WordSets::new(frame.column("traits"));
    PerProfile::new(profiles, |row| {
        let code = at("exemption", exemption.get(row))?;
        let mut known = Traits::default();
        traits.each(row, |word| {
            match word.parse::<Trait>() {
                Ok(one) => known.insert(one),
                Err(_) => known.insert_unknown(),
            }
            Ok::<(), ColumnFault>(())
        })?;
        Ok(AskedLine {
            rank: 0,
            category: at("category", category.get(row))?,
            exemption: code,
            claimed: Claimed::of(tables, code),
            relation: silence::relation(at("relation", relation.get(row))?),
            origin: at("origin", origin.get(row))?,
            amount_cents: None,
            traits: known,
            facts: facts.read(row)?,
        })
    })
}

/// A text that is kept as written.
#[inline]
pub(super) fn kept<'a>(column: &'static str, text: Option<&'a str>) -> Result<Option<&'a str>, ColumnFault> {
    match text.and_then(text_fault) {
        Some(fault) => Err((column, fault.into())),
        None => Ok(text),
    }
}
