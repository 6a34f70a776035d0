//! Texts numbered in the order in which they come, kept in one piece of memory.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// Numbered texts.
#[derive(Default)]
pub(crate) struct Keys {
    text: String,
    ends: Vec<usize>,
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Keys {
    /// The number of a text, if it has one.
    #[inline]
    pub(crate) fn find(&self, key: &str) -> Option<u32> {
        self.table
            .find(self.hasher.hash_one(key), |number| self.get(*number) == key)
            .copied()
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
        self.table
            .insert_unique(self.hasher.hash_one(key), number, |number| {
                hasher.hash_one(read(text, ends, *number))
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
mod tests {
    use super::Keys;

    #[test]
    fn a_text_keeps_its_number() {
        let mut keys = Keys::default();
        assert_eq!(keys.number("b"), Some(0));
        assert_eq!(keys.number(""), Some(1));
        assert_eq!(keys.number("a"), Some(2));
        assert_eq!(keys.number("b"), Some(0));
        assert_eq!((keys.find("a"), keys.find("c")), (Some(2), None));
        assert_eq!((keys.get(0), keys.get(1), keys.get(2)), ("b", "", "a"));
        assert_eq!(keys.len(), 3);
    }
}
