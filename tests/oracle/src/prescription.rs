//! Products and prescriptions: what needs the card, generics refused, prescriptions too old, traits not understood.

use crate::calendar::{from, plus_months};
use crate::contract::carries;
use crate::finding::Finding;
use crate::line::Dates;
use crate::product;
use crate::said::Asked;
use crate::traits::Traits as _;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::finding::Effect;
use tierspayant_core::ids::RuleId;
use tierspayant_core::model::{CardState, Category, Date, Line, Nature, Position, PrescriptionState, Trait};
use tierspayant_core::tables::{DateRole, RightKind};
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

pub(crate) fn findings(world: &World<'_>, line: &Line, dates: Dates) -> Vec<Finding> {
    let mut found: Vec<Finding> = card(world, line)
        .into_iter()
        .chain(age(world, line, dates))
        .collect();
    found.extend(refused(world, line));
    if line.traits.has_unknown() {
        found.push(Finding::doubt("rules.trait_unknown", DoubtBasis::BeyondRules));
    }
    if dates.unknown() {
        let missing = Finding::doubt("time.prescription_missing", DoubtBasis::Missing);
        found.push(missing.word("date_role", DateRole::Prescription.as_str()));
    }
    let claim = world.claim;
    let care = claim.care_date;
    if let Some(day) = dates.prescribed.filter(|day| care < *day) {
        let urgent = line.facts.transport.urgent == Some(true);
        let after = if urgent {
            Finding::notice("time.prescription_after_care")
        } else {
            Finding::doubt("time.prescription_after_care", DoubtBasis::Conflict)
        };
        found.push(
            after
                .tested((day, DateRole::Prescription))
                .other((care, DateRole::Care)),
        );
    }
    found
}

/// A generic that is refused, unless the law sets it apart; a biosimilar or a hybrid that is refused.
fn refused(world: &World<'_>, line: &Line) -> Vec<Finding> {
    let mut found = Vec::new();
    let care = Some(world.claim.care_date);
    let apart = line.first_of(&["tfr_group", "generic_not_cheaper", "not_substitutable"]);
    // Nowhere before 2007, in some departments before August 2012.
    let none_yet = care < from(2007, 1, 1);
    match apart.filter(|_| line.has("generic_refused")) {
        _ if none_yet => {}
        Some(apart) => {
            found.push(Finding::notice("pharmacy.generic_exception").word("trait", apart));
        }
        None if line.has("generic_refused") => {
            let id = "pharmacy.generic_refused";
            let refused = if from(2012, 8, 1) <= care {
                Finding::block(id, NoBasis::Forbidden)
            } else {
                Finding::doubt(id, DoubtBasis::BeyondRules)
            };
            found.push(refused.word("trait", "generic_refused"));
        }
        None => {}
    }
    let other = line.first_of(&["biosimilar_refused", "hybrid_refused"]);
    if let Some(other) = other.filter(|_| from(2026, 1, 1) <= Some(world.claim.care_date)) {
        let refused = Finding::doubt("pharmacy.biosimilar_refused", DoubtBasis::BeyondRules);
        found.push(refused.word("trait", other));
    }
    found
}

/// A prescription that is too old on the day of the care.
fn age(world: &World<'_>, line: &Line, dates: Dates) -> Option<Finding> {
    let care = world.claim.care_date;
    let prescribed = dates.prescribed?;
    let age = care.days_since(prescribed);
    let reaches = |months: i32| plus_months(prescribed, months).is_some_and(|day| day <= care);
    let tell = |found: Finding, months: i32| {
        let last = plus_months(prescribed, months).and_then(|day| day.previous());
        let found = found.tested((prescribed, DateRole::Prescription));
        found
            .days("age_days", age)
            .days("allowed_days", last.map(|last| last.days_since(prescribed)))
    };
    let drug = |months: i32, firm: i32| {
        let id = "pharmacy.prescription_old";
        let found = if age > firm {
            Finding::block(id, NoBasis::Forbidden)
        } else {
            Finding::doubt(id, DoubtBasis::BeyondRules)
        };
        tell(found, months)
    };
    match line.category? {
        Category::Drug => {
            let by_months = if line.has("first_supply") && reaches(3) {
                Some(drug(3, 93))
            } else {
                let months = if from(2024, 11, 29) <= Some(care) {
                    15
                } else if from(2008, 2, 7) <= Some(care) {
                    13
                } else {
                    12
                };
                reaches(months).then(|| drug(months, 651))
            };
            let forbids = |found: &Finding| matches!(found.effect, Effect::Block(_));
            by_months
                .clone()
                .filter(forbids)
                .or_else(|| lapsed(line, prescribed, age))
                .or(by_months)
        }
        Category::Stay => None,
        _ => reaches(12).then(|| {
            tell(
                Finding::doubt("time.prescription_old", DoubtBasis::BeyondRules),
                12,
            )
        }),
    }
}

/// A prescription for a drug that lapses by days: one under a condition, and one for a narcotic.
fn lapsed(line: &Line, prescribed: Date, age: i32) -> Option<Finding> {
    let conditional = line.facts.prescription.state == Some(PrescriptionState::Conditional);
    let limits = [
        (conditional, 6, None),
        (line.has("narcotic"), 27, Some("narcotic")),
    ];
    let (_, allowed, product) = limits
        .into_iter()
        .find(|(holds, allowed, _)| *holds && age > *allowed)?;
    let found = Finding::doubt("pharmacy.prescription_old", DoubtBasis::BeyondRules);
    let found = found.tested((prescribed, DateRole::Prescription));
    let found = found.days("age_days", age).days("allowed_days", allowed);
    let found = found.day("limit", prescribed.plus_days(allowed));
    Some(found.word("trait", product))
}

/// What the birth date says of the first three months of a life.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Infant {
    Yes,
    No,
    Open,
    NotSaid,
}

fn infant(world: &World<'_>) -> Infant {
    let care = world.claim.care_date;
    let Some(birth) = world.birth_of_claim() else {
        return Infant::NotSaid;
    };
    // The last day that is surely within, and the first that is surely not.
    let bounds = |born: Date| {
        let third = plus_months(born, 3)?;
        let short = third.day() != born.day();
        let first_after = if short { third.next()? } else { third };
        Some((third, first_after))
    };
    let Some(((sure, _), (_, after))) = bounds(birth.first).zip(bounds(birth.last)) else {
        return Infant::NotSaid;
    };
    if care < birth.first || after <= care {
        Infant::No
    } else if care < sure && birth.last <= care {
        Infant::Yes
    } else {
        Infant::Open
    }
}

/// Products that pharmacists bill in tiers payant with the card only.
fn card(world: &World<'_>, line: &Line) -> Option<Finding> {
    let claim = world.claim;
    let policy = &world.tables.policy;
    let care = claim.care_date;
    let rule = world.tables.rules.rule(RuleId::V02)?;
    let holds = rule.validity.position(care) == Position::Within;
    let direct = product::in_force(line, care).is_some_and(|row| row.direct);
    if !holds || world.setting() != "pharmacy" || direct {
        return None;
    }
    let by_date = infant(world);
    let by_trait = line.has("infant_under_3_months");
    let young = by_date == Infant::Yes || (by_date == Infant::NotSaid && by_trait);
    let ame = weigh(world, Asked::Contract(RightKind::Ame), care).outcome;
    if line.has("nursing_home") || young || ame.is_yes() {
        return None;
    }
    let product = policy.card_products.first_of(line.traits);
    let drug = matches!(line.category, None | Some(Category::Drug));
    let dear = line
        .amount_cents
        .is_some_and(|cents| cents > policy.card_needed_above_cents);
    let tell = |one: Finding| {
        let card = world.card().map_or("unknown", CardState::as_str);
        let one = one.word("card", card);
        Some(one.word("trait", product.map(Trait::as_str)))
    };
    let may = |basis| tell(Finding::doubt("card.may_be_needed", basis));
    let ame_open = carries(world, RightKind::Ame) && !matches!(ame, Outcome::Yes(_) | Outcome::No(_));
    match (world.card(), product.is_some()) {
        (Some(CardState::Read | CardState::Opposed), _) => None,
        (Some(CardState::Absent), true) if by_trait && by_date == Infant::No => may(DoubtBasis::Conflict),
        (Some(CardState::Absent), true) if by_date == Infant::Open => may(DoubtBasis::Missing),
        (Some(CardState::Absent), true) if ame_open => may(DoubtBasis::Missing),
        (Some(CardState::Absent), true) if claim.nature == Some(Nature::Accident) => {
            may(DoubtBasis::BeyondRules)
        }
        (Some(CardState::Absent), true) => tell(Finding::block("card.needed", NoBasis::Forbidden)),
        (Some(CardState::Unreadable), true) => may(DoubtBasis::BeyondRules),
        (None, true) => may(DoubtBasis::Missing),
        // The amount of a line is not the price of a box.
        (_, false) if drug && dear => may(DoubtBasis::Missing),
        (_, false) => None,
    }
}
