//! Values of the document as JSON on one line.

use crate::plain::plain;
use std::convert::Infallible;
use std::fmt::Write;
use tierspayant_core::model::record::{Fields, Output, Privacy, Record, Value};

/// What most answers and dossiers have room in.
const USUAL: usize = 4_096;

/// Whether what identifies people is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum People {
    /// It is.
    Named,
    /// It is left out.
    LeftOut,
}

/// JSON that is being written.
pub(super) struct Compact {
    out: String,
    people: People,
}

impl Compact {
    /// A record that may name a format before its fields.
    pub(super) fn of<R: Record>(format: Option<&'static str>, record: &R, people: People) -> String {
        let out = String::with_capacity(USUAL);
        let mut compact = Compact { out, people };
        compact.out.push('{');
        if let Some(format) = format {
            let Ok(()) = compact.field("format", &format);
        }
        let Ok(()) = record.write(&mut compact);
        compact.out.push('}');
        compact.out
    }

    fn escaped(&mut self, text: &str) {
        if plain(text.as_bytes()) == text.len() {
            return self.quoted(text);
        }
        self.out.push('"');
        let mut rest = text;
        while let Some((stands, from)) = rest.split_at_checked(plain(rest.as_bytes())) {
            self.out.push_str(stands);
            let mut characters = from.chars();
            let Some(one) = characters.next() else { break };
            self.escape(one);
            rest = characters.as_str();
        }
        self.out.push('"');
    }

    /// A text all of whose signs stand for themselves.
    fn quoted(&mut self, text: &str) {
        self.out.push('"');
        self.out.push_str(text);
        self.out.push('"');
    }

    /// A quote, a backslash or a control character.
    fn escape(&mut self, one: char) {
        let short = match one {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\u{8}' => "\\b",
            '\u{c}' => "\\f",
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(self.out, "\\u{:04x}", u32::from(one));
                return;
            }
        };
        self.out.push_str(short);
    }
}

impl Output for &mut Compact {
    type Done = ();
    type Error = Infallible;

    fn text(self, text: &str) -> Result<(), Infallible> {
        self.escaped(text);
        Ok(())
    }

    fn plain(self, text: &str) -> Result<(), Infallible> {
        self.quoted(text);
        Ok(())
    }

    fn ascii(self, letters: &[u8]) -> Result<(), Infallible> {
        self.out.push('"');
        letters
            .iter()
            .for_each(|letter| self.out.push(char::from(*letter)));
        self.out.push('"');
        Ok(())
    }

    fn number(self, number: u64) -> Result<(), Infallible> {
        let _ = write!(self.out, "{number}");
        Ok(())
    }

    fn integer(self, number: i64) -> Result<(), Infallible> {
        let _ = write!(self.out, "{number}");
        Ok(())
    }

    fn boolean(self, boolean: bool) -> Result<(), Infallible> {
        self.out.push_str(if boolean { "true" } else { "false" });
        Ok(())
    }

    fn nothing(self) -> Result<(), Infallible> {
        self.out.push_str("null");
        Ok(())
    }

    fn list<T: Value>(self, items: &[T]) -> Result<(), Infallible> {
        self.out.push('[');
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                self.out.push(',');
            }
            item.write(&mut *self)?;
        }
        self.out.push(']');
        Ok(())
    }

    fn record<R: Record>(self, record: &R) -> Result<(), Infallible> {
        self.out.push('{');
        record.write(&mut *self)?;
        self.out.push('}');
        Ok(())
    }
}

impl Fields for Compact {
    type Error = Infallible;

    #[inline]
    fn field<T: Value>(&mut self, name: &'static str, value: &T) -> Result<(), Infallible> {
        if self.people == People::LeftOut && T::PRIVACY != Privacy::Public {
            return Ok(());
        }
        // A bracket that opens is the last sign before the first field, and after no value.
        self.out
            .push_str(if self.out.ends_with('{') { "\"" } else { ",\"" });
        self.out.push_str(name);
        self.out.push_str("\":");
        value.write(self)
    }
}

#[cfg(test)]
#[path = "compact_tests.rs"]
mod tests;
