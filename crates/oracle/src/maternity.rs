//! Nature 30: all care in the fund's period.

use crate::amo::{common, state};
use crate::calendar::plus_months;
use crate::code::Found;
use crate::opinion::Finding;
use crate::record::Absence;
use crate::said::Asked;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::decision::{DoubtBasis, ExemptionState, NoBasis, ReasonId};
use tierspayant_core::model::{Date, Line, MaternityEntry, Trait};
use tierspayant_core::tables::{Ground, GroundSet};

pub(crate) fn on_day(world: &World<'_>, line: &Line, day: Date) -> Found {
    let weighed = weigh(world, Asked::Grounds(GroundSet::of(Ground::Maternity)), day);
    let mut found = common(&weighed);
    let listed = line.traits.has(Trait::MaternityListed);
    match weighed.outcome {
        Outcome::No(_) if listed => {
            found.push(Finding::doubt(
                ReasonId::MaternityListedAct,
                DoubtBasis::BeyondRules,
            ));
        }
        Outcome::No(absence) => found.push(Finding::block(
            match absence {
                Absence::NotRecorded => ReasonId::ExemptionNotRecorded,
                Absence::NotStarted => ReasonId::ExemptionNotStarted,
                Absence::Ended => ReasonId::ExemptionEnded,
                Absence::NotActive => ReasonId::ExemptionNotActive,
            },
            NoBasis::NotGranted,
        )),
        Outcome::Pending => found.push(Finding::doubt(ReasonId::ExemptionPending, DoubtBasis::Pending)),
        Outcome::Unknown if medical_only(world) => {
            found.push(Finding::doubt(
                ReasonId::MaternityComputedOnly,
                DoubtBasis::Missing,
            ));
        }
        Outcome::Unknown => found.push(Finding::doubt(ReasonId::ExemptionUnknown, DoubtBasis::Missing)),
        Outcome::Yes if implausible(world, weighed.decides.and_then(|one| one.maternity)) => {
            found.push(Finding::notice(ReasonId::MaternityImplausible));
        }
        Outcome::Yes | Outcome::Conflict | Outcome::Stale => {}
    }
    code_0(line, state(weighed.outcome), found)
}

/// Natures 30 and 41 exempt by themselves: their code is 0, another one is a conflict.
pub(crate) fn code_0(line: &Line, state: ExemptionState, mut found: Vec<Finding>) -> Found {
    match line.exemption.as_ref().map(|code| code.as_str()) {
        Some("0") => (state, found),
        None => {
            found.push(Finding::doubt(ReasonId::ExemptionNotStated, DoubtBasis::Missing));
            (state, found)
        }
        Some(_) => {
            found.push(Finding::doubt(
                ReasonId::ExemptionCodeWithNature,
                DoubtBasis::Conflict,
            ));
            (ExemptionState::Contradicted, found)
        }
    }
}

fn medical_only(world: &World<'_>) -> bool {
    world
        .heard
        .iter()
        .filter_map(|one| one.maternity)
        .any(|record| record.period.is_none())
}

/// The fund's period against the one that the medical dates give.
fn implausible(world: &World<'_>, record: Option<MaternityEntry>) -> bool {
    let policy = &world.tables.policy;
    let Some(record) = record else { return false };
    let Some(period) = record.period else { return false };
    let before = i32::try_from(policy.maternity_months_before_delivery).unwrap_or(0);
    let presumed = record
        .presumed_delivery
        .or_else(|| record.presumed_start.and_then(|day| plus_months(day, 9)));
    let start = presumed.and_then(|day| plus_months(day, -before));
    let end = record
        .delivery
        .or(presumed)
        .and_then(|day| day.plus_days(policy.maternity_days_after_delivery));
    let far = |fund: Option<Date>, computed: Option<Date>| {
        fund.zip(computed)
            .is_some_and(|(fund, computed)| fund.days_since(computed).abs() > policy.maternity_tolerance_days)
    };
    far(period.start(), start) || far(period.end(), end)
}
