//! What there is not at Mayotte: a CSS before 2024, an AME.

use crate::contract::carries;
use crate::finding::Finding;
use crate::freshness::recency;
use crate::world::World;
use tierspayant_core::model::{Code, Date, Snapshot, Source};
use tierspayant_core::tables::RightKind;
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

/// The fund of Mayotte, where it is that of the claim or, where the claim names none, of the strongest source.
fn fund_of_mayotte(world: &World<'_>) -> Option<Code<3>> {
    let claim = world.claim;
    let named =
        |one: &&&Snapshot| !matches!(one.source, Source::Manual | Source::Amc) && one.scheme.fund.is_some();
    let rank = |one: &&&Snapshot| (world.tables.source(one.source).strength, recency(one));
    let strongest = world.heard.iter().filter(named).max_by_key(rank);
    // The scheme and the fund of the claim, or both of the source where the claim names no fund.
    let scheme = match claim.scheme.fund {
        Some(_) => claim.scheme,
        None => strongest?.scheme,
    };
    let general = scheme.regime.is_some_and(|one| one.as_str() == "01");
    scheme.fund.filter(|one| general && one.as_str() == "976")
}

/// The CSS came to Mayotte on the first day of 2024.
pub(crate) fn before_css(world: &World<'_>) -> Option<Finding> {
    let start = Date::from_ymd(2024, 1, 1).ok()?;
    let fund = fund_of_mayotte(world)?;
    let applies = world.claim.care_date < start && carries(world, RightKind::Css);
    applies.then(|| {
        Finding::block("contract.before_mayotte", NoBasis::Forbidden)
            .code("scheme", Some(fund))
            .day("start", start)
    })
}

/// There is no AME at Mayotte, whichever share is asked.
pub(crate) fn carried_ame(world: &World<'_>) -> Option<Finding> {
    let fund = fund_of_mayotte(world).filter(|_| carries(world, RightKind::Ame))?;
    Some(Finding::doubt("contract.ame_at_mayotte", DoubtBasis::Conflict).code("scheme", Some(fund)))
}
