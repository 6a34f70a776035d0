//! The three answers of a source, and the two ways in which an answer is neither.

use crate::model::{Code, Date, Moment, Period, Position, Status};
use crate::tables::GroundSet;

/// The entry that an answer rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// The days on which it holds.
    pub period: Period,
    /// Its code as written.
    pub code: Option<Code<16>>,
    /// Its state.
    pub status: Option<Status>,
    /// The grounds it shows.
    pub grounds: GroundSet,
    /// For a contract, its type as written.
    pub contract_type: Option<Code<3>>,
}

/// Why a right is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The source could show it and has no entry.
    NotRecorded,
    /// It starts later.
    NotStarted(Record),
    /// It ended before.
    Ended(Record),
    /// It is suspended, refused or closed.
    NotActive(Record),
}

/// Why a source says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It cannot show this right.
    CannotShow,
    /// It could, but that part of the answer is not there.
    NotStated,
    /// The day is outside what the service could see.
    BeyondHorizon,
    /// The scheme is not covered by the service.
    SchemeNotCovered,
    /// Its code is in no table.
    UnknownCode,
}

/// What one source says to one question on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The right is there.
    Yes(Record),
    /// It is being registered or under instruction.
    Pending(Record),
    /// It is not there.
    No(Absence),
    /// The source contradicts itself.
    Contradiction(Record),
    /// It says nothing.
    Silent(Silence),
}

/// What the state of an entry makes of an entry whose dates hold the day.
enum Standing {
    InForce,
    Pending,
    NotInForce,
    Unclear,
}

/// A state never wins over dates: an entry closed because its last day has passed was in force until then.
fn standing(record: &Record, observed: Option<Moment>, day: Date) -> Standing {
    match record.status {
        None | Some(Status::Active) => Standing::InForce,
        Some(Status::Pending) => Standing::Pending,
        Some(Status::Suspended | Status::Refused) => Standing::NotInForce,
        Some(Status::Closed) => match observed.map(Moment::date) {
            Some(asked) if record.period.end().is_some_and(|end| end < asked) => Standing::InForce,
            Some(asked) if day >= asked => Standing::NotInForce,
            _ => Standing::Unclear,
        },
    }
}

/// Gathers the entries of one source that bear on one question, and gives the answer they add up to.
#[derive(Default)]
pub(super) struct Tally {
    yes: Option<Record>,
    pending: Option<Record>,
    not_active: Option<Record>,
    unclear: Option<Record>,
    ended: Option<Record>,
    not_started: Option<Record>,
}

impl Tally {
    /// Adds one entry.
    pub(super) fn add(&mut self, record: Record, observed: Option<Moment>, day: Date) {
        // An open end is later than any day.
        let end = |one: &Record| (one.period.end().is_none(), one.period.end());
        let later_end = |a: Option<Record>, b: Record| match a {
            Some(a) if (end(&a), a) >= (end(&b), b) => Some(a),
            _ => Some(b),
        };
        let earlier_start = |a: Option<Record>, b: Record| match a {
            Some(a) if (a.period.start(), a) <= (b.period.start(), b) => Some(a),
            _ => Some(b),
        };
        match record.period.position(day) {
            Position::Within => match standing(&record, observed, day) {
                Standing::InForce => self.yes = later_end(self.yes, record),
                Standing::Pending => self.pending = later_end(self.pending, record),
                Standing::NotInForce => self.not_active = later_end(self.not_active, record),
                Standing::Unclear => self.unclear = later_end(self.unclear, record),
            },
            Position::After => self.ended = later_end(self.ended, record),
            Position::Before => self.not_started = earlier_start(self.not_started, record),
        }
    }

    /// The answer without any other information, or `None` when no entry bears on the question.
    pub(super) fn answer(&self) -> Option<Said> {
        if let Some(record) = self.yes {
            return Some(Said::Yes(record));
        }
        if let Some(record) = self.pending {
            return Some(Said::Pending(record));
        }
        if let Some(record) = self.unclear {
            return Some(Said::Contradiction(record));
        }
        self.absence().map(Said::No)
    }

    /// Why the right is not there, when entries tell.
    pub(super) fn absence(&self) -> Option<Absence> {
        let not_active = self.not_active.map(Absence::NotActive);
        let ended = self.ended.map(Absence::Ended);
        not_active.or(ended).or(self.not_started.map(Absence::NotStarted))
    }

    /// The entry in force, if there is one.
    pub(super) fn in_force(&self) -> Option<Record> {
        self.yes
    }
}
