//! One entry on one day.

use crate::finding::Finding;
use std::cmp::Reverse;
use tierspayant_core::model::{Code, Date, Period, Position, Snapshot, Status, Vocabulary};

/// Why a right is not there, the most telling last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Absence {
    /// Nothing on record.
    NotRecorded,
    /// It starts later; the earliest start.
    NotStarted(Reverse<Date>),
    /// It ended before; the latest end.
    Ended(Date),
    /// Suspended, refused or closed; the one that ends last, and of equals the last by list, code and state.
    NotActive((Last, Option<Date>), Key, Status),
}

/// The list and the code of an entry.
pub(crate) type Key = (Option<Vocabulary>, Option<Code<16>>);

/// A last day, an open one after all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Last {
    open: bool,
    pub day: Option<Date>,
}

impl Last {
    fn of(period: Period) -> Self {
        Last {
            open: period.end().is_none(),
            day: period.end(),
        }
    }
}

/// Of several periods the greatest is the one that ends last, and of those the one that started last.
pub(crate) fn length(period: Period) -> (Last, Option<Date>) {
    (Last::of(period), period.start())
}

/// An entry on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    InForce(Period),
    Pending(Period),
    Unclear,
    Absent(Absence),
}

pub(crate) fn entry(snapshot: &Snapshot, period: Period, status: Option<Status>, day: Date) -> Entry {
    entry_of(snapshot, (None, None), period, status, day)
}

/// An entry with its list and its code.
pub(crate) fn entry_of(
    snapshot: &Snapshot,
    key: Key,
    period: Period,
    status: Option<Status>,
    day: Date,
) -> Entry {
    let bound = |bound: Option<Date>| bound.unwrap_or(day);
    match period.position(day) {
        Position::Before => Entry::Absent(Absence::NotStarted(Reverse(bound(period.start())))),
        Position::After => Entry::Absent(Absence::Ended(bound(period.end()))),
        Position::Within => match status {
            None | Some(Status::Active) => Entry::InForce(period),
            Some(Status::Pending) => Entry::Pending(period),
            Some(status @ (Status::Suspended | Status::Refused)) => {
                Entry::Absent(Absence::NotActive(length(period), key, status))
            }
            Some(Status::Closed) => closed(snapshot, key, period, day),
        },
    }
}

/// One that had not come to its last day when the source was asked (the others are settled): it closed on a day that is not known.
fn closed(snapshot: &Snapshot, key: Key, period: Period, day: Date) -> Entry {
    let asked = snapshot.observed_at.map(|moment| moment.date());
    match asked {
        Some(asked) if asked <= day => Entry::Absent(Absence::NotActive(length(period), key, Status::Closed)),
        _ => Entry::Unclear,
    }
}

/// The suspended or refused entry under the same code as one in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Twin {
    code: Option<Code<16>>,
    status: Status,
    pub period: Period,
}

impl Twin {
    pub fn told(self, found: Finding) -> Finding {
        found
            .code("record_code", self.code)
            .status(Some(self.status))
            .period(self.period)
    }
}

/// An entry with the code under which it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Coded {
    pub key: Key,
    pub status: Option<Status>,
    pub period: Period,
    pub in_force: bool,
    /// Whether the entries are of one right, whatever their codes.
    pub one_right: bool,
}

/// Of entries in force on the day and others that are suspended or refused under the same code, the one that lasts longest.
pub(crate) fn twin(entries: &[Coded], day: Date) -> Option<Twin> {
    let on_day = |one: &&Coded| one.period.position(day) == Position::Within;
    let stopped = |one: &&Coded| matches!(one.status, Some(Status::Suspended | Status::Refused));
    let beside = |one: &&Coded| {
        let mut others = entries.iter().filter(|one| one.in_force);
        others.any(|other| one.one_right || other.key == one.key)
    };
    let twins = entries.iter().filter(on_day).filter(stopped).filter(beside);
    let last = twins.max_by_key(|one| (length(one.period), one.key, one.status))?;
    Some(Twin {
        code: last.key.1,
        status: last.status?,
        period: last.period,
    })
}

/// What one snapshot says to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    Yes(Period),
    Pending(Period),
    /// A contradiction: an entry in force beside one that is not, under the same code, where that is why.
    Unclear(Option<Twin>),
    No(Absence),
    Silent,
}

/// Of several entries: one in force wins, then a pending one, then an unclear one, then the most telling absence.
pub(crate) fn of_entries(entries: &[Entry]) -> Option<Says> {
    let absence = entries.iter().filter_map(|one| match one {
        Entry::Absent(absence) => Some(*absence),
        _ => None,
    });
    let in_force = entries.iter().filter_map(|one| match one {
        Entry::InForce(period) => Some(*period),
        _ => None,
    });
    let pending = entries.iter().filter_map(|one| match one {
        Entry::Pending(period) => Some(*period),
        _ => None,
    });
    let in_force = in_force.max_by_key(|one| length(*one)).map(Says::Yes);
    let pending = pending.max_by_key(|one| length(*one)).map(Says::Pending);
    let unclear = entries.contains(&Entry::Unclear).then_some(Says::Unclear(None));
    in_force
        .or(pending)
        .or(unclear)
        .or_else(|| absence.max().map(Says::No))
}
