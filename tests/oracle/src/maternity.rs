//! Nature 30: all care in the fund's period.

use crate::calendar::plus_months;
use crate::code::{Answer, claimed, granted};
use crate::finding::Finding;
use crate::implausible;
use crate::line::Dates;
use crate::record::{Absence, length};
use crate::said::keyed_maternities;
use crate::world::World;
use std::cmp::Reverse;
use tierspayant_core::model::{Date, Line, MaternityEntry, Nature, Position, Snapshot, Source, Status};
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
        .copied()
        .find(|one| one.maternity.is_some_and(medical_only));
    if let Some(computed) = computed.filter(|_| answer.state == ExemptionState::Unknown) {
        let dates = Dates::of(world, line);
        let found = Finding::doubt("maternity.computed_only", DoubtBasis::Missing)
            .tested(answer.day.unwrap_or((dates.day, dates.role)))
            .said(computed);
        let period = computed.maternity.map(|record| from_medical_dates(world, record));
        let (start, end) = period.unwrap_or_default();
        answer.found.push(found.day("start", start).day("end", end));
    }
    let confirmed = answer.state == ExemptionState::Confirmed;
    implausible::right(world, line, &mut answer, confirmed);
    code_0(world, line, answer)
}

/// Natures 30 and 41 exempt by themselves: their code is 0, another one is a conflict.
pub(crate) fn code_0(world: &World<'_>, line: &Line, mut answer: Answer) -> Answer {
    let none = world.tables.codes.code_without_exemption();
    match line.exemption.map(|code| claimed(world, code)) {
        Some(Some(ClaimedGround::NoExemption)) => {}
        None => {
            let found = Finding::doubt("exemption.not_stated", DoubtBasis::Missing);
            answer.found.push(found.code("suggested", none));
        }
        Some(_) => {
            // The code is wrong where the nature is right or cannot be another, else the nature.
            let accident = world.claim.nature == Some(Nature::Accident);
            let cure = if accident || answer.state == ExemptionState::Confirmed {
                "exemption.correct"
            } else {
                "claim.correct_nature"
            };
            answer.state = ExemptionState::Contradicted;
            let mut found = Finding::doubt("exemption.code_with_nature", DoubtBasis::Conflict);
            found.remedies = vec![cure];
            answer.found.push(found.code_of(line).code("suggested", none));
        }
    }
    answer
}

/// The first and the last day that the medical dates of a record give.
fn from_medical_dates(world: &World<'_>, record: MaternityEntry) -> (Option<Date>, Option<Date>) {
    let policy = &world.tables.policy;
    let before = i32::try_from(policy.maternity_months_before_delivery).unwrap_or(0);
    let start = record.presumed_delivery.and_then(|day| plus_months(day, -before));
    let delivery = record.delivery.or(record.presumed_delivery);
    let end = delivery.and_then(|day| day.plus_days(policy.maternity_days_after_delivery));
    (start, end)
}

/// A fund's period that is far from the one that the medical dates give; it still decides.
pub(crate) fn implausible(world: &World<'_>) -> Vec<Finding> {
    let policy = &world.tables.policy;
    let far = |fund: Option<Date>, computed: Option<Date>| {
        fund.zip(computed)
            .is_some_and(|(fund, computed)| fund.days_since(computed).abs() > policy.maternity_tolerance_days)
    };
    let is_far = |record: MaternityEntry| {
        let Some(period) = record.period else { return false };
        let (start, end) = from_medical_dates(world, record);
        far(period.start(), start) || far(period.end(), end)
    };
    let maternity = world.claim.nature == Some(Nature::Maternity);
    let told = |one: &&Snapshot| {
        let over = maternity && is_over(world, one);
        let record = one.maternity.filter(|record| is_far(*record) || over)?;
        let found = if over {
            Finding::doubt("maternity.implausible", DoubtBasis::Conflict)
        } else {
            Finding::notice("maternity.implausible")
        };
        let found = found.said(*one);
        Some(found.period(record.period?))
    };
    world.heard.iter().filter_map(told).collect()
}

/// By the birth it is over, and the fund's period still holds the care.
pub(crate) fn is_over(world: &World<'_>, one: &Snapshot) -> bool {
    let care = world.claim.care_date;
    let days = world.tables.policy.maternity_days_after_delivery;
    let record = one.maternity.unwrap_or_default();
    let holds = record
        .period
        .is_some_and(|period| period.position(care) == Position::Within);
    let last = record.delivery.and_then(|day| day.plus_days(days));
    one.source != Source::Manual && holds && last.is_some_and(|last| last < care)
}

/// Whether the pregnancy on record that is told is near a day: it begins within five months, or ended within eight weeks of a delivery.
pub(crate) fn is_near(world: &World<'_>, one: &Snapshot, absence: Absence, day: Date) -> bool {
    let all = keyed_maternities(world, one).into_iter();
    let (told, near) = match absence {
        Absence::NotStarted(Reverse(start)) => {
            let ahead = all.filter(|(period, ..)| period.start() == Some(start));
            (ahead.min(), start.days_since(day) <= 153)
        }
        Absence::Ended(end) => {
            let over = all.filter(|(period, ..)| period.end() == Some(end));
            let last = over.max_by_key(|(period, key, status)| (length(*period), *key, *status));
            (last, day.days_since(end) <= 44)
        }
        Absence::NotRecorded | Absence::NotActive(..) => return false,
    };
    let stands = |status| matches!(status, None | Some(Status::Active | Status::Closed));
    near && told.is_some_and(|(_, _, status)| stands(status))
}
