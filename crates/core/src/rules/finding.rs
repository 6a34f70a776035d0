//! How a rule says what it found.

use crate::decision::{Effect, FactKey, Facts, Question, Reason, ReasonId, RemedyId, RemedySet, RuleId};
use crate::evidence::{Evidence, Freshness, Outcome, Said, View, Weighed, freshness, weigh};
use crate::model::{Date, Moment, Position, Share};
use crate::tables::Tables;

/// What every rule may read.
pub(crate) struct Context<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// The claim.
    pub question: &'a Question,
    /// What was said.
    pub evidence: &'a Evidence,
}

/// The reasons found so far.
#[derive(Default)]
pub(crate) struct Findings {
    /// In the order in which they were found.
    pub reasons: Vec<Reason>,
}

/// A reason being written.
pub(crate) struct Finding {
    id: ReasonId,
    effect: Effect,
    share: Option<Share>,
    line: Option<usize>,
    facts: Facts,
    settled_online: bool,
    also: RemedySet,
}

impl Finding {
    /// A reason with an effect, on both shares and all lines until told otherwise.
    #[inline]
    pub(crate) fn new(id: ReasonId, effect: Effect) -> Self {
        Finding {
            id,
            effect,
            share: None,
            line: None,
            facts: Facts::default(),
            settled_online: false,
            also: RemedySet::NONE,
        }
    }

    /// It concerns one share.
    #[inline]
    pub(crate) fn share(self, share: Share) -> Self {
        Finding {
            share: Some(share),
            ..self
        }
    }

    /// It concerns both shares after all.
    #[inline]
    pub(crate) fn both_shares(self) -> Self {
        Finding { share: None, ..self }
    }

    /// It concerns one line.
    #[inline]
    pub(crate) fn line(self, line: usize) -> Self {
        Finding {
            line: Some(line),
            ..self
        }
    }

    /// It rests on these facts.
    #[inline]
    pub(crate) fn facts(self, facts: Facts) -> Self {
        Finding { facts, ..self }
    }

    /// One thing more to do, besides those of its table.
    #[inline]
    pub(crate) fn also(self, remedy: RemedyId) -> Self {
        Finding {
            also: self.also.with(remedy),
            ..self
        }
    }

    /// It rests on what this view said: its name and day are added to the facts.
    #[inline]
    pub(crate) fn said_by(mut self, view: Option<&View>) -> Self {
        if let Some(view) = view {
            self.facts = self.facts.word(FactKey::Source, view.source.as_str());
            self.facts = self
                .facts
                .date(FactKey::Observed, view.observed.map(Moment::date));
            self.settled_online = view.online;
        }
        self
    }
}

impl Context<'_> {
    /// Whether a rule holds for the day of the care.
    pub(crate) fn in_force(&self, rule: RuleId) -> bool {
        let rule = self.tables.rules.rule(rule);
        rule.is_none_or(|rule| rule.validity.position(self.question.care) == Position::Within)
    }

    /// Notes a reason, unless its rule does not hold for the day of the care.
    pub(crate) fn report(&self, found: &mut Findings, finding: Finding) {
        if !self.in_force(finding.id.rule()) {
            return;
        }
        let info = self.tables.rules.reason(finding.id);
        let mut remedies = info
            .map_or(RemedySet::NONE, |info| info.remedies)
            .and(finding.also);
        if !finding.settled_online {
            remedies = remedies.and(info.map_or(RemedySet::NONE, |info| info.remedies_offline));
        }
        found.reasons.push(Reason {
            effect: finding.effect,
            id: finding.id,
            share: finding.share,
            line: finding.line.and_then(|line| u16::try_from(line).ok()),
            facts: finding.facts,
            remedies,
        });
    }

    /// Asks every view and weighs the answers.
    pub(crate) fn weigh(&self, ask: impl Fn(&View) -> Said) -> Weighed {
        let question = self.question;
        weigh(
            &self.evidence.views,
            &self.tables.policy,
            question.card,
            question.care,
            ask,
        )
    }

    /// The view at a place.
    pub(crate) fn view(&self, place: Option<usize>) -> Option<&View> {
        place.and_then(|place| self.evidence.views.get(place))
    }

    /// How recent a view is for the care of this claim.
    pub(crate) fn freshness(&self, view: &View) -> Freshness {
        freshness(view, &self.tables.policy, self.question.card, self.question.care)
    }

    /// The day from which two online sources should agree: some days after the later of the two answers.
    pub(crate) fn retry_on(&self, weighed: &Weighed) -> Option<Date> {
        let asked_on =
            |place: Option<usize>| self.view(place).and_then(|view| view.observed).map(Moment::date);
        let later = asked_on(weighed.by).max(asked_on(weighed.against));
        later.and_then(|day| day.plus_days(self.tables.policy.lag_retry_days))
    }
}

/// Whether an outcome is a yes.
pub(crate) fn is_yes(weighed: &Weighed) -> bool {
    matches!(weighed.outcome, Outcome::Yes(_))
}
