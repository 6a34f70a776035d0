//! Text columns: plain, large, views and dictionaries, all read in place.

use arrow_array::cast::AsArray;
use arrow_array::types::{ArrowPrimitiveType, Int8Type, Int16Type, Int32Type, Int64Type};
use arrow_array::types::{UInt8Type, UInt16Type, UInt32Type, UInt64Type};
use arrow_array::{Array, ArrayRef, LargeStringArray, PrimitiveArray, StringArray, StringViewArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
use std::fmt::Display;
use std::sync::Arc;

/// A column of text.
pub(crate) enum Text<'a> {
    /// No such column: every cell is empty.
    Absent,
    Plain(&'a StringArray),
    Large(&'a LargeStringArray),
    View(&'a StringViewArray),
    Dictionary {
        keys: Vec<usize>,
        nulls: Option<&'a NullBuffer>,
        values: Box<Text<'a>>,
    },
}

impl<'a> Text<'a> {
    /// A column, whose type was checked before.
    pub(crate) fn new(array: Option<&'a dyn Array>) -> Self {
        let Some(array) = array else {
            return Text::Absent;
        };
        match array.data_type() {
            DataType::Utf8 => Text::Plain(array.as_string()),
            DataType::LargeUtf8 => Text::Large(array.as_string()),
            DataType::Utf8View => Text::View(array.as_string_view()),
            DataType::Dictionary(_, _) => {
                let dictionary = array.as_any_dictionary();
                if dictionary.values().is_empty() {
                    return Text::Absent;
                }
                Text::Dictionary {
                    keys: dictionary.normalized_keys(),
                    nulls: array.nulls(),
                    values: Box::new(Text::new(Some(dictionary.values().as_ref()))),
                }
            }
            _ => Text::Absent,
        }
    }

    /// The text of a row, where there is one.
    #[inline]
    pub(crate) fn get(&self, row: usize) -> Option<&'a str> {
        match self {
            Text::Absent => None,
            Text::Plain(array) => array.is_valid(row).then(|| array.value(row)),
            Text::Large(array) => array.is_valid(row).then(|| array.value(row)),
            Text::View(array) => array.is_valid(row).then(|| array.value(row)),
            Text::Dictionary { keys, nulls, values } => {
                if nulls.is_some_and(|nulls| nulls.is_null(row)) {
                    return None;
                }
                values.get(*keys.get(row)?)
            }
        }
    }
}

/// The same column as text, where it holds whole numbers; any other column is left as it is.
pub(crate) fn as_text(array: &ArrayRef) -> ArrayRef {
    match array.data_type() {
        DataType::Int8 => written(array.as_primitive::<Int8Type>()),
        DataType::Int16 => written(array.as_primitive::<Int16Type>()),
        DataType::Int32 => written(array.as_primitive::<Int32Type>()),
        DataType::Int64 => written(array.as_primitive::<Int64Type>()),
        DataType::UInt8 => written(array.as_primitive::<UInt8Type>()),
        DataType::UInt16 => written(array.as_primitive::<UInt16Type>()),
        DataType::UInt32 => written(array.as_primitive::<UInt32Type>()),
        DataType::UInt64 => written(array.as_primitive::<UInt64Type>()),
        _ => Arc::clone(array),
    }
}

fn written<T: ArrowPrimitiveType>(array: &PrimitiveArray<T>) -> ArrayRef
where
    T::Native: Display,
{
    let texts = array.iter().map(|value| value.map(|value| value.to_string()));
    Arc::new(texts.collect::<StringArray>())
}
