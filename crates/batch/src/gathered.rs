//! Which rows are empty in which columns, found for many columns at once by the classes of the rows.

use crate::classes::EMPTY;
use arrow_buffer::{BooleanBuffer, NullBuffer};

/// The classes that have a word, for columns that differ in it.
pub(crate) struct Gathered {
    patterns: Vec<Vec<bool>>,
    /// Whether some row is of the class of rows without an answer, which is the first one.
    none: bool,
}

/// So many patterns are found for a row at once.
const AT_ONCE: usize = 8;

impl Gathered {
    /// The pattern of the rows that have an answer.
    pub(crate) const ANSWERED: usize = 0;

    /// Of so many classes; and whether there is a row without an answer.
    pub(crate) fn new(classes: usize, none: bool) -> Self {
        let mut answered = vec![true; classes];
        if let Some(first) = answered.first_mut() {
            *first = !none;
        }
        Gathered {
            patterns: vec![answered],
            none,
        }
    }

    /// The number of the pattern of a column, by the place of the word of each class.
    pub(crate) fn add(&mut self, places: &[i16]) -> usize {
        let mut pattern: Vec<bool> = places.iter().map(|place| *place != EMPTY).collect();
        if let Some(first) = pattern.first_mut() {
            *first = !self.none;
        }
        let known = self.patterns.iter().position(|known| *known == pattern);
        known.unwrap_or_else(|| {
            self.patterns.push(pattern);
            self.patterns.len() - 1
        })
    }

    /// For each pattern the rows that are not empty, by the class of each; nothing where all are not.
    pub(crate) fn nulls(&self, rows: &[u32]) -> Vec<Option<NullBuffer>> {
        let mut nulls = vec![None; self.patterns.len()];
        let partly = |(_, pattern): &(usize, &Vec<bool>)| pattern.iter().any(|has| !has);
        let partly: Vec<_> = self.patterns.iter().enumerate().filter(partly).collect();
        for patterns in partly.chunks(AT_ONCE) {
            for (bits, (place, _)) in bits(patterns, rows).into_iter().zip(patterns) {
                if let Some(slot) = nulls.get_mut(*place) {
                    *slot = Some(NullBuffer::new(BooleanBuffer::new(bits.into(), 0, rows.len())));
                }
            }
        }
        nulls
    }
}

/// For each of some patterns a bit for each row, as they lie in an array.
fn bits(patterns: &[(usize, &Vec<bool>)], rows: &[u32]) -> Vec<Vec<u8>> {
    // Of each class, a bit for each pattern.
    let classes = patterns.first().map_or(0, |(_, pattern)| pattern.len());
    let mut masks = vec![0_u8; classes];
    for (place, (_, pattern)) in patterns.iter().enumerate() {
        for (mask, has) in masks.iter_mut().zip(*pattern) {
            *mask |= u8::from(*has) << place;
        }
    }
    let mask = |class: &u32| {
        let class = usize::try_from(*class).ok();
        class.and_then(|class| masks.get(class)).copied().unwrap_or(0)
    };
    let chunks = rows.chunks(AT_ONCE);
    if patterns.len() == 1 {
        let byte = |rows: &[u32]| {
            let bits = rows.iter().enumerate();
            bits.fold(0, |byte, (place, class)| byte | mask(class) << place)
        };
        return vec![chunks.map(byte).collect()];
    }
    let mut bits = vec![Vec::with_capacity(rows.len().div_ceil(AT_ONCE)); patterns.len()];
    for rows in chunks {
        let mut square = 0;
        for (place, class) in (0_u32..).zip(rows) {
            square |= u64::from(mask(class)) << (8 * place);
        }
        for (bits, byte) in bits.iter_mut().zip(transposed(square).to_le_bytes()) {
            bits.push(byte);
        }
    }
    bits
}

/// A square of eight times eight bits with its rows as columns.
const fn transposed(mut square: u64) -> u64 {
    // Squares of two, of four and of eight: each time the upper right and the lower left part change places.
    let mut apart = (square ^ square >> 7) & 0x00aa_00aa_00aa_00aa;
    square ^= apart ^ apart << 7;
    apart = (square ^ square >> 14) & 0x0000_cccc_0000_cccc;
    square ^= apart ^ apart << 14;
    apart = (square ^ square >> 28) & 0x0000_0000_f0f0_f0f0;
    square ^ apart ^ apart << 28
}

#[cfg(test)]
#[path = "gathered_tests.rs"]
mod tests;
