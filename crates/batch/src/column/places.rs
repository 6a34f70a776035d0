//! Columns of few values: each row gets the place of its value among the distinct ones of the batch, so that a value is
//! read once and not once per row.

use super::{Text, Wholes, WordSets};
use arrow_array::Array;
use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, UInt64Type};
use arrow_buffer::ArrowNativeType;
use arrow_schema::DataType;
use hashbrown::HashMap;

/// The place of the value of each row among the distinct values of a column. An empty cell is a value.
pub(crate) struct Places {
    pub(crate) of_row: Vec<u32>,
    pub(crate) count: u32,
}

/// Recent values, each where its bits put it.
const SLOTS: usize = 64;
/// The longest text that is compared as numbers.
const SHORT: usize = 16;

/// A short text or a whole number, as numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    low: u64,
    high: u64,
    /// The length of a text, or [`NUMBER`].
    length: u8,
}

const NUMBER: u8 = u8::MAX;

impl Places {
    /// The places of a column of text or whole numbers; `None` where there is no such column.
    pub(crate) fn new(array: Option<&dyn Array>, rows: usize) -> Option<Self> {
        let array = array?;
        let bits = |number: i64| u64::from_ne_bytes(number.to_ne_bytes());
        if let Some(wholes) = Wholes::new(array) {
            let of_row = (0..rows).map(|row| wholes.get(row).map(bits));
            return Some(of_numbers(of_row));
        }
        match array.data_type() {
            DataType::Null => None,
            DataType::Boolean => Some(of_numbers(
                array.as_boolean().iter().map(|flag| flag.map(u64::from)),
            )),
            DataType::UInt64 => Some(of_numbers(array.as_primitive::<UInt64Type>().iter())),
            DataType::Dictionary(_, _) => Some(of_dictionary(array, rows)),
            _ => Some(arrow_array::downcast_temporal_array!(
                array => of_numbers(array.iter().map(|day| day.and_then(ArrowNativeType::to_i64).map(bits))),
                _ => of_text(&Text::new(Some(array)), rows)
            )),
        }
    }

    /// The places of a column of sets of words, or of any other.
    pub(crate) fn of_sets(array: Option<&dyn Array>, rows: usize) -> Option<Self> {
        match array?.data_type() {
            DataType::List(_) | DataType::LargeList(_) => {}
            _ => return Places::new(array, rows),
        }
        let sets = WordSets::new(array);
        let mut known: HashMap<Option<String>, u32> = HashMap::new();
        let mut of_row = Vec::with_capacity(rows);
        let mut written = String::new();
        for row in 0..rows {
            written.clear();
            let said = sets.each(row, |word| {
                // The length keeps lists apart whose words hold blanks.
                written.push_str(&format!("{}:{word}", word.len()));
                Ok::<(), ()>(())
            });
            let key = (said == Ok(true)).then(|| written.clone());
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            of_row.push(*known.entry(key).or_insert(next));
        }
        let count = u32::try_from(known.len()).unwrap_or(u32::MAX);
        Some(Places { of_row, count })
    }
}

fn of_numbers(numbers: impl Iterator<Item = Option<u64>>) -> Places {
    let mut numbering = Numbering::default();
    let key = |low| Key {
        low,
        high: 0,
        length: NUMBER,
    };
    let of_row = numbers.map(|number| numbering.short(number.map(key))).collect();
    numbering_of(of_row, &numbering)
}

fn numbering_of(of_row: Vec<u32>, numbering: &Numbering<'_>) -> Places {
    Places {
        of_row,
        count: numbering.count,
    }
}

fn of_text(text: &Text<'_>, rows: usize) -> Places {
    let mut numbering = Numbering::default();
    if let Text::Plain(array) = text
        && let Some((first, ends)) = array.value_offsets().split_first()
    {
        let bytes = array.value_data();
        let nulls = array.nulls().filter(|nulls| nulls.null_count() > 0);
        // No offset is negative.
        let place = |offset: &i32| usize::try_from(offset.unsigned_abs()).unwrap_or(0);
        if nulls.is_none() && is_constant(bytes, *first, ends) {
            return Places {
                of_row: vec![0; rows],
                count: 1,
            };
        }
        let mut recent = [((0, 0, usize::MAX), 0); SLOTS];
        let mut next = place(first);
        let cells = ends.get(..rows).unwrap_or(ends).iter().enumerate();
        let of_row = cells.map(|(row, end)| {
            let (start, end) = (next, place(end));
            next = end;
            if nulls.is_some_and(|nulls| nulls.is_null(row)) {
                return numbering.text(None);
            }
            // Columns repeat few values.
            let known = bounds(bytes, start, end);
            let slot = known.and_then(|(low, high, _)| recent.get_mut(slot_of(low ^ high)));
            let (Some(known), Some((held, number))) = (known, slot) else {
                return numbering.text(Some(array.value(row)));
            };
            if *held != known {
                (*held, *number) = (known, numbering.text(Some(array.value(row))));
            }
            *number
        });
        let of_row = of_row.collect();
        return numbering_of(of_row, &numbering);
    }
    let of_row = (0..rows).map(|row| numbering.text(text.get(row)));
    numbering_of(of_row.collect(), &numbering)
}

/// Whether all cells hold the same text: they are of one length, and the bytes repeat themselves after it.
fn is_constant(bytes: &[u8], first: i32, ends: &[i32]) -> bool {
    let Some(length) = ends.first().map(|end| end.wrapping_sub(first)) else {
        return false;
    };
    let starts = std::iter::once(&first).chain(ends);
    if !starts
        .zip(ends)
        .all(|(start, end)| end.wrapping_sub(*start) == length)
    {
        return false;
    }
    let place = |offset: i32| usize::try_from(offset).unwrap_or(0);
    let (start, end) = (place(first), place(ends.last().copied().unwrap_or(first)));
    let cells = bytes.get(start..end).unwrap_or_default();
    let length = place(length);
    cells.get(length..) == cells.get(..cells.len().saturating_sub(length))
}

/// The keys of a dictionary are places already; equal values at several places do no harm.
fn of_dictionary(array: &dyn Array, rows: usize) -> Places {
    let dictionary = array.as_any_dictionary();
    let values = dictionary.values().len();
    if values == 0 || values > rows {
        return of_text(&Text::new(Some(array)), rows);
    }
    let empty = u32::try_from(values).unwrap_or(u32::MAX);
    let nulls = array.nulls();
    let valid = nulls.is_none_or(|nulls| nulls.null_count() == 0);
    let of_row = match dictionary
        .keys()
        .as_primitive_opt::<Int32Type>()
        .filter(|_| valid)
    {
        Some(keys) => {
            let keys = keys.values().iter().take(rows);
            keys.map(|key| u32::try_from(*key).map_or(empty, |key| key.min(empty)))
                .collect()
        }
        None => {
            let place = |(row, key): (usize, &usize)| {
                if nulls.is_some_and(|nulls| nulls.is_null(row)) {
                    empty
                } else {
                    u32::try_from(*key).unwrap_or(empty)
                }
            };
            dictionary
                .normalized_keys()
                .iter()
                .enumerate()
                .map(place)
                .collect()
        }
    };
    Places {
        of_row,
        count: empty.saturating_add(1),
    }
}

/// The slot that the bits of a number put it into.
#[inline]
fn slot_of(number: u64) -> usize {
    let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> (64 - SLOTS.ilog2())).unwrap_or(0)
}

/// The first and the last bytes of a text of at most sixteen, and its length: together they are the text. Nothing where it is
/// longer, or its buffer ends too near.
#[inline(always)]
fn bounds(bytes: &[u8], start: usize, end: usize) -> Option<(u64, u64, usize)> {
    let length = end.wrapping_sub(start);
    let eight = |from: usize| Some(u64::from_le_bytes(*bytes.get(from..)?.first_chunk::<8>()?));
    if length < 8 {
        // What is too much is cut off.
        let bits = u32::try_from(length.wrapping_mul(8)).unwrap_or(0);
        Some((
            eight(start)? & 1_u64.wrapping_shl(bits).wrapping_sub(1),
            0,
            length,
        ))
    } else if length <= SHORT {
        Some((eight(start)?, eight(end.wrapping_sub(8))?, length))
    } else {
        None
    }
}

/// The key of a short text.
#[inline]
fn key(text: &str) -> Key {
    let (bytes, length) = (text.as_bytes(), text.len());
    Key {
        low: word(bytes, 0, length.min(8)),
        high: word(bytes, 8, length.saturating_sub(8)),
        length: u8::try_from(length).unwrap_or(NUMBER),
    }
}

/// Up to eight bytes as a number. All eight are read where the buffer goes on, and what is too much is cut off.
#[inline]
fn word(bytes: &[u8], start: usize, length: usize) -> u64 {
    let rest = bytes.get(start..).unwrap_or(&[]);
    match rest.first_chunk::<8>() {
        Some(eight) if length == 8 => u64::from_le_bytes(*eight),
        Some(eight) => {
            let bits = u32::try_from(length.wrapping_mul(8)).unwrap_or(0);
            u64::from_le_bytes(*eight) & 1_u64.wrapping_shl(bits).wrapping_sub(1)
        }
        None => {
            let bytes = rest.iter().take(length).rev();
            bytes.fold(0, |word, byte| word << 8 | u64::from(*byte))
        }
    }
}

/// Distinct values, numbered as they come.
struct Numbering<'a> {
    recent: [Option<(Key, u32)>; SLOTS],
    short: HashMap<Key, u32>,
    long: HashMap<&'a str, u32>,
    empty: Option<u32>,
    count: u32,
}

impl Default for Numbering<'_> {
    fn default() -> Self {
        Numbering {
            recent: [None; SLOTS],
            short: HashMap::new(),
            long: HashMap::new(),
            empty: None,
            count: 0,
        }
    }
}

impl<'a> Numbering<'a> {
    #[inline(always)]
    fn short(&mut self, key: Option<Key>) -> u32 {
        let Some(key) = key else {
            let next = &mut self.count;
            return *self.empty.get_or_insert_with(|| numbered(next));
        };
        // Columns repeat few values.
        let slot = slot_of(key.low ^ key.high.rotate_left(23) ^ u64::from(key.length) << 56);
        if let Some(Some((known, place))) = self.recent.get(slot)
            && *known == key
        {
            return *place;
        }
        self.place(key, slot)
    }

    fn place(&mut self, key: Key, slot: usize) -> u32 {
        let next = &mut self.count;
        let place = *self.short.entry(key).or_insert_with(|| numbered(next));
        if let Some(recent) = self.recent.get_mut(slot) {
            *recent = Some((key, place));
        }
        place
    }

    #[inline(never)]
    fn text(&mut self, text: Option<&'a str>) -> u32 {
        match text {
            None => self.short(None),
            Some(text) if text.len() <= SHORT => self.short(Some(key(text))),
            Some(text) => self.long(text),
        }
    }

    fn long(&mut self, text: &'a str) -> u32 {
        let next = &mut self.count;
        *self.long.entry(text).or_insert_with(|| numbered(next))
    }
}

fn numbered(next: &mut u32) -> u32 {
    let number = *next;
    *next = next.saturating_add(1);
    number
}

#[cfg(test)]
#[path = "places_tests.rs"]
mod tests;
