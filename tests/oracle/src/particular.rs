//! Code 3: particular exempt care.

use crate::calendar::age;
use crate::code::{Answer, granted, set};
use crate::finding::Finding;
use crate::line::Dates;
use crate::world::World;
use tierspayant_core::finding::FactKey;
use tierspayant_core::ids::{ReasonId, RuleId};
use tierspayant_core::model::{Date, Line, Position, Trait};
use tierspayant_core::tables::{Ground, GroundSet};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Answer {
    let policy = &world.tables.policy;
    if line.traits.has(Trait::Contraception) {
        return contraception(world, Dates::of(world, line).day);
    }
    if let Some(one) = policy.exempt_by_nature.first_of(line.traits) {
        let found = Finding::notice(ReasonId::OtherByNature);
        return Answer::new(ExemptionState::Confirmed, on_trait(found, one));
    }
    if let Some(one) = policy.decision_needed.first_of(line.traits) {
        return not_settled(one);
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

fn on_trait(found: Finding, one: Trait) -> Finding {
    found.word(FactKey::Trait, one.as_str())
}

fn not_settled(one: Trait) -> Answer {
    let found = Finding::doubt(ReasonId::OtherNotSettled, DoubtBasis::BeyondRules);
    Answer::new(ExemptionState::Unknown, on_trait(found, one))
}

fn contraception(world: &World<'_>, day: Date) -> Answer {
    let care = world.claim.care_date;
    let rule = world.tables.rules.rule(RuleId::O02);
    if rule.is_none_or(|rule| rule.validity.position(care) != Position::Within) {
        return not_settled(Trait::Contraception);
    }
    let tell = |found| on_trait(found, Trait::Contraception);
    match birth(world) {
        None => Answer::new(
            ExemptionState::Unknown,
            tell(Finding::doubt(
                ReasonId::OtherContraceptionAgeUnknown,
                DoubtBasis::Missing,
            )),
        ),
        Some(birth) if age(birth, day) >= world.tables.policy.contraception_age_limit => Answer::new(
            ExemptionState::NotRecorded,
            tell(Finding::block(
                ReasonId::OtherContraceptionAge,
                NoBasis::Forbidden,
            )),
        ),
        Some(_) => Answer::new(
            ExemptionState::Confirmed,
            tell(Finding::notice(ReasonId::OtherByNature)),
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
