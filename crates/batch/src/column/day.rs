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
use std::borrow::Cow;
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
    read: Read<'a>,
}

enum Read<'a> {
    /// Days since 1970-01-01, one in each row, all of them days of the model.
    Whole(&'a [i32]),
    Some(Vec<Option<Date>>),
    /// Rows are to be read one by one, because some day cannot be read.
    ByRow,
}

impl<'a> ReadDays<'a> {
    /// A column, whose type was checked before.
    pub(crate) fn new(mut column: Days<'a>, rows: usize) -> Self {
        let whole = match &column {
            Days::Date(array) if array.null_count() == 0 => {
                array.values().get(..rows).filter(|days| are_days(days))
            }
            _ => None,
        };
        let read = match (whole, &column) {
            (Some(days), _) => Read::Whole(days),
            (None, Days::Absent) => Read::Some(Vec::new()),
            (None, _) => {
                let days: Result<_, CellFault> = (0..rows).map(|row| column.get(row)).collect();
                days.map_or(Read::ByRow, Read::Some)
            }
        };
        ReadDays { column, read }
    }

    /// Marks the rows whose day is not that of the row before.
    pub(crate) fn differs(&self, rows: &mut [u32]) {
        match &self.read {
            Read::Whole(days) => differs(days, rows, |one, next| {
                u32::from_ne_bytes((one ^ next).to_ne_bytes())
            }),
            Read::Some(days) => differs(days, rows, |one, next| u32::from(one != next)),
            Read::ByRow => rows.fill(1),
        }
    }

    /// Whether every day could be read.
    pub(crate) const fn all_read(&self) -> bool {
        !matches!(self.read, Read::ByRow)
    }

    /// Whether no row has a day.
    pub(crate) fn none(&self) -> bool {
        matches!(&self.read, Read::Some(days) if days.iter().all(Option::is_none))
    }

    /// The day of a row of a column of which every day could be read, where there is one.
    #[inline]
    pub(crate) fn read(&self, row: usize) -> Option<Date> {
        match &self.read {
            Read::Whole(days) => Date::from_unix_days(*days.get(row)?).ok(),
            Read::Some(days) => days.get(row).copied().flatten(),
            Read::ByRow => None,
        }
    }

    /// All of them in days since 1970-01-01, another number where there is no day; none where there is no column.
    pub(crate) fn raw(&self, none: i32) -> Cow<'a, [i32]> {
        match &self.read {
            Read::Whole(days) => Cow::Borrowed(*days),
            Read::Some(days) => days.iter().map(|day| day.map_or(none, Date::unix_days)).collect(),
            Read::ByRow => Cow::Borrowed(&[]),
        }
    }

    /// The day of a row, where there is one.
    #[inline]
    pub(crate) fn get(&mut self, row: usize) -> Result<Option<Date>, CellFault> {
        if self.all_read() {
            return Ok(self.read(row));
        }
        self.column.get(row)
    }
}

/// Whether all these numbers are days of the model, which the least and the largest tell.
fn are_days(days: &[i32]) -> bool {
    let Some(first) = days.first() else {
        return true;
    };
    let ends = days.iter().fold((*first, *first), |(least, most), day| {
        (least.min(*day), most.max(*day))
    });
    let is_day = |day| Date::from_unix_days(day).is_ok();
    is_day(ends.0) && is_day(ends.1)
}

/// Marks the rows whose value is not that of the row before, by a function that gives no bit where two are equal; the first
/// row is left as it is.
fn differs<T: Copy>(values: &[T], rows: &mut [u32], differ: impl Fn(T, T) -> u32) {
    let pairs = values.iter().zip(values.iter().skip(1));
    for (row, (one, next)) in rows.iter_mut().skip(1).zip(pairs) {
        *row |= differ(*one, *next);
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
