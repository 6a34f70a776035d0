//! Public holidays: days of the year, and days counted from Easter Sunday.

use crate::model::Date;
use std::str::FromStr;

/// A public holiday of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// On the same day of every year.
    Fixed {
        /// Its month, from 1.
        month: u32,
        /// Its day of the month.
        day: u32,
    },
    /// So many days after Easter Sunday, before it where negative.
    FromEaster(i32),
}

/// A text that names no public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a public holiday is MM-DD, or a number of days from Easter Sunday such as easter+1 or easter-2")]
pub struct HolidayError;

impl FromStr for Holiday {
    type Err = HolidayError;

    fn from_str(text: &str) -> Result<Self, HolidayError> {
        if let Some(days) = text.strip_prefix("easter") {
            let days: i32 = days.parse().map_err(|_| HolidayError)?;
            return Ok(Holiday::FromEaster(days));
        }
        let (month, day) = text.split_once('-').ok_or(HolidayError)?;
        let number = |text: &str| text.parse::<u32>().map_err(|_| HolidayError);
        let (month, day) = (number(month)?, number(day)?);
        // A year that has a 29 February.
        Date::from_ymd(2024, month, day).map_err(|_| HolidayError)?;
        Ok(Holiday::Fixed { month, day })
    }
}

impl Holiday {
    /// Whether a day is this holiday.
    pub fn is(self, day: Date) -> bool {
        match self {
            Holiday::Fixed { month, day: of_month } => {
                let (_, this_month, today) = day.ymd();
                (this_month, today) == (month, of_month)
            }
            Holiday::FromEaster(days) => {
                easter(day.year()).and_then(|easter| easter.plus_days(days)) == Some(day)
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous rule that Meeus gives, for years from 1583 on.
pub fn easter(year: i32) -> Option<Date> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let leap_correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - leap_correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let days_after_22_march = moon + weekday - 7 * late;
    Date::from_ymd(year, 3, 22).ok()?.plus_days(days_after_22_march)
}

/// Whether a day is a Saturday or a Sunday.
pub fn is_weekend(day: Date) -> bool {
    // 3 January 1970 was a Saturday.
    (day.unix_days() - 2).rem_euclid(7) < 2
}

#[cfg(test)]
#[path = "holidays_tests.rs"]
mod tests;
