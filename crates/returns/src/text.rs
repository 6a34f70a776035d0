//! Free text of a payer, without the numbers of persons.

/// A run with this many digits may be the number of a person; keys of rejects, invoices, lots and days are shorter.
const MANY_DIGITS: usize = 10;

/// The text with every run of ten digits or more masked, whatever stands between the digits but letters, as a NIR is written in many ways: in one
/// word, in groups, with its key, with `2A` or `2B` for Corsica, or with a character spoilt.
pub(crate) fn masked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut run = String::new();
    for letter in text.chars() {
        let corsica = matches!(letter, 'A' | 'B') && run.ends_with('2');
        if letter.is_alphabetic() && !corsica {
            push(&mut shown, &mut run);
            shown.push(letter);
        } else {
            run.push(letter);
        }
    }
    push(&mut shown, &mut run);
    shown
}

fn push(shown: &mut String, run: &mut String) {
    if run.bytes().filter(u8::is_ascii_digit).count() < MANY_DIGITS {
        shown.push_str(run);
    } else {
        let blank = |text: &str| if text.is_empty() { "" } else { " " };
        let before = run.len().saturating_sub(run.trim_start().len());
        let after = run.len().saturating_sub(run.trim_end().len());
        shown.push_str(blank(run.get(..before).unwrap_or_default()));
        shown.push('…');
        shown.push_str(blank(run.get(..after).unwrap_or_default()));
    }
    run.clear();
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
