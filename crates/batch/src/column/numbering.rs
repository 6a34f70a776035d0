//! Distinct values of a column, numbered as they come.

use hashbrown::HashMap;

/// The longest text that is held as numbers.
pub(super) const SHORT: u32 = 16;

/// A short text or a whole number, as numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    low: u64,
    high: u64,
    /// The length of a text, or [`NUMBER`].
    length: u8,
}

const NUMBER: u8 = u8::MAX;

/// Recent numbers, each where its bits put it.
const SLOTS: usize = 64;

/// Distinct values, numbered as they come.
pub(super) struct Numbering<'a> {
    recent: [Option<(u64, u32)>; SLOTS],
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
    /// How many values there are.
    pub(super) fn count(&self) -> u32 {
        self.count
    }

    /// The number of a text.
    pub(super) fn text(&mut self, text: Option<&'a str>) -> u32 {
        let next = &mut self.count;
        match text {
            None => *self.empty.get_or_insert_with(|| numbered(next)),
            Some(text) if text.len() <= SHORT as usize => {
                *self.short.entry(key(text)).or_insert_with(|| numbered(next))
            }
            Some(text) => *self.long.entry(text).or_insert_with(|| numbered(next)),
        }
    }

    /// The number of a whole number.
    #[inline]
    pub(super) fn number(&mut self, number: Option<u64>) -> u32 {
        let next = &mut self.count;
        let Some(low) = number else {
            return *self.empty.get_or_insert_with(|| numbered(next));
        };
        let mixed = low.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOTS.ilog2());
        let recent = usize::try_from(mixed)
            .ok()
            .and_then(|slot| self.recent.get_mut(slot));
        if let Some(Some((known, number))) = recent
            && *known == low
        {
            return *number;
        }
        let key = Key {
            low,
            high: 0,
            length: NUMBER,
        };
        let number = *self.short.entry(key).or_insert_with(|| numbered(next));
        if let Some(recent) = recent {
            *recent = Some((low, number));
        }
        number
    }
}

fn numbered(next: &mut u32) -> u32 {
    let number = *next;
    *next = next.saturating_add(1);
    number
}

/// The key of a short text.
fn key(text: &str) -> Key {
    let bytes = text.as_bytes();
    let (low, high) = bytes.split_at(bytes.len().min(8));
    let word = |bytes: &[u8]| {
        bytes
            .iter()
            .rev()
            .fold(0, |word, byte| word << 8 | u64::from(*byte))
    };
    Key {
        low: word(low),
        high: word(high),
        length: u8::try_from(bytes.len()).unwrap_or(NUMBER),
    }
}
