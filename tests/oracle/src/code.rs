//! The exemption code of a line, under natures 10, 13 and 90.

use crate::amo::{common, state};
use crate::line::{Dates, kept};
use crate::opinion::Finding;
use crate::particular;
use crate::record::Absence;
use crate::said::Asked;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::finding::Effect;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{Code, Date, Line, Origin, Position, Relation, Snapshot, Source, Trait};
use tierspayant_core::tables::{ClaimedGround, DateRole, Ground, GroundSet};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// What was found of an exemption.
pub(crate) struct Answer {
    pub state: ExemptionState,
    /// The day that was kept, where it is not simply the date that counts.
    pub day: Option<(Date, DateRole)>,
    pub found: Vec<Finding>,
}

impl Answer {
    pub fn new(state: ExemptionState, found: Finding) -> Self {
        Answer {
            state,
            day: None,
            found: vec![found],
        }
    }
}

pub(crate) fn set(grounds: &[Ground]) -> GroundSet {
    grounds
        .iter()
        .fold(GroundSet::NONE, |all, one| all.union(GroundSet::of(*one)))
}

pub(crate) fn doubt(id: ReasonId, basis: DoubtBasis) -> Answer {
    Answer::new(ExemptionState::Unknown, Finding::doubt(id, basis))
}

/// What a code asks for, where the tables hold it.
pub(crate) fn claimed(world: &World<'_>, code: Code<4>) -> Option<ClaimedGround> {
    world.tables.codes.claim_codes.get(&code).copied()
}

pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Answer {
    let Some(code) = line.exemption else {
        return doubt(ReasonId::ExemptionNotStated, DoubtBasis::Missing);
    };
    match claimed(world, code) {
        None | Some(ClaimedGround::Internal) => {
            doubt(ReasonId::ExemptionUnknownCode, DoubtBasis::BeyondRules)
        }
        Some(ClaimedGround::NoExemption) => Answer {
            state: ExemptionState::NotClaimed,
            day: None,
            found: missed(world, line),
        },
        Some(ClaimedGround::ByAct) => doubt(ReasonId::ExemptionByAct, DoubtBasis::BeyondRules),
        Some(ClaimedGround::Ald) => ald(world, line),
        Some(ClaimedGround::ExemptPerson) => person(world, line),
        Some(ClaimedGround::Particular) => particular::of_line(world, line),
        Some(ClaimedGround::SpecialScheme) => special_scheme(world, line),
        Some(ClaimedGround::Prevention) => prevention(line),
        Some(ClaimedGround::Fsv) => granted(world, line, set(&[Ground::Fsv])),
    }
}

/// An exemption that the record must show.
pub(crate) fn granted(world: &World<'_>, line: &Line, grounds: GroundSet) -> Answer {
    let mut found = Vec::new();
    let Some(day) = kept(world, line, grounds, &mut found) else {
        return Answer {
            state: ExemptionState::Unknown,
            day: None,
            found,
        };
    };
    let weighed = weigh(world, Asked::Grounds(grounds), day.0);
    found.extend(common(&weighed));
    let mut state = state(weighed.outcome);
    match weighed.outcome {
        Outcome::No(absence) => {
            let listed = grounds.intersects(GroundSet::of(Ground::Maternity))
                && line.traits.has(Trait::MaternityListed);
            let id = match absence {
                Absence::NotRecorded => {
                    instead(world, day.0, grounds).unwrap_or(ReasonId::ExemptionNotRecorded)
                }
                Absence::NotStarted => ReasonId::ExemptionNotStarted,
                Absence::Ended => ReasonId::ExemptionEnded,
                Absence::NotActive => ReasonId::ExemptionNotActive,
            };
            found.push(match (listed, absence) {
                (false, _) => Finding::block(id, NoBasis::NotGranted),
                // A listed act outside the period is exempt where the pregnancy is on record.
                (true, Absence::NotStarted | Absence::Ended) => {
                    state = ExemptionState::Confirmed;
                    Finding::notice(ReasonId::MaternityListedAct)
                }
                (true, _) => Finding::doubt(ReasonId::MaternityListedAct, DoubtBasis::BeyondRules),
            });
        }
        Outcome::Pending => found.push(Finding::doubt(ReasonId::ExemptionPending, DoubtBasis::Pending)),
        Outcome::Unknown => found.push(Finding::doubt(ReasonId::ExemptionUnknown, DoubtBasis::Missing)),
        Outcome::Yes | Outcome::Conflict | Outcome::Stale => {}
    }
    if state != ExemptionState::Confirmed && forced(world, line, grounds, day.0, weighed.outcome) {
        found.push(Finding {
            effect: match weighed.outcome {
                Outcome::No(_) => Effect::Block(NoBasis::NotGranted),
                Outcome::Pending => Effect::Doubt(DoubtBasis::Pending),
                Outcome::Conflict => Effect::Doubt(DoubtBasis::Conflict),
                Outcome::Stale => Effect::Doubt(DoubtBasis::Stale),
                Outcome::Unknown | Outcome::Yes => Effect::Doubt(DoubtBasis::Missing),
            },
            ..Finding::notice(ReasonId::ExemptionForced)
        });
    }
    Answer {
        state,
        day: Some(day),
        found,
    }
}

/// It stands only on a hand-typed entry, a setting or the zone of a prescription: that creates no right.
fn forced(world: &World<'_>, line: &Line, grounds: GroundSet, day: Date, outcome: Outcome) -> bool {
    let typed = |one: &&Snapshot| {
        one.source == Source::Manual
            && one.exemptions.iter().flatten().any(|entry| {
                let meaning = world.tables.codes.exemptions.get(&(entry.vocabulary, entry.code));
                entry.period.position(day) == Position::Within
                    && meaning.is_some_and(|one| one.intersects(grounds))
            })
    };
    let origin = matches!(
        line.origin,
        Some(Origin::Manual | Origin::Setting | Origin::Prescription)
    );
    origin || (outcome == Outcome::Unknown && world.heard.iter().any(typed))
}

/// What is on record instead: an ALD that exempts nothing, or a ground that another code claims.
fn instead(world: &World<'_>, day: Date, grounds: GroundSet) -> Option<ReasonId> {
    let yes = |grounds: GroundSet| weigh(world, Asked::Grounds(grounds), day).outcome == Outcome::Yes;
    if grounds.intersects(GroundSet::of(Ground::Ald)) && yes(GroundSet::of(Ground::AldNonExempting)) {
        return Some(ReasonId::AldNonExempting);
    }
    let suggested = world.tables.codes.suggested_codes.iter();
    let mut others = suggested.filter(|(other, _)| !other.intersects(grounds));
    others
        .any(|(other, _)| yes(*other))
        .then_some(ReasonId::ExemptionWrongCode)
}

fn ald(world: &World<'_>, line: &Line) -> Answer {
    let mut answer = granted(world, line, GroundSet::of(Ground::Ald));
    match line.relation {
        Relation::Related => {}
        // Forbidden whatever the record.
        Relation::Unrelated => {
            answer.state = ExemptionState::Unrelated;
            answer
                .found
                .push(Finding::block(ReasonId::AldUnrelated, NoBasis::Forbidden));
        }
        Relation::Unknown => {
            answer
                .found
                .push(Finding::doubt(ReasonId::AldRelationUnknown, DoubtBasis::Missing));
        }
    }
    answer
}

fn person(world: &World<'_>, line: &Line) -> Answer {
    let mut answer = granted(world, line, set(&[Ground::ExemptPerson, Ground::Military]));
    let day = answer.day.map_or(Dates::of(world, line).day, |(day, _)| day);
    let low = world.tables.policy.low_rate_drugs.first_of(line.traits).is_some();
    let pension = weigh(world, Asked::Grounds(GroundSet::of(Ground::Military)), day).outcome;
    if low && pension != Outcome::Yes {
        answer
            .found
            .push(Finding::doubt(ReasonId::PersonDrugClass, DoubtBasis::BeyondRules));
    }
    if line.traits.has(Trait::MilitaryInfirmity) {
        // Care of a pensioned infirmity is billed to the military scheme.
        let routing = ReasonId::PersonMilitaryRouting;
        answer.found.push(match world.claim.scheme.regime {
            None => Finding::doubt(routing, DoubtBasis::Missing),
            Some(regime) if regime == world.tables.policy.military_scheme => Finding::notice(routing),
            Some(_) => Finding::block(routing, NoBasis::Forbidden),
        });
    }
    answer
}

fn special_scheme(world: &World<'_>, line: &Line) -> Answer {
    let books = &world.tables.codes;
    match world.claim.scheme.regime {
        // A scheme that is not named is a missing fact, and no text that differs.
        None => doubt(ReasonId::OtherSchemeNotSettled, DoubtBasis::Missing),
        Some(regime) if books.special_schemes_not_settled.contains(&regime) => {
            doubt(ReasonId::OtherSchemeNotSettled, DoubtBasis::BeyondRules)
        }
        Some(regime) if books.special_schemes.contains(&regime) => {
            granted(world, line, GroundSet::of(Ground::SpecialScheme))
        }
        Some(_) => Answer::new(
            ExemptionState::NotRecorded,
            Finding::block(ReasonId::OtherSchemeNotSpecial, NoBasis::Forbidden),
        ),
    }
}

/// Prevention takes code 0 or 7, and rests on what the line is.
pub(crate) fn prevention(line: &Line) -> Answer {
    match line.exemption.as_ref().map(|code| code.as_str()) {
        None => doubt(ReasonId::ExemptionNotStated, DoubtBasis::Missing),
        Some("0" | "7") if line.traits.has(Trait::Prevention) => Answer::new(
            ExemptionState::Confirmed,
            Finding::notice(ReasonId::OtherByNature),
        ),
        Some("0" | "7") => doubt(ReasonId::OtherPreventionUnproven, DoubtBasis::Missing),
        Some(_) => Answer::new(
            ExemptionState::Contradicted,
            Finding::doubt(ReasonId::ExemptionCodeWithNature, DoubtBasis::Conflict),
        ),
    }
}

/// A right on record that the line does not use: maternity, or a ground for which there is a code.
fn missed(world: &World<'_>, line: &Line) -> Vec<Finding> {
    let day = Dates::of(world, line).day;
    let ald = GroundSet::of(Ground::Ald);
    let codes = world
        .tables
        .codes
        .suggested_codes
        .iter()
        .map(|(grounds, _)| *grounds);
    let mut usable = codes
        .chain([GroundSet::of(Ground::Maternity)])
        .filter(|grounds| !grounds.intersects(ald) || line.relation == Relation::Related);
    let missed = usable.any(|grounds| weigh(world, Asked::Grounds(grounds), day).outcome == Outcome::Yes);
    missed
        .then(|| Finding::notice(ReasonId::ExemptionMissed))
        .into_iter()
        .collect()
}
