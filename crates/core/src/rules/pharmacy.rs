//! F: what belongs to the dispensing itself.

use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Category, Date, PrescriptionState, Trait};
use crate::question::AskedLine;
use crate::tables::DateRole;
use crate::verdict::{DoubtBasis, NoBasis};

/// F-01: a patient who refuses the generic pays at the counter.
pub(super) fn generic_accepted(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if !asked.has(Trait::GenericRefused) {
        return;
    }
    let exception = context.tables.products.generic_exceptions.first_of(asked.traits);
    let everywhere = context.question.care_date >= context.tables.products.generic_everywhere_from;
    let refused = ReasonId::PharmacyGenericRefused;
    let (id, effect) = match exception {
        Some(_) => (ReasonId::PharmacyGenericException, Effect::Notice),
        None if everywhere => (refused, Effect::Block(NoBasis::Forbidden)),
        // At first it was so in some departments, and which is in no table.
        None => (refused, Effect::Doubt(DoubtBasis::BeyondRules)),
    };
    let what = exception.unwrap_or(Trait::GenericRefused);
    let facts = Facts::default().word(FactKey::Trait, what);
    context.report(found, Finding::new(id, effect).line(line).facts(facts));
}

/// F-03: whether refusing a biosimilar or a hybrid loses tiers payant is voted, and its day is in no text that was read.
pub(super) fn substitution_refused(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) {
    if let Some(refused) = context.tables.products.other_refusals.first_of(asked.traits) {
        let facts = Facts::default().word(FactKey::Trait, refused);
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        let finding = Finding::new(ReasonId::PharmacyBiosimilarRefused, effect);
        context.report(found, finding.line(line).facts(facts));
    }
}

/// F-02: an old prescription, of a narcotic or to be used after a test among them. Months are those of the calendar; a firm
/// no needs as many of the longest ones, because the ends of months are settled by no text.
pub(super) fn prescription_recent(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) {
    let (question, policy) = (context.question, &context.tables.policy);
    let drug = asked.category == Some(Category::Drug);
    let Some(prescription) = question.prescribed_on(asked).filter(|_| drug) else {
        return;
    };
    let age = question.care_date.days_since(prescription);
    let first = policy.first_supply_months;
    let whole = policy.supplied_on(question.care_date);
    let contraceptives = policy.supplied_at_most();
    // Older than these months, and whether nothing allows it any more.
    let older = |months: u32, at_most: u32| {
        let allowed = exceeded(prescription, age, months)?;
        Some((allowed, age > longest(at_most)))
    };
    let first_supply = if asked.has(Trait::FirstSupply) {
        older(first, first)
    } else {
        None
    };
    // Exceptions exist (an operation, a term that the prescriber set): nothing firm follows from days.
    let beyond = |such: bool, days: i32| Some((days, false)).filter(|_| such && age > days);
    let conditional = asked.facts.prescription.state == Some(PrescriptionState::Conditional);
    let limits = [
        (older(whole, contraceptives), false, None),
        (first_supply, false, None),
        (
            beyond(conditional, policy.conditional_prescription_days),
            true,
            None,
        ),
        (
            beyond(asked.has(Trait::Narcotic), policy.narcotic_prescription_days),
            true,
            Some(Trait::Narcotic),
        ),
    ];
    // What forbids weighs more, then what allows less.
    let worst = limits
        .into_iter()
        .filter_map(|(limit, lapsed, of)| Some((limit?, lapsed, of)))
        .max_by_key(|((allowed, firm), ..)| (*firm, -allowed));
    let Some(((allowed, forbidden), lapsed, of)) = worst else {
        return;
    };
    let effect = if forbidden {
        Effect::Block(NoBasis::Forbidden)
    } else {
        Effect::Doubt(DoubtBasis::BeyondRules)
    };
    let facts = Facts::default()
        .date(FactKey::Date, Some(prescription))
        .word(FactKey::DateRole, DateRole::Prescription)
        .days(FactKey::AgeDays, age)
        .days(FactKey::AllowedDays, allowed)
        .date(FactKey::Limit, prescription.plus_days(allowed).filter(|_| lapsed));
    let facts = of.map_or(facts, |of| facts.word(FactKey::Trait, of));
    let finding = Finding::new(ReasonId::PharmacyPrescriptionOld, effect);
    let finding = finding.line(line).facts(facts);
    // What has lapsed is supplied on no account: a new prescription is the only way.
    context.report(found, finding.without_where(lapsed, RemedyId::PatientPays));
}

/// How many days old a prescription may be, where it is older: up to the day before the same day some months later.
pub(super) fn exceeded(prescription: Date, age: i32, months: u32) -> Option<i32> {
    const SHORTEST_MONTH: i32 = 28;
    let months = i32::try_from(months).ok()?;
    if age < months.saturating_mul(SHORTEST_MONTH) {
        return None;
    }
    let same_day = prescription.plus_months(months)?;
    let allowed = same_day.days_since(prescription).saturating_sub(1);
    Some(allowed).filter(|allowed| age > *allowed)
}

/// The most days that some months can have.
pub(crate) fn longest(months: u32) -> i32 {
    const LONGEST_MONTH: u32 = 31;
    i32::try_from(months.saturating_mul(LONGEST_MONTH)).unwrap_or(i32::MAX)
}

#[cfg(test)]
#[path = "pharmacy_tests.rs"]
mod tests;
