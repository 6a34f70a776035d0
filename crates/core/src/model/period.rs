//! Periods of days: bounds inclusive, open where absent.

use super::Date;
use std::cmp::Ordering;
use std::fmt;

/// A period of days. Both bounds belong to it; a missing bound is open.
///
/// ```
/// use tierspayant_core::model::{Date, Period, Position};
/// let year = Period::new("2026-01-01".parse().ok(), "2026-12-31".parse().ok())?;
/// let last: Date = "2026-12-31".parse().unwrap();
/// assert_eq!(year.position(last), Position::Within);
/// assert!(Period::new("2026-01-02".parse().ok(), "2026-01-01".parse().ok()).is_err());
/// # Ok::<(), tierspayant_core::model::PeriodError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
// Two numbers of days, so that where a day stands to them is two comparisons; an open bound is beyond every day.
pub struct Period {
    first: i32,
    last: i32,
}

/// A period that ends before it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the period ends before it starts")]
pub struct PeriodError;

/// Where a day stands to a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Position {
    /// The day is earlier than the first day.
    Before,
    /// The day is inside, bounds included.
    Within,
    /// The day is later than the last day.
    After,
}

impl Period {
    /// The period without bounds: every day.
    pub const ALWAYS: Period = Period {
        first: i32::MIN,
        last: i32::MAX,
    };

    /// A period with inclusive bounds; `None` is an open bound.
    pub const fn new(start: Option<Date>, end: Option<Date>) -> Result<Self, PeriodError> {
        let first = match start {
            Some(day) => day.number(),
            None => i32::MIN,
        };
        let last = match end {
            Some(day) => day.number(),
            None => i32::MAX,
        };
        if last < first {
            Err(PeriodError)
        } else {
            Ok(Period { first, last })
        }
    }

    /// The first day, or `None` when the period is open at its start.
    pub const fn start(self) -> Option<Date> {
        match self.first {
            i32::MIN => None,
            first => Date::numbered(first),
        }
    }

    /// The last day, or `None` when the period is open at its end.
    pub const fn end(self) -> Option<Date> {
        match self.last {
            i32::MAX => None,
            last => Date::numbered(last),
        }
    }

    /// Where a day stands to this period.
    pub fn position(self, day: Date) -> Position {
        let day = day.number();
        if day < self.first {
            Position::Before
        } else if self.last < day {
            Position::After
        } else {
            Position::Within
        }
    }
}

impl Default for Period {
    fn default() -> Self {
        Period::ALWAYS
    }
}

/// By the first day, then by the last; a bound that is open comes before every day.
impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.start(), self.end()).cmp(&(other.start(), other.end()))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Period")
            .field("start", &self.start())
            .field("end", &self.end())
            .finish()
    }
}

#[cfg(test)]
#[path = "period_tests.rs"]
mod tests;
