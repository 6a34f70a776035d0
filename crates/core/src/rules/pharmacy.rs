//! F: what belongs to the dispensing itself.

use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{Category, Trait};
use crate::question::AskedLine;
use crate::tables::DateRole;
use crate::verdict::{DoubtBasis, NoBasis};

/// F-01: a patient who refuses the generic pays at the counter.
pub(super) fn generic_accepted(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if !asked.has(Trait::GenericRefused) {
        return;
    }
    let exception = context.tables.products.generic_exceptions.first_of(asked.traits);
    let (id, effect) = match exception {
        Some(_) => (ReasonId::PharmacyGenericException, Effect::Notice),
        None => (
            ReasonId::PharmacyGenericRefused,
            Effect::Block(NoBasis::Forbidden),
        ),
    };
    let what = exception.unwrap_or(Trait::GenericRefused);
    let facts = Facts::default().word(FactKey::Trait, what.as_str());
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
        let facts = Facts::default().word(FactKey::Trait, refused.as_str());
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        let finding = Finding::new(ReasonId::PharmacyBiosimilarRefused, effect);
        context.report(found, finding.line(line).facts(facts));
    }
}

/// F-02: an old prescription. Days stand for months here, the longest ones: only a clear excess is said.
pub(super) fn prescription_recent(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) {
    let (question, policy) = (context.question, &context.tables.policy);
    let drug = asked.category == Some(Category::Drug);
    let Some(prescription) = question.prescription_date.filter(|_| drug) else {
        return;
    };
    let age = question.care_date.days_since(prescription);
    let first = longest(policy.first_supply_months);
    let whole = first.saturating_add(longest(policy.treatment_months));
    let (allowed, effect) = if asked.has(Trait::FirstSupply) && age > first {
        (first, Effect::Block(NoBasis::Forbidden))
    } else if age > whole.saturating_add(longest(policy.contraceptive_months)) {
        (whole, Effect::Block(NoBasis::Forbidden))
    } else if age > whole {
        // Contraceptives may be supplied for some months more.
        (whole, Effect::Doubt(DoubtBasis::BeyondRules))
    } else {
        return;
    };
    let facts = Facts::default()
        .date(FactKey::Date, Some(prescription))
        .word(FactKey::DateRole, DateRole::Prescription.as_str())
        .days(FactKey::AgeDays, age)
        .days(FactKey::AllowedDays, allowed);
    context.report(
        found,
        Finding::new(ReasonId::PharmacyPrescriptionOld, effect)
            .line(line)
            .facts(facts),
    );
}

/// The most days that some months can have.
pub(crate) fn longest(months: u32) -> i32 {
    const LONGEST_MONTH: u32 = 31;
    i32::try_from(months.saturating_mul(LONGEST_MONTH)).unwrap_or(i32::MAX)
}
