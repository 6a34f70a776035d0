//! Columns of few values, parsed once for each combination of values and cached by profile.

use super::profile::Profiles;
use crate::column::{Flags, Parsed, WordSets};
use crate::error::CellFault;
use crate::frame::{ColumnFault, Frame, at};
use tierspayant::core::model::{
    CardState, ClaimContract, Code, Digits, LinePrescription, Mode, Nature, PaidInstead, Period, Scheme,
    Setting, Share, ShareSet, Standing, Trait, Traits, TransportFacts, not_kept,
};
use tierspayant::core::question::{AskedContract, AskedLine, Claimed, LineFacts, silence};
use tierspayant::core::tables::Tables;
use tierspayant::format::Fault;

/// What the words and codes of a row say of its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// How the prescriber stands to the health insurance.
    pub(crate) standing: Option<Standing>,
    /// How the claim is made.
    pub(crate) mode: Option<Mode>,
    /// Who may pay in place of the fund.
    pub(crate) paid_instead: Option<PaidInstead>,
    /// The scheme of the other insured parent of a child.
    pub(crate) other_scheme: Scheme,
}

/// Parsed values, cached by the profile of the row.
pub(super) struct PerProfile<T> {
    of_row: Vec<u32>,
    said: Vec<Result<T, ColumnFault>>,
}

impl<T> PerProfile<T> {
    fn new(profiles: Profiles, read: impl FnMut(usize) -> Result<T, ColumnFault>) -> Self {
        PerProfile {
            said: profiles.first_rows.into_iter().map(read).collect(),
            of_row: profiles.of_row,
        }
    }

    /// The profile of a row.
    #[inline]
    pub(super) fn profile(&self, row: usize) -> u32 {
        self.of_row.get(row).copied().unwrap_or(u32::MAX)
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
    "prescriber_standing",
    "mode",
    "paid_instead",
    "other_regime",
    "other_fund",
    "other_centre",
];
const OF_LINE: &[&str] = &[
    "category",
    "exemption",
    "relation",
    "origin",
    "traits",
    "document",
    "voucher",
    "prior_agreement",
    "line_prescription",
    "transport_urgent",
    "transport_ground",
    "proof",
];

/// What the rows of a batch say of their claims.
pub(super) fn claim_words(tables: &Tables, frame: &Frame<'_>) -> PerProfile<ClaimWords> {
    let profiles = Profiles::new(OF_CLAIM.iter().map(|name| frame.places(name)), frame.rows());
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
    let mut standing: Parsed<'_, Standing> = frame.parsed("prescriber_standing");
    let mut mode: Parsed<'_, Mode> = frame.parsed("mode");
    let mut paid_instead: Parsed<'_, PaidInstead> = frame.parsed("paid_instead");
    let mut other_regime: Parsed<'_, Code<2>> = frame.parsed("other_regime");
    let mut other_fund: Parsed<'_, Code<3>> = frame.parsed("other_fund");
    let mut other_centre: Parsed<'_, Code<4>> = frame.parsed("other_centre");
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
            standing: at("prescriber_standing", standing.get(row))?,
            mode: at("mode", mode.get(row))?,
            paid_instead: at("paid_instead", paid_instead.get(row))?,
            other_scheme: Scheme {
                regime: at("other_regime", other_regime.get(row))?,
                fund: at("other_fund", other_fund.get(row))?,
                centre: at("other_centre", other_centre.get(row))?,
            },
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
    let profiles = Profiles::new(OF_LINE.iter().map(|name| frame.places(name)), frame.rows());
    let mut exemption: Parsed<'_, Code<4>> = frame.parsed("exemption");
    let mut category = frame.parsed("category");
    let mut relation = frame.parsed("relation");
    let mut origin = frame.parsed("origin");
    let mut document = frame.parsed("document");
    let mut voucher = frame.parsed("voucher");
    let mut agreement = frame.parsed("prior_agreement");
    let mut prescription = frame.parsed("line_prescription");
    let urgent = Flags::new(frame.column("transport_urgent"));
    let mut ground = frame.parsed("transport_ground");
    let mut proof = frame.parsed("proof");
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
            facts: LineFacts {
                document: at("document", document.get(row))?,
                voucher: at("voucher", voucher.get(row))?,
                agreement: at("prior_agreement", agreement.get(row))?,
                agreement_asked: None,
                prescription: LinePrescription {
                    state: at("line_prescription", prescription.get(row))?,
                    date: None,
                },
                transport: TransportFacts {
                    urgent: urgent.get(row),
                    ground: at("transport_ground", ground.get(row))?,
                },
                proof: at("proof", proof.get(row))?,
            },
        })
    })
}

/// A text that is kept as written.
#[inline]
pub(super) fn kept<'a>(column: &'static str, text: Option<&'a str>) -> Result<Option<&'a str>, ColumnFault> {
    match text.and_then(not_kept) {
        Some(fault) => Err((column, fault.into())),
        None => Ok(text),
    }
}
