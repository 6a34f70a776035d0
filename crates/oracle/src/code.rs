//! The exemption code of a line, under natures 10, 13 and 90.

use crate::amo::{common, state};
use crate::opinion::Finding;
use crate::particular;
use crate::record::Absence;
use crate::said::Asked;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::decision::{DoubtBasis, ExemptionState, NoBasis, ReasonId};
use tierspayant_core::model::{Date, Line, Nature, Origin, Relation, Snapshot, Source, Trait};
use tierspayant_core::tables::{ClaimedGround, Ground, GroundSet};

pub(crate) type Found = (ExemptionState, Vec<Finding>);

pub(crate) fn set(grounds: &[Ground]) -> GroundSet {
    grounds
        .iter()
        .fold(GroundSet::NONE, |all, one| all.and(GroundSet::of(*one)))
}

pub(crate) fn doubt(id: ReasonId, basis: DoubtBasis) -> Found {
    (ExemptionState::Unknown, vec![Finding::doubt(id, basis)])
}

pub(crate) fn on_day(world: &World<'_>, line: &Line, day: Date) -> Found {
    let Some(code) = line.exemption else {
        return doubt(ReasonId::ExemptionNotStated, DoubtBasis::Missing);
    };
    match world.tables.codes.claim_codes.get(&code) {
        None | Some(ClaimedGround::Internal) => {
            doubt(ReasonId::ExemptionUnknownCode, DoubtBasis::BeyondRules)
        }
        Some(ClaimedGround::NoExemption) => (ExemptionState::NotClaimed, missed(world, line, day)),
        Some(ClaimedGround::ByAct) => doubt(ReasonId::ExemptionByAct, DoubtBasis::BeyondRules),
        Some(ClaimedGround::Ald) => ald(world, line, day),
        Some(ClaimedGround::ExemptPerson) => person(world, line, day),
        Some(ClaimedGround::Particular) => particular::on_day(world, line, day),
        Some(ClaimedGround::SpecialScheme) => special_scheme(world, line, day),
        Some(ClaimedGround::Prevention) => (by_prevention(line), prevention_findings(line)),
        Some(ClaimedGround::Fsv) => granted(world, line, day, set(&[Ground::Fsv])),
    }
}

/// An exemption that the record must show.
pub(crate) fn granted(world: &World<'_>, line: &Line, day: Date, grounds: GroundSet) -> Found {
    let weighed = weigh(world, Asked::Grounds(grounds), day);
    let mut found = common(&weighed);
    let forced = matches!(
        line.origin,
        Some(Origin::Manual | Origin::Setting | Origin::Prescription)
    ) || typed_in(world, grounds, day);
    match weighed.outcome {
        Outcome::No(absence) => {
            let instead = instead(world, day, grounds);
            found.push(match (absence, instead) {
                (_, Some(id)) => Finding::block(id, NoBasis::NotGranted),
                (Absence::NotRecorded, _) => {
                    Finding::block(ReasonId::ExemptionNotRecorded, NoBasis::NotGranted)
                }
                (Absence::NotStarted, _) => {
                    Finding::block(ReasonId::ExemptionNotStarted, NoBasis::NotGranted)
                }
                (Absence::Ended, _) => Finding::block(ReasonId::ExemptionEnded, NoBasis::NotGranted),
                (Absence::NotActive, _) => Finding::block(ReasonId::ExemptionNotActive, NoBasis::NotGranted),
            });
            if forced {
                found.push(Finding::notice(ReasonId::ExemptionForced));
            }
        }
        Outcome::Pending => found.push(Finding::doubt(ReasonId::ExemptionPending, DoubtBasis::Pending)),
        Outcome::Unknown if forced => {
            found.push(Finding::doubt(ReasonId::ExemptionForced, DoubtBasis::Missing))
        }
        Outcome::Unknown => found.push(Finding::doubt(ReasonId::ExemptionUnknown, DoubtBasis::Missing)),
        Outcome::Yes | Outcome::Conflict | Outcome::Stale => {}
    }
    (state(weighed.outcome), found)
}

/// Whether a hand-typed snapshot carries the exemption.
fn typed_in(world: &World<'_>, grounds: GroundSet, day: Date) -> bool {
    let typed = |one: &Snapshot| {
        one.source == Source::Manual
            && one.exemptions.iter().flatten().any(|entry| {
                let meaning = world.tables.codes.exemptions.get(&(entry.vocabulary, entry.code));
                entry.period.position(day) == tierspayant_core::model::Position::Within
                    && meaning.is_some_and(|meaning| meaning.meets(grounds))
            })
    };
    world.dossier.rights.iter().any(typed)
}

/// What is on record instead: an ALD that exempts nothing, or a ground that another code claims.
fn instead(world: &World<'_>, day: Date, grounds: GroundSet) -> Option<ReasonId> {
    let yes = |grounds: GroundSet| weigh(world, Asked::Grounds(grounds), day).outcome == Outcome::Yes;
    if grounds.meets(GroundSet::of(Ground::Ald)) && yes(GroundSet::of(Ground::AldNonExempting)) {
        return Some(ReasonId::AldNonExempting);
    }
    let suggested = world.tables.codes.suggested_codes.iter();
    let mut others = suggested.filter(|(other, _)| !other.meets(grounds));
    others
        .any(|(other, _)| yes(*other))
        .then_some(ReasonId::ExemptionWrongCode)
}

fn ald(world: &World<'_>, line: &Line, day: Date) -> Found {
    if line.relation == Relation::Unrelated {
        let found = vec![Finding::block(ReasonId::AldUnrelated, NoBasis::Forbidden)];
        return (ExemptionState::Unrelated, found);
    }
    let (state, mut found) = granted(world, line, day, GroundSet::of(Ground::Ald));
    if line.relation == Relation::Unknown {
        found.push(Finding::doubt(ReasonId::AldRelationUnknown, DoubtBasis::Missing));
    }
    (state, found)
}

fn person(world: &World<'_>, line: &Line, day: Date) -> Found {
    let (state, mut found) = granted(world, line, day, set(&[Ground::ExemptPerson, Ground::Military]));
    let low = line
        .traits
        .iter()
        .any(|one| world.tables.policy.low_rate_drugs.has(one));
    let military = weigh(world, Asked::Grounds(GroundSet::of(Ground::Military)), day).outcome == Outcome::Yes;
    if low && state == ExemptionState::Confirmed && !military {
        found.push(Finding::doubt(ReasonId::PersonDrugClass, DoubtBasis::BeyondRules));
    }
    if line.traits.has(Trait::MilitaryInfirmity) {
        found.push(Finding::doubt(
            ReasonId::PersonMilitaryRouting,
            DoubtBasis::BeyondRules,
        ));
    }
    (state, found)
}

fn special_scheme(world: &World<'_>, line: &Line, day: Date) -> Found {
    let books = &world.tables.codes;
    match world.claim.scheme.regime {
        None => doubt(ReasonId::ExemptionUnknown, DoubtBasis::Missing),
        Some(regime) if books.special_schemes.contains(&regime) => {
            granted(world, line, day, GroundSet::of(Ground::SpecialScheme))
        }
        Some(regime) if books.special_schemes_not_settled.contains(&regime) => {
            doubt(ReasonId::OtherSchemeNotSettled, DoubtBasis::BeyondRules)
        }
        Some(_) => (
            ExemptionState::NotRecorded,
            vec![Finding::block(
                ReasonId::OtherSchemeNotSpecial,
                NoBasis::Forbidden,
            )],
        ),
    }
}

fn by_prevention(line: &Line) -> ExemptionState {
    if line.traits.has(Trait::Prevention) {
        ExemptionState::Confirmed
    } else {
        ExemptionState::Unknown
    }
}

fn prevention_findings(line: &Line) -> Vec<Finding> {
    let unproven = !line.traits.has(Trait::Prevention);
    let unproven = unproven.then(|| Finding::doubt(ReasonId::OtherPreventionUnproven, DoubtBasis::Missing));
    unproven.into_iter().collect()
}

/// Nature 90: 100 % with code 0, or 7.
pub(crate) fn prevention(line: &Line) -> Found {
    let mut found = prevention_findings(line);
    match line.exemption.as_ref().map(|code| code.as_str()) {
        None => found.push(Finding::doubt(ReasonId::ExemptionNotStated, DoubtBasis::Missing)),
        Some("0" | "7") => {}
        Some(_) => {
            found.push(Finding::doubt(
                ReasonId::ExemptionCodeWithNature,
                DoubtBasis::Conflict,
            ));
            return (ExemptionState::Contradicted, found);
        }
    }
    (by_prevention(line), found)
}

/// A right on record that the line does not use.
fn missed(world: &World<'_>, line: &Line, day: Date) -> Vec<Finding> {
    let yes = |grounds: GroundSet| weigh(world, Asked::Grounds(grounds), day).outcome == Outcome::Yes;
    let suggested = world.tables.codes.suggested_codes.iter();
    let mut usable = suggested.filter(|(grounds, _)| {
        !grounds.meets(GroundSet::of(Ground::Ald)) || line.relation == Relation::Related
    });
    let maternity = world.claim.nature == Some(Nature::Illness) && yes(GroundSet::of(Ground::Maternity));
    let missed = usable.any(|(grounds, _)| yes(*grounds)) || maternity;
    missed
        .then(|| Finding::notice(ReasonId::ExemptionMissed))
        .into_iter()
        .collect()
}
