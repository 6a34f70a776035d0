//! C-03 and C-08: situations under which the fund pays nothing, or no care due to an accident, and those that no table holds.

use super::remarks::{Scope, on_sources};
use crate::evidence::{CodeSpan, Freshness, Outcome, Said, View, rank, said_situation};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{Nature, Position, Share};
use crate::tables::{DateRole, Right, RightKind, SituationPays};
use crate::verdict::{DoubtBasis, NoBasis};
use std::cmp::Ordering;

/// What the situation on record leaves unpaid.
pub(super) fn pays(context: &Context<'_>, found: &mut Findings) {
    let question = context.question;
    let accident = question.nature == Some(Nature::Accident)
        || question
            .accident
            .is_some_and(|one| one.number.is_some() || one.date.is_some());
    unpaid(
        context,
        SituationPays::Nothing,
        ReasonId::CoverageNotCovered,
        found,
    );
    if accident {
        let id = ReasonId::CoverageAccidentNotCovered;
        unpaid(context, SituationPays::NoAccident, id, found);
    }
}

fn unpaid(context: &Context<'_>, wanted: SituationPays, id: ReasonId, found: &mut Findings) {
    let day = context.question.care_date;
    let ask = move |view| said_situation(view, wanted, day);
    // Asked where somebody shows such a situation on that day: nobody else is asked whether there is none.
    let shows = |view| matches!(ask(view), Said::Yes(_));
    if !context.evidence.views.iter().any(shows) {
        return;
    }
    let weighed = context.weigh(ask);
    let scope = Scope {
        share: Share::Amo,
        line: None,
        right: Right::Kind(RightKind::Coverage),
        day,
    };
    match weighed.outcome {
        Outcome::Yes(record) => {
            let facts = Facts::default().code(FactKey::RecordCode, record.code);
            let finding = scope.finding(id, Effect::Block(NoBasis::NotGranted));
            context.report(found, finding.facts(facts).said_by(weighed.by));
        }
        Outcome::Conflict | Outcome::Stale => on_sources(context, found, scope, &weighed, ask),
        Outcome::No(_) | Outcome::Pending(_) | Outcome::Silent => {}
    }
}

/// An unknown situation may be one that pays nothing, whatever the ALD digit beside it.
pub(super) fn known(context: &Context<'_>, found: &mut Findings) {
    let care = context.question.care_date;
    let here = |view: &'_ View| -> Vec<CodeSpan> {
        let spans = view.codes.iter();
        let on_the_day = spans.filter(|span| span.period().position(care) == Position::Within);
        on_the_day
            .filter(|span| span.situation.code.is_some())
            .copied()
            .collect()
    };
    let shown = context.evidence.views.iter().filter(|view| {
        view.speaks_on(care) && context.freshness(view) == Freshness::Fresh && !here(view).is_empty()
    });
    let Some(top) = shown.clone().reduce(|best, view| match rank(view, best) {
        Ordering::Greater => view,
        Ordering::Equal | Ordering::Less => best,
    }) else {
        return;
    };
    for view in shown.filter(|view| rank(view, top) == Ordering::Equal) {
        if let Some(span) = here(view).iter().find(|span| span.unknown_situation) {
            let facts = Facts::default()
                .date(FactKey::Date, Some(care))
                .word(FactKey::DateRole, DateRole::Care)
                .code(FactKey::RecordCode, span.situation.code);
            let effect = Effect::Doubt(DoubtBasis::BeyondRules);
            let finding = Finding::new(ReasonId::CoverageSituationUnknown, effect).share(Share::Amo);
            context.report(found, finding.facts(facts).said_by(Some(view)));
        }
    }
}
