//! Code 3: particular exempt care.

use crate::calendar::age;
use crate::code::{Found, doubt, granted, set};
use crate::opinion::Finding;
use crate::world::World;
use tierspayant_core::decision::{DoubtBasis, ExemptionState, NoBasis, ReasonId, RuleId};
use tierspayant_core::model::{Date, Line, Position, Trait};
use tierspayant_core::tables::{Ground, GroundSet};

pub(crate) fn on_day(world: &World<'_>, line: &Line, day: Date) -> Found {
    let policy = &world.tables.policy;
    if line.traits.iter().any(|one| policy.exempt_by_nature.has(one)) {
        return (
            ExemptionState::Confirmed,
            vec![Finding::notice(ReasonId::OtherByNature)],
        );
    }
    if line.traits.has(Trait::Contraception) {
        return contraception(world);
    }
    if line.traits.iter().any(|one| policy.decision_needed.has(one)) {
        return doubt(ReasonId::OtherNotSettled, DoubtBasis::BeyondRules);
    }
    if line.traits.has(Trait::Infertility) {
        return granted(world, line, day, GroundSet::of(Ground::Infertility));
    }
    let any = [
        Ground::Particular,
        Ground::Newborn,
        Ground::Infertility,
        Ground::SpecialEducation,
    ];
    granted(world, line, day, set(&any))
}

fn contraception(world: &World<'_>) -> Found {
    let care = world.claim.care_date;
    let rule = world.tables.rules.rule(RuleId::O02);
    if !rule.is_some_and(|rule| rule.validity.position(care) == Position::Within) {
        return doubt(ReasonId::OtherNotSettled, DoubtBasis::BeyondRules);
    }
    match birth(world) {
        None => doubt(ReasonId::OtherContraceptionAgeUnknown, DoubtBasis::Missing),
        Some(birth) if age(birth, care) >= world.tables.policy.contraception_age_limit => (
            ExemptionState::NotRecorded,
            vec![Finding::block(
                ReasonId::OtherContraceptionAge,
                NoBasis::Forbidden,
            )],
        ),
        Some(_) => (
            ExemptionState::Confirmed,
            vec![Finding::notice(ReasonId::OtherByNature)],
        ),
    }
}

/// The birth date of the claim, where it is a day of the calendar.
fn birth(world: &World<'_>) -> Option<Date> {
    let written: String = world.claim.person.birth_date?.as_str().replace('-', "");
    let number = Some(written).filter(|text| text.len() == 8)?.parse().ok()?;
    Date::from_yyyymmdd(number).ok()
}
