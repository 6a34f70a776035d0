//! Products and prescriptions: what needs the card, generics refused, prescriptions too old, traits not understood.

use crate::calendar::plus_months;
use crate::contract::kind_of;
use crate::opinion::Finding;
use crate::world::World;
use tierspayant_core::decision::{DoubtBasis, NoBasis, ReasonId, RuleId};
use tierspayant_core::model::{CardState, Line, Origin, Position, Trait};
use tierspayant_core::tables::RightKind;

pub(crate) fn findings(world: &World<'_>, line: &Line) -> Vec<Finding> {
    let mut found = card(world, line);
    if line.traits.has(Trait::GenericRefused) {
        found.push(Finding::block(
            ReasonId::PharmacyGenericRefused,
            NoBasis::Forbidden,
        ));
    }
    let limit = world
        .claim
        .prescription_date
        .and_then(|day| plus_months(day, i32::try_from(world.tables.policy.first_supply_months).ok()?));
    if line.traits.has(Trait::FirstSupply) && limit.is_some_and(|limit| limit < world.claim.care_date) {
        found.push(Finding::block(
            ReasonId::PharmacyPrescriptionOld,
            NoBasis::Forbidden,
        ));
    }
    if line.traits.has_unknown() {
        found.push(Finding::notice(ReasonId::RulesTraitUnknown));
    }
    let by_hand = matches!(line.origin, Some(Origin::Manual | Origin::Setting));
    let claims = line.exemption.is_some_and(|code| code.as_str() != "0");
    if by_hand && claims {
        found.push(Finding::notice(ReasonId::CardChangedByHand));
    }
    found
}

/// Products billed in tiers payant with the card only.
fn card(world: &World<'_>, line: &Line) -> Vec<Finding> {
    let claim = world.claim;
    let policy = &world.tables.policy;
    let holds = world
        .tables
        .rules
        .rule(RuleId::V02)
        .is_some_and(|rule| rule.validity.position(claim.care_date) == Position::Within);
    let pharmacy = claim
        .setting
        .as_deref()
        .is_none_or(|setting| setting == "pharmacy");
    let ame = claim
        .contract
        .is_some_and(|carried| kind_of(world, carried) == RightKind::Ame);
    let lifted = ame || line.traits.iter().any(|one| policy.card_exceptions.has(one));
    let product = line.traits.iter().any(|one| policy.card_products.has(one));
    let dear = line
        .amount_cents
        .is_some_and(|cents| cents > policy.card_needed_above_cents);
    if !holds || !pharmacy || lifted || !(product || dear) {
        return Vec::new();
    }
    match claim.card {
        Some(CardState::Read | CardState::Opposed) => Vec::new(),
        Some(CardState::Absent) if product => vec![Finding::block(ReasonId::CardNeeded, NoBasis::Forbidden)],
        _ => vec![Finding::doubt(ReasonId::CardMayBeNeeded, DoubtBasis::Missing)],
    }
}
