//! Columns of few values: each row gets the place of its value among the distinct ones of the batch, so that a value is
//! read once and not once per row.

use super::numbering::{Numbering, SHORT};
use super::{Text, Wholes, WordSets};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, UInt64Type};
use arrow_array::{Array, StringArray};
use arrow_buffer::ArrowNativeType;
use arrow_schema::DataType;
use hashbrown::HashMap;

/// The place of the value of each row among the distinct values of a column. An empty cell is a value.
pub(crate) struct Places<'a> {
    pub(crate) of_row: PlacesOfRows<'a>,
    /// How many places there are: each one is less.
    pub(crate) count: u32,
}

/// Places as they were found, or as a dictionary has them already.
pub(crate) enum PlacesOfRows<'a> {
    Found(Vec<u32>),
    /// The keys of a dictionary, all of them valid.
    Keys(&'a [i32]),
}

impl Places<'_> {
    /// Gives the place of each row in turn, for as many rows as there are others beside them.
    #[inline]
    pub(crate) fn each<T>(&self, others: &mut [T], mut done: impl FnMut(&mut T, u32)) {
        match &self.of_row {
            PlacesOfRows::Found(places) => {
                let pairs = others.iter_mut().zip(places);
                pairs.for_each(|(other, place)| done(other, *place));
            }
            PlacesOfRows::Keys(keys) => {
                // A key without a value would be a fault of the table: it has the last place.
                let last = self.count.saturating_sub(1);
                let place = |key: &i32| u32::from_ne_bytes(key.to_ne_bytes()).min(last);
                let pairs = others.iter_mut().zip(*keys);
                pairs.for_each(|(other, key)| done(other, place(key)));
            }
        }
    }
}

impl<'a> Places<'a> {
    /// The places of a column of text or whole numbers; `None` where there is no such column.
    pub(crate) fn new(array: Option<&'a dyn Array>, rows: usize) -> Option<Self> {
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
    pub(crate) fn of_sets(array: Option<&'a dyn Array>, rows: usize) -> Option<Self> {
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
        let of_row = PlacesOfRows::Found(of_row);
        Some(Places { of_row, count })
    }
}

fn of_numbers(numbers: impl Iterator<Item = Option<u64>>) -> Places<'static> {
    let mut numbering = Numbering::default();
    let of_row = numbers.map(|number| numbering.number(number)).collect();
    found(of_row, numbering.count())
}

fn found(of_row: Vec<u32>, count: u32) -> Places<'static> {
    let of_row = PlacesOfRows::Found(of_row);
    Places { of_row, count }
}

fn of_text(text: &Text<'_>, rows: usize) -> Places<'static> {
    if let Text::Plain(array) = text {
        return of_plain(array, rows);
    }
    let mut numbering = Numbering::default();
    let of_row = (0..rows).map(|row| numbering.text(text.get(row))).collect();
    found(of_row, numbering.count())
}

fn of_plain(array: &StringArray, rows: usize) -> Places<'static> {
    let bytes = array.value_data();
    let offsets = array.value_offsets();
    let (Some(first), Some(ends)) = (offsets.first(), offsets.get(1..=rows)) else {
        return found(vec![0; rows], 1);
    };
    let nulls = array.nulls().filter(|nulls| nulls.null_count() > 0);
    let mut cells = Cells::new(bytes);
    if let Some(nulls) = nulls {
        let empty = cells.numbering.text(None);
        let mut of_row = vec![empty; rows];
        for row in nulls.valid_indices() {
            let bounds = offsets.get(row).zip(offsets.get(row.saturating_add(1)));
            if let (Some((start, end)), Some(number)) = (bounds, of_row.get_mut(row)) {
                *number = cells.number(place(*start), place(*end));
            }
        }
        return found(of_row, cells.numbering.count());
    }
    let of_row = match same_length(*first, ends) {
        Some(length) => {
            let first = place(*first);
            let all = bytes
                .get(first..)
                .and_then(|bytes| bytes.get(..length.wrapping_mul(rows)));
            let all = all.unwrap_or_default();
            if all.get(length..) == all.get(..all.len().saturating_sub(length)) {
                return found(vec![0; rows], 1);
            }
            if length == 1 {
                cells.of_bytes(all)
            } else {
                let start = |row: usize| first.wrapping_add(row.wrapping_mul(length));
                let number = |row| cells.number(start(row), start(row).wrapping_add(length));
                (0..rows).map(number).collect()
            }
        }
        None => {
            let cells = &mut cells;
            let bounds = offsets.iter().zip(ends);
            bounds
                .map(|(start, end)| cells.number(place(*start), place(*end)))
                .collect()
        }
    };
    found(of_row, cells.numbering.count())
}

/// An offset of a text, which is never negative.
#[inline(always)]
fn place(offset: i32) -> usize {
    usize::try_from(u32::from_ne_bytes(offset.to_ne_bytes())).unwrap_or(usize::MAX)
}

/// The length of each text where all have the same.
fn same_length(first: i32, ends: &[i32]) -> Option<usize> {
    let length = ends.first()?.wrapping_sub(first);
    let others = ends.iter().zip(ends.iter().skip(1));
    let differs = others.fold(0, |differs, (end, next)| {
        differs | (next.wrapping_sub(*end) ^ length)
    });
    (differs == 0).then(|| place(length))
}

/// How many recent values of a column of text are kept, each where its bits put it.
const SLOTS: usize = 64;

/// A text of at most sixteen bytes: its first and last bytes, and its length, which together are the text.
#[derive(Clone, Copy)]
struct Recent {
    low: u64,
    high: u64,
    length: usize,
    number: u32,
}

impl Recent {
    const NONE: Recent = Recent {
        low: 0,
        high: 0,
        length: usize::MAX,
        number: 0,
    };
}

/// The bits of so many bytes.
const MASKS: [u64; 9] = [
    0,
    0xff,
    0xffff,
    0x00ff_ffff,
    0xffff_ffff,
    0x00ff_ffff_ffff,
    0xffff_ffff_ffff,
    0x00ff_ffff_ffff_ffff,
    u64::MAX,
];

/// The cells of a column of plain text.
struct Cells<'a> {
    bytes: &'a [u8],
    recent: [Recent; SLOTS],
    numbering: Numbering<'a>,
}

impl<'a> Cells<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Cells {
            bytes,
            recent: [Recent::NONE; SLOTS],
            numbering: Numbering::default(),
        }
    }

    /// The number of the text between two bounds. Columns repeat few values: most are compared as numbers with one that
    /// came before.
    #[inline(always)]
    fn number(&mut self, start: usize, end: usize) -> u32 {
        let length = end.wrapping_sub(start);
        let eight = |from: usize| Some(u64::from_le_bytes(*self.bytes.get(from..)?.first_chunk::<8>()?));
        let Some(low) = eight(start) else {
            return self.other(start, end, None);
        };
        if let Some(mask) = MASKS.get(length) {
            let low = low & mask;
            let slot = slot_of(low);
            if let Some(held) = self.recent.get(slot)
                && held.low == low
                && held.length == length
            {
                return held.number;
            }
            return self.other(start, end, Some((slot, low, 0)));
        }
        let Some(high) = eight(end.wrapping_sub(8)).filter(|_| length <= SHORT) else {
            return self.other(start, end, None);
        };
        let slot = slot_of(low ^ high);
        if let Some(held) = self.recent.get(slot)
            && (held.low, held.high, held.length) == (low, high, length)
        {
            return held.number;
        }
        self.other(start, end, Some((slot, low, high)))
    }

    /// The number of a text that is not among the recent ones, where it is kept from now on if it is short.
    #[inline(never)]
    fn other(&mut self, start: usize, end: usize, kept: Option<(usize, u64, u64)>) -> u32 {
        // Offsets lie between characters.
        let text = self
            .bytes
            .get(start..end)
            .and_then(|text| std::str::from_utf8(text).ok());
        let number = self.numbering.text(Some(text.unwrap_or_default()));
        if let Some((slot, low, high)) = kept
            && let Some(held) = self.recent.get_mut(slot)
        {
            let length = end.wrapping_sub(start);
            *held = Recent {
                low,
                high,
                length,
                number,
            };
        }
        number
    }

    /// The numbers of texts of one byte each.
    fn of_bytes(&mut self, bytes: &'a [u8]) -> Vec<u32> {
        let mut known = [u32::MAX; 256];
        for (byte, text) in bytes.iter().zip(bytes.chunks(1)) {
            if let Some(number) = known
                .get_mut(usize::from(*byte))
                .filter(|number| **number == u32::MAX)
            {
                let text = std::str::from_utf8(text).unwrap_or_default();
                *number = self.numbering.text(Some(text));
            }
        }
        let number = |byte: &u8| known.get(usize::from(*byte)).copied().unwrap_or(u32::MAX);
        bytes.iter().map(number).collect()
    }
}

/// The slot that the bits of a number put it into.
#[inline(always)]
fn slot_of(number: u64) -> usize {
    let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> (64 - SLOTS.ilog2())).unwrap_or(0)
}

/// The keys of a dictionary are places already; equal values at several places do no harm.
fn of_dictionary(array: &dyn Array, rows: usize) -> Places<'_> {
    let dictionary = array.as_any_dictionary();
    let values = dictionary.values().len();
    if values == 0 || values > rows {
        return of_text(&Text::new(Some(array)), rows);
    }
    let empty = u32::try_from(values).unwrap_or(u32::MAX);
    let nulls = array.nulls().filter(|nulls| nulls.null_count() > 0);
    let short = dictionary.keys().as_primitive_opt::<Int32Type>();
    let Some(nulls) = nulls else {
        if let Some(keys) = short {
            let of_row = PlacesOfRows::Keys(keys.values());
            return Places { of_row, count: empty };
        }
        let place = |key: &usize| u32::try_from(*key).unwrap_or(0);
        return found(dictionary.normalized_keys().iter().map(place).collect(), empty);
    };
    let mut of_row = vec![empty; rows];
    let keys: Vec<usize>;
    let mut set = |row: usize, key: u32| {
        if let Some(place) = of_row.get_mut(row) {
            *place = key.min(empty);
        }
    };
    match short {
        Some(short) => {
            for row in nulls.valid_indices() {
                let key = short.values().get(row).and_then(|key| u32::try_from(*key).ok());
                set(row, key.unwrap_or(empty));
            }
        }
        None => {
            keys = dictionary.normalized_keys();
            for row in nulls.valid_indices() {
                let key = keys.get(row).and_then(|key| u32::try_from(*key).ok());
                set(row, key.unwrap_or(empty));
            }
        }
    }
    found(of_row, empty.saturating_add(1))
}

#[cfg(test)]
#[path = "places_tests.rs"]
mod tests;
