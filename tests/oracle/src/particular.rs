//! Code 3: particular exempt care.

use crate::calendar::from;
use crate::code::{Answer, doubt, granted, set};
use crate::finding::Finding;
use crate::line::Dates;
use crate::product;
use crate::said::Asked;
use crate::traits::Traits as _;
use crate::weigh::weigh;
use crate::world::World;
use tierspayant_core::model::{Category, Line, Mode, Relation, Trait};
use tierspayant_core::tables::{Ground, GroundSet};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Answer {
    if let Some(answer) = product::of_line(world, line) {
        return answer;
    }
    if let Some(one) = world
        .tables
        .policy
        .decision_needed
        .first_of(line.traits)
        .map(Trait::as_str)
    {
        let mut answer = doubt("other.not_settled", DoubtBasis::BeyondRules);
        let found = answer.found.into_iter();
        answer.found = found.map(|found| found.word("trait", one)).collect();
        return answer;
    }
    if is_remote_in_the_epidemic(world, line) && !rests_on_record(world, line) {
        let found = Finding::doubt("other.not_settled", DoubtBasis::BeyondRules);
        return Answer::new(ExemptionState::Unknown, found);
    }
    if line.has("prevention") && !rests_on_record(world, line) {
        let found = Finding::doubt("other.not_settled", DoubtBasis::BeyondRules);
        return Answer::new(ExemptionState::Unknown, found.word("trait", "prevention"));
    }
    if !line.has("infertility") && is_newborn(world, line) {
        return newborn(world, line);
    }
    let infertility = line.has("infertility");
    let on_record = |grounds: &[Ground]| on_either_day(world, line, grounds);
    let other = on_record(&[Ground::SpecialEducation, Ground::Particular]);
    let alone = infertility && (on_record(&[Ground::Infertility]) || !other);
    let mut answer = if alone {
        granted(world, line, GroundSet::of(Ground::Infertility))
    } else {
        granted(world, line, set(ALL))
    };
    match line.relation.unwrap_or(Relation::Unknown) {
        Relation::Unrelated => {
            answer.state = ExemptionState::Unrelated;
            let found = Finding::block("other.unrelated", NoBasis::Forbidden);
            answer.found.push(found.code_of(line));
        }
        Relation::Unknown if !infertility => {
            let found = Finding::doubt("other.relation_unknown", DoubtBasis::Missing);
            answer.found.push(found.code_of(line));
        }
        Relation::Unknown | Relation::Related => {}
    }
    answer
}

/// A consultation or care at a distance from 2020-03-18 to 2022-09-30, which was exempt for everybody.
fn is_remote_in_the_epidemic(world: &World<'_>, line: &Line) -> bool {
    let care = Some(world.claim.care_date);
    let act = matches!(line.category, Some(Category::Act | Category::ActSeries));
    let remote = world.claim.facts.mode == Some(Mode::Remote);
    act && remote && from(2020, 3, 18) <= care && care < from(2022, 10, 1)
}

/// Every ground of code 3.
const ALL: &[Ground] = &[
    Ground::Particular,
    Ground::Newborn,
    Ground::Infertility,
    Ground::SpecialEducation,
];

/// Whether prevention is care that a ground on record exempts, and not by what it is.
fn rests_on_record(world: &World<'_>, line: &Line) -> bool {
    line.relation != Some(Relation::Unrelated) && on_either_day(world, line, ALL)
}

/// Whether one of these grounds is on record on the line's day, or on that of the care.
fn on_either_day(world: &World<'_>, line: &Line, grounds: &[Ground]) -> bool {
    let days = [Dates::of(world, line).day, world.claim.care_date];
    let asked = Asked::Grounds(set(grounds));
    days.into_iter()
        .any(|day| weigh(world, asked, day).outcome.is_yes())
}

/// A new-born is on record, and no other ground of code 3.
fn is_newborn(world: &World<'_>, line: &Line) -> bool {
    let others = [Ground::Infertility, Ground::Particular, Ground::SpecialEducation];
    on_either_day(world, line, &[Ground::Newborn]) && !on_either_day(world, line, &others)
}

/// A new-born is exempt in an establishment only, and is not a year old.
fn newborn(world: &World<'_>, line: &Line) -> Answer {
    let mut answer = granted(world, line, GroundSet::of(Ground::Newborn));
    let stay = line.category == Some(Category::Stay);
    let id = "other.newborn_place";
    if stay {
    } else if world.setting() == "pharmacy" {
        answer.state = ExemptionState::Unrelated;
        let forbidden = Finding::block(id, NoBasis::Forbidden);
        answer.found.push(forbidden.code_of(line));
    } else {
        answer.state = ExemptionState::Unknown;
        let missing = Finding::doubt(id, DoubtBasis::Missing);
        answer.found.push(missing.code_of(line));
    }
    let care = world.claim.care_date;
    let a_year = 1..=i32::MAX;
    if world.birth.and_then(|birth| birth.is_aged(&a_year, care)) == Some(true) {
        let mut old = Finding::doubt("other.age_limit", DoubtBasis::Conflict)
            .word("right", Ground::Newborn.as_str())
            .code_of(line);
        old.remedies = vec!["claim.check_identity"];
        answer.found.push(old);
        if stay {
            answer.state = ExemptionState::Contradicted;
        }
    }
    answer
}
