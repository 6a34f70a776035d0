//! Days as columns.

use tierspayant_core::model::{Date, Period};

/// A window of days spread over a number of columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    first: Date,
    days: i64,
    width: usize,
}

impl Scale {
    pub(super) fn new(first: Date, last: Date, width: usize) -> Self {
        Scale {
            first,
            days: i64::from(last.days_since(first)).max(0) + 1,
            width,
        }
    }

    pub(super) const fn width(&self) -> usize {
        self.width
    }

    /// The column of a day, when the window holds it.
    pub(super) fn column(&self, day: Date) -> Option<usize> {
        let offset = i64::from(day.days_since(self.first));
        if (0..self.days).contains(&offset) {
            (0..self.width)
                .rev()
                .find(|column| self.offset(*column) <= offset)
        } else {
            None
        }
    }

    /// The days of a column. The column of the day asked stands for that day alone.
    pub(super) fn days(&self, column: usize, asked: Date) -> Period {
        if self.column(asked) == Some(column) {
            return Period::new(Some(asked), Some(asked)).unwrap_or(Period::ALWAYS);
        }
        let from = self.offset(column);
        let to = (self.offset(column + 1) - 1).max(from);
        let day = |offset: i64| {
            i32::try_from(offset)
                .ok()
                .and_then(|days| self.first.plus_days(days))
        };
        Period::new(day(from), day(to)).unwrap_or(Period::ALWAYS)
    }

    /// Columns with the first days of the months that are named there, as close as their names allow.
    pub(super) fn ticks(&self, name_width: impl Fn(Date) -> usize) -> Vec<(usize, Date)> {
        const STEPS: [u32; 8] = [1, 2, 3, 6, 12, 24, 60, 120];
        for step in STEPS {
            let ticks = self.months(step);
            let room = |pair: &[(usize, Date)]| match pair {
                [(one, day), (next, _)] => next.saturating_sub(*one) > name_width(*day),
                _ => true,
            };
            let fits = |(column, day): &(usize, Date)| column + name_width(*day) <= self.width;
            if ticks.windows(2).all(room) {
                return ticks.into_iter().filter(|tick| fits(tick)).collect();
            }
        }
        Vec::new()
    }

    /// The first days of every so many months, counted from January.
    fn months(&self, step: u32) -> Vec<(usize, Date)> {
        let mut found = Vec::new();
        let (mut year, mut month) = (self.first.year(), 1_u32);
        while let Ok(day) = Date::from_ymd(year, month, 1) {
            if i64::from(day.days_since(self.first)) >= self.days {
                break;
            }
            if let Some(column) = self.column(day) {
                found.push((column, day));
            }
            month += step;
            while month > 12 {
                (year, month) = (year + 1, month - 12);
            }
        }
        found
    }

    /// How many days after the first one a column starts.
    fn offset(&self, column: usize) -> i64 {
        let width = i64::try_from(self.width).unwrap_or(i64::MAX).max(1);
        let column = i64::try_from(column).unwrap_or(i64::MAX);
        column.saturating_mul(self.days).div_euclid(width)
    }
}
