//! Nature 30: all care in the fund's period.

use crate::calendar::plus_months;
use crate::code::{Answer, claimed, granted};
use crate::opinion::Finding;
use crate::world::World;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{Date, Line, MaternityEntry};
use tierspayant_core::tables::{ClaimedGround, Ground, GroundSet};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState};

pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Answer {
    let mut answer = granted(world, line, GroundSet::of(Ground::Maternity));
    let medical_only = |record: MaternityEntry| {
        let dates = [record.presumed_start, record.presumed_delivery, record.delivery];
        record.period.is_none() && dates.iter().any(Option::is_some)
    };
    let computed = world
        .heard
        .iter()
        .filter_map(|one| one.maternity)
        .any(medical_only);
    if answer.state == ExemptionState::Unknown && computed {
        answer.found.push(Finding::doubt(
            ReasonId::MaternityComputedOnly,
            DoubtBasis::Missing,
        ));
    }
    code_0(world, line, answer)
}

/// Natures 30 and 41 exempt by themselves: their code is 0, another one is a conflict.
pub(crate) fn code_0(world: &World<'_>, line: &Line, mut answer: Answer) -> Answer {
    match line.exemption.map(|code| claimed(world, code)) {
        Some(Some(ClaimedGround::NoExemption)) => {}
        None => {
            answer
                .found
                .push(Finding::doubt(ReasonId::ExemptionNotStated, DoubtBasis::Missing));
        }
        Some(_) => {
            answer.state = ExemptionState::Contradicted;
            answer.found.push(Finding::doubt(
                ReasonId::ExemptionCodeWithNature,
                DoubtBasis::Conflict,
            ));
        }
    }
    answer
}

/// A fund's period that is far from the one that the medical dates give; it still decides.
pub(crate) fn implausible(world: &World<'_>) -> bool {
    let policy = &world.tables.policy;
    let before = i32::try_from(policy.maternity_months_before_delivery).unwrap_or(0);
    let far = |fund: Option<Date>, computed: Option<Date>| {
        fund.zip(computed)
            .is_some_and(|(fund, computed)| fund.days_since(computed).abs() > policy.maternity_tolerance_days)
    };
    world.heard.iter().filter_map(|one| one.maternity).any(|record| {
        let Some(period) = record.period else { return false };
        let start = record.presumed_delivery.and_then(|day| plus_months(day, -before));
        let end = record
            .delivery
            .or(record.presumed_delivery)
            .and_then(|day| day.plus_days(policy.maternity_days_after_delivery));
        far(period.start(), start) || far(period.end(), end)
    })
}
