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
        keys: Keys<'a>,
        nulls: Option<&'a NullBuffer>,
        values: Box<Text<'a>>,
    },
}

/// The keys of a dictionary.
pub(crate) enum Keys<'a> {
    /// Of the usual width, read in place.
    Usual(&'a [i32]),
    /// Of any other width.
    Other(Vec<usize>),
}

impl Keys<'_> {
    fn len(&self) -> usize {
        match self {
            Keys::Usual(keys) => keys.len(),
            Keys::Other(keys) => keys.len(),
        }
    }

    fn get(&self, row: usize) -> Option<usize> {
        match self {
            Keys::Usual(keys) => usize::try_from(*keys.get(row)?).ok(),
            Keys::Other(keys) => keys.get(row).copied(),
        }
    }
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
                let keys = match dictionary.keys().as_primitive_opt::<Int32Type>() {
                    Some(keys) => Keys::Usual(keys.values()),
                    None => Keys::Other(dictionary.normalized_keys()),
                };
                Text::Dictionary {
                    keys,
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
                values.get(keys.get(row)?)
            }
        }
    }
}

impl Text<'_> {
    /// How many texts the column holds.
    fn len(&self) -> usize {
        match self {
            Text::Absent => 0,
            Text::Plain(array) => array.len(),
            Text::Large(array) => array.len(),
            Text::View(array) => array.len(),
            Text::Dictionary { keys, .. } => keys.len(),
        }
    }

    /// Marks the rows, of those that are not marked, whose text is not that of the row before; the first row is left as it
    /// is.
    pub(crate) fn differs(&self, rows: &mut [u32]) {
        let following = rows
            .iter_mut()
            .enumerate()
            .skip(1)
            .filter(|(_, differs)| **differs == 0);
        match self {
            Text::Plain(array) if array.null_count() == 0 => {
                let (bytes, offsets) = (array.value_data(), array.value_offsets());
                for (differs, bounds) in rows.iter_mut().skip(1).zip(offsets.windows(3)) {
                    if *differs == 0
                        && let [start, middle, end] = bounds
                    {
                        *differs = u32::from(!is_repeated(bytes, *start, *middle, *end));
                    }
                }
            }
            Text::Dictionary {
                keys: Keys::Usual(keys),
                nulls: None,
                values,
            } => {
                for (differs, pair) in rows.iter_mut().skip(1).zip(keys.windows(2)) {
                    if *differs == 0
                        && let [one, next] = pair
                        && one != next
                    {
                        let text = |key: i32| values.get(usize::try_from(key).ok()?);
                        *differs = u32::from(text(*one) != text(*next));
                    }
                }
            }
            _ => {
                for (row, differs) in following {
                    *differs = u32::from(self.get(row) != self.get(row.saturating_sub(1)));
                }
            }
        }
    }
}

/// What was found by the texts of a dictionary.
pub(crate) struct Known<T>(Vec<Option<Option<T>>>);

impl<T: Copy> Known<T> {
    /// Nothing yet of the texts of a column that is asked so many times: they are kept where there are no more than that.
    pub(crate) fn new(text: &Text<'_>, times: usize) -> Self {
        let texts = match text {
            Text::Dictionary { values, .. } => values.len(),
            _ => 0,
        };
        let kept = if texts > times { 0 } else { texts };
        Known(vec![None; kept])
    }
}

impl<'a> Text<'a> {
    /// Gives what a function finds by the text of each of some rows to another one; nothing where there is no text. What was
    /// found by the texts of a dictionary is known from then on.
    pub(crate) fn find<T: Copy>(
        &self,
        rows: &[usize],
        known: &mut Known<T>,
        find: impl Fn(&'a str) -> Option<T>,
        mut found: impl FnMut(Option<T>),
    ) {
        let whole = |array: &StringArray| array.null_count() == 0;
        match self {
            Text::Plain(array) if whole(array) => {
                for row in rows {
                    found(
                        Some(*row)
                            .filter(|row| *row < array.len())
                            .and_then(|row| find(array.value(row))),
                    );
                }
            }
            Text::Dictionary {
                keys: Keys::Usual(keys),
                nulls: None,
                values,
            } => {
                let mut of_row = |row: &usize| {
                    let key = usize::try_from(*keys.get(*row)?).ok()?;
                    if let Some(Some(known)) = known.0.get(key) {
                        return *known;
                    }
                    let one = match &**values {
                        Text::Plain(values) if whole(values) => {
                            (key < values.len()).then(|| values.value(key))
                        }
                        values => values.get(key),
                    };
                    let one = one.and_then(&find);
                    if let Some(slot) = known.0.get_mut(key) {
                        *slot = Some(one);
                    }
                    one
                };
                rows.iter().for_each(|row| found(of_row(row)));
            }
            _ => rows.iter().for_each(|row| found(self.get(*row).and_then(&find))),
        }
    }
}

/// Whether the text between the first two offsets is that between the last two.
#[inline(always)]
fn is_repeated(bytes: &[u8], start: i32, middle: i32, end: i32) -> bool {
    let length = middle.wrapping_sub(start);
    if length != end.wrapping_sub(middle) {
        return false;
    }
    // No offset is negative.
    let place = |offset: i32| usize::try_from(u32::from_ne_bytes(offset.to_ne_bytes())).unwrap_or(usize::MAX);
    let eight = |from: i32| bytes.get(place(from)..).and_then(<[u8]>::first_chunk::<8>);
    if length == 8 {
        return eight(start) == eight(middle);
    }
    if (9..=16).contains(&length) {
        // The first and the last bytes overlap or meet.
        return eight(start) == eight(middle) && eight(middle.wrapping_sub(8)) == eight(end.wrapping_sub(8));
    }
    bytes.get(place(start)..place(middle)) == bytes.get(place(middle)..place(end))
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
