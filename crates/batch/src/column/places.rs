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

/// How many bits hold any number below this one.
pub(crate) fn bits_of(count: u32) -> u32 {
    u32::BITS - count.saturating_sub(1).leading_zeros()
}

impl Places<'_> {
    /// The bits that a place may have: a key without a value, which would be a fault of the table, has no others.
    fn bits(&self) -> u32 {
        u32::MAX.checked_shr(u32::BITS - bits_of(self.count)).unwrap_or(0)
    }

    /// The place of every row.
    pub(crate) fn all(self) -> Vec<u32> {
        match self.of_row {
            PlacesOfRows::Found(places) => places,
            PlacesOfRows::Keys(keys) => {
                let bits = self.bits();
                keys.iter()
                    .map(|key| u32::from_ne_bytes(key.to_ne_bytes()) & bits)
                    .collect()
            }
        }
    }

    /// Gives the place of each row in turn, for as many rows as there are others beside them.
    #[inline]
    pub(crate) fn each<T>(&self, others: &mut [T], mut done: impl FnMut(&mut T, u32)) {
        match &self.of_row {
            PlacesOfRows::Found(places) => {
                let pairs = others.iter_mut().zip(places);
                pairs.for_each(|(other, place)| done(other, *place));
            }
            PlacesOfRows::Keys(keys) => {
                let bits = self.bits();
                let place = |key: &i32| u32::from_ne_bytes(key.to_ne_bytes()) & bits;
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
                *number = cells.number(offset(*start), offset(*end));
            }
        }
        return found(of_row, cells.numbering.count());
    }
    let of_row = match same_length(*first, ends) {
        Some(length) => {
            let all = bytes.get(place(offset(*first))..place(offset(ends.last().copied().unwrap_or(*first))));
            let all = all.unwrap_or_default();
            let wide = place(length);
            if all.get(wide..) == all.get(..all.len().saturating_sub(wide)) {
                return found(vec![0; rows], 1);
            }
            if length == 1 {
                cells.of_bytes(all)
            } else {
                let start = |end: &i32| offset(*end).wrapping_sub(length);
                ends.iter()
                    .map(|end| cells.number(start(end), start(end).wrapping_add(length)))
                    .collect()
            }
        }
        None => {
            let bounds = offsets.iter().zip(ends);
            bounds
                .map(|(start, end)| cells.number(offset(*start), offset(*end)))
                .collect()
        }
    };
    found(of_row, cells.numbering.count())
}

/// An offset of a text, which is never negative.
#[inline(always)]
fn offset(offset: i32) -> u32 {
    u32::from_ne_bytes(offset.to_ne_bytes())
}

#[inline(always)]
fn place(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

/// The eight bytes from an offset on, where there are as many.
#[inline(always)]
fn eight(bytes: &[u8], from: u32) -> Option<u64> {
    let from = place(from);
    let eight = bytes.get(from..from.wrapping_add(8))?.first_chunk::<8>()?;
    Some(u64::from_le_bytes(*eight))
}

/// The length of each text where all have the same.
fn same_length(first: i32, ends: &[i32]) -> Option<u32> {
    let length = ends.first()?.wrapping_sub(first);
    let others = ends.iter().zip(ends.iter().skip(1));
    let differs = others.fold(0, |differs, (end, next)| {
        differs | (next.wrapping_sub(*end) ^ length)
    });
    (differs == 0).then(|| offset(length))
}

/// How many recent values of a column of text are kept, each where its bits put it.
const SLOTS: usize = 64;

/// A text of at most eight bytes: they as a number, and its length, which together are the text.
#[derive(Clone, Copy)]
struct Short {
    text: u64,
    length: u32,
    number: u32,
}

/// A text of at most sixteen bytes: its first and last eight.
#[derive(Clone, Copy)]
struct Long {
    text: (u64, u64),
    length: u32,
    number: u32,
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
    short: [Short; SLOTS],
    long: [Long; SLOTS],
    numbering: Numbering<'a>,
}

impl<'a> Cells<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let (length, number) = (u32::MAX, 0);
        Cells {
            bytes,
            short: [Short {
                text: 0,
                length,
                number,
            }; SLOTS],
            long: [Long {
                text: (0, 0),
                length,
                number,
            }; SLOTS],
            numbering: Numbering::default(),
        }
    }

    /// The number of the text between two bounds. Columns repeat few values: most are compared as numbers with one that
    /// came before.
    #[inline(always)]
    fn number(&mut self, start: u32, end: u32) -> u32 {
        let length = end.wrapping_sub(start);
        let mask = usize::try_from(length).ok().and_then(|length| MASKS.get(length));
        if let (Some(mask), Some(eight)) = (mask, eight(self.bytes, start)) {
            let text = eight & mask;
            if let Some(held) = self.short.get(slot_of(text))
                && held.text == text
                && held.length == length
            {
                return held.number;
            }
        } else if length <= SHORT
            && let Some(text) = eight(self.bytes, start).zip(eight(self.bytes, end.wrapping_sub(8)))
            && let Some(held) = self.long.get(slot_of(text.0 ^ text.1))
            && held.text == text
            && held.length == length
        {
            return held.number;
        }
        self.other(start, end)
    }

    /// The number of a text that is not among the recent ones, where it is kept from now on if it is short.
    #[inline(never)]
    fn other(&mut self, start: u32, end: u32) -> u32 {
        let length = end.wrapping_sub(start);
        // Offsets lie between characters.
        let text = self.bytes.get(place(start)..place(end));
        let text = text.and_then(|text| std::str::from_utf8(text).ok());
        let number = self.numbering.text(Some(text.unwrap_or_default()));
        let mask = usize::try_from(length).ok().and_then(|length| MASKS.get(length));
        match (
            mask,
            eight(self.bytes, start),
            eight(self.bytes, end.wrapping_sub(8)),
        ) {
            (Some(mask), Some(eight), _) => {
                let text = eight & mask;
                if let Some(held) = self.short.get_mut(slot_of(text)) {
                    *held = Short { text, length, number };
                }
            }
            (None, Some(first), Some(last)) if length <= SHORT => {
                let text = (first, last);
                if let Some(held) = self.long.get_mut(slot_of(first ^ last)) {
                    *held = Long { text, length, number };
                }
            }
            _ => {}
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
