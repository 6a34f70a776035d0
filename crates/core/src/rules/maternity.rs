//! M: all care in the fund's period; outside it only listed acts, which no text here settles.

use super::exemption::{Kept, on_record};
use super::implausible;
use crate::evidence::{Absence, Recorded};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{Date, MaternityEntry, Nature, Period, Position, Share, Status, Trait};
use crate::question::AskedLine;
use crate::tables::{Ground, GroundSet, Policy};
use crate::verdict::{DoubtBasis, ExemptionState};

/// M-01: the fund's period holds the date that counts. A period that is only computed creates no right.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) -> Kept {
    let (state, dated) = on_record(context, line, asked, GroundSet::of(Ground::Maternity), found);
    let only_medical = context.evidence.views.iter().find(|view| {
        view.maternity
            .is_some_and(|one| one.period.is_none() && has_medical_dates(&one))
    });
    if let (ExemptionState::Unknown, Some(view)) = (state, only_medical) {
        let (start, end) = view.maternity.map_or((None, None), |entry| {
            computed_period(&entry, &context.tables.policy)
        });
        let facts = dated.facts().date(FactKey::Start, start).date(FactKey::End, end);
        let finding = Finding::new(
            ReasonId::MaternityComputedOnly,
            Effect::Doubt(DoubtBasis::Missing),
        );
        context.report(
            found,
            finding
                .share(Share::Amo)
                .line(line)
                .facts(facts)
                .said_by(Some(view)),
        );
    }
    implausible::maternity(context, line, (state, dated), found)
}

/// M-03: whether the line is an act of the list, which may be exempt outside the period.
pub(super) fn listed_act(asked: &AskedLine, wanted: GroundSet) -> bool {
    wanted.intersects(GroundSet::of(Ground::Maternity)) && asked.has(Trait::MaternityListed)
}

/// M-03: whether the period that is not yet, or no more, in force is that of this pregnancy.
pub(super) fn is_near(policy: &Policy, absence: Absence<'_>, day: Date) -> bool {
    let within = |days: i32, allowed: i32| (0..=allowed).contains(&days);
    match absence {
        Absence::NotStarted(record) => {
            let start = record.period.start();
            let near =
                start.is_some_and(|start| within(start.days_since(day), policy.maternity_listed_days_before));
            near && stands(record)
        }
        Absence::Ended(record) => {
            let end = record.period.end();
            let near = end.is_some_and(|end| within(day.days_since(end), policy.maternity_listed_days_after));
            near && stands(record)
        }
        Absence::NotRecorded | Absence::NotActive(_) => false,
    }
}

/// Whether an entry is neither suspended, refused nor pending.
pub(super) fn stands(record: &Recorded) -> bool {
    !record.is_refused() && record.status != Some(Status::Pending)
}

/// M-02: a fund's period far from the medical dates of the same record is worth a look; it still decides.
pub(super) fn plausible(context: &Context<'_>, found: &mut Findings) {
    let policy = &context.tables.policy;
    for view in &context.evidence.views {
        let Some(entry) = view.maternity else { continue };
        let Some(period) = entry.period else { continue };
        let (start, end) = computed_period(&entry, policy);
        let far = |one: Option<Date>, other: Option<Date>| match (one, other) {
            (Some(one), Some(other)) => one.days_since(other).abs() > policy.maternity_tolerance_days,
            _ => false,
        };
        let over = context.question.nature == Some(Nature::Maternity)
            && view.strength > 0
            && is_over(context, &entry, period);
        if over || far(period.start(), start) || far(period.end(), end) {
            let facts = Facts::default()
                .date(FactKey::Start, period.start())
                .date(FactKey::End, period.end());
            let effect = if over {
                Effect::Doubt(DoubtBasis::Conflict)
            } else {
                Effect::Notice
            };
            let finding = Finding::new(ReasonId::MaternityImplausible, effect)
                .share(Share::Amo)
                .facts(facts);
            context.report(found, finding.said_by(Some(view)));
        }
    }
}

/// Whether the real birth has ended a period that still holds the day of the care, whatever end is on record.
fn is_over(context: &Context<'_>, entry: &MaternityEntry, period: Period) -> bool {
    let care = context.question.care_date;
    let days = context.tables.policy.maternity_days_after_delivery;
    let last = entry.delivery.and_then(|day| day.plus_days(days));
    last.is_some_and(|last| last < care) && period.position(care) == Position::Within
}

/// Whether a source tells of a birth that has ended the maternity on record.
pub(super) fn ended_by_birth(context: &Context<'_>) -> bool {
    context.evidence.views.iter().any(|view| {
        let entry = view.maternity.filter(|_| view.strength > 0);
        entry.is_some_and(|entry| {
            entry
                .period
                .is_some_and(|period| is_over(context, &entry, period))
        })
    })
}

const fn has_medical_dates(entry: &MaternityEntry) -> bool {
    entry.presumed_start.is_some() || entry.presumed_delivery.is_some() || entry.delivery.is_some()
}

/// What the medical dates alone suggest, for comparison only: month ends are settled by no text.
fn computed_period(entry: &MaternityEntry, policy: &Policy) -> (Option<Date>, Option<Date>) {
    let start = entry.presumed_delivery.and_then(|day| {
        day.plus_months(
            i32::try_from(policy.maternity_months_before_delivery)
                .ok()?
                .checked_neg()?,
        )
    });
    let last = entry.delivery.or(entry.presumed_delivery);
    (
        start,
        last.and_then(|day| day.plus_days(policy.maternity_days_after_delivery)),
    )
}
