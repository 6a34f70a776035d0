//! One snapshot of this person, decoded through the tables once, so that questions meet integers only.

use super::entries::{self, AccidentView, CodeSpan, ContractView};
use super::features::{Features, of_sources};
use super::identity::{Identity, Match, identify};
use super::records::{Entry, Records};
use super::said::Recorded;
use crate::model::{Code, Date, Dossier, MaternityEntry, Moment, Period, Position, Scheme, Snapshot, Source};
use crate::tables::{Ground, GroundSet, RightKind, RightSet, SourceTrust, Tables};
use std::borrow::Cow;

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
    /// Whether some view has an entry of an AME.
    pub ame: bool,
    /// Whether some view shows a contract whose type, or a kind of expense of which, is in no table.
    pub unknown_contracts: bool,
    /// What the views hold, on whatever day: rules that apply to nothing of it have nothing to say.
    pub features: Features,
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
    /// What its list of exemptions can name.
    pub listed: GroundSet,
    /// Whether the service covers the scheme of the claim.
    pub scheme_covered: bool,
    /// When it was asked or read; a what-if moves it with the care.
    pub observed_at: Option<Moment>,
    /// The same with its time, for ranking equals; a what-if keeps the order of the views.
    pub spoke: Option<Moment>,
    /// Last update or date of issue.
    pub updated: Option<Date>,
    /// The days it could see.
    pub horizon: Option<Period>,
    /// The scheme it names.
    pub scheme: Scheme,
    /// Base rights.
    pub coverage: Option<Records<Recorded>>,
    /// Whether a list of exemptions was part of the answer.
    pub exemptions_stated: bool,
    /// Exemptions; no ground where a code is in no table.
    pub exemptions: Records<Recorded>,
    /// The grounds that an empty list of coverage codes says are not there: those that codes can show.
    pub none_coded: GroundSet,
    /// Coverage codes.
    pub codes: Records<CodeSpan>,
    /// Maternity record.
    pub maternity: Option<MaternityEntry>,
    /// The fund's own period of the maternity record.
    pub maternity_period: Option<Recorded>,
    /// Accidents.
    pub accidents: Option<Vec<AccidentView>>,
    /// Contracts.
    pub contracts: Option<Records<ContractView>>,
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
        let mut same = same.map(|(snapshot, _)| sorted(snapshot));
        let view = |one: &Snapshot| View::new(tables, &dossier.claim.scheme, one);
        let views: Vec<View> = match (same.next(), same.next()) {
            (Some(only), None) => vec![view(&only)],
            (first, second) => {
                let mut snapshots: Vec<Cow<'_, Snapshot>> =
                    first.into_iter().chain(second).chain(same).collect();
                snapshots.sort();
                snapshots.iter().map(|one| view(one)).collect()
            }
        };
        let grounds = views
            .iter()
            .map(View::grounds)
            .fold(GroundSet::NONE, GroundSet::union);
        let contracts = || views.iter().flat_map(|view| view.contracts.iter().flatten());
        let entry_of = |kind| contracts().any(|one| one.kind == kind);
        let unknown_contracts = contracts().any(|one| one.is_not_understood(tables, |_| true));
        let (css, ame) = (entry_of(RightKind::Css), entry_of(RightKind::Ame));
        let features = of_sources(&views, &identity, grounds);
        Evidence {
            views,
            identity,
            grounds,
            css,
            ame,
            unknown_contracts,
            features,
        }
    }
}

impl Evidence {
    /// The same for a claim under another scheme, which some services may not cover.
    pub(crate) fn under(&self, tables: &Tables, scheme: Scheme) -> Self {
        let mut changed = self.clone();
        for view in &mut changed.views {
            view.scheme_covered = covers(tables.source(view.source), &scheme, &view.scheme);
        }
        changed
    }
}

/// Whether a service covers the scheme of the claim, or the one that it names where the claim names none.
fn covers(trust: &SourceTrust, claim: &Scheme, named: &Scheme) -> bool {
    let regime = claim.regime.or(named.regime);
    regime.is_none_or(|regime| !trust.schemes_not_covered.contains(&regime))
}

/// The places of some snapshots in the order of their content, in which the evidence has them as views.
pub(crate) fn places(rights: &[Snapshot]) -> Vec<usize> {
    let mut snapshots: Vec<(Cow<'_, Snapshot>, usize)> = rights.iter().map(sorted).zip(0..).collect();
    snapshots.sort();
    snapshots.into_iter().map(|(_, place)| place).collect()
}

/// A snapshot with its entries in the order of their content: itself, where they are.
fn sorted(snapshot: &Snapshot) -> Cow<'_, Snapshot> {
    fn is_sorted<T: Ord>(entries: &Option<Vec<T>>) -> bool {
        entries.as_deref().is_none_or(<[T]>::is_sorted)
    }
    fn sort<T: Ord>(entries: &mut Option<Vec<T>>) {
        if let Some(entries) = entries {
            entries.sort_unstable();
        }
    }
    let mut sorted = if snapshot.source == Source::Amc {
        of_an_insurer(snapshot)
    } else if is_sorted(&snapshot.coverage)
        && is_sorted(&snapshot.codes)
        && is_sorted(&snapshot.exemptions)
        && is_sorted(&snapshot.accidents)
        && is_sorted(&snapshot.contracts)
    {
        return Cow::Borrowed(snapshot);
    } else {
        snapshot.clone()
    };
    sort(&mut sorted.coverage);
    sort(&mut sorted.codes);
    sort(&mut sorted.exemptions);
    sort(&mut sorted.accidents);
    sort(&mut sorted.contracts);
    Cow::Owned(sorted)
}

/// The contracts that a source can speak of: an insurer, of its own alone.
fn own_contracts(source: Source, mut contracts: Vec<ContractView>) -> Vec<ContractView> {
    if source == Source::Amc {
        contracts.retain(|one| one.kind == RightKind::PrivateContract && !one.leaver);
    }
    contracts
}

/// An insurer speaks of its own contracts and of nothing else, whatever its answer carries.
fn of_an_insurer(snapshot: &Snapshot) -> Snapshot {
    Snapshot {
        observed_at: snapshot.observed_at,
        horizon: snapshot.horizon,
        contracts: snapshot.contracts.clone(),
        ..Snapshot::silent(Source::Amc)
    }
}

impl View {
    fn new(tables: &Tables, claim_scheme: &Scheme, snapshot: &Snapshot) -> Self {
        let trust = tables.source(snapshot.source);
        let asked = snapshot.observed_at;
        View {
            source: snapshot.source,
            strength: trust.strength,
            online: trust.online,
            shows: trust.shows,
            listed: trust.listed,
            scheme_covered: covers(trust, claim_scheme, &snapshot.scheme),
            observed_at: asked,
            spoke: asked,
            updated: snapshot.updated_on,
            horizon: snapshot.horizon,
            scheme: snapshot.scheme,
            coverage: each(snapshot.coverage.as_deref(), |period| Recorded::over(*period)).map(Records::new),
            exemptions_stated: snapshot.exemptions.is_some(),
            exemptions: listed(&snapshot.exemptions, |entry| entries::right(tables, asked, entry)),
            none_coded: match &snapshot.codes {
                Some(codes) if codes.is_empty() => {
                    tables.codes.situation_scope.union(GroundSet::of(Ground::Ald))
                }
                _ => GroundSet::NONE,
            },
            codes: listed(&snapshot.codes, |code| CodeSpan::new(tables, code)),
            maternity: snapshot.maternity,
            maternity_period: snapshot
                .maternity
                .and_then(|entry| entries::maternity(asked, &entry)),
            accidents: each(snapshot.accidents.as_deref(), |entry| {
                AccidentView::new(asked, entry)
            }),
            contracts: each(snapshot.contracts.as_deref(), |entry| {
                ContractView::new(tables, asked, entry)
            })
            .map(|contracts| Records::new(own_contracts(snapshot.source, contracts))),
        }
    }

    /// Every ground that it shows on some day.
    fn grounds(&self) -> GroundSet {
        let rights = self.exemptions.iter().map(|one| one.grounds);
        let codes = self.codes.iter().map(CodeSpan::shows);
        let maternity = self.maternity.map(|_| GroundSet::of(Ground::Maternity));
        rights
            .chain(codes)
            .chain(maternity)
            .fold(GroundSet::NONE, GroundSet::union)
    }

    pub(super) fn has_unknown_codes(&self) -> bool {
        self.exemptions.iter().any(|one| one.grounds.is_empty())
            || self.codes.iter().any(|one| !one.open.is_empty())
    }

    /// Every entry of a pregnancy.
    pub(crate) fn pregnancies(&self) -> impl Iterator<Item = &Recorded> {
        let maternity = GroundSet::of(Ground::Maternity);
        let motives = self.exemptions.iter();
        let motives = motives.filter(move |one| one.grounds.intersects(maternity));
        motives.chain(&self.maternity_period)
    }

    /// Whether it says anything at all that can bear on a day.
    pub fn speaks_on(&self, day: Date) -> bool {
        self.holds_something() && self.out_of_reach(day).is_none()
    }

    /// Whether it holds anything, whoever wrote it.
    pub fn holds_something(&self) -> bool {
        self.coverage.is_some()
            || self.exemptions_stated
            || !self.none_coded.is_empty()
            || !self.codes.is_empty()
            || self.maternity.is_some()
            || self.accidents.is_some()
            || self.contracts.is_some()
    }

    /// A code of this snapshot that covers the day and is in no table.
    pub fn unknown_code(&self, day: Date) -> Option<Code<16>> {
        let here = |period: Period| period.position(day) == Position::Within;
        let right = self
            .exemptions
            .iter()
            .find(|one| one.grounds.is_empty() && here(one.period))
            .and_then(|one| one.code);
        let span = || {
            self.codes
                .iter()
                .find(|one| !one.open.is_empty() && here(one.period()))
        };
        right.or_else(|| span().and_then(CodeSpan::unknown_code))
    }
}

/// The entries of a list, decoded; none where it was not part of the answer.
fn listed<T, U: Entry>(list: &Option<Vec<T>>, decode: impl Fn(&T) -> U) -> Records<U> {
    Records::new(list.iter().flatten().map(decode).collect())
}

/// A list with each of its entries decoded; absent where it was not part of the answer.
fn each<T, U>(list: Option<&[T]>, decode: impl Fn(&T) -> U) -> Option<Vec<U>> {
    list.map(|list| list.iter().map(decode).collect())
}
