//! Products and prescriptions: what needs the card, generics refused, prescriptions too old, traits not understood.

use crate::contract::kind_of;
use crate::line::Dates;
use crate::opinion::Finding;
use crate::particular::birth;
use crate::world::World;
use tierspayant_core::ids::{ReasonId, RuleId};
use tierspayant_core::model::{CardState, Category, Line, Position, Trait};
use tierspayant_core::tables::RightKind;
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

pub(crate) fn findings(world: &World<'_>, line: &Line, dates: Dates) -> Vec<Finding> {
    let mut found: Vec<Finding> = card(world, line).into_iter().chain(age(world, line)).collect();
    if line.traits.has(Trait::GenericRefused) {
        found.push(Finding::block(
            ReasonId::PharmacyGenericRefused,
            NoBasis::Forbidden,
        ));
    }
    if line.traits.has_unknown() {
        found.push(Finding::notice(ReasonId::RulesTraitUnknown));
    }
    if dates.unknown(world) {
        found.push(Finding::doubt(
            ReasonId::TimePrescriptionMissing,
            DoubtBasis::Missing,
        ));
    }
    let claim = world.claim;
    if claim.prescription_date.is_some_and(|day| claim.care_date < day) {
        found.push(Finding::doubt(
            ReasonId::TimePrescriptionAfterCare,
            DoubtBasis::Conflict,
        ));
    }
    found
}

/// Drugs on an old prescription, in months of 31 days: 3 for a first supply; 15, and 21 because of contraceptives.
fn age(world: &World<'_>, line: &Line) -> Option<Finding> {
    let policy = &world.tables.policy;
    let days = |months: u32| i32::try_from(months * 31).unwrap_or(i32::MAX);
    let first = days(policy.first_supply_months);
    let whole = first + days(policy.treatment_months);
    let age = world.claim.care_date.days_since(world.claim.prescription_date?);
    let old = ReasonId::PharmacyPrescriptionOld;
    if line.category != Some(Category::Drug) {
        None
    } else if line.traits.has(Trait::FirstSupply) && age > first
        || age > whole + days(policy.contraceptive_months)
    {
        Some(Finding::block(old, NoBasis::Forbidden))
    } else if age > whole {
        Some(Finding::doubt(old, DoubtBasis::BeyondRules))
    } else {
        None
    }
}

/// Products that pharmacists bill in tiers payant with the card only.
fn card(world: &World<'_>, line: &Line) -> Option<Finding> {
    let claim = world.claim;
    let policy = &world.tables.policy;
    let rule = world.tables.rules.rule(RuleId::V02)?;
    let holds = rule.validity.position(claim.care_date) == Position::Within;
    let pharmacy = claim
        .setting
        .as_deref()
        .is_none_or(|setting| setting == "pharmacy");
    let ame = claim
        .contract
        .is_some_and(|carried| kind_of(world, carried) == RightKind::Ame);
    // Three months have 89 days at least.
    let infant = birth(world).is_some_and(|birth| (0..89).contains(&claim.care_date.days_since(birth)));
    let lifted = ame || infant || policy.card_exceptions.first_of(line.traits).is_some();
    let product = policy.card_products.first_of(line.traits).is_some();
    let drug = matches!(line.category, None | Some(Category::Drug));
    let dear = line
        .amount_cents
        .is_some_and(|cents| cents > policy.card_needed_above_cents);
    let may = |basis| Some(Finding::doubt(ReasonId::CardMayBeNeeded, basis));
    if !holds || !pharmacy || lifted {
        return None;
    }
    match (claim.card, product) {
        (Some(CardState::Read | CardState::Opposed), _) => None,
        (Some(CardState::Absent), true) => Some(Finding::block(ReasonId::CardNeeded, NoBasis::Forbidden)),
        (Some(CardState::Unreadable), true) => may(DoubtBasis::BeyondRules),
        (None, true) => may(DoubtBasis::Missing),
        // The amount of a line is not the price of a box.
        (_, false) if drug && dear => may(DoubtBasis::Missing),
        (_, false) => None,
    }
}
