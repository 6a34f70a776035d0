//! One row of the lines: what it says of its claim, and its line.

use crate::column::{Counts, Days, Parsed, Text, WordSets};
use crate::error::CellFault;
use crate::frame::{ColumnFault, Frame, at};
use crate::person::{PersonColumns, Stated};
use tierspayant::core::decision::{AskedContract, AskedLine, Claimed};
use tierspayant::core::model::{
    AccidentRef, CardState, Category, ClaimContract, Code, Date, Nature, Origin, Period, Relation, Scheme,
    Share, ShareSet, Trait, Traits,
};
use tierspayant::core::tables::Tables;
use tierspayant::dossier::Fault;

/// What every row of a claim says alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClaimFields<'a> {
    /// The key that joins the tables.
    pub(crate) person: Option<&'a str>,
    /// What the claim states of the person.
    pub(crate) stated: Stated<'a>,
    pub(crate) as_of: Option<Date>,
    pub(crate) care: Date,
    pub(crate) prescription: Option<Date>,
    pub(crate) transmission: Option<Date>,
    pub(crate) scheme: Scheme,
    pub(crate) card: Option<CardState>,
    pub(crate) nature: Option<Nature>,
    pub(crate) accident: Option<AccidentRef>,
    pub(crate) contract: Option<AskedContract>,
    pub(crate) shares: ShareSet,
    /// Whether a pharmacy bills, which is taken to be so where it is not said.
    pub(crate) pharmacy: bool,
}

/// The columns of one batch of lines.
pub(crate) struct Rows<'a> {
    tables: &'a Tables,
    as_of: Option<Date>,
    person: Text<'a>,
    says_id: bool,
    stated: PersonColumns<'a>,
    setting: Text<'a>,
    asked_on: Days<'a>,
    care: Days<'a>,
    prescription: Days<'a>,
    transmission: Days<'a>,
    regime: Parsed<'a, Code<2>>,
    fund: Parsed<'a, Code<3>>,
    centre: Parsed<'a, Code<4>>,
    card: Parsed<'a, CardState>,
    nature: Parsed<'a, Nature>,
    accident_number: Parsed<'a, Code<12>>,
    accident_date: Days<'a>,
    contract_number: Parsed<'a, Code<12>>,
    contract_type: Parsed<'a, Code<3>>,
    contract_service: Parsed<'a, Code<2>>,
    contract_indicator: Parsed<'a, Code<2>>,
    contract_start: Days<'a>,
    contract_end: Days<'a>,
    last_contract: Option<AskedContract>,
    third_party: WordSets<'a>,
    line_id: Text<'a>,
    category: Parsed<'a, Category>,
    exemption: Parsed<'a, (Code<4>, Claimed)>,
    relation: Parsed<'a, Relation>,
    origin: Parsed<'a, Origin>,
    amount: Counts<'a>,
    traits: WordSets<'a>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(tables: &'a Tables, frame: &'a Frame<'_>, as_of: Option<Date>) -> Self {
        Rows {
            tables,
            as_of,
            person: frame.text("person"),
            says_id: frame.column("person_id").is_some(),
            stated: PersonColumns::new(frame, "person_id", Counts::new(frame.column("birth_rank"))),
            setting: frame.text("setting"),
            asked_on: frame.days("as_of"),
            care: frame.days("care_date"),
            prescription: frame.days("prescription_date"),
            transmission: frame.days("transmission_date"),
            regime: frame.parsed("regime"),
            fund: frame.parsed("fund"),
            centre: frame.parsed("centre"),
            card: frame.parsed("card"),
            nature: frame.parsed("nature"),
            accident_number: frame.parsed("accident_number"),
            accident_date: frame.days("accident_date"),
            contract_number: frame.parsed("contract_number"),
            contract_type: frame.parsed("contract_type"),
            contract_service: frame.parsed("contract_service"),
            contract_indicator: frame.parsed("contract_indicator"),
            contract_start: frame.days("contract_start"),
            contract_end: frame.days("contract_end"),
            last_contract: None,
            third_party: WordSets::new(frame.column("third_party")),
            line_id: frame.text("line_id"),
            category: frame.parsed("category"),
            exemption: frame.parsed("exemption"),
            relation: frame.parsed("relation"),
            origin: frame.parsed("origin"),
            amount: Counts::new(frame.column("amount_cents")),
            traits: WordSets::new(frame.column("traits")),
        }
    }

    /// What a row says of its claim.
    pub(crate) fn claim(&mut self, row: usize) -> Result<ClaimFields<'a>, ColumnFault> {
        let contract = self.contract(row)?;
        let person = self.person.get(row);
        let mut stated = self.stated.stated(row)?;
        if !self.says_id {
            stated.id = person;
        }
        let as_of = at("as_of", self.asked_on.get(row))?.or(self.as_of);
        Ok(ClaimFields {
            person,
            stated,
            as_of,
            care: at("care_date", self.care.get(row))?.ok_or_else(|| ("care_date", Fault::Missing.into()))?,
            prescription: at("prescription_date", self.prescription.get(row))?,
            transmission: at("transmission_date", self.transmission.get(row))?,
            scheme: Scheme {
                regime: at("regime", self.regime.get(row))?,
                fund: at("fund", self.fund.get(row))?,
                centre: at("centre", self.centre.get(row))?,
            },
            card: at("card", self.card.get(row))?,
            nature: at("nature", self.nature.get(row))?,
            accident: self.accident(row)?,
            contract,
            shares: self.shares(row, contract.is_some())?,
            pharmacy: match kept("setting", self.setting.get(row))? {
                Some(setting) => setting == "pharmacy",
                None => true,
            },
        })
    }

    fn accident(&mut self, row: usize) -> Result<Option<AccidentRef>, ColumnFault> {
        let accident = AccidentRef {
            number: at("accident_number", self.accident_number.get(row))?,
            date: at("accident_date", self.accident_date.get(row))?,
        };
        Ok(Some(accident).filter(|accident| *accident != AccidentRef::default()))
    }

    fn contract(&mut self, row: usize) -> Result<Option<AskedContract>, ColumnFault> {
        let (start, end) = (
            at("contract_start", self.contract_start.get(row))?,
            at("contract_end", self.contract_end.get(row))?,
        );
        at("contract_end", Period::new(start, end).map_err(Fault::from))?;
        let raw = ClaimContract {
            number: at("contract_number", self.contract_number.get(row))?,
            contract_type: at("contract_type", self.contract_type.get(row))?,
            service: at("contract_service", self.contract_service.get(row))?,
            indicator: at("contract_indicator", self.contract_indicator.get(row))?,
            start,
            end,
        };
        if raw == ClaimContract::default() {
            return Ok(None);
        }
        if let Some(last) = self.last_contract
            && last.raw == raw
        {
            return Ok(Some(last));
        }
        self.last_contract = Some(AskedContract::new(self.tables, raw));
        Ok(self.last_contract)
    }

    /// Where the row does not say, every share that the claim could carry.
    fn shares(&self, row: usize, has_contract: bool) -> Result<ShareSet, ColumnFault> {
        let mut set = None;
        let said = self.third_party.each(row, |word| {
            let share: Share = word
                .parse()
                .map_err(|fault| ("third_party", CellFault::from(Fault::Word(fault))))?;
            set = Some(match (set, share) {
                (None, Share::Amo) => ShareSet::Amo,
                (None, Share::Amc) => ShareSet::Amc,
                (Some(ShareSet::Amo), Share::Amc) | (Some(ShareSet::Amc), Share::Amo) => ShareSet::Both,
                (Some(_), _) => return Err(("third_party", Fault::DuplicateShare.into())),
            });
            Ok(())
        })?;
        match (said, set) {
            (true, Some(set)) => Ok(set),
            (true, None) => Err(("third_party", Fault::EmptyList.into())),
            (false, _) if has_contract => Ok(ShareSet::Both),
            (false, _) => Ok(ShareSet::Amo),
        }
    }

    /// The id of the line of a row, where there is one.
    pub(crate) fn line_id(&self, row: usize) -> Result<Option<&'a str>, ColumnFault> {
        kept("line_id", self.line_id.get(row))
    }

    /// The line of a row; its rank among the lines of the claim is set later.
    pub(crate) fn line(&mut self, row: usize) -> Result<AskedLine, ColumnFault> {
        let tables = self.tables;
        let read = |text: &str| {
            let code: Code<4> = text.parse().map_err(Fault::from)?;
            Ok((code, Claimed::of(tables, Some(code))))
        };
        let exemption = at("exemption", self.exemption.get_by(row, read))?;
        let mut traits = Traits::default();
        self.traits.each(row, |word| {
            match word.parse::<Trait>() {
                Ok(known) => traits.insert(known),
                Err(_) => traits.insert_unknown(),
            }
            Ok::<(), ColumnFault>(())
        })?;
        Ok(AskedLine {
            rank: 0,
            category: at("category", self.category.get(row))?,
            code: exemption.map(|(code, _)| code),
            claimed: exemption.map_or(Claimed::NotStated, |(_, claimed)| claimed),
            relation: at("relation", self.relation.get(row))?.unwrap_or(Relation::Unknown),
            origin: at("origin", self.origin.get(row))?,
            amount_cents: at("amount_cents", self.amount.get(row))?,
            traits,
        })
    }
}

/// A text that is kept as written, as the dossier format takes it.
fn kept<'a>(column: &'static str, text: Option<&'a str>) -> Result<Option<&'a str>, ColumnFault> {
    match text {
        Some(text) if text.is_empty() || text.len() > 200 || text.chars().any(char::is_control) => {
            Err((column, Fault::Text.into()))
        }
        text => Ok(text),
    }
}
