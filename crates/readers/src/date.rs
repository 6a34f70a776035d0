//! Dates as cards and services write them.

use tierspayant_core::model::{Date, Moment};

use crate::text::trim;

/// What a text that should hold a date holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    /// Nothing: blank, zeros, or the word `null`.
    NotSet,
    /// A day of the calendar.
    On(Date),
    /// The last day of the year 9999 or all nines: the way to write "no end".
    Never,
}

/// A text that is none of the above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotADate;

/// Reads a date in any of the forms in use: `AAAAMMJJ`, the same followed by the hour and the minute, or ISO 8601 with
/// or without a time of day.
pub(crate) fn day(text: &str) -> Result<Day, NotADate> {
    let text = trim(text);
    let digits = digits(text)?;
    if digits.bytes().all(|digit| digit == b'0') || text.eq_ignore_ascii_case("null") {
        return Ok(Day::NotSet);
    }
    if matches!(digits.as_str(), "99991231" | "99999999") {
        return Ok(Day::Never);
    }
    let number = digits.parse().map_err(|_| NotADate)?;
    Date::from_yyyymmdd(number).map(Day::On).map_err(|_| NotADate)
}

/// Reads the first day of a period.
pub(crate) fn start(text: &str) -> Result<Option<Date>, NotADate> {
    match day(text)? {
        Day::NotSet => Ok(None),
        Day::On(date) => Ok(Some(date)),
        Day::Never => Err(NotADate),
    }
}

/// Reads the last day of a period, where "never" is an open end.
pub(crate) fn end(text: &str) -> Result<Option<Date>, NotADate> {
    match day(text)? {
        Day::NotSet | Day::Never => Ok(None),
        Day::On(date) => Ok(Some(date)),
    }
}

/// Reads a day with the time of day where one follows; a time that cannot be read is left out.
pub(crate) fn moment(text: &str) -> Result<Option<Moment>, NotADate> {
    let Some(date) = start(text)? else {
        return Ok(None);
    };
    let after: Vec<u32> = trim(text)
        .chars()
        .filter_map(|c| c.to_digit(10))
        .skip(8)
        .take(6)
        .collect();
    let two = |at: usize| Some(after.get(at)? * 10 + after.get(at + 1)?);
    let time = two(0)
        .zip(two(2))
        .map(|(hour, minute)| (hour, minute, two(4).unwrap_or(0)));
    Ok(Some(
        time.and_then(|(hour, minute, second)| Moment::at(date, hour, minute, second).ok())
            .unwrap_or_else(|| Moment::on(date)),
    ))
}

/// A day written `JJMMAAAA` as `AAAAMMJJ`; anything else as it is.
pub(crate) fn turned(text: &str) -> String {
    let text = trim(text);
    match (text.len(), text.get(..2), text.get(2..4), text.get(4..)) {
        (8, Some(day), Some(month), Some(year)) => [year, month, day].concat(),
        _ => text.to_owned(),
    }
}

/// The eight digits of the day, or an empty text where the field holds nothing.
fn digits(text: &str) -> Result<String, NotADate> {
    if text.is_empty() || text.eq_ignore_ascii_case("null") {
        return Ok(String::new());
    }
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits(text) {
        // A field of zeros of any width is "not set"; a day has 8 digits, or 12 or 14 with the time.
        if text.bytes().all(|byte| byte == b'0') {
            return Ok(String::new());
        }
        return match text.len() {
            8 | 12 | 14 => text.get(..8).map(str::to_owned).ok_or(NotADate),
            _ => Err(NotADate),
        };
    }
    let day = text.get(..10).ok_or(NotADate)?;
    let rest = text.get(10..).unwrap_or_default();
    let time = rest.is_empty()
        || rest.starts_with(['T', ' '])
            && rest
                .bytes()
                .skip(1)
                .all(|byte| byte.is_ascii_digit() || b":.+-Z".contains(&byte));
    let mut parts = day.split('-');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day), None)
            if time
                && (year.len(), month.len(), day.len()) == (4, 2, 2)
                && all_digits(year)
                && all_digits(month)
                && all_digits(day) =>
        {
            Ok([year, month, day].concat())
        }
        _ => Err(NotADate),
    }
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;
