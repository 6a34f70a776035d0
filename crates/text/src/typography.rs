//! Typographic care: spaces, apostrophes, dates and amounts.

use crate::voice::Lang;
use tierspayant_core::model::Date;

/// A space at which no line is broken.
const FIRM: char = '\u{a0}';

/// Puts a rendered text in order: no double space, no space before a full stop, firm spaces and curly apostrophes where
/// the language wants them.
pub(crate) fn firm(lang: Lang, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.trim();
    // What needs care is one byte long: the rest is copied as it stands.
    let careful = |byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\'');
    while let Some(at) = rest.bytes().position(careful) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = from.chars();
        let one = characters.next();
        rest = characters.as_str();
        match one {
            Some('\'') if out.ends_with(char::is_alphabetic) => out.push('’'),
            Some('\'') => out.push('\''),
            _ => match characters.next() {
                None | Some(' ' | '\n' | '\t' | '.' | ',' | ')') => {}
                Some(':' | ';' | '?' | '!') if lang == Lang::En => {}
                Some(':' | ';' | '?' | '!' | '»' | '%' | '€') if lang == Lang::Fr => out.push(FIRM),
                Some(_) if out.ends_with(['«', '(']) => {
                    if out.ends_with('«') {
                        out.push(FIRM);
                    }
                }
                Some(_) => out.push(' '),
            },
        }
    }
    out.push_str(rest);
    firm_units(lang, &out)
}

/// The same text with a capital at its start.
pub(crate) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// A number stays with its unit.
fn firm_units(lang: Lang, text: &str) -> String {
    let units: &[&str] = match lang {
        Lang::Fr => &["jour", "jours", "euros", "mois"],
        Lang::En => &["day", "days", "working", "months"],
    };
    let mut out = String::with_capacity(text.len());
    for (place, word) in text.split(' ').enumerate() {
        if place > 0 {
            let after_number = out.as_bytes().last().is_some_and(u8::is_ascii_digit);
            let bare = || word.trim_end_matches(['.', ',', ')', ';']);
            out.push(if after_number && units.contains(&bare()) {
                FIRM
            } else {
                ' '
            });
        }
        out.push_str(word);
    }
    out
}

/// A date as it is read: `30/11/2026`, or `30 November 2026` with the name of the month.
pub(crate) fn date(lang: Lang, day: Date, month: &str) -> String {
    match lang {
        Lang::Fr => format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year()),
        Lang::En => format!("{}{FIRM}{month}{FIRM}{}", day.day(), day.year()),
    }
}

/// An amount: `1 234,50 €` or `€1,234.50`.
pub(crate) fn euros(lang: Lang, cents: u64) -> String {
    let (separator, point) = match lang {
        Lang::Fr => (FIRM, ','),
        Lang::En => (',', '.'),
    };
    let digits = (cents / 100).to_string();
    let mut whole = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            whole.push(separator);
        }
        whole.push(digit);
    }
    let rest = cents % 100;
    match lang {
        Lang::Fr => format!("{whole}{point}{rest:02}{FIRM}€"),
        Lang::En => format!("€{whole}{point}{rest:02}"),
    }
}

/// A text of the caller without what could move the cursor of a terminal or turn the text around it.
pub(crate) fn harmless(text: &str) -> String {
    text.chars()
        .map(|one| if is_harmful(one) { '\u{fffd}' } else { one })
        .collect()
}

/// Controls, marks that turn the direction of what follows, and what is no character.
pub(crate) fn is_harmful(one: char) -> bool {
    let no_character = one as u32 & 0xfffe == 0xfffe || matches!(one, '\u{fdd0}'..='\u{fdef}');
    one.is_control() || no_character || matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
#[path = "typography_tests.rs"]
mod tests;
