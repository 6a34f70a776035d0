//! The exemption code of a line, under natures 10, 13 and 90.

use crate::amo::{bound, state};
use crate::finding::Finding;
use crate::line::{Dates, kept};
use crate::particular;
use crate::record::Absence;
use crate::said::Asked;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use core::str::FromStr;
use tierspayant_core::finding::{Effect, FactKey, FactValue};
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{
    Code, Date, Line, Nature, Origin, Position, Relation, Snapshot, Source, Trait,
};
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
    let by_code = |id| {
        let found = Finding::doubt(id, DoubtBasis::BeyondRules).code_of(line);
        Answer::new(ExemptionState::Unknown, found)
    };
    match claimed(world, code) {
        None | Some(ClaimedGround::Internal) => by_code(ReasonId::ExemptionUnknownCode),
        Some(ClaimedGround::NoExemption) => Answer {
            state: ExemptionState::NotClaimed,
            day: None,
            found: missed(world, line),
        },
        Some(ClaimedGround::ByAct) => by_code(ReasonId::ExemptionByAct),
        Some(ClaimedGround::Ald) => ald(world, line),
        Some(ClaimedGround::ExemptPerson) => person(world, line),
        Some(ClaimedGround::Particular) => particular::of_line(world, line),
        Some(ClaimedGround::SpecialScheme) => special_scheme(world, line),
        Some(ClaimedGround::Prevention) => prevention(world, line),
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
    found.extend(weighed.common.clone());
    let mut state = state(weighed.outcome);
    let tell = |one: Finding| weighed.tell(one).tested(day).code_of(line);
    match weighed.outcome {
        Outcome::No(absence) => {
            let listed = grounds.intersects(GroundSet::of(Ground::Maternity))
                && line.traits.has(Trait::MaternityListed);
            let (id, suggested) = match absence {
                Absence::NotRecorded => instead(world, day.0, grounds),
                Absence::NotStarted(_) => (ReasonId::ExemptionNotStarted, None),
                Absence::Ended(_) => (ReasonId::ExemptionEnded, None),
                Absence::NotActive(..) => (ReasonId::ExemptionNotActive, None),
            };
            let one = match (listed, absence) {
                (false, _) => Finding::block(id, NoBasis::NotGranted).code(FactKey::Suggested, suggested),
                // A listed act outside the period is exempt where the pregnancy is on record.
                (true, Absence::NotStarted(_) | Absence::Ended(_)) => {
                    state = ExemptionState::Confirmed;
                    Finding::notice(ReasonId::MaternityListedAct)
                }
                (true, _) => Finding::doubt(ReasonId::MaternityListedAct, DoubtBasis::BeyondRules),
            };
            found.push(bound(tell(one), absence));
        }
        Outcome::Pending(period) => {
            let pending = Finding::doubt(ReasonId::ExemptionPending, DoubtBasis::Pending);
            found.push(tell(pending).day(FactKey::Start, period.start()));
        }
        Outcome::Unknown => {
            found.push(tell(Finding::doubt(
                ReasonId::ExemptionUnknown,
                DoubtBasis::Missing,
            )));
        }
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale => {}
    }
    if state != ExemptionState::Confirmed && forced(world, line, grounds, day.0, weighed.outcome) {
        let effect = match weighed.outcome {
            Outcome::No(_) => Effect::Block(NoBasis::NotGranted),
            Outcome::Pending(_) => Effect::Doubt(DoubtBasis::Pending),
            Outcome::Conflict => Effect::Doubt(DoubtBasis::Conflict),
            Outcome::Stale => Effect::Doubt(DoubtBasis::Stale),
            Outcome::Unknown | Outcome::Yes(_) => Effect::Doubt(DoubtBasis::Missing),
        };
        let letter = line
            .exemption
            .and_then(|code| world.tables.codes.forcing.get(&code))
            .copied();
        let set = line
            .origin
            .filter(|one| matches!(one, Origin::Manual | Origin::Setting | Origin::Prescription));
        let origin = set.unwrap_or(Origin::Manual).as_str();
        let one = weighed.tell(Finding::new(effect, ReasonId::ExemptionForced));
        found.push(
            one.word(FactKey::Origin, origin)
                .code(FactKey::Forcing, letter)
                .code_of(line),
        );
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

/// What is on record instead: an ALD that exempts nothing, or a ground that another code claims, with that code.
fn instead(world: &World<'_>, day: Date, grounds: GroundSet) -> (ReasonId, Option<Code<4>>) {
    let yes = |grounds: GroundSet| weigh(world, Asked::Grounds(grounds), day).outcome.is_yes();
    let suggested = world.tables.codes.suggested_codes.iter();
    let mut others = suggested.filter(|(other, _)| !other.intersects(grounds));
    let suggested = others.find(|(other, _)| yes(*other)).map(|(_, code)| *code);
    if grounds.intersects(GroundSet::of(Ground::Ald)) && yes(GroundSet::of(Ground::AldNonExempting)) {
        return (ReasonId::AldNonExempting, suggested);
    }
    match suggested {
        Some(_) => (ReasonId::ExemptionWrongCode, suggested),
        None => (ReasonId::ExemptionNotRecorded, None),
    }
}

fn ald(world: &World<'_>, line: &Line) -> Answer {
    let mut answer = granted(world, line, GroundSet::of(Ground::Ald));
    let none = world.tables.codes.code_without_exemption();
    let with_other = |one: Finding| one.code_of(line).code(FactKey::Suggested, none);
    match line.relation {
        Relation::Related => {}
        // Forbidden whatever the record.
        Relation::Unrelated => {
            answer.state = ExemptionState::Unrelated;
            answer.found.push(with_other(Finding::block(
                ReasonId::AldUnrelated,
                NoBasis::Forbidden,
            )));
        }
        Relation::Unknown => {
            answer.found.push(with_other(Finding::doubt(
                ReasonId::AldRelationUnknown,
                DoubtBasis::Missing,
            )));
        }
    }
    answer
}

fn person(world: &World<'_>, line: &Line) -> Answer {
    let mut answer = granted(world, line, set(&[Ground::ExemptPerson, Ground::Military]));
    let day = answer.day.map_or(Dates::of(world, line).day, |(day, _)| day);
    let low = world.tables.policy.low_rate_drugs.first_of(line.traits);
    let pension = weigh(world, Asked::Grounds(GroundSet::of(Ground::Military)), day).outcome;
    if let Some(low) = low.filter(|_| !pension.is_yes()) {
        let found = Finding::doubt(ReasonId::PersonDrugClass, DoubtBasis::BeyondRules);
        answer.found.push(found.word(FactKey::Trait, low.as_str()));
    }
    if line.traits.has(Trait::MilitaryInfirmity) {
        // Care of a pensioned infirmity is billed to the military scheme.
        let routing = ReasonId::PersonMilitaryRouting;
        let regime = world.claim.scheme.regime;
        let found = match regime {
            None => Finding::doubt(routing, DoubtBasis::Missing),
            Some(regime) if regime == world.tables.policy.military_scheme => Finding::notice(routing),
            Some(_) => Finding::block(routing, NoBasis::Forbidden),
        };
        let told = found.word(FactKey::Trait, Trait::MilitaryInfirmity.as_str());
        answer.found.push(told.code(FactKey::Scheme, regime));
    }
    answer
}

fn special_scheme(world: &World<'_>, line: &Line) -> Answer {
    let books = &world.tables.codes;
    let regime = world.claim.scheme.regime;
    let tell = |one: Finding| one.code_of(line).code(FactKey::Scheme, regime);
    let not_settled = |basis| {
        let found = Finding::doubt(ReasonId::OtherSchemeNotSettled, basis);
        Answer::new(ExemptionState::Unknown, tell(found))
    };
    match regime {
        // A scheme that is not named is a missing fact, and no text that differs.
        None => not_settled(DoubtBasis::Missing),
        Some(regime) if books.special_schemes_not_settled.contains(&regime) => {
            not_settled(DoubtBasis::BeyondRules)
        }
        Some(regime) if books.special_schemes.contains(&regime) => {
            granted(world, line, GroundSet::of(Ground::SpecialScheme))
        }
        Some(_) => Answer::new(
            ExemptionState::NotRecorded,
            tell(Finding::block(
                ReasonId::OtherSchemeNotSpecial,
                NoBasis::Forbidden,
            )),
        ),
    }
}

/// Prevention takes code 0 or 7, and rests on what the line is.
pub(crate) fn prevention(_world: &World<'_>, line: &Line) -> Answer {
    match line.exemption.as_ref().map(|code| code.as_str()) {
        None => doubt(ReasonId::ExemptionNotStated, DoubtBasis::Missing),
        Some("0" | "7") if line.traits.has(Trait::Prevention) => Answer::new(
            ExemptionState::Confirmed,
            Finding::notice(ReasonId::OtherByNature)
                .code_of(line)
                .word(FactKey::Trait, Trait::Prevention.as_str()),
        ),
        Some("0" | "7") => Answer::new(
            ExemptionState::Unknown,
            Finding::doubt(ReasonId::OtherPreventionUnproven, DoubtBasis::Missing).code_of(line),
        ),
        Some(_) => Answer::new(
            ExemptionState::Contradicted,
            Finding::doubt(ReasonId::ExemptionCodeWithNature, DoubtBasis::Conflict).code_of(line),
        ),
    }
}

/// A right on record that the line does not use: maternity, or a ground for which there is a code.
fn missed(world: &World<'_>, line: &Line) -> Vec<Finding> {
    let dates = Dates::of(world, line);
    let ald = GroundSet::of(Ground::Ald);
    let maternity = Code::from_str(Nature::Maternity.as_str()).ok();
    let of_code = |(grounds, code): &(GroundSet, Code<4>)| (*grounds, FactKey::Suggested, code.resize());
    let codes = world.tables.codes.suggested_codes.iter().map(of_code);
    let usable = codes
        .chain([(GroundSet::of(Ground::Maternity), FactKey::Nature, maternity)])
        .filter(|(grounds, ..)| !grounds.intersects(ald) || line.relation == Relation::Related);
    for (grounds, key, suggested) in usable {
        let weighed = weigh(world, Asked::Grounds(grounds), dates.day);
        if let Outcome::Yes(period) = weighed.outcome {
            let found = weighed.tell(Finding::notice(ReasonId::ExemptionMissed));
            return vec![
                found
                    .tested((dates.day, dates.role))
                    .period(period)
                    .fact(key, suggested.map(FactValue::Code)),
            ];
        }
    }
    Vec::new()
}
