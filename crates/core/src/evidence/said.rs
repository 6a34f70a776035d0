//! The three answers of a source, and the two ways in which an answer is neither.

use crate::model::{Code, Date, Moment, Period, Position, Status, Vocabulary};
use crate::tables::GroundSet;
use std::cmp::Ordering;

/// The entry that an answer rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recorded {
    /// The days on which it holds.
    pub period: Period,
    /// The list that its code belongs to, for an exemption.
    pub vocabulary: Option<Vocabulary>,
    /// Its code as written.
    pub code: Option<Code<16>>,
    /// Its state.
    pub status: Option<Status>,
    /// The grounds it shows.
    pub grounds: GroundSet,
    /// For a contract, its type as written.
    pub contract_type: Option<Code<3>>,
}

impl Recorded {
    /// Whether it is on record as suspended or refused.
    pub const fn is_refused(&self) -> bool {
        matches!(self.status, Some(Status::Suspended | Status::Refused))
    }

    /// Whether it is in force on a day, as a source says that was asked at this moment.
    pub fn is_in_force(&self, asked: Option<Moment>, day: Date) -> bool {
        bearing(self, asked, day) == Bearing::InForce
    }

    /// The same where its state never wins over its days: closed, and asked on its last day or later, it closed because that day
    /// had come, and was in force until then.
    ///
    /// It is settled by the day on which the source really was asked: a what-if moves that day with the care.
    pub(super) fn settled(self, asked: Option<Moment>) -> Self {
        let came = |asked: Moment| self.period.end().is_some_and(|end| end <= asked.date());
        match self.status {
            Some(Status::Closed) if asked.is_some_and(came) => Recorded {
                status: Some(Status::Active),
                ..self
            },
            _ => self,
        }
    }

    /// An entry of which only the days are known.
    pub(super) fn over(period: Period) -> Self {
        Recorded {
            period,
            ..Recorded::default()
        }
    }
}

/// Why a right is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence<'v> {
    /// The source could show it and has no entry.
    NotRecorded,
    /// It starts later.
    NotStarted(&'v Recorded),
    /// It ended before.
    Ended(&'v Recorded),
    /// It is suspended, refused or closed.
    NotActive(&'v Recorded),
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

/// What one source says to one question on one day; it points to the entry that it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'v> {
    /// The right is there.
    Yes(&'v Recorded),
    /// It is being registered or under instruction.
    Pending(&'v Recorded),
    /// It is not there.
    No(Absence<'v>),
    /// The source contradicts itself.
    Contradiction(&'v Recorded),
    /// It says nothing.
    Silent(Silence),
}

/// How an entry bears on a day, the weakest first: of several entries the strongest bearing answers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bearing {
    NotStarted,
    Ended,
    NotInForce,
    Unclear,
    Pending,
    InForce,
}

fn bearing(record: &Recorded, observed: Option<Moment>, day: Date) -> Bearing {
    match record.period.position(day) {
        Position::Before => return Bearing::NotStarted,
        Position::After => return Bearing::Ended,
        Position::Within => {}
    }
    match record.status {
        None | Some(Status::Active) => Bearing::InForce,
        Some(Status::Pending) => Bearing::Pending,
        Some(Status::Suspended | Status::Refused) => Bearing::NotInForce,
        Some(Status::Closed) => match observed.map(Moment::date) {
            Some(asked) if day >= asked => Bearing::NotInForce,
            _ => Bearing::Unclear,
        },
    }
}

/// Gathers the entries of one source that bear on one question, and gives the answer they add up to.
///
/// An entry in force beside one that is suspended or refused under the same code is a contradiction. Entries of one code
/// come one after the other: those of a view are sorted.
#[derive(Default)]
pub(super) struct Tally<'v> {
    best: Option<(Bearing, &'v Recorded)>,
    in_force: Option<&'v Recorded>,
    refused: Option<&'v Recorded>,
    contradicted: Option<&'v Recorded>,
    any_code: bool,
}

impl<'v> Tally<'v> {
    /// Of entries that all are of one right, whatever their codes.
    pub(super) fn of_one_right() -> Self {
        Tally {
            any_code: true,
            ..Tally::default()
        }
    }

    /// Keeps an entry in force and one that is refused, where they are of one right.
    #[inline]
    fn compare(&mut self, bearing: Bearing, record: &'v Recorded) {
        let held = match bearing {
            Bearing::InForce => &mut self.in_force,
            Bearing::NotInForce if record.is_refused() => &mut self.refused,
            _ => return,
        };
        let longer = held.is_none_or(|held| telling(bearing, record, held).is_gt());
        let same_code = |held: &Recorded| {
            self.any_code || (held.vocabulary, held.code) == (record.vocabulary, record.code)
        };
        if longer || !held.is_some_and(same_code) {
            *held = Some(record);
        }
        if let (Some(in_force), Some(refused)) = (self.in_force, self.refused) {
            let same =
                self.any_code || (in_force.vocabulary, in_force.code) == (refused.vocabulary, refused.code);
            let longer = self
                .contradicted
                .is_none_or(|held| telling(Bearing::NotInForce, refused, held).is_gt());
            if same && longer {
                self.contradicted = Some(refused);
            }
        }
    }

    /// Adds one entry.
    #[inline]
    pub(super) fn add(&mut self, record: &'v Recorded, observed: Option<Moment>, day: Date) {
        let bearing = bearing(record, observed, day);
        if matches!(bearing, Bearing::InForce | Bearing::NotInForce) {
            self.compare(bearing, record);
        }
        match self.best {
            Some((held, best))
                if bearing
                    .cmp(&held)
                    .then_with(|| telling(bearing, record, best))
                    .is_le() => {}
            Some(_) | None => self.best = Some((bearing, record)),
        }
    }

    /// The entry that is suspended or refused on the day; of several of one right the one that lasts longest.
    pub(super) const fn refused(&self) -> Option<&'v Recorded> {
        self.refused
    }

    /// The answer without any other information, or `None` when no entry bears on the question.
    pub(super) fn answer(&self) -> Option<Said<'v>> {
        let (bearing, record) = self.best?;
        if let Some(refused) = self.contradicted {
            return Some(Said::Contradiction(refused));
        }
        Some(match bearing {
            Bearing::InForce => Said::Yes(record),
            Bearing::Pending => Said::Pending(record),
            Bearing::Unclear => Said::Contradiction(record),
            Bearing::NotInForce => Said::No(Absence::NotActive(record)),
            Bearing::Ended => Said::No(Absence::Ended(record)),
            Bearing::NotStarted => Said::No(Absence::NotStarted(record)),
        })
    }
}

/// Of two entries that bear alike, the one that lasts longer tells more, or the one that starts sooner where both are
/// to come.
pub(super) fn telling(bearing: Bearing, one: &Recorded, other: &Recorded) -> Ordering {
    // An open end is later than any day, and an open start earlier.
    let end = |record: &Recorded| (record.period.end().is_none(), record.period.end());
    match bearing {
        Bearing::NotStarted => (other.period.start(), other).cmp(&(one.period.start(), one)),
        Bearing::Ended | Bearing::NotInForce | Bearing::Unclear | Bearing::Pending | Bearing::InForce => {
            (end(one), one).cmp(&(end(other), other))
        }
    }
}

#[cfg(test)]
#[path = "said_tests.rs"]
mod tests;
