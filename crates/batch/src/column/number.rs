//! Columns of whole numbers and of yes or no.

use crate::error::CellFault;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{Array, BooleanArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
use std::borrow::Cow;

/// A column of whole numbers, of any width but that of the largest ones without a sign.
pub(crate) struct Wholes<'a> {
    values: Cow<'a, [i64]>,
    nulls: Option<&'a NullBuffer>,
}

impl<'a> Wholes<'a> {
    /// A column of whole numbers; `None` for any other.
    pub(crate) fn new(array: &'a dyn Array) -> Option<Self> {
        let values = match array.data_type() {
            DataType::Int8 => widened::<Int8Type>(array),
            DataType::Int16 => widened::<Int16Type>(array),
            DataType::Int32 => widened::<Int32Type>(array),
            DataType::Int64 => Cow::Borrowed(&**array.as_primitive::<Int64Type>().values()),
            DataType::UInt8 => widened::<UInt8Type>(array),
            DataType::UInt16 => widened::<UInt16Type>(array),
            DataType::UInt32 => widened::<UInt32Type>(array),
            _ => return None,
        };
        let nulls = array.nulls().filter(|nulls| nulls.null_count() > 0);
        Some(Wholes { values, nulls })
    }

    /// The number of a row, where there is one.
    #[inline]
    pub(crate) fn get(&self, row: usize) -> Option<i64> {
        if self.nulls.is_some_and(|nulls| nulls.is_null(row)) {
            return None;
        }
        self.values.get(row).copied()
    }

    /// The numbers of all rows, where each has one.
    pub(crate) fn all(&self) -> Option<&[i64]> {
        self.nulls.is_none().then_some(&*self.values)
    }

    /// The same, beyond this column.
    pub(crate) fn all_of_column(&self) -> Option<Cow<'a, [i64]>> {
        self.nulls.is_none().then(|| self.values.clone())
    }
}

fn widened<T: ArrowPrimitiveType>(array: &dyn Array) -> Cow<'_, [i64]>
where
    T::Native: Into<i64>,
{
    let values = array.as_primitive::<T>().values();
    Cow::Owned(values.iter().map(|value| (*value).into()).collect())
}

/// A column of whole numbers from zero on.
pub(crate) enum Counts<'a> {
    Absent,
    Wholes(Wholes<'a>),
    Largest(&'a [u64], Option<&'a NullBuffer>),
}

impl<'a> Counts<'a> {
    /// A column, whose type was checked before.
    pub(crate) fn new(array: Option<&'a dyn Array>) -> Self {
        let Some(array) = array else {
            return Counts::Absent;
        };
        match Wholes::new(array) {
            Some(wholes) => Counts::Wholes(wholes),
            None if *array.data_type() == DataType::UInt64 => {
                Counts::Largest(array.as_primitive::<UInt64Type>().values(), array.nulls())
            }
            None => Counts::Absent,
        }
    }

    /// The number of a row, where there is one.
    #[inline]
    pub(crate) fn get(&self, row: usize) -> Result<Option<u64>, CellFault> {
        match self {
            Counts::Absent => Ok(None),
            Counts::Wholes(wholes) => match wholes.get(row) {
                None => Ok(None),
                Some(number) => u64::try_from(number).map(Some).map_err(|_| CellFault::Negative),
            },
            Counts::Largest(values, nulls) => {
                let null = nulls.is_some_and(|nulls| nulls.is_null(row));
                Ok(values.get(row).copied().filter(|_| !null))
            }
        }
    }
}

impl Counts<'_> {
    /// The numbers of all rows, where each has one; any of them may be negative.
    pub(crate) fn all(&self) -> Option<&[i64]> {
        match self {
            Counts::Wholes(wholes) => wholes.all(),
            Counts::Absent | Counts::Largest(..) => None,
        }
    }
}

/// A column of yes or no.
pub(crate) struct Flags<'a>(Option<&'a BooleanArray>);

impl<'a> Flags<'a> {
    /// A column, whose type was checked before.
    pub(crate) fn new(array: Option<&'a dyn Array>) -> Self {
        Flags(array.and_then(|array| array.as_boolean_opt()))
    }

    /// The flag of a row, where there is one.
    pub(crate) fn get(&self, row: usize) -> Option<bool> {
        let array = self.0.filter(|array| array.is_valid(row))?;
        Some(array.value(row))
    }
}
