//! Code 3: particular exempt care.

use crate::calendar::age;
use crate::code::{Answer, doubt, granted, set};
use crate::line::Dates;
use crate::opinion::Finding;
use crate::world::World;
use tierspayant_core::ids::{ReasonId, RuleId};
use tierspayant_core::model::{Date, Line, Position, Trait};
use tierspayant_core::tables::{Ground, GroundSet};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Answer {
    let policy = &world.tables.policy;
    if line.traits.has(Trait::Contraception) {
        return contraception(world, Dates::of(world, line).day);
    }
    if policy.exempt_by_nature.first_of(line.traits).is_some() {
        return Answer::new(
            ExemptionState::Confirmed,
            Finding::notice(ReasonId::OtherByNature),
        );
    }
    if policy.decision_needed.first_of(line.traits).is_some() {
        return doubt(ReasonId::OtherNotSettled, DoubtBasis::BeyondRules);
    }
    if line.traits.has(Trait::Infertility) {
        return granted(world, line, GroundSet::of(Ground::Infertility));
    }
    let any = [
        Ground::Particular,
        Ground::Newborn,
        Ground::Infertility,
        Ground::SpecialEducation,
    ];
    granted(world, line, set(&any))
}

fn contraception(world: &World<'_>, day: Date) -> Answer {
    let care = world.claim.care_date;
    let rule = world.tables.rules.rule(RuleId::O02);
    if rule.is_none_or(|rule| rule.validity.position(care) != Position::Within) {
        return doubt(ReasonId::OtherNotSettled, DoubtBasis::BeyondRules);
    }
    match birth(world) {
        None => doubt(ReasonId::OtherContraceptionAgeUnknown, DoubtBasis::Missing),
        Some(birth) if age(birth, day) >= world.tables.policy.contraception_age_limit => Answer::new(
            ExemptionState::NotRecorded,
            Finding::block(ReasonId::OtherContraceptionAge, NoBasis::Forbidden),
        ),
        Some(_) => Answer::new(
            ExemptionState::Confirmed,
            Finding::notice(ReasonId::OtherByNature),
        ),
    }
}

/// The birth date of the claim; one with an impossible month or day counts as 1 January of its year.
pub(crate) fn birth(world: &World<'_>) -> Option<Date> {
    let written: String = world.claim.person.birth_date?.as_str().replace('-', "");
    let number: u32 = Some(written).filter(|text| text.len() == 8)?.parse().ok()?;
    let first = Date::from_ymd(i32::try_from(number / 10_000).ok()?, 1, 1);
    Date::from_yyyymmdd(number).or(first).ok()
}
