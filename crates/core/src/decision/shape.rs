//! What snapshots say but for their days: what makes the claims of two people alike as far as words go.

use super::bounds::{MOST_ENTRIES, Order};
use crate::evidence::places;
use crate::model::{
    ContractEntry, CoverageCode, ExemptionEntry, Moment, Period, Scheme, Snapshot, Source, Status,
};

/// How many snapshots a person may have whose claims may be alike others.
pub const MOST_SNAPSHOTS: usize = 4;

/// All that the snapshots of a person say but for who is meant and for their days, of which only the order is kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shape {
    said: Vec<SaidWords>,
    spoken: Spoken,
    order: Order,
}

/// All that one snapshot says but for who is meant and for its days.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct SaidWords {
    source: Source,
    scheme: Scheme,
    observed: bool,
    updated: bool,
    coverage: Option<usize>,
    exemptions: Option<Vec<ExemptionEntry>>,
    codes: Option<Vec<CoverageCode>>,
    accidents: bool,
    contracts: Option<Vec<ContractEntry>>,
}

/// The order in which several snapshots are compared: of each its place among the views of the evidence, and the places of the
/// moment at which its source was asked, of the day of that moment and of the day of its last update among those of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Spoken {
    views: [u8; MOST_SNAPSHOTS],
    moments: [u8; MOST_SNAPSHOTS],
    days: [[u8; 2]; MOST_SNAPSHOTS],
}

impl Spoken {
    /// The order of these snapshots; nothing where there are more than are compared.
    pub fn of(snapshots: &[Snapshot]) -> Option<Self> {
        let mut spoken = Spoken::default();
        if snapshots.len() > MOST_SNAPSHOTS {
            return None;
        }
        if snapshots.len() < 2 {
            return Some(spoken);
        }
        for (view, place) in (0_u8..).zip(places(snapshots)) {
            *spoken.views.get_mut(place)? = view;
        }
        let moments = || snapshots.iter().map(|one| one.observed_at);
        for (slot, moment) in spoken.moments.iter_mut().zip(moments()) {
            *slot = among(moment, moments())?;
        }
        let observed = |one: &Snapshot| one.observed_at.map(Moment::date);
        let days = || snapshots.iter().flat_map(|one| [observed(one), one.updated_on]);
        for (slot, one) in spoken.days.iter_mut().zip(snapshots) {
            *slot = [among(observed(one), days())?, among(one.updated_on, days())?];
        }
        Some(spoken)
    }
}

/// How many of some things are earlier than this one, and one more; 0 where there is none.
fn among<T: Ord>(one: Option<T>, all: impl Iterator<Item = Option<T>>) -> Option<u8> {
    let Some(one) = one else { return Some(0) };
    let earlier = all.flatten().filter(|other| *other < one).count();
    u8::try_from(earlier).ok()?.checked_add(1)
}

impl Shape {
    /// All that the snapshots of a person say but for who is meant and for their days; nothing where the claims of that person are
    /// like no others.
    pub fn of(snapshots: &[Snapshot]) -> Option<Self> {
        let entries = |one: &Snapshot| {
            let count = |entries: Option<usize>| entries.unwrap_or(0);
            count(one.coverage.as_ref().map(Vec::len))
                + count(one.exemptions.as_ref().map(Vec::len))
                + count(one.codes.as_ref().map(Vec::len))
                + count(one.contracts.as_ref().map(Vec::len))
        };
        if snapshots.is_empty() || snapshots.iter().map(entries).sum::<usize>() > MOST_ENTRIES {
            return None;
        }
        let covered = snapshots
            .iter()
            .flat_map(|one| one.coverage.iter().flatten().copied());
        let granted = snapshots.iter().flat_map(|one| {
            let exempt = one.exemptions.iter().flatten().map(|entry| entry.period);
            exempt.chain(one.codes.iter().flatten().map(|entry| entry.period))
        });
        let contracts = snapshots.iter().flat_map(|one| one.contracts.iter().flatten());
        let contracted = contracts.map(|entry| entry.period);
        Some(Shape {
            said: snapshots.iter().map(SaidWords::of).collect::<Option<_>>()?,
            spoken: Spoken::of(snapshots)?,
            order: Order::of(covered, granted, contracted),
        })
    }
}

impl SaidWords {
    fn of(snapshot: &Snapshot) -> Option<Self> {
        let Snapshot {
            source,
            observed_at,
            updated_on,
            horizon: None,
            // Who is meant is told apart by the comparison with the claim.
            person: _,
            scheme,
            coverage,
            codes,
            exemptions,
            maternity: None,
            accidents,
            contracts,
            services: None,
        } = snapshot
        else {
            return None;
        };
        if accidents.as_ref().is_some_and(|list| !list.is_empty()) {
            return None;
        }
        let exemptions = each(exemptions, |entry| {
            let ExemptionEntry {
                vocabulary: _,
                code: _,
                period: _,
                status,
            } = *entry;
            let undated = ExemptionEntry {
                period: Period::ALWAYS,
                ..*entry
            };
            is_open(status).then_some(undated)
        })?;
        let codes = each(codes, |entry| {
            let CoverageCode {
                period: _,
                ald: _,
                situation: _,
            } = *entry;
            Some(CoverageCode {
                period: Period::ALWAYS,
                ..*entry
            })
        })?;
        let contracts = each(contracts, |entry| {
            let ContractEntry {
                number: _,
                contract_type: _,
                service: _,
                indicator: _,
                period: _,
                status,
                participation: _,
                end_reason: _,
                rights: None,
            } = *entry
            else {
                return None;
            };
            is_open(status).then(|| ContractEntry {
                period: Period::ALWAYS,
                ..entry.clone()
            })
        })?;
        Some(SaidWords {
            source: *source,
            scheme: *scheme,
            observed: observed_at.is_some(),
            updated: updated_on.is_some(),
            coverage: coverage.as_ref().map(Vec::len),
            exemptions,
            codes,
            accidents: accidents.is_some(),
            contracts,
        })
    }
}

/// Whether an entry is in a state that its days alone bear on: one that was closed is read by the day of the answer as well.
const fn is_open(status: Option<Status>) -> bool {
    match status {
        None | Some(Status::Active | Status::Pending | Status::Suspended | Status::Refused) => true,
        Some(Status::Closed) => false,
    }
}

/// Each entry of a list; nothing where one is like no other.
fn each<T>(list: &Option<Vec<T>>, undated: impl FnMut(&T) -> Option<T>) -> Option<Option<Vec<T>>> {
    let list = list
        .as_ref()
        .map(|list| list.iter().map(undated).collect::<Option<Vec<T>>>());
    match list {
        None => Some(None),
        Some(Some(list)) => Some(Some(list)),
        Some(None) => None,
    }
}
