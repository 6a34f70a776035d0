//! What comes from the input, made harmless for HTML and SVG.

use crate::typography::is_harmful;
use std::fmt::{self, Display, Formatter, Write as _};

/// A text in which nothing is markup: between tags and in an attribute in double quotes.
pub(crate) struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for one in self.0.chars() {
            match one {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\t' | '\n' => f.write_char(' ')?,
                one if is_harmful(one) => f.write_char('\u{fffd}')?,
                one => f.write_char(one)?,
            }
        }
        Ok(())
    }
}

pub(crate) fn escaped(text: &str) -> String {
    Escaped(text).to_string()
}

#[cfg(test)]
#[path = "escape_tests.rs"]
mod tests;
