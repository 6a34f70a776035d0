use super::{Code, Digits};

fn code<const N: usize>(text: &str) -> Option<Code<N>> {
    text.parse().ok()
}

#[test]
fn a_code_has_1_to_n_printable_characters_and_no_blank_at_its_ends() {
    for kept in ["A", "~", "LIS", "A B", "!\"#$", "0123"] {
        assert_eq!(code::<4>(kept).as_ref().map(Code::as_str), Some(kept));
        assert_eq!(Code::<4>::compiled(kept), code(kept));
    }
    for other in ["", " ", " A", "A ", "01234", "A\u{7f}", "A\tB", "É"] {
        assert_eq!(code::<4>(other), None, "{other}");
    }
    assert_eq!(Code::<4>::compiled("01234"), None);
}

#[test]
fn a_code_says_why_it_is_none_and_never_repeats_the_text() {
    let why = |text: &str| text.parse::<Code<15>>().unwrap_err().to_string();
    let limits = "a code has 1 to 15 printable ASCII characters, without blanks at its ends";
    assert_eq!(why(""), limits);
    assert_eq!(
        why("285059999900131"),
        format!("{limits}, and not the shape of a NIR")
    );
}

#[test]
fn a_code_is_a_number_where_it_has_digits_only() {
    let number = |text: &str| code::<12>(text).and_then(|code| code.number());
    assert_eq!(number("0"), Some(0));
    assert_eq!(number("0090"), Some(90));
    assert_eq!(number("4294967295"), Some(u32::MAX));
    for other in ["4294967296", "12a", "a12", "1/2", "1:2", "1 2", "-1", "+1"] {
        assert_eq!(number(other), None, "{other}");
    }
}

#[test]
fn a_code_moves_to_where_it_fits() {
    let code = code::<4>("LIS").unwrap();
    assert_eq!(code.resize::<3>().as_ref().map(Code::as_str), Some("LIS"));
    assert_eq!(code.resize::<9>().and_then(Code::resize), Some(code));
    assert_eq!(code.resize::<2>(), None);
}

#[test]
fn digits_are_so_many_digits() {
    let digits = |text: &str| text.parse::<Digits<2>>().ok().map(|digits| digits.0);
    assert_eq!(digits("01"), code("01"));
    for other in ["", "1", "001", "1a", "1 ", "é"] {
        assert_eq!(digits(other), None, "{other}");
    }
}
