//! The scheme of the claim against the one that the strongest fresh source names.

use crate::finding::Finding;
use crate::freshness::{is_fresh, recency};
use crate::traits::Traits as _;
use crate::world::World;
use std::str::FromStr;
use tierspayant_core::model::{Code, Nature, Scheme, Snapshot, Source};
use tierspayant_core::verdict::DoubtBasis;

/// Regime, fund and centre, each where both name it.
fn differ(one: Scheme, other: Scheme) -> bool {
    one.regime.zip(other.regime).is_some_and(|(a, b)| a != b)
        || one.fund.zip(other.fund).is_some_and(|(a, b)| a != b)
        || one.centre.zip(other.centre).is_some_and(|(a, b)| a != b)
}

/// The snapshot with which the scheme of the claim is compared, where it differs.
pub(crate) fn differing<'a>(world: &World<'a>) -> Option<&'a Snapshot> {
    let claimed = world.claim.scheme;
    let child = world
        .birth
        .is_some_and(|birth| birth.is_child(world.claim.care_date));
    // That of the other parent is read for a child only.
    let other = if child {
        world.claim.facts.other_scheme
    } else {
        Scheme::default()
    };
    let differ = |_: Scheme, said: Scheme| {
        differ(claimed, said) && (other == Scheme::default() || differ(other, said))
    };
    let military = claimed.regime == Some(world.tables.policy.military_scheme);
    let infirmity = world.claim.nature == Some(Nature::Military)
        || world.lines().any(|(_, line)| line.has("military_infirmity"));
    if military && infirmity {
        return None;
    }
    let said = |one: &&&Snapshot| !matches!(one.source, Source::Manual | Source::Amc) && is_fresh(world, one);
    let fresh: Vec<&'a Snapshot> = world.heard.iter().filter(said).copied().collect();
    // Either parent's fund pays for a child: one answer that names one and agrees is enough.
    let names = |one: &Snapshot| one.scheme.regime.is_some() || one.scheme.fund.is_some();
    if child && fresh.iter().any(|one| names(one) && !differ(claimed, one.scheme)) {
        return None;
    }
    let speaks = |one: &&Snapshot| names(one) || one.scheme.centre.is_some();
    let speaking: Vec<&'a Snapshot> = fresh.into_iter().filter(speaks).collect();
    let rank = |one: &Snapshot| (world.tables.source(one.source).strength, recency(one));
    let top = speaking.iter().map(|one| rank(one)).max();
    let mut tops = speaking.into_iter().filter(|one| Some(rank(one)) == top);
    tops.find(|one| differ(claimed, one.scheme))
}

/// The parts that are named, a blank between them; the centre only where both name one and they differ.
pub(crate) fn told(scheme: Scheme, other: Scheme) -> Option<Code<16>> {
    let centre = scheme.centre.zip(other.centre);
    let centre = centre.filter(|(one, other)| one != other).map(|(one, _)| one);
    let parts = [
        scheme.regime.map(|code| code.to_string()),
        scheme.fund.map(|code| code.to_string()),
        centre.map(|code| code.to_string()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Code::from_str(&parts.join(" ")).ok()
}

pub(crate) fn finding(world: &World<'_>) -> Option<Finding> {
    let one = differing(world)?;
    let found = Finding::doubt("coverage.scheme_differs", DoubtBasis::Conflict);
    Some(
        found
            .code("scheme", told(world.claim.scheme, one.scheme))
            .code("record_scheme", told(one.scheme, world.claim.scheme))
            .said(one),
    )
}
