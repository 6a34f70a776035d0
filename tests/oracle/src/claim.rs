//! What concerns the claim as a whole: identity, card, nature, scheme and time.

use crate::amo::{common, coverage};
use crate::calendar::{next_quarter, plus_months, working_days};
use crate::freshness::{is_card, is_fresh, recency};
use crate::maternity::implausible;
use crate::opinion::Finding;
use crate::said::{Asked, speaks_on};
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{CardState, Date, Nature, Origin, Position, Share, Snapshot, Source};
use tierspayant_core::tables::{Ground, GroundSet};
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

pub(crate) fn findings(world: &World<'_>) -> Vec<Finding> {
    let mut found = world.identity.clone();
    found.extend(times(world));
    found.extend(coverage(world));
    if world.claim.card == Some(CardState::Opposed) {
        found.push(Finding::block(ReasonId::CardOpposed, NoBasis::Forbidden));
    }
    if unknown_codes(world) {
        found.push(Finding::notice(ReasonId::SourceUnknownCode));
    }
    // Only the card speaks.
    let speaks = |wanted: &dyn Fn(Source) -> bool| {
        world.heard.iter().any(|one| {
            wanted(one.source) && is_fresh(world, one) && speaks_on(world, one, world.claim.care_date)
        })
    };
    if speaks(&is_card) && !speaks(&|source| world.tables.source(source).online) {
        found.push(Finding::notice(ReasonId::SourceOnlyCard));
    }
    let mut amo: Vec<Finding> = nature(world).into_iter().chain(scheme(world)).collect();
    if implausible(world) {
        amo.push(Finding::notice(ReasonId::MaternityImplausible));
    }
    for (place, line) in world.lines() {
        let by_hand = matches!(line.origin, Some(Origin::Manual | Origin::Setting));
        if by_hand && line.exemption.is_some_and(|code| code.as_str() != "0") {
            amo.push(Finding::notice(ReasonId::CardChangedByHand).at(place));
        }
    }
    found.extend(amo.into_iter().map(|one| one.on(Share::Amo)));
    found
}

fn times(world: &World<'_>) -> Vec<Finding> {
    let claim = world.claim;
    let policy = &world.tables.policy;
    let care = claim.care_date;
    let mut found = Vec::new();
    if world.dossier.as_of.is_some_and(|today| today < care) {
        found.push(Finding::doubt(ReasonId::TimeCareInFuture, DoubtBasis::Missing));
    }
    let Some(sent) = claim.transmission_date.or(world.dossier.as_of) else {
        return found;
    };
    let limit = limitation(world);
    if limit.is_some_and(|limit| limit <= sent) {
        found.push(Finding::doubt(ReasonId::TimeLimitation, DoubtBasis::BeyondRules));
    }
    if working_days(care, sent) > policy.transmission_working_days {
        found.push(Finding::notice(ReasonId::TimeLate));
    }
    found
}

/// The day from which the limitation period may have run out: years from the quarter that follows the care, and for
/// an accident from the care itself.
fn limitation(world: &World<'_>) -> Option<Date> {
    let care = world.claim.care_date;
    let months = world.tables.policy.limitation_years * 12;
    if world.claim.nature == Some(Nature::Accident) {
        plus_months(care, months)
    } else {
        plus_months(next_quarter(care)?, months)
    }
}

fn unknown_codes(world: &World<'_>) -> bool {
    let books = &world.tables.codes;
    let day = world.claim.care_date;
    world.heard.iter().any(|one| {
        one.exemptions.iter().flatten().any(|entry| {
            entry.period.position(day) == Position::Within
                && !books.exemptions.contains_key(&(entry.vocabulary, entry.code))
        }) || one.codes.iter().flatten().any(|entry| {
            entry.period.position(day) == Position::Within
                && (entry
                    .ald
                    .is_some_and(|digit| !books.ald_digits.contains_key(&digit))
                    || entry
                        .situation
                        .is_some_and(|code| !books.situations.contains_key(&code)))
        })
    })
}

fn nature(world: &World<'_>) -> Vec<Finding> {
    let care = world.claim.care_date;
    let weighed = weigh(world, Asked::Grounds(GroundSet::of(Ground::LocalScheme)), care);
    match world.claim.nature {
        None => vec![Finding::doubt(ReasonId::RulesNatureMissing, DoubtBasis::Missing)],
        Some(Nature::Unknown(_)) => vec![Finding::doubt(
            ReasonId::RulesNatureUnknown,
            DoubtBasis::BeyondRules,
        )],
        Some(Nature::LocalScheme) => {
            let mut found = common(&weighed);
            match weighed.outcome {
                Outcome::No(_) => {
                    found.push(Finding::block(
                        ReasonId::OtherLocalSchemeNotRecorded,
                        NoBasis::NotGranted,
                    ));
                }
                Outcome::Unknown => {
                    found.push(Finding::doubt(
                        ReasonId::OtherLocalSchemeUnknown,
                        DoubtBasis::Missing,
                    ));
                }
                Outcome::Pending => {
                    found.push(Finding::doubt(ReasonId::ExemptionPending, DoubtBasis::Pending))
                }
                _ => {}
            }
            found
        }
        Some(Nature::Illness) if weighed.outcome == Outcome::Yes => {
            vec![Finding::notice(ReasonId::OtherLocalSchemeMissed)]
        }
        Some(_) => Vec::new(),
    }
}

/// The scheme of the claim against the one that the strongest fresh source names.
fn scheme(world: &World<'_>) -> Vec<Finding> {
    let claimed = world.claim.scheme;
    let names = |one: &Snapshot| one.scheme.regime.is_some() || one.scheme.fund.is_some();
    let rank = |one: &Snapshot| (world.tables.source(one.source).strength, recency(one));
    let speaking = world
        .heard
        .iter()
        .filter(|one| one.source != Source::Manual && names(one) && is_fresh(world, one));
    let top = speaking.clone().map(|one| rank(one)).max();
    let differs = speaking.filter(|one| Some(rank(one)) == top).any(|one| {
        let other = one.scheme;
        claimed.regime.zip(other.regime).is_some_and(|(a, b)| a != b)
            || claimed.fund.zip(other.fund).is_some_and(|(a, b)| a != b)
    });
    let differs = differs.then(|| Finding::doubt(ReasonId::CoverageSchemeDiffers, DoubtBasis::Conflict));
    differs.into_iter().collect()
}
