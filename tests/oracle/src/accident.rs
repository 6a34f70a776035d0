//! Nature 41: the accident that the claim names, on record on that day, for related care.

use crate::amo::{bound, state};
use crate::code::Answer;
use crate::finding::Finding;
use crate::implausible;
use crate::line::Dates;
use crate::maternity::code_0;
use crate::record::Absence;
use crate::said::{Asked, same_accident, same_number};
use crate::traits::Traits as _;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use std::str::FromStr;
use tierspayant_core::model::{
    ClaimAccident, Code, Date, Line, Nature, Relation, Snapshot, Source, TransportGround,
};
use tierspayant_core::tables::{DateRole, DateRule};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Answer {
    // Whatever the category, the day of the care.
    let day = world.claim.care_date;
    let named = world.claim.accident.unwrap_or_default();
    let mut found = Vec::new();
    let mut became = ExemptionState::Unknown;
    let tell = |one: Finding| one.asked(Asked::Accident(named), day);
    if named.number.is_none() && named.date.is_none() {
        let missing = tell(Finding::doubt("at_mp.reference_missing", DoubtBasis::Missing));
        found.push(named_instead(world, missing));
    } else {
        became = on_record(world, line, named, day, &mut found);
    }
    // Care is not earlier than the accident: by the claim's date, else by that on record.
    let (accident, source) = match named.date {
        Some(date) => (Some(date), None),
        None => recorded_day(world, named),
    };
    if let Some(accident) = accident.filter(|accident| day < *accident) {
        let early = Finding::block("at_mp.care_before_accident", NoBasis::Forbidden);
        found.push(tell(early).day("accident_date", accident).said(source));
        became = ExemptionState::NotStarted;
    }
    // Only related care.
    match line.relation.unwrap_or(Relation::Unknown) {
        Relation::Related => {}
        Relation::Unrelated => {
            found.push(tell(Finding::block("at_mp.unrelated", NoBasis::Forbidden)));
            became = ExemptionState::Unrelated;
        }
        Relation::Unknown => found.push(tell(Finding::doubt(
            "at_mp.relation_unknown",
            DoubtBasis::Missing,
        ))),
    }
    let mut answer = Answer {
        state: became,
        day: Some((day, DateRole::Care)),
        found,
    };
    implausible::right(world, line, &mut answer, false);
    code_0(world, line, answer)
}

fn on_record(
    world: &World<'_>,
    line: &Line,
    named: ClaimAccident,
    day: Date,
    found: &mut Vec<Finding>,
) -> ExemptionState {
    let weighed = weigh(world, Asked::Accident(named), day);
    let prescribed = Dates::of(world, line);
    let other = prescribed
        .prescribed
        .filter(|_| prescribed.rule == DateRule::PrescriptionOrBetter)
        .filter(|other| *other != day && weigh(world, Asked::Accident(named), *other).outcome.is_yes());
    found.extend(weighed.common.clone());
    if let Some(other) = weighed.decides().and_then(|one| other_day(one, named)) {
        let differs = Finding::doubt("at_mp.date_differs", DoubtBasis::Conflict);
        found.push(
            weighed
                .tell(differs)
                .day("accident_date", named.date)
                .day("other_date", other),
        );
    }
    match weighed.outcome {
        Outcome::No(absence @ Absence::Ended(_)) if line.has("agreed_after_consolidation") => {
            let agreed = Finding::doubt("at_mp.agreed_care", DoubtBasis::BeyondRules);
            found.push(bound(weighed.tell(agreed), absence));
        }
        Outcome::No(absence) if other.is_some() && absence != Absence::NotRecorded => {
            let two = Finding::doubt("at_mp.two_dates", DoubtBasis::BeyondRules);
            let two = weighed.tell(two).tested((day, DateRole::Care));
            let two = match other {
                Some(other) => two.other((other, DateRole::Prescription)),
                None => two,
            };
            found.push(of_absence(two.word("other_answer", "yes"), absence));
        }
        Outcome::No(Absence::NotRecorded) if is_recent(world) => {
            let mut unknown = Finding::doubt("at_mp.unknown", DoubtBasis::Missing);
            unknown.remedies = vec!["proof.send"];
            found.push(weighed.tell(unknown));
            return ExemptionState::Unknown;
        }
        Outcome::No(absence) => {
            let id = match absence {
                Absence::NotRecorded => "at_mp.not_recorded",
                Absence::NotStarted(_) => "at_mp.not_started",
                Absence::Ended(_) => "at_mp.ended",
                Absence::NotActive(..) => "at_mp.not_active",
            };
            let told = weighed.tell(Finding::block(id, NoBasis::NotGranted));
            let told = match absence {
                Absence::NotRecorded => named_instead(world, told.letter("W")),
                _ => told,
            };
            found.push(of_absence(told, absence));
        }
        Outcome::Pending(_) => found.push(weighed.tell(Finding::doubt("at_mp.pending", DoubtBasis::Pending))),
        Outcome::Unknown => found.push(weighed.tell(Finding::doubt("at_mp.unknown", DoubtBasis::Missing))),
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale => {}
    }
    state(weighed.outcome)
}

/// Why it is not there, without the last day of what is not in force.
fn of_absence(found: Finding, absence: Absence) -> Finding {
    match absence {
        Absence::NotActive(_, _, status) => found.status(Some(status)),
        _ => bound(found, absence),
    }
}

/// A finding with the accident on record, where there is but one.
fn named_instead(world: &World<'_>, found: Finding) -> Finding {
    match the_accident(world) {
        Some((number, date)) => found.code("record_code", number).day("accident_date", date),
        None => found,
    }
}

/// The accident on record, where all entries of all snapshots but hand-typed ones have the same number and date.
pub(crate) fn the_accident(world: &World<'_>) -> Option<(Option<Code<12>>, Option<Date>)> {
    let said = world.heard.iter().filter(|one| one.source != Source::Manual);
    let entries = said.flat_map(|one| one.accidents.iter().flatten());
    let named: Vec<_> = entries.map(|one| (one.number, one.date)).collect();
    let first = named.first().copied()?;
    named.iter().all(|one| *one == first).then_some(first)
}

/// The earliest day of the accident under the number of the claim, in the snapshot that decides.
pub(crate) fn recorded_day<'a>(
    world: &World<'a>,
    named: ClaimAccident,
) -> (Option<Date>, Option<&'a Snapshot>) {
    let weighed = weigh(world, Asked::Accident(named), world.claim.care_date);
    let Some(decides) = weighed.decides() else {
        return (None, None);
    };
    let entries = decides.accidents.iter().flatten();
    let same = entries.filter(|one| same_accident(named, one));
    (same.filter_map(|one| one.date).min(), Some(decides))
}

/// Ten days after an accident the fund may not have it yet.
fn is_recent(world: &World<'_>) -> bool {
    let day = world.claim.accident.and_then(|one| one.date);
    let until = day.and_then(|day| day.plus_days(10));
    until.is_some_and(|until| world.claim.care_date <= until)
}

/// An accident is named under another nature, or is the ground of a transport: the two contradict each other.
pub(crate) fn under_other_nature(world: &World<'_>, line: &Line) -> Option<Finding> {
    let named = world.claim.accident.unwrap_or_default();
    let nature = world.claim.nature.filter(|nature| *nature != Nature::Accident)?;
    let ground = line.facts.transport.ground == Some(TransportGround::Accident)
        || line.has("agreed_after_consolidation");
    let basis = match line.relation.unwrap_or(Relation::Unknown) {
        _ if ground => DoubtBasis::Conflict,
        _ if named.number.is_none() && named.date.is_none() => return None,
        Relation::Related => DoubtBasis::Conflict,
        Relation::Unknown => DoubtBasis::Missing,
        Relation::Unrelated => return None,
    };
    let nature = Code::<16>::from_str(nature.as_str()).ok();
    Some(
        Finding::doubt("at_mp.nature_differs", basis)
            .code("nature", nature)
            .day("accident_date", named.date),
    )
}

/// The number of the claim is on record, but no accident under it has its day: the first of theirs.
fn other_day(snapshot: &Snapshot, named: ClaimAccident) -> Option<Date> {
    let (number, day) = named.number.zip(named.date)?;
    let same = snapshot
        .accidents
        .iter()
        .flatten()
        .filter(|one| one.number.is_some_and(|other| same_number(number, other)));
    let days: Vec<Date> = same.filter_map(|one| one.date).collect();
    days.first().copied().filter(|_| !days.contains(&day))
}
