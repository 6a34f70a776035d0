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

/// How many bytes of a text are inlined beside its number.
const HEAD: usize = 16;

/// A number and the head of its text: a short text is compared without reading the allocation.
#[derive(Clone, Copy)]
struct Entry {
    head: [u8; HEAD],
    length: u32,
    number: u32,
}

impl Interner {
    /// The number of a text, if it has one.
    #[inline]
    pub(crate) fn find(&self, key: &str) -> Option<u32> {
        let (head, length) = head(key);
        let same = |entry: &Entry| {
            entry.head == head
                && entry.length == length
                && (key.len() <= HEAD || self.get(entry.number) == key)
        };
        let found = self.table.find(self.hasher.hash_one(key), same)?;
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
        let (text, ends, hasher) = (&self.text, &self.ends, &self.hasher);
        let (head, length) = head(key);
        let entry = Entry { head, length, number };
        self.table.insert_unique(hasher.hash_one(key), entry, |entry| {
            hasher.hash_one(read(text, ends, entry.number))
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

fn head(key: &str) -> ([u8; HEAD], u32) {
    let mut head = [0; HEAD];
    for (slot, byte) in head.iter_mut().zip(key.bytes()) {
        *slot = byte;
    }
    (head, u32::try_from(key.len()).unwrap_or(u32::MAX))
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
