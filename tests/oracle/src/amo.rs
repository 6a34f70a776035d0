//! Base rights (AMO), and what every question has in common.

use crate::contract::carries;
use crate::finding::Finding;
use crate::freshness::{is_fresh, recency};
use crate::line::Dates;
use crate::product::of_age;
use crate::record::Absence;
use crate::record::Says;
use crate::said::{Asked, reaches, says, speaks_on};
use crate::traits::Traits as _;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use std::cmp::Reverse;
use tierspayant_core::finding::Effect;
use tierspayant_core::model::{
    CardState, Category, Code, Date, Line, Mode, Nature, Position, Share, Snapshot,
};
use tierspayant_core::tables::{DateRole, RightKind, SituationPays};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// Base rights for each line; said once where every line asks for the same days.
pub(crate) fn coverage(world: &World<'_>) -> Vec<Finding> {
    let dates: Vec<Days> = world.lines().map(|(_, line)| Days::of(world, line)).collect();
    let same = dates.iter().all(|one| Some(one) == dates.first());
    let mut found: Vec<Finding> = secret_differs(world).into_iter().collect();
    // The AME is for who has no base rights.
    let ame = weigh(world, Asked::Contract(RightKind::Ame), world.claim.care_date);
    if carries(world, RightKind::Ame) && ame.outcome.is_yes() {
        return found;
    }
    for (place, dates) in (0_u16..).zip(&dates) {
        let on_line = on_days(world, *dates);
        found.extend(
            on_line
                .into_iter()
                .map(|one| if same { one } else { one.at(place) }),
        );
    }
    found
}

/// The days on which base rights are asked: that of the care, and for some lines that of the prescription as well.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Days {
    prescription: Option<Date>,
    /// The prescription counts for the exemption, and its date is missing.
    missing: bool,
}

impl Days {
    fn of(world: &World<'_>, line: &Line) -> Self {
        let dates = Dates::of(world, line);
        let both = asks_both(world, line) && !dates.direct;
        let prescribed = dates.prescribed.filter(|day| *day != world.claim.care_date);
        Days {
            prescription: prescribed.filter(|_| both),
            missing: dates.unknown(),
        }
    }
}

/// Devices, biology, series, stays, and lines that do not say what they bill; a device under a CSS counts on the care.
fn asks_both(world: &World<'_>, line: &Line) -> bool {
    match line.category {
        Some(Category::Device) => !carries(world, RightKind::Css),
        Some(Category::Drug | Category::Act | Category::Transport) => false,
        Some(Category::Biology | Category::ActSeries | Category::Stay) | None => true,
    }
}

fn on_days(world: &World<'_>, days: Days) -> Vec<Finding> {
    let care = (world.claim.care_date, DateRole::Care);
    let weighed = weigh(world, Asked::Coverage, care.0);
    let prescribed = days.prescription.map(|day| weigh(world, Asked::Coverage, day));
    let other = prescribed.as_ref().map(|one| one.outcome);
    let found: Vec<Finding> = weighed.common.clone();
    let tell = |one: Finding| {
        let one = one.tested(care).said(weighed.decides());
        match weighed.outcome {
            Outcome::No(absence) => bound(one, absence),
            _ => one,
        }
    };
    let two_dates = |answer: &'static str, absence: Absence| {
        let found = Finding::doubt("coverage.two_dates", DoubtBasis::BeyondRules);
        let found = bound(weighed.tell(found).tested(care), absence);
        let prescription = days.prescription.map(|day| (day, DateRole::Prescription));
        let found = found.word("other_answer", answer);
        vec![match prescription {
            Some(other) => found.other(other),
            None => found,
        }]
    };
    let unknown = || vec![tell(Finding::doubt("coverage.unknown", DoubtBasis::Missing)).on(Share::Amo)];
    let main = match (weighed.outcome, other) {
        (Outcome::No(_), _) if world.claim.nature == Some(Nature::Accident) => {
            let id = "coverage.closed_under_accident";
            vec![tell(Finding::doubt(id, DoubtBasis::BeyondRules)).on(Share::Amo)]
        }
        (Outcome::No(absence), Some(Outcome::Yes(_))) => two_dates("yes", absence),
        // Closed base rights concern both shares: nothing is paid.
        (Outcome::No(_), Some(Outcome::No(_))) => closed(tell),
        (Outcome::No(_), Some(_)) => unknown(),
        (Outcome::No(_), None) if days.missing => unknown(),
        (Outcome::No(_), None) => closed(tell),
        (Outcome::Yes(_), Some(Outcome::No(absence))) if world.claim.nature != Some(Nature::Accident) => {
            two_dates("no", absence)
        }
        (Outcome::Unknown, _) if is_secret(world) => {
            vec![Finding::notice("coverage.secret").on(Share::Amo)]
        }
        (Outcome::Unknown, _) => unknown(),
        _ => Vec::new(),
    };
    let common = found.into_iter().map(|one| one.on(Share::Amo));
    main.into_iter().chain(common).collect()
}

/// Secrecy claimed by a person of age, or for care that no text gives it to.
fn secret_differs(world: &World<'_>) -> Option<Finding> {
    let mode = world.claim.facts.mode.filter(|mode| *mode == Mode::Secrecy)?;
    let basis = match age(world) {
        None => DoubtBasis::Missing,
        Some(true) => DoubtBasis::BeyondRules,
        Some(false) if !world.lines().all(|(_, line)| may_be_secret(line)) => DoubtBasis::BeyondRules,
        Some(false) => return None,
    };
    Some(Finding::doubt("coverage.secret_differs", basis).word("mode", mode.as_str()))
}

/// A minor who keeps the secret: the claim goes under a fictitious number, and no right is looked up.
fn is_secret(world: &World<'_>) -> bool {
    // Somebody was looked up, and it is not known that it is this person.
    let unclear = |one: &Finding| matches!(one.id, "identity.ambiguous" | "identity.other_person");
    if world
        .identity
        .iter()
        .any(|one| unclear(one) && one.effect != Effect::Notice)
    {
        return false;
    }
    let without_card = world.card() == Some(CardState::Absent);
    let care = world.claim.care_date;
    !world.heard.iter().any(|one| speaks_on(world, one, care))
        && age(world) == Some(false)
        && without_card
        && world.lines().all(|(_, line)| may_be_secret(line))
}

/// Whether the person is of age on the day of the care, where that is known.
fn age(world: &World<'_>) -> Option<bool> {
    world
        .birth_of_claim()
        .and_then(|birth| of_age(birth, world.claim.care_date))
}

/// Care that a minor may keep secret, under code 3.
fn may_be_secret(line: &Line) -> bool {
    let words = [
        "contraception",
        "emergency_contraception",
        "condom",
        "ivg",
        "ist_test",
        "hiv_test",
    ];
    line.exemption.is_some_and(|code| code.as_str() == "3") && line.first_of(&words).is_some()
}

fn closed(tell: impl Fn(Finding) -> Finding) -> Vec<Finding> {
    vec![tell(Finding::block("coverage.not_open", NoBasis::NotGranted)).letter("Y")]
}

/// Situations under which the fund pays nothing, or no care due to an accident.
pub(crate) fn not_covered(world: &World<'_>) -> Vec<Finding> {
    let accident = world.claim.nature == Some(Nature::Accident)
        || world
            .claim
            .accident
            .is_some_and(|one| one.number.is_some() || one.date.is_some());
    let mut asked = vec![("coverage.not_covered", SituationPays::Nothing)];
    if accident {
        asked.push(("coverage.accident_not_covered", SituationPays::NoAccident));
    }
    let mut found = Vec::new();
    for (id, pays) in asked {
        let care = world.claim.care_date;
        let weighed = weigh(world, Asked::Pays(pays), care);
        let open = matches!(weighed.outcome, Outcome::Conflict | Outcome::Stale);
        if open && world.heard.iter().any(|one| shows_situation(world, one, pays)) {
            found.extend(weighed.common.iter().cloned().map(|one| one.on(Share::Amo)));
        }
        let Some(decides) = weighed.decides().filter(|_| weighed.outcome.is_yes()) else {
            continue;
        };
        let codes = decides.codes.iter().flatten();
        let mut shown = codes
            .filter(|one| one.period.position(care) == Position::Within)
            .filter_map(|one| one.situation)
            .filter(|code| {
                world
                    .tables
                    .codes
                    .situations
                    .get(code)
                    .is_some_and(|one| one.pays == pays)
            });
        let block = Finding::block(id, NoBasis::NotGranted).code("record_code", shown.next());
        found.push(block.said(decides).on(Share::Amo));
    }
    found
}

/// Whether somebody who speaks shows such a situation on the day of the care.
fn shows_situation(world: &World<'_>, one: &Snapshot, pays: SituationPays) -> bool {
    let care = world.claim.care_date;
    matches!(says(world, one, Asked::Pays(pays), care), Says::Yes(_))
}

/// A situation in no table may be one that pays nothing: of the strongest fresh snapshots that carry one that day.
pub(crate) fn unknown_situation(world: &World<'_>) -> Vec<Finding> {
    let care = world.claim.care_date;
    let on_day = |one: &Snapshot| -> Vec<Code<8>> {
        let codes = one.codes.iter().flatten();
        let on_day = codes.filter(|code| code.period.position(care) == Position::Within);
        on_day.filter_map(|code| code.situation).collect()
    };
    let rank = |one: &Snapshot| (world.tables.source(one.source).strength, recency(one));
    let carrying: Vec<&&Snapshot> = world
        .heard
        .iter()
        .filter(|one| is_fresh(world, one) && reaches(world, one, care) && !on_day(one).is_empty())
        .collect();
    let top = carrying.iter().map(|one| rank(one)).max();
    let mut found = Vec::new();
    for one in carrying.iter().filter(|one| Some(rank(one)) == top) {
        let unknown = |code: &Code<8>| !world.tables.codes.situations.contains_key(code);
        for code in on_day(one).into_iter().filter(unknown) {
            let doubt = Finding::doubt("coverage.situation_unknown", DoubtBasis::BeyondRules);
            let told = doubt.tested((care, DateRole::Care)).code("record_code", code);
            found.push(told.said(**one).on(Share::Amo));
        }
    }
    found
}

/// Why a right is not there, with the bound on record.
pub(crate) fn bound(found: Finding, absence: Absence) -> Finding {
    match absence {
        Absence::NotRecorded => found,
        Absence::NotStarted(Reverse(start)) => found.day("start", start),
        Absence::Ended(end) => found.day("end", end),
        Absence::NotActive((end, _), _, status) => found.day("end", end.day).status(Some(status)),
    }
}

/// What became of an exemption, from the outcome of its question.
pub(crate) fn state(outcome: Outcome) -> ExemptionState {
    match outcome {
        Outcome::Yes(_) => ExemptionState::Confirmed,
        Outcome::No(Absence::NotRecorded | Absence::NotActive(..)) => ExemptionState::NotRecorded,
        Outcome::No(Absence::NotStarted(_)) => ExemptionState::NotStarted,
        Outcome::No(Absence::Ended(_)) => ExemptionState::Ended,
        Outcome::Pending(_) => ExemptionState::Pending,
        Outcome::Conflict => ExemptionState::Contradicted,
        Outcome::Stale | Outcome::Unknown => ExemptionState::Unknown,
    }
}
