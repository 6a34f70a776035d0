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
    let mut cursor = Cursor { rest: text };
    let value = T::read(&mut cursor).ok()?;
    cursor.peek().is_err().then_some(value)?
}

/// Something that is not certainly right.
#[derive(Clone, Copy, Debug)]
pub struct Unsure;

/// What is left of a text.
struct Cursor<'t> {
    rest: &'t str,
}

impl<'t> Cursor<'t> {
    /// The next byte that is no blank, which is not taken.
    fn peek(&mut self) -> Result<u8, Unsure> {
        if let Some(byte) = self.rest.as_bytes().first().filter(|byte| **byte > b' ') {
            return Ok(*byte);
        }
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
        self.rest.as_bytes().first().copied().ok_or(Unsure)
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// Takes this word, if it comes next.
    fn takes(&mut self, word: &str) -> bool {
        let rest = self.rest.strip_prefix(word);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Whether `null` comes next, which is then taken; anything but this opening byte is not sure.
    fn is_null(&mut self, opening: u8) -> Result<bool, Unsure> {
        match self.peek()? {
            byte if byte == opening => Ok(false),
            b'n' if self.takes("null") => Ok(true),
            _ => Err(Unsure),
        }
    }

    /// A text in its quotes.
    fn quoted(&mut self) -> Result<Cow<'t, str>, Unsure> {
        let body = self.rest.get(1..).ok_or(Unsure)?;
        let (text, after) = body.split_at_checked(plain(body.as_bytes())).ok_or(Unsure)?;
        match after.as_bytes().first() {
            Some(b'"') => {
                self.rest = after.get(1..).unwrap_or_default();
                Ok(Cow::Borrowed(text))
            }
            Some(b'\\') => self.escaped(),
            _ => Err(Unsure),
        }
    }

    /// The same, where some characters are written otherwise.
    fn escaped(&mut self) -> Result<Cow<'t, str>, Unsure> {
        let mut escapes = false;
        let end = self.rest.bytes().skip(1).position(|byte| {
            let ends = byte == b'"' && !escapes;
            escapes = byte == b'\\' && !escapes;
            ends
        });
        let length = end.and_then(|end| end.checked_add(2)).ok_or(Unsure)?;
        let (quoted, after) = self.rest.split_at_checked(length).ok_or(Unsure)?;
        self.rest = after;
        serde_json::from_str(quoted).map(Cow::Owned).map_err(|_| Unsure)
    }

    /// What stands between this place and a closing bracket, with commas between.
    fn each(
        &mut self,
        closing: u8,
        mut one: impl FnMut(&mut Self) -> Result<(), Unsure>,
    ) -> Result<(), Unsure> {
        self.skip(1);
        if self.peek()? == closing {
            self.skip(1);
            return Ok(());
        }
        loop {
            one(self)?;
            let byte = self.peek()?;
            self.skip(1);
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
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = self.rest.split_at_checked(digits).ok_or(Unsure)?;
        if digits > 1 && number.starts_with('0') {
            return Err(Unsure);
        }
        self.rest = after;
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
            cursor.skip(1);
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
