//! Columns of days: dates, whole numbers as YYYYMMDD, and texts as YYYY-MM-DD.

use super::{Parsed, Text};
use crate::error::CellFault;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{Array, Date32Array, Int32Array};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};
use tierspayant::core::model::{Date, DateError};
use tierspayant::format::Fault;

/// A column of days.
pub(crate) enum Days<'a> {
    Absent,
    Date(&'a Date32Array),
    Number(&'a Int32Array, Option<(i32, Date)>),
    LongNumber(&'a [i64], Option<&'a NullBuffer>, Option<(i64, Date)>),
    /// Moments, of which only midnights are days.
    Midnight {
        moments: &'a [i64],
        nulls: Option<&'a NullBuffer>,
        per_day: i64,
    },
    Written(Box<Parsed<'a, Date>>),
}

impl<'a> Days<'a> {
    /// A column, whose type was checked before.
    pub(crate) fn new(array: Option<&'a dyn Array>) -> Self {
        let Some(array) = array else {
            return Days::Absent;
        };
        let midnight = |moments: &'a [i64], per_day| Days::Midnight {
            moments,
            nulls: array.nulls(),
            per_day,
        };
        match array.data_type() {
            DataType::Null => Days::Absent,
            DataType::Date32 => Days::Date(array.as_primitive::<Date32Type>()),
            DataType::Int32 => Days::Number(array.as_primitive::<Int32Type>(), None),
            DataType::Int64 => {
                Days::LongNumber(array.as_primitive::<Int64Type>().values(), array.nulls(), None)
            }
            DataType::Date64 => midnight(array.as_primitive::<Date64Type>().values(), 86_400_000),
            DataType::Timestamp(unit, None) => match unit {
                TimeUnit::Second => midnight(array.as_primitive::<TimestampSecondType>().values(), 86_400),
                TimeUnit::Millisecond => midnight(
                    array.as_primitive::<TimestampMillisecondType>().values(),
                    86_400_000,
                ),
                TimeUnit::Microsecond => midnight(
                    array.as_primitive::<TimestampMicrosecondType>().values(),
                    86_400_000_000,
                ),
                TimeUnit::Nanosecond => midnight(
                    array.as_primitive::<TimestampNanosecondType>().values(),
                    86_400_000_000_000,
                ),
            },
            _ => Days::Written(Box::new(Parsed::new(Text::new(Some(array))))),
        }
    }

    /// The day of a row, where there is one.
    #[inline]
    pub(crate) fn get(&mut self, row: usize) -> Result<Option<Date>, CellFault> {
        match self {
            Days::Absent => Ok(None),
            Days::Date(array) => {
                if array.is_null(row) {
                    return Ok(None);
                }
                day(Date::from_unix_days(array.value(row)))
            }
            Days::Number(array, last) => {
                if array.is_null(row) {
                    return Ok(None);
                }
                let number = array.value(row);
                if let Some((seen, date)) = last
                    && *seen == number
                {
                    return Ok(Some(*date));
                }
                let date = from_number(i64::from(number))?;
                *last = Some((number, date));
                Ok(Some(date))
            }
            Days::LongNumber(numbers, nulls, last) => {
                let (false, Some(number)) = (is_null(*nulls, row), numbers.get(row)) else {
                    return Ok(None);
                };
                if let Some((seen, date)) = last
                    && seen == number
                {
                    return Ok(Some(*date));
                }
                let date = from_number(*number)?;
                *last = Some((*number, date));
                Ok(Some(date))
            }
            Days::Midnight {
                moments,
                nulls,
                per_day,
            } => {
                let (false, Some(moment)) = (is_null(*nulls, row), moments.get(row)) else {
                    return Ok(None);
                };
                if moment.rem_euclid(*per_day) != 0 {
                    return Err(CellFault::NotMidnight);
                }
                let days = i32::try_from(moment.div_euclid(*per_day)).map_err(|_| no_such_day())?;
                day(Date::from_unix_days(days))
            }
            Days::Written(text) => Ok(text.get(row)?),
        }
    }
}

/// A column of days of one batch, read at once where no cell of it is bad.
pub(crate) struct ReadDays<'a> {
    column: Days<'a>,
    days: Vec<Option<Date>>,
    /// Whether rows are to be read one by one, because some day cannot be read.
    by_row: bool,
}

impl<'a> ReadDays<'a> {
    /// A column, whose type was checked before.
    pub(crate) fn new(mut column: Days<'a>, rows: usize) -> Self {
        let read = match &column {
            Days::Absent => Ok(Vec::new()),
            Days::Date(array) if array.null_count() == 0 => {
                let days = array.values().iter().take(rows);
                let read = days.map(|day| Date::from_unix_days(*day).map(Some).map_err(Fault::from));
                read.collect::<Result<_, _>>().map_err(CellFault::from)
            }
            _ => (0..rows).map(|row| column.get(row)).collect(),
        };
        ReadDays {
            column,
            by_row: read.is_err(),
            days: read.unwrap_or_default(),
        }
    }

    /// Leaves of the rows that repeat the one before those whose day does so as well.
    pub(crate) fn repeats(&self, rows: &mut [bool]) {
        if self.by_row {
            rows.fill(false);
        } else {
            repeated(&self.days, rows);
        }
    }

    /// Whether every day could be read.
    pub(crate) const fn all_read(&self) -> bool {
        !self.by_row
    }

    /// Whether no row has a day.
    pub(crate) fn none(&self) -> bool {
        !self.by_row && self.days.iter().all(Option::is_none)
    }

    /// The day of a row of a column of which every day could be read, where there is one.
    #[inline]
    pub(crate) fn read(&self, row: usize) -> Option<Date> {
        self.days.get(row).copied().flatten()
    }

    /// The day of a row, where there is one.
    #[inline]
    pub(crate) fn get(&mut self, row: usize) -> Result<Option<Date>, CellFault> {
        if self.by_row {
            return self.column.get(row);
        }
        Ok(self.read(row))
    }
}

/// Leaves of the rows that repeat the one before those whose value does so as well; the first one repeats none.
pub(crate) fn repeated<T: PartialEq>(values: &[T], rows: &mut [bool]) {
    let pairs = values.iter().zip(values.iter().skip(1));
    for (row, (one, next)) in rows.iter_mut().skip(1).zip(pairs) {
        *row &= one == next;
    }
}

fn is_null(nulls: Option<&NullBuffer>, row: usize) -> bool {
    nulls.is_some_and(|nulls| nulls.is_null(row))
}

fn day(date: Result<Date, DateError>) -> Result<Option<Date>, CellFault> {
    date.map(Some).map_err(|error| Fault::from(error).into())
}

fn from_number(number: i64) -> Result<Date, CellFault> {
    let number = u32::try_from(number).map_err(|_| no_such_day())?;
    Date::from_yyyymmdd(number).map_err(|error| Fault::from(error).into())
}

fn no_such_day() -> CellFault {
    Fault::from(DateError::NoSuchDay).into()
}
