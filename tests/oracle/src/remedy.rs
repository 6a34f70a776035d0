//! What to do next: what the table says of the reason, and what it adds where no online source decided.

use crate::finding::Finding;
use crate::world::World;
use tierspayant_core::finding::{FactKey, FactValue};
use tierspayant_core::ids::{ReasonId, RemedyId, RemedySet};
use tierspayant_core::model::Source;
use tierspayant_core::tables::RightKind;

pub(crate) fn of(world: &World<'_>, found: &Finding) -> Vec<RemedyId> {
    let Some(info) = world.tables.rules.reason(found.id) else {
        return Vec::new();
    };
    let decides = match found.facts.get(&FactKey::Source) {
        Some(FactValue::Word(word)) => word.parse::<Source>().ok(),
        _ => None,
    };
    let online = decides.is_some_and(|source| world.tables.source(source).online);
    let offline = if online {
        RemedySet::NONE
    } else {
        info.remedies_offline
    };
    let css = world
        .claim
        .contract
        .is_some_and(|one| crate::contract::kind_of(world, one) == RightKind::Css);
    // A CSS that is not open is renewed.
    let renew = if found.id == ReasonId::ContractNotOpen && css {
        RemedySet::NONE.with(RemedyId::RenewCss)
    } else {
        RemedySet::NONE
    };
    info.remedies.union(offline).union(renew).iter().collect()
}
