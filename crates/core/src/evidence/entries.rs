//! The entries of a snapshot, decoded through the tables once: each keeps the record that an answer points to.

use super::records::Entry;
use super::said::Recorded;
use crate::model::{
    AccidentEntry, Code, ContractEntry, CoverageCode, Date, DomainRight, EndReason, ExemptionEntry,
    MaternityEntry, Moment, Period, Position, Status,
};
use crate::tables::{
    AldMeaning, ContractNumber, ContractType, Domain, Ground, GroundSet, Prolonged, RightKind, SituationPays,
    Tables,
};

/// One accident, as it was said and as an entry that answers rest on.
#[derive(Clone, Copy, Debug)]
pub struct AccidentView {
    /// As it was said.
    pub entry: AccidentEntry,
    /// What an answer rests on.
    pub record: Recorded,
}

/// One period of a coverage code, decoded.
#[derive(Clone, Copy, Debug)]
pub struct CodeSpan {
    /// What it shows, under its ALD digit as written.
    pub ald: Recorded,
    /// What it shows, under its situation as written.
    pub situation: Recorded,
    /// The grounds it says are not there.
    pub denies: GroundSet,
    /// The grounds left open by a code that is in no table.
    pub open: GroundSet,
    /// What its situation pays; none where it has no situation that a table holds.
    pub pays: Option<SituationPays>,
    /// Whether its situation is in no table.
    pub unknown_situation: bool,
}

/// Rights under a contract for one kind of expense, decoded.
#[derive(Clone, Copy, Debug)]
pub struct DomainView {
    /// The lines that the kind of expense holds; none where the word is in no table.
    pub kind: Domain,
    /// The days on which they hold, and their state.
    pub record: Recorded,
}

/// One contract, decoded.
#[derive(Clone, Debug)]
pub struct ContractView {
    /// Organism number as written.
    pub number: Option<Code<12>>,
    /// The kind of right that it is.
    pub kind: RightKind,
    /// Whether it has a type: type 0 is none.
    pub typed: bool,
    /// Whether it is the contract of a leaver of the CSS.
    pub leaver: bool,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
    /// Rights by kind of expense, where the insurer told them.
    pub rights: Option<Vec<DomainView>>,
    /// The last day as it was written and the last day that is sure, where a law prolonged it.
    pub prolonged: Option<(Date, Date)>,
    /// What an answer rests on.
    pub record: Recorded,
}

impl ContractView {
    /// Whether its type, or a kind of expense among those that are looked at, is in no table.
    pub fn is_not_understood(&self, tables: &Tables, looked_at: impl Fn(&DomainView) -> bool) -> bool {
        let code = self.record.contract_type;
        let mut rights = self.rights.iter().flatten();
        code.is_some_and(|code| !tables.codes.knows_contract_type(code))
            || rights.any(|one| one.kind.is_unknown() && looked_at(one))
    }
}

impl Entry for CodeSpan {
    /// Its codes as written, which tell all the rest.
    type Right = (Option<Code<16>>, Option<Code<16>>);

    fn right(&self) -> Self::Right {
        (self.ald.code, self.situation.code)
    }

    fn record(&self) -> &Recorded {
        &self.ald
    }
}

impl Entry for ContractView {
    type Right = (RightKind, bool, Option<Code<12>>, Option<Code<3>>);

    fn right(&self) -> Self::Right {
        (self.kind, self.leaver, self.number, self.record.contract_type)
    }

    fn record(&self) -> &Recorded {
        &self.record
    }
}

/// The record of an exemption.
pub(super) fn right(tables: &Tables, asked: Option<Moment>, entry: &ExemptionEntry) -> Recorded {
    let known = tables.codes.exemptions.get(&(entry.vocabulary, entry.code));
    let record = Recorded {
        vocabulary: Some(entry.vocabulary),
        code: Some(entry.code),
        status: entry.status,
        grounds: known.copied().unwrap_or_default(),
        ..Recorded::over(entry.period)
    };
    record.settled(asked)
}

/// The record of the fund's own maternity period; medical dates alone are none.
pub(super) fn maternity(asked: Option<Moment>, entry: &MaternityEntry) -> Option<Recorded> {
    let record = |period| Recorded {
        status: entry.status,
        grounds: GroundSet::of(Ground::Maternity),
        ..Recorded::over(period)
    };
    entry.period.map(|period| record(period).settled(asked))
}

impl AccidentView {
    /// Decodes an accident.
    pub(super) fn new(asked: Option<Moment>, entry: &AccidentEntry) -> Self {
        let record = Recorded {
            code: entry.number.and_then(Code::resize),
            status: entry.status,
            ..Recorded::over(entry.period)
        };
        AccidentView {
            entry: *entry,
            record: record.settled(asked),
        }
    }
}

impl ContractView {
    /// Decodes a contract.
    pub(super) fn new(tables: &Tables, asked: Option<Moment>, entry: &ContractEntry) -> Self {
        let (number, contract_type) = contract_meaning(tables, entry.number, entry.contract_type);
        let kind = contract_kind(number, contract_type);
        let (period, prolonged) = match prolonged(tables, entry, kind, contract_type) {
            Some((written, sure, may)) => (lasting_to(entry.period, may), Some((written, sure))),
            None => (entry.period, None),
        };
        let record = Recorded {
            code: entry.number.and_then(Code::resize),
            status: entry.status,
            contract_type: entry.contract_type,
            ..Recorded::over(period)
        };
        let rights = entry.rights.as_ref().map(|rights| {
            let decode = |right: &DomainRight| {
                let record = Recorded {
                    status: right.status,
                    ..Recorded::over(right.period)
                };
                DomainView {
                    kind: tables.codes.domain(&right.domain),
                    record: record.settled(asked),
                }
            };
            rights.iter().map(decode).collect()
        });
        ContractView {
            end_reason: entry.end_reason,
            rights,
            prolonged,
            number: entry.number,
            kind,
            typed: contract_type != ContractType::NoType,
            leaver: number == ContractNumber::Leaver || contract_type == ContractType::Leaver,
            record: record.settled(asked),
        }
    }
}

impl CodeSpan {
    /// Decodes a coverage code.
    pub(super) fn new(tables: &Tables, code: &CoverageCode) -> Self {
        let ald = GroundSet::of(Ground::Ald);
        let scope = tables.codes.situation_scope;
        let digit = code.ald.map(|digit| tables.codes.ald_digits.get(&digit).copied());
        let situation = code
            .situation
            .map(|situation| tables.codes.situations.get(&situation).copied());
        let none = GroundSet::NONE;
        let (ald_shown, ald_denied, ald_open) = match digit {
            None => (none, none, none),
            Some(Some(AldMeaning::Ald)) => (ald, none, none),
            Some(Some(AldMeaning::NoAld)) => (none, ald, none),
            Some(None) => (none, none, ald),
        };
        let (shown, denied, open) = match situation {
            None => (none, none, none),
            Some(Some(known)) => (known.grounds, scope.difference(known.grounds), none),
            Some(None) => (none, none, scope),
        };
        let under = |written: Option<Code<16>>| Recorded {
            code: written,
            grounds: ald_shown.union(shown),
            ..Recorded::over(code.period)
        };
        CodeSpan {
            ald: under(code.ald.and_then(Code::resize)),
            situation: under(code.situation.and_then(Code::resize)),
            denies: ald_denied.union(denied),
            open: ald_open.union(open),
            pays: situation.flatten().map(|known| known.pays),
            unknown_situation: matches!(situation, Some(None)),
        }
    }

    /// The days on which it holds.
    pub const fn period(&self) -> Period {
        self.ald.period
    }

    /// The grounds it shows.
    pub const fn shows(&self) -> GroundSet {
        self.ald.grounds
    }

    /// The part of it that is in no table, as written.
    pub(super) fn unknown_code(&self) -> Option<Code<16>> {
        self.ald
            .code
            .filter(|_| self.open.intersects(GroundSet::of(Ground::Ald)))
            .or(self.situation.code)
    }
}

/// The last day of a contract as written, the last that is sure and the last that may be, where a law prolonged it.
fn prolonged(
    tables: &Tables,
    entry: &ContractEntry,
    kind: RightKind,
    contract_type: ContractType,
) -> Option<(Date, Date, Date)> {
    let written = entry.period.end()?;
    if matches!(entry.status, Some(Status::Suspended | Status::Refused)) {
        return None;
    }
    let kind = match (kind, contract_type) {
        (RightKind::Css, _) => Prolonged::Css,
        (RightKind::Ame, _) => Prolonged::Ame,
        (_, ContractType::Acs) => Prolonged::Acs,
        _ => return None,
    };
    let rows = tables.codes.prolongations.iter();
    let mut here =
        rows.filter(|row| row.kinds.contains(&kind) && row.ends.position(written) == Position::Within);
    let (sure, may) = here.find_map(|row| row.of(entry.period))?;
    Some((written, sure, may))
}

/// The same period with another last day.
fn lasting_to(period: Period, end: Date) -> Period {
    Period::new(period.start(), Some(end)).unwrap_or(period)
}

/// What the number and the type of a contract stand for.
pub(crate) fn contract_meaning(
    tables: &Tables,
    number: Option<Code<12>>,
    contract_type: Option<Code<3>>,
) -> (ContractNumber, ContractType) {
    (
        number.map_or(ContractNumber::Ordinary, |number| {
            tables.codes.contract_number(number)
        }),
        contract_type.map_or(ContractType::NoType, |code| tables.codes.contract_type(code)),
    )
}

/// The kind of right: the reserved number tells; where it does not, the type.
pub(crate) fn contract_kind(number: ContractNumber, contract_type: ContractType) -> RightKind {
    match (number, contract_type) {
        (ContractNumber::Ordinary, ContractType::Css) => RightKind::Css,
        (number, _) => number.kind(),
    }
}
