//! Typographic care: spaces, apostrophes, dates and amounts.

use crate::voice::Lang;
use tierspayant_core::model::Date;

/// A space at which no line is broken.
const FIRM: char = '\u{a0}';

/// Puts a text in order: no double space, no space before a full stop, firm spaces and curly apostrophes where
/// the language wants them.
pub(crate) fn firm(lang: Lang, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut joined = Joined::new(lang, &mut out);
    joined.add_any(text);
    joined.finish();
    out
}

/// The spaces that are put in order.
const SPACES: [char; 3] = [' ', '\n', '\t'];

/// A text that is added to piece by piece, and is in order where pieces meet.
pub(crate) struct Joined<'o> {
    lang: Lang,
    out: &'o mut String,
    /// Where this text starts.
    start: usize,
    /// Whether the last piece ended with a space, which depends on what follows.
    space: bool,
    /// The first number before a space: it may have a unit.
    number: Option<usize>,
}

impl<'o> Joined<'o> {
    /// Adds to the end of a text.
    pub(crate) fn new(lang: Lang, out: &'o mut String) -> Self {
        let start = out.len();
        Joined {
            lang,
            out,
            start,
            space: false,
            number: None,
        }
    }

    /// Adds a piece that is in order itself but for the spaces at its ends; says where it begins.
    pub(crate) fn add(&mut self, piece: &str) -> usize {
        let at_start = self.out.len() == self.start;
        let body = if at_start {
            piece.trim_start()
        } else {
            piece.trim_start_matches(SPACES)
        };
        self.space |= body.len() < piece.len();
        let Some(first) = body.chars().next() else {
            return self.out.len();
        };
        if self.space && !at_start {
            self.add_space(first);
        }
        let begins = self.out.len();
        let mut kept = body.trim_end_matches(SPACES);
        self.space = kept.len() < body.len();
        if let Some(rest) = kept.strip_prefix('\'') {
            let after_letter = self.last().is_some_and(char::is_alphabetic);
            self.out.push(if after_letter { '’' } else { '\'' });
            kept = rest;
        }
        self.out.push_str(kept);
        begins
    }

    /// Adds a piece that begins with such a character, ends with no space, and is in order; says where it begins.
    pub(crate) fn add_with(&mut self, first: char, add: impl FnOnce(&mut String)) -> usize {
        if self.space && self.out.len() > self.start {
            self.add_space(first);
        }
        self.space = false;
        let begins = self.out.len();
        add(self.out);
        begins
    }

    /// Adds a piece that may be in any order; says where it begins.
    pub(crate) fn add_any(&mut self, piece: &str) -> usize {
        let stops = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\'');
        let cut = |text: &str| {
            text.bytes()
                .skip(1)
                .position(|byte| stops(&byte))
                .map(|at| at + 1)
        };
        let mut begins = None;
        let mut rest = piece;
        while let Some((part, after)) = cut(rest).and_then(|at| rest.split_at_checked(at)) {
            let at = self.add(part);
            begins = begins.or((self.out.len() > at).then_some(at));
            rest = after;
        }
        let at = self.add(rest);
        begins.unwrap_or(at)
    }

    /// Makes what begins here a capital.
    pub(crate) fn capital(&mut self, begins: usize) {
        capital_at(self.out, begins);
    }

    /// The last character of this text.
    fn last(&self) -> Option<char> {
        self.out.get(self.start..).and_then(|own| own.chars().next_back())
    }

    /// What stands for the space between what was added and what begins so.
    fn add_space(&mut self, next: char) {
        let firm = match self.lang {
            Lang::En => matches!(next, ':' | ';' | '?' | '!').then_some(""),
            Lang::Fr => matches!(next, ':' | ';' | '?' | '!' | '»' | '%' | '€').then_some("\u{a0}"),
        };
        let between = match (next, firm, self.last()) {
            ('.' | ',' | ')', ..) => "",
            (_, Some(firm), _) => firm,
            (_, None, Some('«')) => "\u{a0}",
            (_, None, Some('(')) => "",
            (_, None, last) => {
                if last.is_some_and(|last| last.is_ascii_digit()) {
                    self.number = self.number.or(Some(self.out.len().saturating_sub(1)));
                }
                " "
            }
        };
        self.out.push_str(between);
    }

    /// The end: what is left of spaces goes, and numbers stay with their units.
    pub(crate) fn finish(self) {
        let own = self.out.get(self.start..).unwrap_or_default();
        let end = self.start + own.trim_end().len();
        self.out.truncate(end);
        if let Some(number) = self.number {
            firm_units(self.lang, self.out, number);
        }
    }
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
            let [tens, units] = two(day);
            let [month_tens, month_units] = two(month);
            let ([a, b], [c, d]) = (two(year / 100), two(year % 100));
            let letters = [tens, units, b'/', month_tens, month_units, b'/', a, b, c, d];
            letters
                .into_iter()
                .for_each(|letter| out.push(char::from(letter)));
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

/// The same as two letters.
fn two(number: u32) -> [u8; 2] {
    let digit = |number: u32| u8::try_from(number % 10).map_or(b'0', |digit| b'0' + digit);
    [digit(number / 10), digit(number)]
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
