//! Products and prescriptions: what needs the card, generics refused, prescriptions too old, traits not understood.

use crate::contract::kind_of;
use crate::finding::Finding;
use crate::line::Dates;
use crate::particular::birth;
use crate::world::World;
use tierspayant_core::finding::FactKey;
use tierspayant_core::ids::{ReasonId, RuleId};
use tierspayant_core::model::{CardState, Category, Line, Position, Trait};
use tierspayant_core::tables::{DateRole, RightKind};
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

pub(crate) fn findings(world: &World<'_>, line: &Line, dates: Dates) -> Vec<Finding> {
    let mut found: Vec<Finding> = card(world, line).into_iter().chain(age(world, line)).collect();
    if line.traits.has(Trait::GenericRefused) {
        let refused = Finding::block(ReasonId::PharmacyGenericRefused, NoBasis::Forbidden);
        found.push(refused.word(FactKey::Trait, Trait::GenericRefused.as_str()));
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
    let care = claim.care_date;
    if let Some(day) = claim.prescription_date.filter(|day| care < *day) {
        let after = Finding::doubt(ReasonId::TimePrescriptionAfterCare, DoubtBasis::Conflict);
        found.push(
            after
                .tested((day, DateRole::Prescription))
                .other((care, DateRole::Care)),
        );
    }
    found
}

/// Drugs on an old prescription, in months of 31 days: 3 for a first supply; 15, and 21 because of contraceptives.
fn age(world: &World<'_>, line: &Line) -> Option<Finding> {
    let policy = &world.tables.policy;
    let days = |months: u32| i32::try_from(months * 31).unwrap_or(i32::MAX);
    let first = days(policy.first_supply_months);
    let whole = first + days(policy.treatment_months);
    let prescribed = world.claim.prescription_date?;
    let age = world.claim.care_date.days_since(prescribed);
    let tell = |one: Finding, allowed: i32| {
        let one = one.tested((prescribed, DateRole::Prescription));
        one.days(FactKey::AgeDays, age)
            .days(FactKey::AllowedDays, allowed)
    };
    let beyond = whole + days(policy.contraceptive_months);
    let first_supply = line.traits.has(Trait::FirstSupply) && age > first;
    let old = ReasonId::PharmacyPrescriptionOld;
    if line.category != Some(Category::Drug) {
        None
    } else if first_supply {
        Some(tell(Finding::block(old, NoBasis::Forbidden), first))
    } else if age > beyond {
        Some(tell(Finding::block(old, NoBasis::Forbidden), whole))
    } else if age > whole {
        Some(tell(Finding::doubt(old, DoubtBasis::BeyondRules), whole))
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
    let product = policy.card_products.first_of(line.traits);
    let tell = |one: Finding| {
        let card = claim.card.map_or("unknown", CardState::as_str);
        let one = one.word(FactKey::Card, card);
        Some(one.word(FactKey::Trait, product.map(Trait::as_str)))
    };
    let drug = matches!(line.category, None | Some(Category::Drug));
    let dear = line
        .amount_cents
        .is_some_and(|cents| cents > policy.card_needed_above_cents);
    let may = |basis| tell(Finding::doubt(ReasonId::CardMayBeNeeded, basis));
    if !holds || !pharmacy || lifted {
        return None;
    }
    match (claim.card, product.is_some()) {
        (Some(CardState::Read | CardState::Opposed), _) => None,
        (Some(CardState::Absent), true) => tell(Finding::block(ReasonId::CardNeeded, NoBasis::Forbidden)),
        (Some(CardState::Unreadable), true) => may(DoubtBasis::BeyondRules),
        (None, true) => may(DoubtBasis::Missing),
        // The amount of a line is not the price of a box.
        (_, false) if drug && dear => may(DoubtBasis::Missing),
        (_, false) => None,
    }
}
