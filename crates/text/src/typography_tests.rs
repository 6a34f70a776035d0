//! Spaces, apostrophes, dates and amounts.

use super::{add_date, capital, capital_at, euros, firm, harmless};
use crate::voice::Lang;

#[test]
fn french_spaces_are_firm() {
    let tidy = |text: &str| firm(Lang::Fr, text);
    assert_eq!(
        tidy("oui : non ; « peut-être » ?"),
        "oui\u{a0}: non\u{a0}; «\u{a0}peut-être\u{a0}»\u{a0}?"
    );
    assert_eq!(tidy("à 15 % et 300 €"), "à 15\u{a0}% et 300\u{a0}€");
    assert_eq!(tidy("400 jours, 1 jour."), "400\u{a0}jours, 1\u{a0}jour.");
    assert_eq!(
        tidy("le 3 jours après 2 mois )"),
        "le 3\u{a0}jours après 2\u{a0}mois)"
    );
}

#[test]
fn english_has_no_space_before_a_colon() {
    assert_eq!(firm(Lang::En, "yes : no ; 2 days"), "yes: no; 2\u{a0}days");
}

#[test]
fn holes_of_absent_facts_close() {
    assert_eq!(
        firm(Lang::Fr, " l'exonération   a pris fin  .  "),
        "l’exonération a pris fin."
    );
    assert_eq!(firm(Lang::Fr, "( code 4 )"), "(code 4)");
    assert_eq!(firm(Lang::Fr, ""), "");
}

#[test]
fn capitals() {
    assert_eq!(capital("à faire"), "À faire");
    assert_eq!(capital(""), "");
    let mut text = String::from("ligne 1 : été");
    capital_at(&mut text, 10);
    capital_at(&mut text, 0);
    capital_at(&mut text, 90);
    assert_eq!(text, "Ligne 1 : Été");
}

#[test]
fn dates() {
    let day = "2026-01-05".parse().unwrap();
    let date = |lang, day, month| {
        let mut out = String::from("le ");
        add_date(lang, day, |_| month, &mut out);
        out
    };
    assert_eq!(date(Lang::Fr, day, "janvier"), "le 05/01/2026");
    assert_eq!(date(Lang::En, day, "January"), "le 5\u{a0}January\u{a0}2026");
    let day = "1999-12-31".parse().unwrap();
    assert_eq!(date(Lang::En, day, "December"), "le 31\u{a0}December\u{a0}1999");
}

#[test]
fn amounts() {
    for (cents, fr, en) in [
        (0, "0,00\u{a0}€", "€0.00"),
        (5, "0,05\u{a0}€", "€0.05"),
        (4250, "42,50\u{a0}€", "€42.50"),
        (1_390_000, "13\u{a0}900,00\u{a0}€", "€13,900.00"),
        (123_456_789, "1\u{a0}234\u{a0}567,89\u{a0}€", "€1,234,567.89"),
    ] {
        assert_eq!(euros(Lang::Fr, cents), fr);
        assert_eq!(euros(Lang::En, cents), en);
    }
    assert!(euros(Lang::Fr, u64::MAX).ends_with("516,15\u{a0}€"));
}

#[test]
fn nothing_moves_the_cursor() {
    assert_eq!(harmless("1\u{1b}[2J\n"), "1\u{fffd}[2J\u{fffd}");
}
