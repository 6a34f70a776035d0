//! Columns of whole numbers and of yes or no.

use crate::error::CellFault;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, BooleanArray};
use arrow_schema::DataType;

/// A column of whole numbers from zero on.
pub(crate) struct Counts<'a>(Option<&'a dyn Array>);

impl<'a> Counts<'a> {
    /// A column, whose type was checked before.
    pub(crate) fn new(array: Option<&'a dyn Array>) -> Self {
        Counts(array.filter(|array| *array.data_type() != DataType::Null))
    }

    /// The number of a row, where there is one.
    #[inline]
    pub(crate) fn get(&self, row: usize) -> Result<Option<u64>, CellFault> {
        let Some(array) = self.0.filter(|array| array.is_valid(row)) else {
            return Ok(None);
        };
        let signed = match array.data_type() {
            DataType::Int8 => i64::from(array.as_primitive::<Int8Type>().value(row)),
            DataType::Int16 => i64::from(array.as_primitive::<Int16Type>().value(row)),
            DataType::Int32 => i64::from(array.as_primitive::<Int32Type>().value(row)),
            DataType::Int64 => array.as_primitive::<Int64Type>().value(row),
            DataType::UInt8 => return Ok(Some(array.as_primitive::<UInt8Type>().value(row).into())),
            DataType::UInt16 => return Ok(Some(array.as_primitive::<UInt16Type>().value(row).into())),
            DataType::UInt32 => return Ok(Some(array.as_primitive::<UInt32Type>().value(row).into())),
            DataType::UInt64 => return Ok(Some(array.as_primitive::<UInt64Type>().value(row))),
            _ => return Ok(None),
        };
        u64::try_from(signed).map(Some).map_err(|_| CellFault::Negative)
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
