//! One snapshot of this person, decoded through the tables once, so that questions meet integers only.

use super::identity::{Identity, Match, identify};
use crate::model::{
    AccidentEntry, Code, CoverageCode, Date, Dossier, MaternityEntry, Moment, Period, Position, Scheme,
    Snapshot, Source, Status,
};
use crate::tables::{
    AldMeaning, ContractNumber, ContractType, Ground, GroundSet, RightKind, RightSet, Tables,
};

/// Everything that was said of the person of a claim.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The snapshots that are about this person.
    pub views: Vec<View>,
    /// What the comparison of identities found.
    pub identity: Identity,
    /// Every ground that some view shows on some day: no other can be found.
    pub grounds: GroundSet,
    /// Whether some view has an entry of a CSS.
    pub css: bool,
    /// Whether some view carries a code that is in no table.
    pub unknown_codes: bool,
}

/// One snapshot, decoded.
#[derive(Clone, Debug)]
pub struct View {
    /// Who spoke.
    pub source: Source,
    /// Rank among sources; 0 never speaks.
    pub strength: u8,
    /// One of the fund's own services.
    pub online: bool,
    /// What it can show.
    pub shows: RightSet,
    /// Whether the service covers the scheme of the claim.
    pub scheme_covered: bool,
    /// When it was asked or read; a what-if moves it with the care.
    pub observed: Option<Moment>,
    /// When it was really asked or read, for ranking equals.
    pub spoke: Option<Moment>,
    /// Last update or date of issue.
    pub updated: Option<Date>,
    /// The days it could see.
    pub horizon: Option<Period>,
    /// The scheme it names.
    pub scheme: Scheme,
    /// Base rights.
    pub coverage: Option<Vec<Period>>,
    /// Whether a list of exemptions was part of the answer.
    pub exemptions_stated: bool,
    /// Exemptions.
    pub rights: Vec<RightView>,
    /// The grounds that an empty list of coverage codes says are not there: those that codes can show.
    pub none_coded: GroundSet,
    /// Coverage codes.
    pub codes: Vec<CodeSpan>,
    /// Maternity record.
    pub maternity: Option<MaternityEntry>,
    /// Accidents.
    pub accidents: Option<Vec<AccidentEntry>>,
    /// Contracts.
    pub contracts: Option<Vec<ContractView>>,
}

/// One exemption, decoded; no ground when its code is in no table.
#[derive(Clone, Copy, Debug)]
pub struct RightView {
    /// The grounds it shows.
    pub grounds: GroundSet,
    /// The days on which it holds.
    pub period: Period,
    /// Its state.
    pub status: Option<Status>,
    /// Its code as written.
    pub code: Code<16>,
}

/// One period of a coverage code, decoded.
#[derive(Clone, Copy, Debug)]
pub struct CodeSpan {
    /// The days on which it holds.
    pub period: Period,
    /// The grounds it shows.
    pub shows: GroundSet,
    /// The grounds it says are not there.
    pub denies: GroundSet,
    /// The grounds left open by a code that is in no table.
    pub open: GroundSet,
    /// ALD digit as written.
    pub ald: Option<Code<16>>,
    /// Situation as written.
    pub situation: Option<Code<16>>,
}

/// One contract, decoded.
#[derive(Clone, Copy, Debug)]
pub struct ContractView {
    /// Organism number as written.
    pub number: Option<Code<12>>,
    /// What the number stands for.
    pub number_meaning: ContractNumber,
    /// Type as written.
    pub contract_type: Option<Code<3>>,
    /// The kind of right that it is.
    pub kind: RightKind,
    /// Whether it is the contract of a leaver of the CSS.
    pub leaver: bool,
    /// The days on which it holds.
    pub period: Period,
    /// Its state.
    pub status: Option<Status>,
}

impl Evidence {
    /// Decodes the snapshots of a dossier that are about the person of its claim.
    pub fn new(tables: &Tables, dossier: &Dossier) -> Self {
        let identity = identify(&dossier.claim.person, &dossier.rights);
        let matches = identity.matches.iter();
        let same = dossier
            .rights
            .iter()
            .zip(matches)
            .filter(|(_, found)| **found != Match::Other);
        // Their order is their content, and so is that of their entries: the order of the input changes nothing.
        let mut snapshots: Vec<Snapshot> = same.map(|(snapshot, _)| sorted(snapshot)).collect();
        snapshots.sort();
        let views: Vec<View> = snapshots
            .iter()
            .map(|one| View::new(tables, &dossier.claim.scheme, one))
            .collect();
        let grounds = views
            .iter()
            .map(View::grounds)
            .fold(GroundSet::NONE, GroundSet::and);
        let mut contracts = views.iter().flat_map(|view| view.contracts.iter().flatten());
        let css = contracts.any(|one| one.kind == RightKind::Css);
        let unknown_codes = views.iter().any(View::has_unknown_codes);
        Evidence {
            views,
            identity,
            grounds,
            css,
            unknown_codes,
        }
    }
}

/// A snapshot with its entries in the order of their content.
fn sorted(snapshot: &Snapshot) -> Snapshot {
    fn sort<T: Ord>(entries: &mut Option<Vec<T>>) {
        if let Some(entries) = entries {
            entries.sort_unstable();
        }
    }
    let mut sorted = snapshot.clone();
    sort(&mut sorted.coverage);
    sort(&mut sorted.codes);
    sort(&mut sorted.exemptions);
    sort(&mut sorted.accidents);
    sort(&mut sorted.contracts);
    sorted
}

impl View {
    fn new(tables: &Tables, claim_scheme: &Scheme, snapshot: &Snapshot) -> Self {
        let trust = tables.source(snapshot.source);
        let regime = claim_scheme.regime.or(snapshot.scheme.regime);
        let rights = snapshot.exemptions.iter().flatten().map(|entry| RightView {
            grounds: tables
                .codes
                .exemptions
                .get(&(entry.vocabulary, entry.code))
                .copied()
                .unwrap_or_default(),
            period: entry.period,
            status: entry.status,
            code: entry.code,
        });
        let codes = snapshot
            .codes
            .iter()
            .flatten()
            .map(|code| CodeSpan::new(tables, code));
        let contracts = snapshot.contracts.as_ref().map(|entries| {
            entries
                .iter()
                .map(|entry| {
                    let (number_meaning, type_meaning) =
                        contract_meaning(tables, entry.number, entry.contract_type);
                    ContractView {
                        number: entry.number,
                        number_meaning,
                        contract_type: entry.contract_type,
                        kind: contract_kind(number_meaning, type_meaning),
                        leaver: number_meaning == ContractNumber::Leaver
                            || type_meaning == ContractType::Leaver,
                        period: entry.period,
                        status: entry.status,
                    }
                })
                .collect()
        });
        View {
            source: snapshot.source,
            strength: trust.strength,
            online: trust.online,
            shows: trust.shows,
            scheme_covered: regime.is_none_or(|regime| !trust.schemes_not_covered.contains(&regime)),
            observed: snapshot.observed_at,
            spoke: snapshot.observed_at,
            updated: snapshot.updated_on,
            horizon: snapshot.horizon,
            scheme: snapshot.scheme,
            coverage: snapshot.coverage.clone(),
            exemptions_stated: snapshot.exemptions.is_some(),
            rights: rights.collect(),
            none_coded: match &snapshot.codes {
                Some(codes) if codes.is_empty() => {
                    tables.codes.situation_scope.and(GroundSet::of(Ground::Ald))
                }
                _ => GroundSet::NONE,
            },
            codes: codes.collect(),
            maternity: snapshot.maternity,
            accidents: snapshot.accidents.clone(),
            contracts,
        }
    }

    /// Every ground that it shows on some day.
    fn grounds(&self) -> GroundSet {
        let rights = self.rights.iter().map(|one| one.grounds);
        let codes = self.codes.iter().map(|one| one.shows);
        let maternity = self.maternity.map(|_| GroundSet::of(Ground::Maternity));
        rights
            .chain(codes)
            .chain(maternity)
            .fold(GroundSet::NONE, GroundSet::and)
    }

    fn has_unknown_codes(&self) -> bool {
        self.rights.iter().any(|one| one.grounds.is_empty())
            || self.codes.iter().any(|one| !one.open.is_empty())
    }

    /// Whether it says anything at all that can bear on a day.
    pub fn speaks_on(&self, day: Date) -> bool {
        let holds_something = self.coverage.is_some()
            || self.exemptions_stated
            || !self.none_coded.is_empty()
            || !self.codes.is_empty()
            || self.maternity.is_some()
            || self.accidents.is_some()
            || self.contracts.is_some();
        holds_something && self.out_of_reach(day).is_none()
    }

    /// A code of this snapshot that covers the day and is in no table.
    pub fn unknown_code(&self, day: Date) -> Option<Code<16>> {
        let here = |period: Period| period.position(day) == Position::Within;
        let right = self
            .rights
            .iter()
            .find(|one| one.grounds.is_empty() && here(one.period))
            .map(|one| one.code);
        let span = || {
            self.codes
                .iter()
                .find(|one| !one.open.is_empty() && here(one.period))
        };
        right.or_else(|| span().and_then(CodeSpan::unknown_code))
    }
}

impl CodeSpan {
    fn new(tables: &Tables, code: &CoverageCode) -> Self {
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
            Some(Some(known)) => (known.grounds, scope.without(known.grounds), none),
            Some(None) => (none, none, scope),
        };
        CodeSpan {
            period: code.period,
            shows: ald_shown.and(shown),
            denies: ald_denied.and(denied),
            open: ald_open.and(open),
            ald: code.ald.and_then(Code::resize),
            situation: code.situation.and_then(Code::resize),
        }
    }

    fn unknown_code(&self) -> Option<Code<16>> {
        self.ald
            .filter(|_| self.open.meets(GroundSet::of(Ground::Ald)))
            .or(self.situation)
    }
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
