//! A column of text read as one type, with a small cache of parsed values.

use super::Text;
use std::str::FromStr;
use tierspayant::format::Fault;

const SLOTS: usize = 16;

/// A column of text read as one type. Columns repeat few values, so a direct-mapped cache
/// keeps the last ones; the slot is chosen by the length and the ends of the text.
pub(crate) struct Parsed<'a, T> {
    text: Text<'a>,
    seen: [Option<(&'a str, T)>; SLOTS],
}

impl<'a, T: Copy> Parsed<'a, T> {
    pub(crate) fn new(text: Text<'a>) -> Self {
        Parsed {
            text,
            seen: [const { None }; SLOTS],
        }
    }

    /// The value of a row, read by its own type.
    #[inline]
    pub(crate) fn get(&mut self, row: usize) -> Result<Option<T>, Fault>
    where
        T: FromStr,
        Fault: From<T::Err>,
    {
        self.get_by(row, |text| text.parse().map_err(Fault::from))
    }

    /// The value of a row, read by a function.
    #[inline]
    pub(crate) fn get_by(
        &mut self,
        row: usize,
        read: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        let Some(text) = self.text.get(row) else {
            return Ok(None);
        };
        let Some(slot) = self.seen.get_mut(place(text)) else {
            return read(text).map(Some);
        };
        if let Some((seen, value)) = slot
            && *seen == text
        {
            return Ok(Some(*value));
        }
        let value = read(text)?;
        *slot = Some((text, value));
        Ok(Some(value))
    }
}

fn place(text: &str) -> usize {
    let bytes = text.as_bytes();
    let first = bytes.first().map_or(0, |byte| usize::from(*byte));
    let last = bytes.last().map_or(0, |byte| usize::from(*byte));
    (bytes.len() + 7 * first + 3 * last) % SLOTS
}
