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
mod tests {
    use super::masked;

    #[test]
    fn a_number_of_a_person_is_masked_however_it_is_written() {
        assert_eq!(masked("NIR 1850575999001 INCONNU"), "NIR … INCONNU");
        assert_eq!(masked("1 85 05 75 999 001 42"), "…");
        assert_eq!(masked("185052A99900142"), "…");
        assert_eq!(masked("185057599900{42"), "…");
    }

    #[test]
    fn keys_lots_and_days_are_not() {
        for text in [
            "0009-816 ETM NON TROUVE EN BDO",
            "LOT 123, FACTURE 000012345",
            "SOINS DU 20/11/2026",
        ] {
            assert_eq!(masked(text), text);
        }
    }
}
