//! C: base rights (AMO).

use super::dates::{Dated, line_dates};
use super::products;
use super::remarks::{Scope, on_sources};
use super::two_dates::favour;
use crate::evidence::{Absence, Outcome, Weighed, said_coverage};
use crate::finding::{Context, Effect, FactKey, Findings};
use crate::ids::ReasonId;
use crate::model::{Nature, Share};
use crate::question::AskedLine;
use crate::tables::{DateRule, Forced, RightKind};
use crate::verdict::{DoubtBasis, NoBasis};

/// C-01: rights are open on the date that counts. Asked once where every line has the same dates.
pub(super) fn rights_open(context: &Context<'_>, found: &mut Findings) {
    let lines = &context.question.lines;
    let Some(first) = lines.first() else { return };
    if products::is_secret(context) {
        products::secret(context, found);
        return;
    }
    let dated = line_dates(context, first);
    let same = |line: &AskedLine| line.category == first.category || line_dates(context, line) == dated;
    if lines.iter().all(same) {
        on_day(context, found, &dated, None);
    } else {
        for (place, line) in lines.iter().enumerate() {
            on_day(context, found, &line_dates(context, line), Some(place));
        }
    }
}

fn on_day(context: &Context<'_>, found: &mut Findings, dated: &Dated, line: Option<usize>) {
    let day = dated.day;
    let ask = move |view| said_coverage(view, day);
    let weighed = context.weigh(ask);
    let yes = matches!(weighed.outcome, Outcome::Yes(_));
    let open = yes && days_differ(context, dated, &weighed);
    if yes && !open && context.evidence.views.len() == 1 {
        return;
    }
    let scope = Scope {
        share: Share::Amo,
        line,
        right: RightKind::Coverage.as_str(),
        day,
    };
    let by = weighed.by;
    match weighed.outcome {
        Outcome::No(absence) => {
            let (id, effect) = closed(context, dated, &weighed);
            // Without base rights nothing is paid: an invoice that is rejected for it is rejected for both shares.
            let both = matches!(effect, Effect::Block(_));
            let facts = match absence {
                Absence::NotRecorded => dated.facts(),
                Absence::NotStarted(record) => dated.facts().date(FactKey::Start, record.period.start()),
                Absence::Ended(record) | Absence::NotActive(record) => {
                    dated.facts().date(FactKey::End, record.period.end())
                }
            };
            let letter = context.tables.codes.forcing_of.get(&Forced::Coverage);
            let facts = if id == ReasonId::CoverageNotOpen {
                facts.code(FactKey::Forcing, letter.copied())
            } else {
                facts
            };
            let finding = scope.finding(id, effect).facts(facts).said_by(by);
            context.report(found, if both { finding.both_shares() } else { finding });
        }
        Outcome::Silent | Outcome::Pending(_) => {
            let finding = scope.finding(ReasonId::CoverageUnknown, Effect::Doubt(DoubtBasis::Missing));
            context.report(found, finding.facts(dated.facts()).said_by(by));
        }
        Outcome::Yes(_) if open => {
            let finding = scope.finding(ReasonId::CoverageUnknown, Effect::Doubt(DoubtBasis::Missing));
            context.report(found, finding.facts(dated.facts()).said_by(by));
        }
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale => {}
    }
    on_sources(context, found, scope, &weighed, ask);
}

/// What closed rights lead to.
fn closed(context: &Context<'_>, dated: &Dated, weighed: &Weighed<'_>) -> (ReasonId, Effect) {
    // Whether an accident keeps rights that closed meanwhile is in no text that the tables hold.
    if context.question.nature == Some(Nature::Accident) {
        return (
            ReasonId::CoverageClosedUnderAccident,
            Effect::Doubt(DoubtBasis::BeyondRules),
        );
    }
    // Closed on the day of the care says nothing of a day that counts and is not known.
    let unknown_day = dated.rule.counts_prescription() && context.question.prescription_date.is_none();
    if unknown_day || days_differ(context, dated, weighed) {
        return (ReasonId::CoverageUnknown, Effect::Doubt(DoubtBasis::Missing));
    }
    (ReasonId::CoverageNotOpen, Effect::Block(NoBasis::NotGranted))
}

/// Where no table says which day counts, both must give the same answer.
fn days_differ(context: &Context<'_>, dated: &Dated, weighed: &Weighed<'_>) -> bool {
    dated.rule == DateRule::NotSettled
        && dated.other.is_some_and(|(other, _)| {
            favour(&context.weigh(|view| said_coverage(view, other))) != favour(weighed)
        })
}
