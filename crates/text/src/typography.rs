//! Typographic care: spaces, apostrophes, dates and amounts.

use crate::voice::Lang;
use tierspayant_core::model::Date;

/// A space at which no line is broken.
const FIRM: char = '\u{a0}';

/// Puts a rendered text in order: no double space, no space before a full stop, firm spaces and curly apostrophes where
/// the language wants them.
pub(crate) fn firm(lang: Lang, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    add_firm(lang, text, &mut out);
    out
}

/// Adds a rendered text, put in order.
pub(crate) fn add_firm(lang: Lang, text: &str, out: &mut String) {
    let start = out.len();
    let mut after_number = false;
    let mut rest = text.trim();
    while let Some(at) = careful(rest.as_bytes(), &mut after_number) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        after_number |= out.as_bytes().last().is_some_and(u8::is_ascii_digit);
        let mut characters = from.chars();
        let one = characters.next();
        rest = characters.as_str();
        let last = out.get(start..).and_then(|own| own.chars().next_back());
        match one {
            Some('\'') if last.is_some_and(char::is_alphabetic) => out.push('’'),
            Some('\'') => out.push('\''),
            _ => match characters.next() {
                None | Some(' ' | '\n' | '\t' | '.' | ',' | ')') => {}
                Some(':' | ';' | '?' | '!') if lang == Lang::En => {}
                Some(':' | ';' | '?' | '!' | '»' | '%' | '€') if lang == Lang::Fr => out.push(FIRM),
                Some(_) => match last {
                    Some('«') => out.push(FIRM),
                    Some('(') => {}
                    _ => out.push(' '),
                },
            },
        }
    }
    out.push_str(rest);
    if after_number {
        firm_units(lang, out, start);
    }
}

/// The first byte that needs care; the rest is copied as it stands. A number before a space is noted: it may have a unit.
fn careful(text: &[u8], after_number: &mut bool) -> Option<usize> {
    let mut from = 0;
    loop {
        let stops = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\'');
        let at = from + text.get(from..)?.iter().position(stops)?;
        // Most often a space is between two words.
        let before = at.checked_sub(1).and_then(|before| text.get(before)).copied();
        let after = text.get(at + 1).copied();
        let space = text.get(at) == Some(&b' ');
        *after_number |= space && before.is_some_and(|one| one.is_ascii_digit());
        if !(space && before.is_some_and(ends_word) && after.is_some_and(starts_word)) {
            return Some(at);
        }
        from = at + 1;
    }
}

const fn ends_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b',' | b'.')
}

/// 0xC3 begins most letters with an accent, and no mark.
const fn starts_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == 0xc3
}

/// The same text with a capital at its start.
pub(crate) fn capital(text: &str) -> String {
    let mut out = text.to_owned();
    capital_at(&mut out, 0);
    out
}

/// Makes the character that stands at this byte a capital.
pub(crate) fn capital_at(text: &mut String, start: usize) {
    let Some(first) = text.get(start..).and_then(|own| own.chars().next()) else {
        return;
    };
    let end = start + first.len_utf8();
    if !first.is_ascii() {
        let capital: String = first.to_uppercase().collect();
        text.replace_range(start..end, &capital);
    } else if let Some(first) = text.get_mut(start..end) {
        first.make_ascii_uppercase();
    }
}

/// A number stays with its unit, from this byte on.
fn firm_units(lang: Lang, text: &mut String, start: usize) {
    let units: &[&str] = match lang {
        Lang::Fr => &["jour", "jours", "euros", "mois"],
        Lang::En => &["day", "days", "working", "months"],
    };
    let mut from = start;
    let spaces = |text: &str, from: usize| {
        let rest = text.as_bytes().get(from..)?;
        let after_number = |pair: &[u8]| matches!(pair, [b'0'..=b'9', b' ']);
        rest.windows(2).position(after_number).map(|at| from + at + 1)
    };
    while let Some(space) = spaces(text, from) {
        let word = text.get(space + 1..).and_then(|rest| rest.split(' ').next());
        let word = word.unwrap_or_default().trim_end_matches(['.', ',', ')', ';']);
        if units.contains(&word) {
            text.replace_range(space..=space, FIRM.encode_utf8(&mut [0; 2]));
        }
        from = space + 1;
    }
}

/// Adds a date as it is read: `30/11/2026`, or `30 November 2026` with the name that the month has.
pub(crate) fn add_date<'n>(lang: Lang, day: Date, month_name: impl FnOnce(u32) -> &'n str, out: &mut String) {
    let (year, month, day) = day.ymd();
    match lang {
        Lang::Fr => {
            add_two(day, out);
            out.push('/');
            add_two(month, out);
            out.push('/');
            add_two(year / 100, out);
            add_two(year % 100, out);
        }
        Lang::En => {
            if day < 10 {
                out.push(digit(day));
            } else {
                add_two(day, out);
            }
            out.push(FIRM);
            out.push_str(month_name(month));
            out.push(FIRM);
            add_two(year / 100, out);
            add_two(year % 100, out);
        }
    }
}

/// Adds a number below 100 as two digits.
fn add_two(number: u32, out: &mut String) {
    out.push(digit(number / 10));
    out.push(digit(number));
}

/// The last digit of a number.
fn digit(number: u32) -> char {
    char::from_digit(number % 10, 10).unwrap_or('0')
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
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
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
