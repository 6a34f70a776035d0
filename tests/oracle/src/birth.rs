//! What a birth date as it was written allows: ages in years and in months of the calendar.

use crate::calendar::{age, plus_months};
use std::ops::RangeInclusive;
use tierspayant_core::model::{BirthDate, Date};

/// The first and the last day that a birth date may be: eight digits give an age, others none.
///
/// One with an impossible month may be any day of its year, one with an impossible day any day of its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Birth {
    pub first: Date,
    pub last: Date,
}

impl Birth {
    pub fn of(written: BirthDate) -> Option<Self> {
        let digits: String = written.as_str().replace('-', "");
        let number: u32 = Some(digits).filter(|text| text.len() == 8)?.parse().ok()?;
        let year = i32::try_from(number / 10_000).ok()?;
        let (month, day) = (number / 100 % 100, number % 100);
        if let Ok(exact) = Date::from_ymd(year, month, day) {
            return Some(Birth {
                first: exact,
                last: exact,
            });
        }
        match Date::from_ymd(year, month, 1) {
            Ok(first) => Some(Birth {
                first,
                last: plus_months(first, 1)?.previous()?,
            }),
            Err(_) => Some(Birth {
                first: Date::from_ymd(year, 1, 1).ok()?,
                last: Date::from_ymd(year, 12, 31).ok()?,
            }),
        }
    }

    /// Whether the age in years on a day is among these; nothing where the birth date leaves it open.
    pub fn is_aged(self, years: &RangeInclusive<i32>, day: Date) -> Option<bool> {
        self.is_of(|one| years.contains(&one), day)
    }

    /// Whether the age in years on a day is one that counts; nothing where the birth date leaves it open.
    pub fn is_of(self, counts: impl Fn(i32) -> bool, day: Date) -> Option<bool> {
        let mut ages = age(self.last, day)..=age(self.first, day);
        let first = ages.next().map(&counts)?;
        ages.all(|one| counts(one) == first).then_some(first)
    }

    /// A child may be under a parent's number up to the end of the year of the 18th birthday.
    pub fn is_child(self, care: Date) -> bool {
        care.year() <= self.first.year() + 18
    }
}
