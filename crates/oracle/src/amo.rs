//! The AMO share of a line on one day: base rights and exemption.

use crate::opinion::Finding;
use crate::record::Absence;
use crate::said::Asked;
use crate::weigh::{Outcome, Weighed, weigh};
use crate::world::World;
use crate::{accident, code, maternity};
use tierspayant_core::decision::{DoubtBasis, ExemptionState, NoBasis, ReasonId};
use tierspayant_core::model::{Date, Line, Nature};

pub(crate) fn on_day(world: &World<'_>, line: &Line, day: Date) -> (ExemptionState, Vec<Finding>) {
    let mut findings = coverage(world, day);
    let (state, more) = match world.claim.nature {
        Some(Nature::Maternity) => maternity::on_day(world, line, day),
        Some(Nature::Accident) => accident::on_day(world, line, day),
        Some(Nature::Prevention) => code::prevention(line),
        _ => code::on_day(world, line, day),
    };
    findings.extend(more);
    (state, findings)
}

fn coverage(world: &World<'_>, day: Date) -> Vec<Finding> {
    let weighed = weigh(world, Asked::Coverage, day);
    let mut found = common(&weighed);
    match weighed.outcome {
        Outcome::No(_) if world.claim.nature == Some(Nature::Accident) => {
            found.push(Finding::doubt(
                ReasonId::CoverageClosedUnderAccident,
                DoubtBasis::BeyondRules,
            ));
        }
        Outcome::No(_) => found.push(Finding::block(ReasonId::CoverageNotOpen, NoBasis::NotGranted)),
        Outcome::Unknown => found.push(Finding::doubt(ReasonId::CoverageUnknown, DoubtBasis::Missing)),
        _ => {}
    }
    found
}

/// What every question has in common: conflict, staleness and weaker sources.
pub(crate) fn common(weighed: &Weighed<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = weighed.notices.iter().map(|id| Finding::notice(*id)).collect();
    match weighed.outcome {
        Outcome::Conflict => found.push(Finding::doubt(ReasonId::SourceConflict, DoubtBasis::Conflict)),
        Outcome::Stale => found.push(Finding::doubt(ReasonId::SourceStale, DoubtBasis::Stale)),
        _ => {}
    }
    found
}

/// What became of an exemption, from the outcome of its question.
pub(crate) fn state(outcome: Outcome) -> ExemptionState {
    match outcome {
        Outcome::Yes => ExemptionState::Confirmed,
        Outcome::No(Absence::NotRecorded | Absence::NotActive) => ExemptionState::NotRecorded,
        Outcome::No(Absence::NotStarted) => ExemptionState::NotStarted,
        Outcome::No(Absence::Ended) => ExemptionState::Ended,
        Outcome::Pending => ExemptionState::Pending,
        Outcome::Conflict => ExemptionState::Contradicted,
        Outcome::Stale | Outcome::Unknown => ExemptionState::Unknown,
    }
}
