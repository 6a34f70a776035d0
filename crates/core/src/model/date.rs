//! Calendar days and moments, read strictly and printed one way.

use super::record::texts;
use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::num::NonZeroI32;
use std::str::FromStr;

/// A calendar day from 1800-01-01 to 2999-12-31, written `YYYY-MM-DD`.
///
/// ```
/// use tierspayant_core::model::Date;
/// let day: Date = "2024-02-29".parse()?;
/// assert_eq!(day.yyyymmdd(), 20240229);
/// assert!("2023-02-29".parse::<Date>().is_err());
/// assert!("2024-2-29".parse::<Date>().is_err());
/// assert!("".parse::<Date>().is_err());
/// # Ok::<(), tierspayant_core::model::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
// A number of days since the start of our era, so that comparing and counting days is one subtraction and an absent
// day takes no more room than a day.
pub struct Date(NonZeroI32);

/// Why a text or number is not a [`Date`] or a [`Moment`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not the ten characters `YYYY-MM-DD`.
    #[error("a date is written YYYY-MM-DD")]
    Form,
    /// Ten good characters, but no such day, or a year outside 1800 to 2999.
    #[error("no such day between 1800-01-01 and 2999-12-31")]
    NoSuchDay,
    /// Not a day followed by a time of day.
    #[error("a moment is written YYYY-MM-DDTHH:MM:SS, or YYYY-MM-DD when the time is not known")]
    Moment,
}

impl Date {
    const FIRST_YEAR: i32 = 1800;
    const LAST_YEAR: i32 = 2999;
    /// 1970-01-01.
    const UNIX_EPOCH: i32 = 719_163;

    /// The day of this year, month (1 to 12) and day of the month.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        if !(Self::FIRST_YEAR..=Self::LAST_YEAR).contains(&year) {
            return Err(DateError::NoSuchDay);
        }
        let day = NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay)?;
        NonZeroI32::new(day.num_days_from_ce())
            .map(Date)
            .ok_or(DateError::NoSuchDay)
    }

    /// The day written as the integer `YYYYMMDD`, as hosts without date types pass it.
    pub fn from_yyyymmdd(number: u32) -> Result<Self, DateError> {
        let year = i32::try_from(number / 10_000).map_err(|_| DateError::NoSuchDay)?;
        Self::from_ymd(year, number / 100 % 100, number % 100)
    }

    /// The day that many days after 1970-01-01, as column formats store it.
    ///
    /// ```
    /// use tierspayant_core::model::Date;
    /// assert_eq!(Date::from_unix_days(20_777)?.to_string(), "2026-11-20");
    /// # Ok::<(), tierspayant_core::model::DateError>(())
    /// ```
    pub const fn from_unix_days(days: i32) -> Result<Self, DateError> {
        // 1800-01-01 and 2999-12-31.
        if days < -62_091 || days > 376_199 {
            return Err(DateError::NoSuchDay);
        }
        match NonZeroI32::new(days.saturating_add(Self::UNIX_EPOCH)) {
            Some(day) => Ok(Date(day)),
            None => Err(DateError::NoSuchDay),
        }
    }

    /// The number of days from 1970-01-01 to this day.
    pub const fn unix_days(self) -> i32 {
        self.0.get().saturating_sub(Self::UNIX_EPOCH)
    }

    /// This day as the integer `YYYYMMDD`.
    pub fn yyyymmdd(self) -> u32 {
        let (year, month, day) = self.ymd();
        year.saturating_mul(10_000) + month * 100 + day
    }

    /// The year, the month (1 to 12) and the day of the month at once.
    pub fn ymd(self) -> (u32, u32, u32) {
        let day = self.calendar();
        (day.year().unsigned_abs(), day.month(), day.day())
    }

    /// The number of days since the start of our era.
    pub(super) const fn number(self) -> i32 {
        self.0.get()
    }

    /// The day of such a number.
    pub(super) const fn numbered(number: i32) -> Option<Self> {
        match NonZeroI32::new(number) {
            Some(number) => Some(Date(number)),
            None => None,
        }
    }

    fn calendar(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.get()).unwrap_or_default()
    }

    /// [`Date::plus_months`], by a count that is never negative.
    pub(crate) fn months_later(self, months: u32) -> Option<Self> {
        self.plus_months(i32::try_from(months).ok()?)
    }

    /// The same day some months later (or earlier, where negative), or the last day of that month where it has no such day.
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let day = self.calendar();
        let moved = match u32::try_from(months) {
            Ok(later) => day.checked_add_months(chrono::Months::new(later)),
            Err(_) => day.checked_sub_months(chrono::Months::new(months.unsigned_abs())),
        };
        let moved = moved?;
        Self::from_ymd(moved.year(), moved.month(), moved.day()).ok()
    }

    /// The completed years of a person who was born on another day.
    pub fn age_of(self, born: Self) -> i32 {
        let (born, day) = (born.calendar(), self.calendar());
        let had_birthday = (born.month(), born.day()) <= (day.month(), day.day());
        day.year()
            .saturating_sub(born.year())
            .saturating_sub(i32::from(!had_birthday))
    }

    /// The last day of its month.
    pub fn last_of_month(self) -> Option<Self> {
        let first = Self::from_ymd(self.year(), self.month(), 1).ok()?;
        first.plus_months(1)?.plus_days(-1)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.calendar().year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.calendar().month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.calendar().day()
    }

    /// The number of days from `other` to this day, negative when this day is earlier.
    pub fn days_since(self, other: Date) -> i32 {
        self.0.get().saturating_sub(other.0.get())
    }

    /// This day moved by a number of days, or `None` outside the range of the type.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_unix_days(self.unix_days().checked_add(days)?).ok()
    }

    /// The next day, or `None` after the last day of the range.
    pub fn next(self) -> Option<Self> {
        self.plus_days(1)
    }

    /// The day before, or `None` before the first day of the range.
    pub fn previous(self) -> Option<Self> {
        self.plus_days(-1)
    }
}

texts!(ascii Date, Date, Public, |date| date.letters().as_bytes());
texts!(ascii Moment, Moment, Public, |moment| moment.letters().as_bytes());

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::read(text.as_bytes())
    }
}

impl Date {
    /// The day that these characters write.
    fn read(text: &[u8]) -> Result<Self, DateError> {
        let &[a, b, c, d, b'-', e, f, b'-', g, h] = text else {
            return Err(DateError::Form);
        };
        Self::of_digits([a, b, c, d, e, f, g, h])
    }

    /// The day that these digits write as `YYYYMMDD`.
    pub(super) fn of_digits(digits: [u8; 8]) -> Result<Self, DateError> {
        let [century, year, month, day] = pairs(digits).ok_or(DateError::Form)?;
        Self::from_ymd(
            i32::from(century) * 100 + i32::from(year),
            month.into(),
            day.into(),
        )
    }
}

/// The numbers that eight digits write, two digits each.
fn pairs(digits: [u8; 8]) -> Option<[u8; 4]> {
    const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
    const HIGH: u64 = u64::from_le_bytes([0xf0; 8]);
    const SIX: u64 = u64::from_le_bytes([6; 8]);
    let values = u64::from_le_bytes(digits) ^ ZEROS;
    // A byte that is no digit has a high half now, or gets one when six is added to it.
    if (values | values.wrapping_add(SIX)) & HIGH != 0 {
        return None;
    }
    // Each tens digit is followed by its units.
    let [_, century, _, year, _, month, _, day] =
        values.wrapping_mul(10 << 8).wrapping_add(values).to_le_bytes();
    Some([century, year, month, day])
}

/// The number that two digits write.
fn two(tens: u8, units: u8) -> Option<u32> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    Some(digit(tens)? * 10 + digit(units)?)
}

/// The letters of a day or a moment, in place.
pub(crate) struct Letters {
    bytes: [u8; 19],
    length: usize,
}

/// The last two digits of a number.
const fn digits(number: u32) -> [u8; 2] {
    let number = (number % 100) as u8;
    [b'0' + number / 10, b'0' + number % 10]
}

impl Letters {
    /// Those of a day and, where it is known, of a second of it.
    const fn of((year, month, day): (u32, u32, u32), second: Option<u32>) -> Self {
        // A year has four digits.
        let ([a, b], [c, d]) = (digits(year / 100), digits(year));
        let ([e, f], [g, h]) = (digits(month), digits(day));
        let (length, seconds) = match second {
            Some(second) => (19, second),
            None => (10, 0),
        };
        let ([i, j], [k, l]) = (digits(seconds / 3600), digits(seconds / 60 % 60));
        let [m, n] = digits(seconds % 60);
        let bytes = [
            a, b, c, d, b'-', e, f, b'-', g, h, b'T', i, j, b':', k, l, b':', m, n,
        ];
        Letters { bytes, length }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

impl Date {
    /// As it is written.
    pub(crate) fn letters(self) -> Letters {
        Letters::of(self.ymd(), None)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letters().as_str())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The local moment at which a source spoke: a day, and the time of day when it is known.
///
/// A moment without a time is the start of its day: a day and its midnight are one moment, though each is printed as it
/// was written.
///
/// ```
/// use tierspayant_core::model::Moment;
/// let day: Moment = "2026-11-20".parse()?;
/// assert_eq!(day, "2026-11-20T00:00:00".parse()?);
/// assert!(day < "2026-11-20T00:00:01".parse()?);
/// # Ok::<(), tierspayant_core::model::DateError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Moment {
    date: Date,
    second: Option<u32>,
}

impl Moment {
    /// A day whose time is not known.
    pub const fn on(date: Date) -> Self {
        Moment { date, second: None }
    }

    /// A day and a time of day.
    pub fn at(date: Date, hour: u32, minute: u32, second: u32) -> Result<Self, DateError> {
        if hour > 23 || minute > 59 || second > 59 {
            return Err(DateError::Moment);
        }
        Ok(Moment {
            date,
            second: Some(hour * 3600 + minute * 60 + second),
        })
    }

    /// The day.
    pub const fn date(self) -> Date {
        self.date
    }

    /// What is compared: the day, and the second of the day.
    fn instant(self) -> (Date, u32) {
        (self.date, self.second.unwrap_or(0))
    }
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        self.instant() == other.instant()
    }
}

impl Eq for Moment {}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.instant().cmp(&other.instant())
    }
}

impl std::hash::Hash for Moment {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.instant().hash(state);
    }
}

impl FromStr for Moment {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        if text.len() == 10 {
            return Ok(Moment::on(text.parse()?));
        }
        let Some((day, &[b'T', a, b, b':', c, d, b':', e, f])) = text.as_bytes().split_at_checked(10) else {
            return Err(DateError::Moment);
        };
        let date = Date::read(day)?;
        let (Some(hour), Some(minute), Some(second)) = (two(a, b), two(c, d), two(e, f)) else {
            return Err(DateError::Moment);
        };
        Moment::at(date, hour, minute, second)
    }
}

impl Moment {
    /// As it was written.
    fn letters(self) -> Letters {
        Letters::of(self.date.ymd(), self.second)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letters().as_str())
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;
