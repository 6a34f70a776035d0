//! What comes from the input, made harmless for HTML and SVG.

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
                // What neither HTML nor XML may hold, and marks that turn the direction of what follows.
                '\t' | '\n' => f.write_char(' ')?,
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}' => {
                    f.write_char('\u{fffd}')?
                }
                one if one.is_control() || u32::from(one) & 0xfffe == 0xfffe => f.write_char('\u{fffd}')?,
                one => f.write_char(one)?,
            }
        }
        Ok(())
    }
}

pub(crate) fn escaped(text: &str) -> String {
    Escaped(text).to_string()
}
