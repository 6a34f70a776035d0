//! Wrapping, marks and colours.

use super::{Paper, Style, Tone, pad, wrap};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

#[test]
fn a_firm_space_is_not_broken() {
    assert_eq!(wrap("le mot\u{a0}: oui", 7, 8), ["le", "mot\u{a0}:", "oui"]);
    assert_eq!(wrap("", 8, 8), [""]);
}

#[test]
fn marks_hang() {
    let mut paper = Paper::new(Style {
        width: 40,
        ..Style::default()
    });
    let marks = [("x ".to_owned(), Tone::Bad), ("AMO - ".to_owned(), Tone::Strong)];
    paper.item(
        2,
        &marks,
        "one two three four five six seven eight nine",
        Tone::Plain,
    );
    assert_eq!(
        paper.finish(),
        "  x AMO - one two three four five six\n    seven eight nine\n"
    );
}

#[test]
fn colour_changes_nothing_else() {
    let page = |color: bool| {
        let mut paper = Paper::new(Style {
            color,
            ..Style::default()
        });
        paper.heading("Pourquoi");
        paper.item(2, &[("x ".to_owned(), Tone::Bad)], "texte", Tone::Weak);
        paper.row(&[("a  ".to_owned(), Tone::Plain), ("  ".to_owned(), Tone::Good)]);
        paper.finish()
    };
    let colored = page(true);
    assert!(colored.contains("\u{1b}["));
    let mut plain = String::new();
    let mut escape = false;
    for one in colored.chars() {
        match (escape, one) {
            (_, '\u{1b}') => escape = true,
            (true, 'm') => escape = false,
            (true, _) => {}
            (false, one) => plain.push(one),
        }
    }
    assert_eq!(plain, page(false));
}

#[test]
fn padding() {
    assert_eq!(pad("é", 3, false), "é  ");
    assert_eq!(pad("12", 4, true), "  12");
    assert_eq!(pad("long", 2, true), "long");
}

proptest! {
    #[test]
    fn wrapping_keeps_words_and_width(text in "[a-zé ]{0,80}", first in 5_usize..40, rest in 5_usize..40) {
        let lines = wrap(&text, first, rest);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(words(&lines.join(" ")), words(&text));
        for (place, line) in lines.iter().enumerate() {
            let limit = if place == 0 { first } else { rest };
            prop_assert!(line.width() <= limit || !line.contains(' '));
        }
    }
}
