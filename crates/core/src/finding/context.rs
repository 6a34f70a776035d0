//! How a rule says what it found.

use super::features::{of_case, of_line};
use super::memo::Memo;
use crate::evidence::{
    ContractQuery, Evidence, Features, Freshness, Outcome, Said, View, Weighed, freshness, said_contract,
    said_ground, weigh_by,
};
use crate::finding::{Effect, Facts, Reason};
use crate::ids::{ReasonId, RemedyId, RemedySet, RuleId};
use crate::model::{Date, Moment, Position, Share, Source};
use crate::question::{AskedLine, Question};
use crate::tables::{GroundSet, Right, Tables};
use std::ops::Range;

/// What every rule may read.
pub(crate) struct Context<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// The claim.
    pub question: &'a Question,
    /// What was said.
    pub evidence: &'a Evidence,
    /// What the case holds, of its lines what any of them does.
    pub features: Features,
    /// What rules are told besides, and what they are not told.
    told: Override,
    /// What it answered on exemptions so far.
    pub asked: Memo<'a>,
    /// How recent the first view is for the care: mostly there is no other.
    first: Option<Freshness>,
}

/// What rules are told of the features of a case: as they are, but where it is proved that no rule is left out by them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Override {
    /// Override of every case and line.
    pub always: Features,
    /// Override of none.
    pub never: Features,
}

impl Override {
    const fn of(self, features: Features) -> Features {
        features.or(self.always).without(self.never)
    }
}

/// The reasons found so far.
#[derive(Default)]
pub(crate) struct Findings {
    /// In the order in which they were found.
    pub reasons: Vec<Reason>,
}

impl Findings {
    /// Finds on one line what was found on another: the reasons at some places.
    pub(crate) fn repeat(&mut self, places: Range<usize>, on: usize) {
        let line = u16::try_from(on).ok();
        for place in places {
            if let Some(reason) = self.reasons.get(place).filter(|one| one.line.is_some()) {
                let repeated = Reason { line, ..*reason };
                self.reasons.push(repeated);
            }
        }
    }
}

/// A reason being written.
pub(crate) struct Finding {
    pub(super) reason: Reason,
    /// The view that it rests on: who, whether online, and when.
    pub(super) said_by: Option<(Source, bool, Option<Moment>)>,
    /// The right that was looked for.
    pub(super) right: Option<Right>,
    pub(super) without: RemedySet,
}

impl Finding {
    /// A reason with an effect, on both shares and all lines until told otherwise.
    #[inline]
    pub(crate) fn new(id: ReasonId, effect: Effect) -> Self {
        Finding {
            reason: Reason {
                effect,
                id,
                share: None,
                line: None,
                facts: Facts::default(),
                remedies: RemedySet::NONE,
            },
            said_by: None,
            right: None,
            without: RemedySet::NONE,
        }
    }

    /// It concerns one share.
    #[inline]
    pub(crate) fn share(mut self, share: Share) -> Self {
        self.reason.share = Some(share);
        self
    }

    /// It concerns both shares after all.
    #[inline]
    pub(crate) fn both_shares(mut self) -> Self {
        self.reason.share = None;
        self
    }

    /// It concerns one line.
    #[inline]
    pub(crate) fn line(mut self, line: usize) -> Self {
        self.reason.line = u16::try_from(line).ok();
        self
    }

    /// It rests on these facts.
    #[inline]
    pub(crate) fn facts(mut self, facts: Facts) -> Self {
        self.reason.facts = facts;
        self
    }

    /// It is about this right: what is advised goes to sources that can show it.
    #[inline]
    pub(crate) fn about(mut self, right: Right) -> Self {
        self.right = Some(right);
        self
    }

    /// One thing of its table that makes no sense here.
    #[inline]
    pub(crate) fn without(mut self, remedy: RemedyId) -> Self {
        self.without = self.without.with(remedy);
        self
    }

    /// One thing more to do, besides those of its table.
    #[inline]
    pub(crate) fn also(mut self, remedy: RemedyId) -> Self {
        self.reason.remedies = self.reason.remedies.with(remedy);
        self
    }

    /// [`Finding::without`], in such a case only.
    #[inline]
    pub(crate) fn without_where(self, such: bool, remedy: RemedyId) -> Self {
        if such { self.without(remedy) } else { self }
    }

    /// [`Finding::also`], in such a case only.
    #[inline]
    pub(crate) fn also_where(self, such: bool, remedy: RemedyId) -> Self {
        if such { self.also(remedy) } else { self }
    }

    /// In such a case one thing to do in place of another one of its table.
    #[inline]
    pub(crate) fn instead_where(self, such: bool, of: RemedyId, other: RemedyId) -> Self {
        self.without_where(such, of).also_where(such, other)
    }

    /// It rests on what this view said: its name and day are added to the facts.
    #[inline]
    pub(crate) fn said_by(mut self, view: Option<&View>) -> Self {
        self.said_by = view.map(|view| (view.source, view.online, view.observed_at));
        self
    }
}

impl<'a> Context<'a> {
    /// What the rules may read of a case.
    pub(crate) fn new(
        tables: &'a Tables,
        question: &'a Question,
        evidence: &'a Evidence,
        told: Override,
    ) -> Self {
        let first = evidence.views.first();
        let first = first.map(|view| freshness(view, &tables.policy, question.card, question.care_date));
        Context {
            tables,
            question,
            evidence,
            features: told.of(of_case(question, evidence)),
            told,
            asked: Memo::default(),
            first,
        }
    }

    /// What a line of the case holds.
    pub(crate) fn features_of(&self, line: &AskedLine) -> Features {
        self.told.of(of_line(self.tables, self.features, line))
    }

    /// Whether a rule holds for the day of the care.
    pub(crate) fn in_force(&self, rule: RuleId) -> bool {
        let rule = self.tables.rules.rule(rule);
        rule.is_none_or(|rule| rule.validity.position(self.question.care_date) == Position::Within)
    }

    /// The first day on which a rule that ends no longer holds.
    pub(crate) fn over_from(&self, rule: RuleId) -> Option<Date> {
        self.tables.rules.rule(rule)?.validity.end()?.next()
    }

    /// Notes a reason, unless its rule does not hold for the day of the care.
    pub(crate) fn report(&self, found: &mut Findings, finding: Finding) {
        if !self.in_force(finding.reason.id.rule()) {
            return;
        }
        let remedies = self.advice(&finding);
        found.reasons.push(finding.reason);
        if let Some(reason) = found.reasons.last_mut() {
            reason.remedies = remedies;
            if let Some((source, _, asked)) = finding.said_by {
                reason.facts.add_said(source, asked);
            }
            self.prefer_another_code(reason);
        }
    }

    /// Asks every view and weighs the answers.
    pub(crate) fn weigh(&self, ask: impl Fn(&'a View) -> Said<'a>) -> Weighed<'a> {
        weigh_by(&self.evidence.views, |view| self.freshness(view), ask)
    }

    /// What the evidence adds up to for an exemption on one of these grounds. Lines mostly ask the same.
    pub(crate) fn exemption(&self, wanted: GroundSet, day: Date) -> Weighed<'a> {
        self.asked.get_or((wanted, day), || {
            self.weigh(|view| said_ground(view, wanted, day))
        })
    }

    /// What the evidence adds up to for a contract on the day of the care.
    pub(crate) fn contract(&self, query: ContractQuery) -> Weighed<'a> {
        self.weigh(|view| said_contract(view, query, self.question.care_date))
    }

    /// How recent a view is for the care of this claim.
    pub(crate) fn freshness(&self, view: &View) -> Freshness {
        let is_first = self
            .evidence
            .views
            .first()
            .is_some_and(|one| std::ptr::eq(one, view));
        match self.first.filter(|_| is_first) {
            Some(known) => known,
            None => {
                let question = self.question;
                freshness(view, &self.tables.policy, question.card, question.care_date)
            }
        }
    }

    /// The day from which two online sources should agree: some days after the later of the two answers.
    pub(crate) fn retry_on(&self, weighed: &Weighed<'_>) -> Option<Date> {
        let asked_on = |view: Option<&View>| view.and_then(|view| view.observed_at).map(Moment::date);
        let later = asked_on(weighed.by).max(asked_on(weighed.against));
        later.and_then(|day| day.plus_days(self.tables.policy.lag_retry_days))
    }
}

/// Whether an outcome is a yes.
pub(crate) fn is_yes(weighed: &Weighed<'_>) -> bool {
    matches!(weighed.outcome, Outcome::Yes(_))
}
