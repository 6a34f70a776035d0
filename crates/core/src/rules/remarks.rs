//! S: what concerns the sources themselves, said beside the rule that asked them.

use crate::evidence::{Direction, Freshness, Outcome, Said, View, Weighed, disagreements};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{Date, Moment, Share, Source, Status};
use crate::tables::{DateRole, Right};
use crate::verdict::DoubtBasis;

/// The parts of the claim that a question was asked for.
#[derive(Clone, Copy)]
pub(super) struct Scope {
    /// The share.
    pub share: Share,
    /// The line, or all.
    pub line: Option<usize>,
    /// The right.
    pub right: Right,
    /// The day that was tested.
    pub day: Date,
}

impl Scope {
    /// A reason on the parts of this scope.
    pub(super) fn finding(&self, id: ReasonId, effect: Effect) -> Finding {
        let finding = Finding::new(id, effect).share(self.share).about(self.right);
        match self.line {
            Some(line) => finding.line(line),
            None => finding,
        }
    }

    /// The facts that name the right and the day.
    pub(super) fn facts(&self) -> Facts {
        Facts::default()
            .word(FactKey::Right, self.right)
            .date(FactKey::Date, Some(self.day))
    }
}

/// S-01, S-02, S-03: conflict, staleness, direction of a weaker source.
pub(super) fn on_sources<'a>(
    context: &Context<'a>,
    found: &mut Findings,
    scope: Scope,
    weighed: &Weighed<'a>,
    ask: impl Fn(&'a View) -> Said<'a> + 'a,
) {
    match weighed.outcome {
        Outcome::Conflict => conflict(context, found, scope, weighed),
        Outcome::Stale => stale(context, found, scope, weighed),
        Outcome::Yes(_) | Outcome::No(_) | Outcome::Pending(_) | Outcome::Silent => {}
    }
    if context.evidence.views.len() < 2 {
        return;
    }
    for (view, direction) in disagreements(&context.evidence.views, weighed, ask) {
        let card = matches!(view.source, Source::Vitale | Source::Apcv);
        let id = match (card, direction) {
            (true, Direction::Richer) => ReasonId::SourceCardRicher,
            (true, Direction::Poorer) => ReasonId::SourceCardPoorer,
            (false, Direction::Richer) => ReasonId::SourceOtherRicher,
            (false, Direction::Poorer) => ReasonId::SourceOtherPoorer,
        };
        let facts = other_source(scope.facts(), Some(view));
        let finding = scope.finding(id, Effect::Notice).facts(facts);
        context.report(found, finding.said_by(weighed.by));
    }
}

fn other_source(facts: Facts, view: Option<&View>) -> Facts {
    match view {
        None => facts,
        Some(view) => facts
            .word(FactKey::OtherSource, view.source)
            .date(FactKey::OtherObserved, view.observed_at.map(Moment::date)),
    }
}

fn conflict(context: &Context<'_>, found: &mut Findings, scope: Scope, weighed: &Weighed<'_>) {
    let facts = match weighed.refused {
        Some(record) if weighed.against.is_none() => scope
            .facts()
            .code(FactKey::RecordCode, record.code)
            .word(FactKey::Status, record.status.unwrap_or(Status::Refused))
            .date(FactKey::Start, record.period.start())
            .date(FactKey::End, record.period.end()),
        _ => other_source(scope.facts(), weighed.against),
    };
    let facts = facts.date(FactKey::RetryOn, context.retry_on(weighed));
    let finding = scope
        .finding(ReasonId::SourceConflict, Effect::Doubt(DoubtBasis::Conflict))
        .facts(facts);
    context.report(found, finding.said_by(weighed.by));
}

fn stale(context: &Context<'_>, found: &mut Findings, scope: Scope, weighed: &Weighed<'_>) {
    let Freshness::Stale {
        age_days,
        allowed_days,
    } = weighed.freshness
    else {
        return;
    };
    let view = weighed.by;
    let mut facts = scope.facts();
    if let Some(age) = age_days {
        facts = facts.days(FactKey::AgeDays, age);
    }
    facts = facts.days(FactKey::AllowedDays, allowed_days);
    facts = other_source(facts, weighed.against);
    // Old data need a new question, whoever gave them.
    let finding = scope
        .finding(ReasonId::SourceStale, Effect::Doubt(DoubtBasis::Stale))
        .facts(facts);
    context.report(found, finding.said_by(view));
}

/// S-05: the card alone is enough, but the fund may know better; an attestation alone guarantees nothing.
pub(super) fn only_paper(context: &Context<'_>, found: &mut Findings) {
    let care = context.question.care_date;
    let fresh = |view: &&View| view.speaks_on(care) && context.freshness(view) == Freshness::Fresh;
    let views = || context.evidence.views.iter().filter(fresh);
    if views().any(|view| view.online) {
        return;
    }
    let card = views().find(|view| matches!(view.source, Source::Vitale | Source::Apcv));
    let attestation = || views().find(|view| view.source == Source::Attestation);
    let (id, view) = match card {
        Some(card) => (ReasonId::SourceOnlyCard, Some(card)),
        None => (ReasonId::SourceOnlyAttestation, attestation()),
    };
    if view.is_some() {
        context.report(found, Finding::new(id, Effect::Notice).said_by(view));
    }
}

/// S-04: codes that are in no table were left aside.
pub(super) fn unknown_codes(context: &Context<'_>, found: &mut Findings) {
    let day = context.question.care_date;
    for view in &context.evidence.views {
        if view.unknown_code(day).is_some() {
            let facts = Facts::default().code(FactKey::RecordCode, view.unknown_code(day));
            let finding = Finding::new(ReasonId::SourceUnknownCode, Effect::Notice).facts(facts);
            context.report(found, finding.said_by(Some(view)));
        }
    }
}

/// S-06: what was said after the day of the question could not be known on that day.
pub(super) fn after_question(context: &Context<'_>, found: &mut Findings) {
    let Some(as_of) = context.question.as_of else {
        return;
    };
    for view in &context.evidence.views {
        let later = view.observed_at.is_some_and(|moment| moment.date() > as_of);
        if later && view.speaks_on(context.question.care_date) {
            let facts = Facts::default()
                .date(FactKey::Date, Some(as_of))
                .word(FactKey::DateRole, DateRole::Query);
            let finding = Finding::new(ReasonId::SourceAfterQuestion, Effect::Notice).facts(facts);
            context.report(found, finding.said_by(Some(view)));
        }
    }
}
