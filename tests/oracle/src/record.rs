//! One entry on one day.

use tierspayant_core::model::{Date, Period, Position, Snapshot, Status};

/// Why a right is not there, the most telling last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Absence {
    /// Nothing on record.
    NotRecorded,
    /// It starts later; the earliest start.
    NotStarted,
    /// It ended before.
    Ended,
    /// Suspended, refused or closed.
    NotActive,
}

/// An entry on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    InForce,
    Pending,
    Unclear,
    Absent(Absence),
}

pub(crate) fn entry(snapshot: &Snapshot, period: Period, status: Option<Status>, day: Date) -> Entry {
    match period.position(day) {
        Position::Before => Entry::Absent(Absence::NotStarted),
        Position::After => Entry::Absent(Absence::Ended),
        Position::Within => match status {
            None | Some(Status::Active) => Entry::InForce,
            Some(Status::Pending) => Entry::Pending,
            Some(Status::Suspended | Status::Refused) => Entry::Absent(Absence::NotActive),
            Some(Status::Closed) => closed(snapshot, period, day),
        },
    }
}

/// A flag never wins over dates: closed with a last day before the source was asked, it was in force until then.
fn closed(snapshot: &Snapshot, period: Period, day: Date) -> Entry {
    let asked = snapshot.observed_at.map(|moment| moment.date());
    match asked {
        Some(asked) if period.end().is_some_and(|end| end < asked) => Entry::InForce,
        Some(asked) if asked <= day => Entry::Absent(Absence::NotActive),
        _ => Entry::Unclear,
    }
}

/// What one snapshot says to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    Yes,
    Pending,
    Unclear,
    No(Absence),
    Silent,
}

/// Of several entries: one in force wins, then a pending one, then an unclear one, then the most telling absence.
pub(crate) fn of_entries(entries: &[Entry]) -> Option<Says> {
    let absence = entries.iter().filter_map(|one| match one {
        Entry::Absent(absence) => Some(*absence),
        _ => None,
    });
    if entries.contains(&Entry::InForce) {
        Some(Says::Yes)
    } else if entries.contains(&Entry::Pending) {
        Some(Says::Pending)
    } else if entries.contains(&Entry::Unclear) {
        Some(Says::Unclear)
    } else {
        absence.max().map(Says::No)
    }
}
