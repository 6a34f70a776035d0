//! Columns of moments: when a source spoke.

use super::{Days, Parsed, Text};
use crate::error::CellFault;
use arrow_array::Array;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType,
};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};
use tierspayant::core::model::{Date, DateError, Moment};
use tierspayant::format::Fault;

/// A column of moments.
pub(crate) enum Moments<'a> {
    Clock {
        values: &'a [i64],
        nulls: Option<&'a NullBuffer>,
        per_second: i64,
    },
    Days(Days<'a>),
    Written(Box<Parsed<'a, Moment>>),
}

impl<'a> Moments<'a> {
    /// A column, whose type was checked before.
    pub(crate) fn new(array: Option<&'a dyn Array>) -> Self {
        let Some(array) = array else {
            return Moments::Days(Days::Absent);
        };
        let clock = |values: &'a [i64], per_second| Moments::Clock {
            values,
            nulls: array.nulls(),
            per_second,
        };
        match array.data_type() {
            DataType::Timestamp(unit, None) => match unit {
                TimeUnit::Second => clock(array.as_primitive::<TimestampSecondType>().values(), 1),
                TimeUnit::Millisecond => {
                    clock(array.as_primitive::<TimestampMillisecondType>().values(), 1_000)
                }
                TimeUnit::Microsecond => clock(
                    array.as_primitive::<TimestampMicrosecondType>().values(),
                    1_000_000,
                ),
                TimeUnit::Nanosecond => clock(
                    array.as_primitive::<TimestampNanosecondType>().values(),
                    1_000_000_000,
                ),
            },
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Dictionary(_, _) => {
                Moments::Written(Box::new(Parsed::new(Text::new(Some(array)))))
            }
            _ => Moments::Days(Days::new(Some(array))),
        }
    }

    /// The moment of a row, where there is one.
    pub(crate) fn get(&mut self, row: usize) -> Result<Option<Moment>, CellFault> {
        match self {
            Moments::Days(days) => Ok(days.get(row)?.map(Moment::on)),
            Moments::Written(text) => Ok(text.get(row)?),
            Moments::Clock {
                values,
                nulls,
                per_second,
            } => {
                let null = nulls.is_some_and(|nulls| nulls.is_null(row));
                let (false, Some(value)) = (null, values.get(row)) else {
                    return Ok(None);
                };
                let moment = from_seconds(value.div_euclid(*per_second));
                moment.map(Some).map_err(|error| Fault::from(error).into())
            }
        }
    }
}

fn from_seconds(seconds: i64) -> Result<Moment, DateError> {
    let day = i32::try_from(seconds.div_euclid(86_400)).map_err(|_| DateError::NoSuchDay)?;
    let second = u32::try_from(seconds.rem_euclid(86_400)).map_err(|_| DateError::Moment)?;
    Moment::at(
        Date::from_unix_days(day)?,
        second / 3600,
        second / 60 % 60,
        second % 60,
    )
}
