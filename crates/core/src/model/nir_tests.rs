//! Numbers here are made up: their keys are those of the formula, 97 less the remainder by 97.

use super::{Nir, NirError, has_nir_shape};
use proptest::prelude::*;

fn nir(text: &str) -> Nir {
    text.parse().unwrap()
}

proptest! {
    #[test]
    fn the_key_is_97_less_the_remainder(number in 1_000_000_000_000..9_000_000_000_000_u64) {
        let key = 97 - number % 97;
        let whole: Nir = format!("{number}{key:02}").parse().unwrap();
        prop_assert_eq!(u64::from(whole.key()), key);
        prop_assert_eq!(whole.key_fits(), Some(true));
        let other = nir(&format!("{number}{:02}", key % 97 + 1));
        prop_assert_eq!(other.key_fits(), Some(false));
        prop_assert!(whole.same_number(other) && whole != other);
    }

    #[test]
    fn corsica_counts_as_19_or_18_and_is_another_number(before in 10_000..90_000_u32, after in 0..1_000_000_u32) {
        for (letters, counted) in [("2A", 19), ("2B", 18)] {
            let one = nir(&format!("{before}{letters}{after:06}"));
            let other = nir(&format!("{before}{counted}{after:06}"));
            prop_assert_eq!(one.key(), other.key());
            prop_assert!(!one.same_number(other));
            prop_assert_eq!(one, nir(&format!("{before}{}{after:06}", letters.to_lowercase())));
        }
    }

    #[test]
    fn a_number_is_found_wherever_it_stands(number in 1_000_000_000_000..3_000_000_000_000_u64, cut in 1..13_usize) {
        let digits = number.to_string();
        let (start, end) = digits.split_at(cut);
        prop_assert!(has_nir_shape(&digits));
        let inside = format!("n°{digits}/2026");
        prop_assert!(has_nir_shape(&inside));
        // The whole text may be cut anywhere; a longer text holds it in one piece or in its groups.
        for blank in [" ", ".", "-", "\t", "\u{a0}", "\u{202f}"] {
            let in_parts = [start, end].join(blank);
            prop_assert!(has_nir_shape(&in_parts));
        }
        let in_groups = [1, 3, 5, 7, 10].contains(&cut);
        prop_assert_eq!(has_nir_shape(&[start, end].join("/")), in_groups);
    }
}

#[test]
fn a_nir_has_13_characters_and_perhaps_its_key() {
    assert_eq!(
        (
            nir("2850599999001").given_key(),
            nir("285059999900131").given_key()
        ),
        (None, Some(31))
    );
    assert_eq!(nir("2850599999001").key_fits(), None);
    for other in [
        "",
        "285059999900",
        "28505999990013",
        "2850599999001310",
        "28505999990013x",
        "2850599999001+1",
        "28505 9999001",
        // A letter stands in the seventh place only, after a 2, and is A or B.
        "285051A001001",
        "285053B001001",
        "2850A2A001001",
        "285052C001001",
        "2850522A01001",
        "28505999990é1",
    ] {
        assert_eq!(other.parse::<Nir>(), Err(NirError), "{other}");
    }
}

#[test]
fn the_shape_has_13_or_15_characters_and_begins_with_1_to_8() {
    for number in [
        "1850599999001",
        "8850599999001",
        "285052A001001",
        "285052b001001",
        "285052A00100142",
    ] {
        assert!(has_nir_shape(number), "{number}");
    }
    for other in [
        "0850599999001",
        "9850599999001",
        "285059999900",
        "28505999990013",
        "2850599999001310",
        "x850599999001",
        "28x0599999001",
        "285051A001001",
        "285050C001001",
        "285052A00100x",
        "2A05052001001",
    ] {
        assert!(!has_nir_shape(other), "{other}");
    }
}

#[test]
fn a_number_in_a_text_touches_no_digit_and_is_cut_at_its_groups() {
    for text in [
        "NIR:285059999900131-20261120",
        "dossier 2 85 05 99 999 001 31 du 20",
        "dossier 2/85/05/99/999/001/31",
        "é2850599999001é",
    ] {
        assert!(has_nir_shape(text), "{text}");
    }
    for text in [
        "réf. 12850599999001",
        "réf. 28505999990013",
        "réf. 28/5059/9999/001",
        // A letter is no blank, with an accent or without.
        "réf. 2x85x05x99x999x001",
        "réf. 2é85é05é99é999é001",
        "réf. 2ж85ж05ж99ж999ж001",
    ] {
        assert!(!has_nir_shape(text), "{text}");
    }
}

#[test]
fn digits_and_letters_of_other_scripts_count() {
    let zeros = [
        '٠', '۰', '߀', '०', '০', '๐', '໐', '༠', '၀', '០', '᠐', '０', '𝟎', '𝟘', '𝟢',
    ];
    for zero in zeros {
        let script = |digit: char| char::from_u32(u32::from(zero) + digit.to_digit(10)?);
        let written: String = "2850599999001".chars().filter_map(script).collect();
        assert!(has_nir_shape(&written), "{written}");
        let written: String = "2736481590001".chars().filter_map(script).collect();
        assert!(has_nir_shape(&written), "{written}");
    }
    for letters in ["２Ａ", "２Ｂ", "2ａ", "2ｂ"] {
        assert!(has_nir_shape(&format!("28505{letters}001001")), "{letters}");
    }
    assert!(!has_nir_shape("285052Ｃ001001"));
}

#[test]
fn the_code_of_a_medicine_is_no_number_of_a_person() {
    // It starts with 3400 and its last digit is the key of an EAN: 13 digits weighed 1 and 3 in turn add up to tens.
    assert!(!has_nir_shape("3400930000014") && !has_nir_shape("3400936000001"));
    for number in [
        "3400930000015",
        "3400930000024",
        "340093000001497",
        "3500930000011",
        "2850599999005",
    ] {
        assert!(has_nir_shape(number), "{number}");
    }
}

#[test]
fn a_number_is_never_printed() {
    assert_eq!(format!("{:?}", nir("285059999900131")), "Nir(…)");
}
