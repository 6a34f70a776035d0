//! A reason: what it does, which one, the parts that it concerns, the facts that it tells and what to do next.

use crate::said::Asked;
use std::collections::BTreeMap;
use tierspayant_core::finding::{Effect, FactValue};
use tierspayant_core::model::{Code, Date, Line, Moment, Period, Share, Snapshot, Status};
use tierspayant_core::tables::DateRole;
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

/// A reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What it does.
    pub effect: Effect,
    /// Its id, as the pages write it.
    pub id: &'static str,
    /// The share that it concerns; both when absent.
    pub share: Option<Share>,
    /// The line that it concerns, by its place; all when absent.
    pub line: Option<u16>,
    /// What it tells, by the names of facts as the pages write them.
    pub facts: BTreeMap<&'static str, FactValue>,
    /// What to do next, in order.
    pub remedies: Vec<&'static str>,
}

impl Finding {
    pub(crate) fn block(id: &'static str, basis: NoBasis) -> Self {
        Finding::new(Effect::Block(basis), id)
    }

    pub(crate) fn doubt(id: &'static str, basis: DoubtBasis) -> Self {
        Finding::new(Effect::Doubt(basis), id)
    }

    pub(crate) fn notice(id: &'static str) -> Self {
        Finding::new(Effect::Notice, id)
    }

    pub(crate) fn new(effect: Effect, id: &'static str) -> Self {
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
    pub(crate) const fn key(&self) -> (Effect, &'static str, Option<Share>, Option<u16>) {
        (self.effect, self.id, self.share, self.line)
    }

    /// One fact more, where there is one.
    pub(crate) fn fact(mut self, key: &'static str, value: Option<FactValue>) -> Self {
        self.facts.extend(value.map(|value| (key, value)));
        self
    }

    pub(crate) fn day(self, key: &'static str, day: impl Into<Option<Date>>) -> Self {
        self.fact(key, day.into().map(FactValue::Date))
    }

    pub(crate) fn days(self, key: &'static str, days: impl Into<Option<i32>>) -> Self {
        self.fact(key, days.into().map(FactValue::Days))
    }

    /// The letter that forcing it would put into the FSE.
    pub(crate) fn letter(self, letter: &str) -> Self {
        self.code("forcing", letter.parse::<Code<4>>().ok())
    }

    pub(crate) fn word(self, key: &'static str, word: impl Into<Option<&'static str>>) -> Self {
        self.fact(key, word.into().map(FactValue::Word))
    }

    pub(crate) fn code<const N: usize>(self, key: &'static str, code: impl Into<Option<Code<N>>>) -> Self {
        self.fact(key, code.into().and_then(Code::resize).map(FactValue::Code))
    }

    /// The day that was tested, and which date it is.
    pub(crate) fn tested(self, (day, role): (Date, DateRole)) -> Self {
        self.day("date", day).word("date_role", role.as_str())
    }

    /// The other date that was looked at.
    pub(crate) fn other(self, (day, role): (Date, DateRole)) -> Self {
        self.day("other_date", day).word("other_date_role", role.as_str())
    }

    /// The right that was asked for, and the day.
    pub(crate) fn asked(self, asked: Asked, day: Date) -> Self {
        self.word("right", asked.word()).day("date", day)
    }

    /// The code of the line.
    pub(crate) fn code_of(self, line: &Line) -> Self {
        self.code("code", line.exemption)
    }

    /// The bounds of a period.
    pub(crate) fn period(self, period: Period) -> Self {
        self.day("start", period.start()).day("end", period.end())
    }

    pub(crate) fn status(self, status: Option<Status>) -> Self {
        self.word("status", status.map(Status::as_str))
    }

    /// The source that decides, and the day on which it was asked.
    pub(crate) fn said<'a>(self, source: impl Into<Option<&'a Snapshot>>) -> Self {
        let source = source.into();
        self.word("source", source.map(|one| one.source.as_str()))
            .day("observed", source.and_then(asked_on))
    }

    /// Another source, and the day on which it was asked.
    pub(crate) fn other_said<'a>(self, source: impl Into<Option<&'a Snapshot>>) -> Self {
        let source = source.into();
        self.word("other_source", source.map(|one| one.source.as_str()))
            .day("other_observed", source.and_then(asked_on))
    }
}

/// The day on which a source was asked.
pub(crate) fn asked_on(one: &Snapshot) -> Option<Date> {
    one.observed_at.map(Moment::date)
}
