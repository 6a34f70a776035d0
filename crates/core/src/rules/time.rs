//! D: care in the future, delay of transmission, limitation.

use super::pharmacy::exceeded;
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{Category, Date, Nature};
use crate::question::{AskedLine, Question};
use crate::tables::{DateRole, Policy};
use crate::verdict::DoubtBasis;

/// D-01: care that has not been given yet.
pub(super) fn care_not_in_future(context: &Context<'_>, found: &mut Findings) {
    let care = context.question.care_date;
    if context.question.as_of.is_some_and(|as_of| as_of < care) {
        let facts = Facts::default()
            .date(FactKey::Date, Some(care))
            .word(FactKey::DateRole, DateRole::Care)
            .date(FactKey::OtherDate, context.question.as_of)
            .word(FactKey::OtherDateRole, DateRole::Query)
            .date(FactKey::RetryOn, Some(care));
        let effect = Effect::Doubt(DoubtBasis::Missing);
        context.report(
            found,
            Finding::new(ReasonId::TimeCareInFuture, effect).facts(facts),
        );
    }
}

/// D-08: a claim that was sent before its care has a date that is wrong. Where the question is asked before the care as well,
/// the care is what is to come.
pub(super) fn sent_after_care(context: &Context<'_>, found: &mut Findings) {
    if is_sent_before_care(context.question) {
        let facts = Facts::default()
            .date(FactKey::Date, context.question.transmission_date)
            .word(FactKey::DateRole, DateRole::Transmission)
            .date(FactKey::OtherDate, Some(context.question.care_date))
            .word(FactKey::OtherDateRole, DateRole::Care);
        let effect = Effect::Doubt(DoubtBasis::Conflict);
        context.report(
            found,
            Finding::new(ReasonId::TimeSentBeforeCare, effect).facts(facts),
        );
    }
}

/// Whether the claim names a day of transmission before the care, on a day on which the care has been given.
pub(crate) fn is_sent_before_care(question: &Question) -> bool {
    let care = question.care_date;
    let given = question.as_of.is_none_or(|as_of| care <= as_of);
    given && question.transmission_date.is_some_and(|sent| sent < care)
}

/// D-02: late transmission is a fault that does not forfeit payment.
pub(super) fn sent_in_time(context: &Context<'_>, found: &mut Findings) {
    let care = context.question.care_date;
    let Some(sent) = context.question.transmission_date else {
        return;
    };
    let allowed = context.tables.policy.transmission_working_days;
    let working = working_days_between(care, sent);
    if working > allowed {
        let facts = Facts::default()
            .date(FactKey::Date, Some(sent))
            .word(FactKey::DateRole, DateRole::Transmission)
            .days(FactKey::AgeDays, working)
            .days(FactKey::AllowedDays, allowed);
        context.report(
            found,
            Finding::new(ReasonId::TimeLate, Effect::Notice).facts(facts),
        );
    }
}

/// D-07: an old prescription of anything but a drug: practice gives it a year, and no text that was read settles it.
pub(super) fn prescription_recent(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) {
    let prescribed = match asked.category {
        Some(
            Category::Device | Category::Biology | Category::Act | Category::ActSeries | Category::Transport,
        ) => context.question.prescribed_on(asked),
        Some(Category::Drug | Category::Stay) | None => None,
    };
    let Some(prescription) = prescribed else { return };
    let months = context.tables.policy.other_prescription_months;
    let age = context.question.care_date.days_since(prescription);
    let Some(allowed) = exceeded(prescription, age, months) else {
        return;
    };
    let facts = Facts::default()
        .date(FactKey::Date, Some(prescription))
        .word(FactKey::DateRole, DateRole::Prescription)
        .days(FactKey::AgeDays, age)
        .days(FactKey::AllowedDays, allowed);
    let finding = Finding::new(
        ReasonId::TimePrescriptionOld,
        Effect::Doubt(DoubtBasis::BeyondRules),
    );
    context.report(found, finding.line(line).facts(facts));
}

/// D-03: the limitation period. Its last day is not settled by a text that was read in full.
pub(super) fn within_limitation(context: &Context<'_>, found: &mut Findings) {
    let care = context.question.care_date;
    let years = context.tables.policy.limitation_years;
    // No period of whole years has fewer days: most claims are done here.
    let young = |sent: Date| sent.days_since(care) < years.saturating_mul(365);
    if context.question.transmission_date.is_none_or(young) {
        return;
    }
    let limit = limitation_limit(context.question, &context.tables.policy);
    let (Some(sent), Some(limit)) = (context.question.transmission_date, limit) else {
        return;
    };
    if sent >= limit {
        let facts = Facts::default()
            .date(FactKey::Date, Some(sent))
            .word(FactKey::DateRole, DateRole::Transmission)
            .date(FactKey::Limit, Some(limit));
        // The period may have been interrupted, and no text settles its last day.
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        context.report(found, Finding::new(ReasonId::TimeLimitation, effect).facts(facts));
    }
}

/// The day from which a claim may be too late.
pub(crate) fn limitation_limit(question: &Question, policy: &Policy) -> Option<Date> {
    let care = question.care_date;
    let care = care.ymd();
    let (year, month, day) = if question.nature == Some(Nature::Accident) {
        care
    } else {
        next_quarter(care)
    };
    let year = i32::try_from(year).ok()?.checked_add(policy.limitation_years)?;
    Date::from_ymd(year, month, day)
        .or_else(|_| Date::from_ymd(year, month, 28))
        .ok()
}

/// The first day of the quarter after the one of this day: year, month, day.
const fn next_quarter((year, month, _): (u32, u32, u32)) -> (u32, u32, u32) {
    match month {
        10.. => (year.saturating_add(1), 1, 1),
        _ => (year, (month.saturating_sub(1)) / 3 * 3 + 4, 1),
    }
}

/// Mondays to Fridays after one day and up to another; public holidays are not known here and not left out.
fn working_days_between(from: Date, to: Date) -> i32 {
    // 1970-01-01 was a Thursday, three days after a Monday.
    let first = from.unix_days().saturating_add(3).rem_euclid(7);
    let days = to.days_since(from).max(0);
    let rest = (1..=days % 7).filter(|step| (first + step) % 7 < 5);
    days / 7 * 5 + i32::try_from(rest.count()).unwrap_or(0)
}
