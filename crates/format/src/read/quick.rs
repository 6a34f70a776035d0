//! The usual text read in one pass, straight into the model.
//!
//! Only what is certainly right is read here. Anything else gives no value and tells nothing: the reader that words
//! faults then reads the text again, by the same declarations of records and values.

use crate::plain::plain;
use std::borrow::Cow;
use tierspayant_core::model::Fault;
use tierspayant_core::model::record::{Input, Misplaced, Record, Value};

/// The value that a text is; none where it is not certainly right.
pub(super) fn read<T: Value>(text: &str) -> Option<T> {
    let mut cursor = Cursor { text, at: 0 };
    let value = T::read(&mut cursor).ok()?;
    cursor.peek().is_err().then_some(value)?
}

/// Something that is not certainly right.
#[derive(Clone, Copy, Debug)]
pub struct Unsure;

/// A place in a text.
struct Cursor<'t> {
    text: &'t str,
    /// How many bytes were read.
    at: usize,
}

impl<'t> Cursor<'t> {
    /// The bytes that are left.
    #[inline]
    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The next byte, whatever it is.
    #[inline]
    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no blank, which is not taken.
    #[inline]
    fn peek(&mut self) -> Result<u8, Unsure> {
        match self.next() {
            Some(byte) if byte > b' ' => Ok(byte),
            _ => self.beyond_blanks(),
        }
    }

    fn beyond_blanks(&mut self) -> Result<u8, Unsure> {
        let blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        self.at += self.rest().iter().take_while(|byte| blank(byte)).count();
        self.next().ok_or(Unsure)
    }

    /// Takes this word, if it comes next.
    fn takes(&mut self, word: &str) -> bool {
        let is_next = self.rest().starts_with(word.as_bytes());
        if is_next {
            self.at += word.len();
        }
        is_next
    }

    /// Whether `null` comes next, which is then taken; anything but this opening byte is not sure.
    #[inline]
    fn is_null(&mut self, opening: u8) -> Result<bool, Unsure> {
        match self.peek()? {
            byte if byte == opening => Ok(false),
            b'n' if self.takes("null") => Ok(true),
            _ => Err(Unsure),
        }
    }

    /// A text in its quotes, the first of which comes next.
    #[inline]
    fn quoted(&mut self) -> Result<Cow<'t, str>, Unsure> {
        let start = self.at + 1;
        let end = start + plain(self.text.as_bytes().get(start..).ok_or(Unsure)?);
        match self.text.as_bytes().get(end) {
            Some(b'"') => {
                self.at = end + 1;
                self.text.get(start..end).map(Cow::Borrowed).ok_or(Unsure)
            }
            Some(b'\\') => self.escaped(),
            _ => Err(Unsure),
        }
    }

    /// The same, where some characters are written otherwise.
    #[cold]
    fn escaped(&mut self) -> Result<Cow<'t, str>, Unsure> {
        let mut escapes = false;
        let end = self.rest().iter().skip(1).position(|byte| {
            let ends = *byte == b'"' && !escapes;
            escapes = *byte == b'\\' && !escapes;
            ends
        });
        let start = self.at;
        self.at = end
            .and_then(|end| start.checked_add(end)?.checked_add(2))
            .ok_or(Unsure)?;
        let quoted = self.text.get(start..self.at).ok_or(Unsure)?;
        serde_json::from_str(quoted).map(Cow::Owned).map_err(|_| Unsure)
    }

    /// What stands between this place and a closing bracket, with commas between.
    #[inline]
    fn each(
        &mut self,
        closing: u8,
        mut one: impl FnMut(&mut Self) -> Result<(), Unsure>,
    ) -> Result<(), Unsure> {
        self.at += 1;
        if self.peek()? == closing {
            self.at += 1;
            return Ok(());
        }
        loop {
            one(self)?;
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b',' => {}
                byte if byte == closing => return Ok(()),
                _ => return Err(Unsure),
            }
        }
    }
}

impl Input for &mut Cursor<'_> {
    type Error = Unsure;

    fn text<T>(self, make: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, Unsure> {
        if self.is_null(b'"')? {
            return Ok(None);
        }
        make(&self.quoted()?).map(Some).map_err(|_| Unsure)
    }

    fn number<T>(self, make: impl FnOnce(u64) -> Result<T, Fault>) -> Result<Option<T>, Unsure> {
        if self.peek()? == b'n' {
            return self.takes("null").then_some(None).ok_or(Unsure);
        }
        let digits = self
            .rest()
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let end = self.at + digits;
        let number = self.text.get(self.at..end).ok_or(Unsure)?;
        if digits > 1 && number.starts_with('0') {
            return Err(Unsure);
        }
        self.at = end;
        let number = number.parse().map_err(|_| Unsure)?;
        make(number).map(Some).map_err(|_| Unsure)
    }

    fn boolean(self) -> Result<Option<bool>, Unsure> {
        match self.peek()? {
            b't' if self.takes("true") => Ok(Some(true)),
            b'f' if self.takes("false") => Ok(Some(false)),
            b'n' if self.takes("null") => Ok(None),
            _ => Err(Unsure),
        }
    }

    fn list<T: Value, U>(
        self,
        make: impl FnOnce(Vec<T>) -> Result<U, Misplaced>,
    ) -> Result<Option<U>, Unsure> {
        if self.is_null(b'[')? {
            return Ok(None);
        }
        let mut items = Vec::new();
        self.each(b']', |cursor| {
            items.push(T::read(cursor)?.ok_or(Unsure)?);
            Ok(())
        })?;
        make(items).map(Some).map_err(|_| Unsure)
    }

    fn record<R: Record>(self) -> Result<Option<R>, Unsure> {
        if self.is_null(b'{')? {
            return Ok(None);
        }
        let mut draft = R::Draft::default();
        self.each(b'}', |cursor| {
            if cursor.peek()? != b'"' {
                return Err(Unsure);
            }
            let key = cursor.quoted()?;
            if cursor.peek()? != b':' {
                return Err(Unsure);
            }
            cursor.at += 1;
            R::take(&mut draft, &key, cursor)
        })?;
        R::finish(draft).map(Some).map_err(|_| Unsure)
    }

    fn refuse(self, _: Fault) -> Unsure {
        Unsure
    }
}

#[cfg(test)]
#[path = "quick_tests.rs"]
mod tests;
