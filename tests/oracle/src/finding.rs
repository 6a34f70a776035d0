//! A reason: what it does, which one, the parts that it concerns, the facts that it tells and what to do next.

use crate::said::Asked;
use std::collections::BTreeMap;
use tierspayant_core::finding::{Effect, FactKey, FactValue};
use tierspayant_core::ids::{ReasonId, RemedyId};
use tierspayant_core::model::{Code, Date, Line, Moment, Period, Share, Snapshot, Status};
use tierspayant_core::tables::DateRole;
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

/// A reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What it does.
    pub effect: Effect,
    /// Its id.
    pub id: ReasonId,
    /// The share that it concerns; both when absent.
    pub share: Option<Share>,
    /// The line that it concerns, by its place; all when absent.
    pub line: Option<u16>,
    /// What it tells.
    pub facts: BTreeMap<FactKey, FactValue>,
    /// What to do next, in order.
    pub remedies: Vec<RemedyId>,
}

impl Finding {
    pub(crate) fn block(id: ReasonId, basis: NoBasis) -> Self {
        Finding::new(Effect::Block(basis), id)
    }

    pub(crate) fn doubt(id: ReasonId, basis: DoubtBasis) -> Self {
        Finding::new(Effect::Doubt(basis), id)
    }

    pub(crate) fn notice(id: ReasonId) -> Self {
        Finding::new(Effect::Notice, id)
    }

    pub(crate) fn new(effect: Effect, id: ReasonId) -> Self {
        Finding {
            effect,
            id,
            share: None,
            line: None,
            facts: BTreeMap::new(),
            remedies: Vec::new(),
        }
    }

    pub(crate) fn on(self, share: Share) -> Self {
        Finding {
            share: Some(share),
            ..self
        }
    }

    pub(crate) fn at(self, line: u16) -> Self {
        Finding {
            line: Some(line),
            ..self
        }
    }

    /// All but the facts and the remedies.
    pub(crate) const fn key(&self) -> (Effect, ReasonId, Option<Share>, Option<u16>) {
        (self.effect, self.id, self.share, self.line)
    }

    /// One fact more, where there is one.
    pub(crate) fn fact(mut self, key: FactKey, value: Option<FactValue>) -> Self {
        self.facts.extend(value.map(|value| (key, value)));
        self
    }

    pub(crate) fn day(self, key: FactKey, day: impl Into<Option<Date>>) -> Self {
        self.fact(key, day.into().map(FactValue::Date))
    }

    pub(crate) fn days(self, key: FactKey, days: impl Into<Option<i32>>) -> Self {
        self.fact(key, days.into().map(FactValue::Days))
    }

    pub(crate) fn word(self, key: FactKey, word: impl Into<Option<&'static str>>) -> Self {
        self.fact(key, word.into().map(FactValue::Word))
    }

    pub(crate) fn code<const N: usize>(self, key: FactKey, code: impl Into<Option<Code<N>>>) -> Self {
        self.fact(key, code.into().and_then(Code::resize).map(FactValue::Code))
    }

    /// The day that was tested, and which date it is.
    pub(crate) fn tested(self, (day, role): (Date, DateRole)) -> Self {
        self.day(FactKey::Date, day)
            .word(FactKey::DateRole, role.as_str())
    }

    /// The other date that was looked at.
    pub(crate) fn other(self, (day, role): (Date, DateRole)) -> Self {
        self.day(FactKey::OtherDate, day)
            .word(FactKey::OtherDateRole, role.as_str())
    }

    /// The right that was asked for, and the day.
    pub(crate) fn asked(self, asked: Asked, day: Date) -> Self {
        self.word(FactKey::Right, asked.word()).day(FactKey::Date, day)
    }

    /// The code of the line.
    pub(crate) fn code_of(self, line: &Line) -> Self {
        self.code(FactKey::Code, line.exemption)
    }

    /// The bounds of a period.
    pub(crate) fn period(self, period: Period) -> Self {
        self.day(FactKey::Start, period.start())
            .day(FactKey::End, period.end())
    }

    pub(crate) fn status(self, status: Option<Status>) -> Self {
        self.word(FactKey::Status, status.map(Status::as_str))
    }

    /// The source that decides, and the day on which it was asked.
    pub(crate) fn said<'a>(self, source: impl Into<Option<&'a Snapshot>>) -> Self {
        let source = source.into();
        self.word(FactKey::Source, source.map(|one| one.source.as_str()))
            .day(FactKey::Observed, source.and_then(asked_on))
    }

    /// Another source, and the day on which it was asked.
    pub(crate) fn other_said<'a>(self, source: impl Into<Option<&'a Snapshot>>) -> Self {
        let source = source.into();
        self.word(FactKey::OtherSource, source.map(|one| one.source.as_str()))
            .day(FactKey::OtherObserved, source.and_then(asked_on))
    }
}

/// The day on which a source was asked.
pub(crate) fn asked_on(one: &Snapshot) -> Option<Date> {
    one.observed_at.map(Moment::date)
}
