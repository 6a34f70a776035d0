//! Months, years and working days.

use tierspayant_core::model::Date;

/// The same day so many months later, or the last day of that month.
pub(crate) fn plus_months(day: Date, months: i32) -> Option<Date> {
    let count = day.year() * 12 + i32::try_from(day.month()).ok()? - 1 + months;
    let month = u32::try_from(count.rem_euclid(12)).ok()? + 1;
    (1..=day.day())
        .rev()
        .find_map(|number| Date::from_ymd(count.div_euclid(12), month, number).ok())
}

/// The day on which so many working days, Monday to Friday, have passed.
pub(crate) fn plus_working_days(day: Date, count: i32) -> Option<Date> {
    // 2000-01-03 was a Monday.
    let monday = Date::from_ymd(2000, 1, 3).ok()?;
    let mut left = count;
    let mut today = day;
    while left > 0 {
        today = today.next()?;
        if today.days_since(monday).rem_euclid(7) < 5 {
            left -= 1;
        }
    }
    Some(today)
}

/// The first day of the quarter that follows.
pub(crate) fn next_quarter(day: Date) -> Option<Date> {
    let months = 3 - i32::try_from((day.month() - 1) % 3).ok()?;
    plus_months(Date::from_ymd(day.year(), day.month(), 1).ok()?, months)
}

/// The age in whole years.
pub(crate) fn age(birth: Date, day: Date) -> i32 {
    let had = (day.month(), day.day()) >= (birth.month(), birth.day());
    day.year() - birth.year() - i32::from(!had)
}
