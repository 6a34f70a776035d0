//! Keys and labels in one spelling, so that accents, case, punctuation and blanks do not matter.
//!
//! Two labels are the same when their words are; there is no distance between words, so nothing is guessed.

use crate::model::{Lookup, Text};
use crate::tables::Reference;

/// A short form that stands for words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// The short form: one word.
    pub short: Text,
    /// The words that it stands for.
    pub long: Text,
    /// Where it comes from.
    pub reference: Reference,
}

/// How many digits an anomaly key has before its separator, and after it.
const KEY: (usize, usize) = (4, 3);

/// A key in one spelling: `NNNN-NNN` where it has seven digits, else its letters and digits.
///
/// ```
/// use tierspayant_core::triage::normal_key;
/// assert_eq!(normal_key("0450 054").as_deref(), Some("0450-054"));
/// assert_eq!(normal_key("0450054").as_deref(), Some("0450-054"));
/// assert_eq!(normal_key(" - "), None);
/// ```
pub fn normal_key(key: &str) -> Option<String> {
    let mut plain: String = words(key).concat();
    let (before, after) = KEY;
    if plain.len() == before + after && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        plain.insert(before, '-');
    }
    Some(plain).filter(|plain| !plain.is_empty())
}

/// A label in one spelling: its words in capitals without accents, with short forms written out.
///
/// ```
/// use tierspayant_core::triage::normal_label;
/// assert_eq!(normal_label(" Droits   fermés !", &[]).as_deref(), Some("DROITS FERMES"));
/// assert_eq!(normal_label("E.T.M.", &[]).as_deref(), Some("ETM"));
/// ```
pub fn normal_label(label: &str, abbreviations: &[Abbreviation]) -> Option<String> {
    written_out(label, &short_forms(abbreviations))
}

/// Short forms and what they stand for, in one spelling.
pub(super) fn short_forms(abbreviations: &[Abbreviation]) -> Lookup<Text, Text> {
    let mut forms = Lookup::default();
    for one in abbreviations {
        let (short, long) = (words(&one.short).concat(), words(&one.long).join(" "));
        forms.insert(short.into(), long.into());
    }
    forms
}

/// A label in one spelling, with these short forms written out.
pub(super) fn written_out(label: &str, short_forms: &Lookup<Text, Text>) -> Option<String> {
    let mut written = String::with_capacity(label.len());
    for word in words(label) {
        if !written.is_empty() {
            written.push(' ');
        }
        let long = short_forms.get(word.as_str());
        written.push_str(long.map_or(&word, |long| long));
    }
    Some(written).filter(|written| !written.is_empty())
}

/// The words of a label in one spelling, without the endings of gender and plural: `TROUVÉES` is `TROUV`.
pub(super) fn stems(normal: &str) -> impl Iterator<Item = &str> {
    normal.split(' ').filter(|word| !word.is_empty()).map(stem)
}

/// A word without its ending of plural, then of gender; what is left has three letters or more.
fn stem(word: &str) -> &str {
    let mut rest = word;
    let mut strip = |endings: &[char]| {
        while let Some(shorter) = rest.strip_suffix(endings).filter(|shorter| shorter.len() >= 3) {
            rest = shorter;
        }
    };
    strip(&['S', 'X']);
    strip(&['E']);
    rest
}

/// The words of a text. Single characters that follow each other make one word: `E.T.M.` is `ETM`.
fn words(text: &str) -> Vec<String> {
    let plain: String = text.chars().flat_map(plain).collect();
    let mut words: Vec<String> = Vec::new();
    let mut spelled = false;
    for word in plain.split(' ').filter(|word| !word.is_empty()) {
        let single = word.chars().count() == 1;
        match words.last_mut() {
            Some(last) if single && spelled => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
        spelled = single;
    }
    words
}

/// A character in capitals without its accent; a blank for what is neither letter nor digit.
fn plain(c: char) -> impl Iterator<Item = char> {
    let letters = match c {
        'à'..='å' | 'À'..='Å' => "A",
        'ç' | 'Ç' => "C",
        'è'..='ë' | 'È'..='Ë' => "E",
        'ì'..='ï' | 'Ì'..='Ï' => "I",
        'ñ' | 'Ñ' => "N",
        'ò'..='ö' | 'Ò'..='Ö' => "O",
        'ù'..='ü' | 'Ù'..='Ü' => "U",
        'ÿ' | 'Ÿ' => "Y",
        'œ' | 'Œ' => "OE",
        'æ' | 'Æ' => "AE",
        // An accent that is written after its letter.
        '\u{300}'..='\u{36f}' => "",
        _ if c.is_alphanumeric() => return Plain::Other(c.to_uppercase()),
        _ => " ",
    };
    Plain::Letters(letters.chars())
}

enum Plain {
    Letters(std::str::Chars<'static>),
    Other(std::char::ToUppercase),
}

impl Iterator for Plain {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Plain::Letters(letters) => letters.next(),
            Plain::Other(letters) => letters.next(),
        }
    }
}

#[cfg(test)]
#[path = "normal_tests.rs"]
mod tests;
