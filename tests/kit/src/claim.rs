//! Claims.

use crate::days::Days;
use crate::facts;
use crate::person::{person, scheme};
use crate::pools::Kit;
use crate::random::Random;
use tierspayant_core::model::{
    CardState, Category, Claim, ClaimAccident, ClaimContract, Date, Line, Nature, Origin, Period, Relation,
    Setting, ShareSet, Trait, Traits,
};

pub(crate) fn claim(kit: &Kit, random: &mut Random, days: &mut Days, care: Date) -> Claim {
    let nature = random.perhaps(94, &kit.natures);
    let accident = if nature == Some(Nature::Accident) {
        random.chance(90)
    } else {
        random.chance(5)
    };
    let contract = random.chance(55).then(|| contract(kit, random, days));
    let shares: &[ShareSet] = if contract.is_some() {
        &[ShareSet::Amo, ShareSet::Both, ShareSet::Both, ShareSet::Amc]
    } else {
        &[ShareSet::Amo, ShareSet::Amo, ShareSet::Amo, ShareSet::Both]
    };
    let lines = [1, 1, 1, 2, 2, 3];
    let lines = random.pick(&lines).unwrap_or(1);
    let mut claim = Claim {
        id: random.chance(20).then(|| "F-1".into()),
        setting: setting(random),
        care_date: care,
        prescription_date: prescription(random, days),
        transmission_date: days.maybe(random, 20),
        person: person(kit, random, care),
        scheme: scheme(kit, random),
        card: card(random),
        nature,
        accident: accident.then(|| ClaimAccident {
            number: random.perhaps(75, &kit.accidents),
            date: days.maybe(random, 70),
        }),
        contract,
        third_party: random.pick(shares),
        lines: (1..=lines)
            .map(|number| line(kit, random, days, number))
            .collect(),
        ..Claim::on(care)
    };
    facts::of_claim(kit, random, &mut claim);
    claim
}

/// A pharmacy more often than all others together, or nobody said.
fn setting(random: &mut Random) -> Option<Setting> {
    match random.below(10) {
        0..=2 => None,
        3..=6 => Some(Setting::Pharmacy),
        _ => random.pick(Setting::ALL),
    }
}

fn card(random: &mut Random) -> Option<CardState> {
    match random.below(20) {
        0..=10 => Some(CardState::Read),
        11..=14 => Some(CardState::Absent),
        15..=16 => Some(CardState::Unreadable),
        17 => Some(CardState::Opposed),
        _ => None,
    }
}

/// Most often the day of the care or some days before it.
fn prescription(random: &mut Random, days: &mut Days) -> Option<Date> {
    let day = match random.below(10) {
        0 => None,
        1..=3 => days.care(),
        _ => days.day(random),
    }?;
    let late = days.care().is_some_and(|care| care < day);
    if late && random.chance(80) {
        days.care()
    } else {
        Some(day)
    }
}

fn contract(kit: &Kit, random: &mut Random, days: &mut Days) -> ClaimContract {
    let css: &[&str] = &["99999997", "88888888"];
    if random.chance(45) {
        return ClaimContract {
            number: random.pick(css).and_then(|number| number.parse().ok()),
            contract_type: "89".parse().ok(),
            ..ClaimContract::default()
        };
    }
    let (start, end) = (days.maybe(random, 5), days.maybe(random, 5));
    ClaimContract {
        number: random.perhaps(85, &kit.numbers),
        contract_type: random.perhaps(75, &kit.types),
        service: None,
        indicator: random.perhaps(10, &kit.indicators),
        period: Period::new(start, end)
            .or_else(|_| Period::new(start, None))
            .unwrap_or(Period::ALWAYS),
    }
}

fn line(kit: &Kit, random: &mut Random, days: &mut Days, number: u32) -> Line {
    let category = match random.below(20) {
        0..=7 => Some(Category::Drug),
        8 => None,
        _ => random.pick(Category::ALL),
    };
    let exemption = match random.below(20) {
        0 => None,
        1..=2 => random.pick(&kit.rare_codes),
        _ => random.pick(&kit.codes),
    };
    let mut line = Line {
        category,
        exemption,
        relation: random.pick(&[
            Relation::Related,
            Relation::Related,
            Relation::Related,
            Relation::Unrelated,
            Relation::Unknown,
        ]),
        origin: random.perhaps(60, Origin::ALL),
        amount_cents: random.perhaps(60, &[0, 890, 30_000, 30_001, 99_999]),
        traits: traits(random),
        ..Line::named(number.to_string())
    };
    facts::of_line(random, days, &mut line);
    line
}

fn traits(random: &mut Random) -> Traits {
    let mut traits = Traits::default();
    for _ in 0..[0, 0, 0, 1, 1, 2]
        .get(usize::try_from(random.below(6)).unwrap_or(0))
        .copied()
        .unwrap_or(0)
    {
        if let Some(one) = random.pick(Trait::ALL) {
            traits.insert(one);
        }
    }
    if random.chance(3) {
        traits.insert_unknown();
    }
    traits
}
