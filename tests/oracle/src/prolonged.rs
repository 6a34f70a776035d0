//! Contracts of the CSS, of the AME and of the ACS that ended in the spring of 2020 last longer, by law.

use crate::calendar::{is_last_of_month, last_of_month, plus_months};
use crate::contract::{is_acs, kind_of};
use crate::said::carried;
use crate::world::World;
use std::ops::RangeInclusive;
use tierspayant_core::model::{ContractEntry, Date, Period, Status};
use tierspayant_core::tables::RightKind;

/// A contract whose last day the law moved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prolonged {
    /// The last day as written.
    pub written: Date,
    /// The last day on which both readings of the three months agree.
    pub sure: Date,
    /// The last day as read.
    pub read: Date,
}

fn days(first: (i32, u32, u32), last: (i32, u32, u32)) -> Option<RangeInclusive<Date>> {
    let day = |(year, month, day)| Date::from_ymd(year, month, day).ok();
    Some(day(first)?..=day(last)?)
}

/// Whether and how the law moved the last day of a contract.
pub(crate) fn prolonged(world: &World<'_>, one: &ContractEntry) -> Option<Prolonged> {
    let written = one.period.end()?;
    if matches!(one.status, Some(Status::Suspended | Status::Refused)) {
        return None;
    }
    let claimed = carried(one);
    if is_acs(world, claimed) {
        let read = Date::from_ymd(2020, 7, 31).ok()?;
        let moved = days((2020, 3, 12), (2020, 7, 30))?.contains(&written);
        return moved.then_some(Prolonged {
            written,
            sure: read,
            read,
        });
    }
    let of_fund = matches!(kind_of(world, claimed), RightKind::Css | RightKind::Ame);
    if !of_fund || !days((2020, 3, 12), (2020, 7, 31))?.contains(&written) {
        return None;
    }
    let third = plus_months(written, 3)?;
    let read = if is_last_of_month(written) {
        last_of_month(third)?
    } else {
        third
    };
    // It lasts a year: the last day of one that lasts longer may be a moved one already.
    let year = one.period.start().and_then(|start| plus_months(start, 12));
    let sure = if year.is_some_and(|year| year <= written) {
        written
    } else {
        third
    };
    Some(Prolonged { written, sure, read })
}

/// The days on which a contract holds, as the law reads them.
pub(crate) fn lasting(world: &World<'_>, one: &ContractEntry) -> Period {
    let end = prolonged(world, one).map(|moved| moved.read).or(one.period.end());
    Period::new(one.period.start(), end).unwrap_or(one.period)
}
