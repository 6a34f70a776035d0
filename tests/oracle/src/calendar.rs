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

/// Mondays to Fridays after one day, up to another.
pub(crate) fn working_days(after: Date, until: Date) -> i32 {
    let days = std::iter::successors(after.next(), |day| day.next()).take_while(|day| *day <= until);
    i32::try_from(days.filter(|day| weekday(*day) < 5).count()).unwrap_or(i32::MAX)
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

/// The last day of the month of a day.
pub(crate) fn last_of_month(day: Date) -> Option<Date> {
    plus_months(Date::from_ymd(day.year(), day.month(), 1).ok()?, 1)?.previous()
}

/// Whether a day is the last of its month.
pub(crate) fn is_last_of_month(day: Date) -> bool {
    last_of_month(day) == Some(day)
}

/// A day on which something starts.
pub(crate) fn from(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::from_ymd(year, month, day).ok()
}

/// The day of the week, 0 on Mondays.
fn weekday(day: Date) -> i32 {
    // 2000-01-03 was a Monday.
    Date::from_ymd(2000, 1, 3).map_or(0, |monday| day.days_since(monday).rem_euclid(7))
}

/// Easter Sunday of a year: the Sunday after the full moon of the Gregorian calendar on or after 21 March.
fn easter(year: i32) -> Option<Date> {
    let century = year.div_euclid(100);
    let golden = year.rem_euclid(19);
    let correction = century - century / 4 - (8 * century + 13) / 25;
    let epact = (19 * golden + correction + 15).rem_euclid(30);
    let moon = if epact == 29 || epact == 28 && golden > 10 {
        epact - 1
    } else {
        epact
    };
    let full = Date::from_ymd(year, 3, 21).ok()?.plus_days(moon)?;
    full.plus_days(7 - (weekday(full) + 1).rem_euclid(7))
}

/// Public holidays on the same day of every year.
const HOLIDAYS: &[(u32, u32)] = &[
    (1, 1),
    (5, 1),
    (5, 8),
    (7, 14),
    (8, 15),
    (11, 1),
    (11, 11),
    (12, 25),
];

fn is_holiday(day: Date, local: bool) -> bool {
    let date = (day.month(), day.day());
    let moving: &[i32] = if local { &[-2, 1, 39, 50] } else { &[1, 39, 50] };
    let after_easter = easter(day.year()).map(|sunday| day.days_since(sunday));
    HOLIDAYS.contains(&date)
        || local && date == (12, 26)
        || after_easter.is_some_and(|days| moving.contains(&days))
}

/// The first day from this one on that is no Saturday, no Sunday and no public holiday; with those of Alsace and Moselle.
pub(crate) fn day_of_work(day: Date, local: bool) -> Option<Date> {
    std::iter::successors(Some(day), |day| day.next())
        .take(10)
        .find(|day| weekday(*day) < 5 && !is_holiday(*day, local))
}
