//! An interner: texts numbered in the order in which they come, in one allocation.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// Interned texts.
#[derive(Default)]
pub(crate) struct Interner {
    text: String,
    ends: Vec<usize>,
    table: HashTable<Entry>,
    hasher: DefaultHashBuilder,
}

/// How many bytes of a text are held beside its number.
const SHORT: usize = 16;

/// A number and the ends of its text: a short text is compared without reading the allocation.
#[derive(Clone, Copy)]
struct Entry {
    ends: Ends,
    number: u32,
}

/// The first and the last eight bytes of a text, and its length: together they are any text of at most sixteen bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Ends {
    first: u64,
    last: u64,
    length: u32,
}

impl Ends {
    #[inline]
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let whole = bytes.first_chunk::<8>().zip(bytes.last_chunk::<8>());
        let (first, last) = whole.map_or_else(
            || (bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)), 0),
            |(first, last)| (u64::from_ne_bytes(*first), u64::from_ne_bytes(*last)),
        );
        Ends { first, last, length }
    }

    /// The hash of the text whose ends these are.
    #[inline]
    fn hash(self, text: &str, hasher: &DefaultHashBuilder) -> u64 {
        if text.len() > SHORT {
            return hasher.hash_one(text);
        }
        // Few texts have the same ends and another length.
        hasher.hash_one(u128::from(self.first) << 64 | u128::from(self.last))
    }
}

impl Interner {
    /// The number of a text, if it has one.
    #[inline]
    pub(crate) fn find(&self, key: &str) -> Option<u32> {
        let ends = Ends::of(key);
        let same =
            |entry: &Entry| entry.ends == ends && (key.len() <= SHORT || self.get(entry.number) == key);
        let found = self.table.find(ends.hash(key, &self.hasher), same)?;
        Some(found.number)
    }

    /// The number of a text; `None` when there are too many.
    pub(crate) fn number(&mut self, key: &str) -> Option<u32> {
        if let Some(number) = self.find(key) {
            return Some(number);
        }
        let number = u32::try_from(self.ends.len())
            .ok()
            .filter(|number| *number < u32::MAX)?;
        self.text.push_str(key);
        self.ends.push(self.text.len());
        let (text, text_ends, hasher) = (&self.text, &self.ends, &self.hasher);
        let ends = Ends::of(key);
        let entry = Entry { ends, number };
        self.table.insert_unique(ends.hash(key, hasher), entry, |entry| {
            entry.ends.hash(read(text, text_ends, entry.number), hasher)
        });
        Some(number)
    }

    /// A text by its number.
    pub(crate) fn get(&self, number: u32) -> &str {
        read(&self.text, &self.ends, number)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

fn read<'a>(text: &'a str, ends: &[usize], number: u32) -> &'a str {
    let place = usize::try_from(number).unwrap_or(usize::MAX);
    let start = place
        .checked_sub(1)
        .and_then(|before| ends.get(before))
        .copied()
        .unwrap_or(0);
    let end = ends.get(place).copied().unwrap_or(start);
    text.get(start..end).unwrap_or("")
}

#[cfg(test)]
#[path = "interner_tests.rs"]
mod tests;
