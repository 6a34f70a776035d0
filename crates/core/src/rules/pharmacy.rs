//! F: what belongs to the dispensing itself.

use super::finding::{Context, Finding, Findings};
use crate::decision::{AskedLine, DoubtBasis, Effect, FactKey, Facts, NoBasis, ReasonId};
use crate::model::{Category, Trait};
use crate::tables::DateRole;

/// F-01: a patient who refuses the generic pays at the counter.
pub(super) fn generic_accepted(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if asked.has(Trait::GenericRefused) {
        let facts = Facts::default().word(FactKey::Trait, Trait::GenericRefused.as_str());
        let effect = Effect::Block(NoBasis::Forbidden);
        context.report(
            found,
            Finding::new(ReasonId::PharmacyGenericRefused, effect)
                .line(line)
                .facts(facts),
        );
    }
}

/// F-02: a first supply on an old prescription. Days stand for months here: only a clear excess is said.
pub(super) fn prescription_recent(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) {
    const LONGEST_MONTH: u32 = 31;
    let question = context.question;
    let Some(prescription) = question
        .prescription
        .filter(|_| asked.category == Some(Category::Drug))
    else {
        return;
    };
    let age = question.care.days_since(prescription);
    let allowed =
        i32::try_from(context.tables.policy.first_supply_months * LONGEST_MONTH).unwrap_or(i32::MAX);
    if asked.has(Trait::FirstSupply) && age > allowed {
        let facts = Facts::default()
            .date(FactKey::Date, Some(prescription))
            .word(FactKey::DateRole, DateRole::Prescription.as_str())
            .days(FactKey::AgeDays, age)
            .days(FactKey::AllowedDays, allowed);
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        context.report(
            found,
            Finding::new(ReasonId::PharmacyPrescriptionOld, effect)
                .line(line)
                .facts(facts),
        );
    }
}
