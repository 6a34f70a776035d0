//! C-03: situations under which the fund pays nothing, or no care due to an accident.

use super::remarks::{Scope, on_sources};
use crate::evidence::{Outcome, View, said_situation};
use crate::finding::{Context, Effect, FactKey, Facts, Findings};
use crate::ids::ReasonId;
use crate::model::{Nature, Share};
use crate::tables::{RightKind, SituationPays};
use crate::verdict::NoBasis;

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
    let shows = |view: &View| view.codes.iter().any(|span| span.pays == Some(wanted));
    if !context.evidence.views.iter().any(shows) {
        return;
    }
    let day = context.question.care_date;
    let ask = move |view| said_situation(view, wanted, day);
    let weighed = context.weigh(ask);
    let scope = Scope {
        share: Share::Amo,
        line: None,
        right: RightKind::Coverage.as_str(),
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
