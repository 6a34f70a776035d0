//! Base rights (AMO), and what every question has in common.

use crate::finding::Finding;
use crate::line::{Dates, favour};
use crate::record::Absence;
use crate::said::Asked;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use core::cmp::Reverse;
use tierspayant_core::finding::FactKey;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{Nature, Share};
use tierspayant_core::tables::DateRule;
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// Base rights on the date that counts for each line; said once where every line has the same dates.
pub(crate) fn coverage(world: &World<'_>) -> Vec<Finding> {
    let dates: Vec<Dates> = world.lines().map(|(_, line)| Dates::of(world, line)).collect();
    let same = dates.iter().all(|one| Some(one) == dates.first());
    let mut found = Vec::new();
    for (place, dates) in (0_u16..).zip(&dates) {
        let on_line = on_dates(world, *dates);
        found.extend(
            on_line
                .into_iter()
                .map(|one| if same { one } else { one.at(place) }),
        );
    }
    found
}

fn on_dates(world: &World<'_>, dates: Dates) -> Vec<Finding> {
    let weighed = weigh(world, Asked::Coverage, dates.day);
    let outcome = weighed.outcome;
    let mut found: Vec<Finding> = weighed.common.clone();
    let tell = |one: Finding| {
        let one = one.tested((dates.day, dates.role)).said(weighed.decides());
        match outcome {
            Outcome::No(absence) => bound(one, absence),
            _ => one,
        }
    };
    let unknown = || tell(Finding::doubt(ReasonId::CoverageUnknown, DoubtBasis::Missing));
    // Where no table says which day counts, both must give the same answer.
    let days_differ = dates.rule == DateRule::NotSettled
        && dates
            .other
            .is_some_and(|(day, _)| favour(weigh(world, Asked::Coverage, day).outcome) != favour(outcome));
    match outcome {
        Outcome::No(_) if world.claim.nature == Some(Nature::Accident) => {
            found.push(tell(Finding::doubt(
                ReasonId::CoverageClosedUnderAccident,
                DoubtBasis::BeyondRules,
            )));
        }
        Outcome::No(_) if dates.unknown(world) || days_differ => found.push(unknown()),
        // Closed base rights concern both shares: nothing is paid.
        Outcome::No(_) => {
            let closed = tell(Finding::block(ReasonId::CoverageNotOpen, NoBasis::NotGranted));
            return vec![closed]
                .into_iter()
                .chain(found.into_iter().map(|one| one.on(Share::Amo)))
                .collect();
        }
        Outcome::Yes(_) if days_differ => found.push(unknown()),
        Outcome::Unknown => found.push(unknown()),
        _ => {}
    }
    found.into_iter().map(|one| one.on(Share::Amo)).collect()
}

/// Why a right is not there, with the bound on record.
pub(crate) fn bound(found: Finding, absence: Absence) -> Finding {
    match absence {
        Absence::NotRecorded => found,
        Absence::NotStarted(Reverse(start)) => found.day(FactKey::Start, start),
        Absence::Ended(end) => found.day(FactKey::End, end),
        Absence::NotActive((end, _), status) => found.day(FactKey::End, end.day).status(Some(status)),
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
