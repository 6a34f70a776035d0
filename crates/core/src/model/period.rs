//! Periods of days: bounds inclusive, open where absent.

use super::Date;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Period {
    start: Option<Date>,
    end: Option<Date>,
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
        start: None,
        end: None,
    };

    /// A period with inclusive bounds; `None` is an open bound.
    pub const fn new(start: Option<Date>, end: Option<Date>) -> Result<Self, PeriodError> {
        match (start, end) {
            (Some(start), Some(end)) if end.unix_days() < start.unix_days() => Err(PeriodError),
            _ => Ok(Period { start, end }),
        }
    }

    /// The first day, or `None` when the period is open at its start.
    pub const fn start(self) -> Option<Date> {
        self.start
    }

    /// The last day, or `None` when the period is open at its end.
    pub const fn end(self) -> Option<Date> {
        self.end
    }

    /// Where a day stands to this period.
    pub fn position(self, day: Date) -> Position {
        if self.start.is_some_and(|start| day < start) {
            Position::Before
        } else if self.end.is_some_and(|end| end < day) {
            Position::After
        } else {
            Position::Within
        }
    }
}
