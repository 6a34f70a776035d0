//! C: base rights (AMO).

use super::dates::line_dates;
use super::finding::{Context, Finding, Findings};
use super::remarks::{Scope, on_sources};
use crate::decision::{DoubtBasis, Effect, FactKey, Facts, NoBasis, ReasonId};
use crate::evidence::{Absence, Freshness, Outcome, said_coverage};
use crate::model::{Date, Nature, Scheme, Share};
use crate::tables::{DateRole, RightKind};

/// C-01: rights are open on the date that counts. Asked once for each date of the lines.
pub(super) fn rights_open(context: &Context<'_>, found: &mut Findings) {
    let question = context.question;
    if !question.asks(Share::Amo) {
        return;
    }
    let dates = || {
        question
            .lines
            .iter()
            .map(|line| line_dates(context, line))
            .map(|dated| (dated.day, dated.role))
    };
    let single = dates().next().filter(|first| dates().all(|one| one == *first));
    if let Some((day, role)) = single {
        on_day(context, found, day, role, None);
    } else {
        for (line, (day, role)) in dates().enumerate() {
            on_day(context, found, day, role, Some(line));
        }
    }
}

fn on_day(context: &Context<'_>, found: &mut Findings, day: Date, role: DateRole, line: Option<usize>) {
    let ask = |view: &crate::evidence::View| said_coverage(view, day);
    let weighed = context.weigh(ask);
    if matches!(weighed.outcome, Outcome::Yes(_)) && context.evidence.views.len() == 1 {
        return;
    }
    let right = RightKind::Coverage.as_str();
    let scope = Scope {
        share: Share::Amo,
        line,
        right,
        day,
    };
    let facts = Facts::default()
        .date(FactKey::Date, Some(day))
        .word(FactKey::DateRole, role.as_str());
    let by = context.view(weighed.by);
    match weighed.outcome {
        Outcome::No(absence) => {
            // Whether an accident keeps rights that closed meanwhile is in no text that the tables hold.
            let (id, effect) = if context.question.nature == Some(Nature::Accident) {
                (
                    ReasonId::CoverageClosedUnderAccident,
                    Effect::Doubt(DoubtBasis::BeyondRules),
                )
            } else {
                (ReasonId::CoverageNotOpen, Effect::Block(NoBasis::NotGranted))
            };
            let facts = match absence {
                Absence::NotRecorded => facts,
                Absence::NotStarted(record) => facts.date(FactKey::Start, record.period.start()),
                Absence::Ended(record) | Absence::NotActive(record) => {
                    facts.date(FactKey::End, record.period.end())
                }
            };
            context.report(found, scope.finding(id, effect).facts(facts).said_by(by));
        }
        Outcome::Silent | Outcome::Pending(_) => {
            let effect = Effect::Doubt(DoubtBasis::Missing);
            context.report(
                found,
                scope
                    .finding(ReasonId::CoverageUnknown, effect)
                    .facts(facts)
                    .said_by(by),
            );
        }
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale => {}
    }
    on_sources(context, found, scope, &weighed, ask);
}

/// C-02: the scheme and fund of the claim are those that the strongest fresh source names.
pub(super) fn scheme_consistent(context: &Context<'_>, found: &mut Findings) {
    let asked = context.question.scheme;
    let named = context.evidence.views.iter().filter(|view| {
        (view.scheme.regime.is_some() || view.scheme.fund.is_some())
            && context.freshness(view) == Freshness::Fresh
    });
    let strongest = named.reduce(|best, view| if view.strength > best.strength { view } else { best });
    let Some(view) = strongest else { return };
    let differ =
        (asked.regime.is_some() && view.scheme.regime.is_some() && asked.regime != view.scheme.regime)
            || (asked.fund.is_some() && view.scheme.fund.is_some() && asked.fund != view.scheme.fund);
    if differ {
        let facts = scheme_fact(Facts::default(), FactKey::Scheme, asked);
        let facts = scheme_fact(facts, FactKey::RecordScheme, view.scheme);
        let finding = Finding::new(
            ReasonId::CoverageSchemeDiffers,
            Effect::Doubt(DoubtBasis::Conflict),
        );
        context.report(found, finding.share(Share::Amo).facts(facts).said_by(Some(view)));
    }
}

fn scheme_fact(facts: Facts, key: FactKey, scheme: Scheme) -> Facts {
    match (scheme.regime, scheme.fund) {
        (Some(regime), Some(fund)) => {
            let mut bytes = [b' '; 6];
            let joined = regime.as_str().bytes().chain([b' ']).chain(fund.as_str().bytes());
            for (slot, byte) in bytes.iter_mut().zip(joined) {
                *slot = byte;
            }
            let code = core::str::from_utf8(&bytes)
                .ok()
                .and_then(|text| text.trim_end().parse().ok());
            facts.code::<16>(key, code)
        }
        (Some(regime), None) => facts.code(key, Some(regime)),
        (None, fund) => facts.code(key, fund),
    }
}
