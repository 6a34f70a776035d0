//! The code that fits a line, other than the one that it has: products first, then rights on record.

use crate::code::{carries_ame, set};
use crate::line::Dates;
use crate::prevention::is_outside_campaign;
use crate::product;
use crate::said::Asked;
use crate::traits::Traits as _;
use crate::weigh::weigh;
use crate::world::World;
use tierspayant_core::model::{Code, Date, Line, Relation, Voucher};
use tierspayant_core::tables::{DateRule, Ground, GroundSet};

/// A ground on record for which there is a code, in the order in which one is suggested.
pub(crate) const CODED: &[(&[Ground], &str)] = &[
    (&[Ground::Ald], "4"),
    (&[Ground::ExemptPerson, Ground::Military], "5"),
    (&[Ground::Fsv], "9"),
    (&[Ground::SpecialEducation], "3"),
    (&[Ground::Infertility], "3"),
];

/// The code that fits a line on a day.
pub(crate) fn code(world: &World<'_>, line: &Line, day: Date) -> Option<Code<4>> {
    if !world.codes_exempt() || carries_ame(world) || line.has("military_infirmity") {
        return None;
    }
    let by_product = by_product(world, line).map(|(code, _)| code);
    let recorded = CODED
        .iter()
        .filter_map(|(grounds, code)| exempts(world, line, grounds, code, day).map(|_| *code));
    let mut codes = by_product.into_iter().chain(recorded);
    codes.find_map(|code| code.parse().ok().filter(|code| Some(*code) != line.exemption))
}

/// The code of care that is exempt by what it is, with the trait that says so.
pub(crate) fn by_product(world: &World<'_>, line: &Line) -> Option<(&'static str, &'static str)> {
    let by_row = product::row_that_fits(world, line).map(|word| ("3", word));
    let vaccine = line.has("flu_vaccine")
        && line.facts.voucher == Some(Voucher::Present)
        && product::exists(world, line, "flu_vaccine")
        && product::is_of_age(world) != Some(false)
        && !is_outside_campaign(world);
    by_row.or(vaccine.then_some(("7", "flu_vaccine")))
}

/// Of these grounds, those that exempt the line and are on record on its days; so is whatever their code asks for.
pub(crate) fn exempts(
    world: &World<'_>,
    line: &Line,
    grounds: &[Ground],
    code: &str,
    day: Date,
) -> Option<GroundSet> {
    let related = line.relation == Some(Relation::Related);
    let military = world.claim.scheme.regime == Some(world.tables.policy.military_scheme);
    let allowed = |ground: &Ground| match ground {
        Ground::Ald | Ground::SpecialEducation => related,
        Ground::Infertility => related || line.has("infertility"),
        Ground::Military => !related || military,
        _ => true,
    };
    let grounds: Vec<Ground> = grounds.iter().copied().filter(allowed).collect();
    // Care of the products table rests on no record, nor does care that a decision must allow.
    let by_what_it_is = product::is_listed(line) || needs_decision(world, line);
    if grounds.is_empty() || code == "3" && by_what_it_is {
        return None;
    }
    let grounds = set(&grounds);
    let asked = match code {
        "3" => set(&[
            Ground::Particular,
            Ground::Newborn,
            Ground::Infertility,
            Ground::SpecialEducation,
        ]),
        "5" => set(&[Ground::ExemptPerson, Ground::Military]),
        _ => grounds,
    };
    let dates = Dates::of(world, line);
    let open = dates.rule == DateRule::NotSettled && line.category.is_some();
    let other = dates.prescribed.filter(|_| open);
    let yes = |day: Date| {
        let on = |grounds: GroundSet| weigh(world, Asked::Grounds(grounds), day).outcome.is_yes();
        on(grounds) && on(asked)
    };
    let maternity = grounds == GroundSet::of(Ground::Maternity);
    let on_care = !maternity || yes(world.claim.care_date);
    (yes(day) && other.is_none_or(yes) && on_care).then_some(grounds)
}

/// Care whose exemption a decision must allow.
pub(crate) fn needs_decision(world: &World<'_>, line: &Line) -> bool {
    world
        .tables
        .policy
        .decision_needed
        .first_of(line.traits)
        .is_some()
}
