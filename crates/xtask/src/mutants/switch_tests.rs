//! A switched source says the same when no switch is on, and the mutant's when one is.

use super::{Genre, Mutant, switched};

fn mutant(genre: Genre, start: (usize, usize), replacement: &str) -> Mutant {
    Mutant {
        name: String::new(),
        file: String::new(),
        genre,
        replacement: replacement.to_owned(),
        start,
    }
}

fn text(source: &str, mutants: &[Mutant]) -> String {
    let numbered: Vec<(usize, &Mutant)> = mutants.iter().enumerate().map(|(n, one)| (n + 1, one)).collect();
    let written = switched(source, &numbered).unwrap();
    for (range, numbers) in &written.places {
        assert!(written.text.get(range.clone()).is_some(), "{numbers:?}");
    }
    syn::parse_file(&written.text).unwrap();
    assert_eq!(written.text.lines().count(), source.lines().count());
    written.text
}

#[test]
fn a_function_gives_back_a_value() {
    let found = text("fn f() -> u8 {\n    7\n}", &[mutant(Genre::FnValue, (2, 5), "0")]);
    assert_eq!(
        found,
        "fn f() -> u8 {\n    if crate::mutant::is(1) { return 0; } 7\n}"
    );
}

#[test]
fn operators_choose() {
    let source = "fn f(é: bool, b: u8) -> bool { !é && b\n == 2 }";
    let found = text(
        source,
        &[
            mutant(Genre::UnaryOperator, (1, 32), ""),
            mutant(Genre::BinaryOperator, (1, 35), "||"),
            mutant(Genre::BinaryOperator, (2, 2), "!="),
        ],
    );
    let wanted = "fn f(é: bool, b: u8) -> bool { (match ((match (é) { value__ => if crate::mutant::is(1) { value__ } else { !value__ } })) \
        { left__ => if left__ != crate::mutant::is(2) { (match (&(b), &(\n2)) { (left__, right__) => if crate::mutant::is(3) { *left__ != *right__ } \
        else { *left__ == *right__ } }) } else { left__ } }) }";
    assert_eq!(found, wanted);
}

#[test]
fn arms_are_skipped_and_guards_forced() {
    let source = "fn f(a: u8) -> u8 { match a {\n1 => 1,\n2 if a > 1 => 2,\n_ => 0 } }";
    let found = text(
        source,
        &[
            mutant(Genre::MatchArm, (2, 1), ""),
            mutant(Genre::MatchArmGuard, (3, 6), "true"),
            mutant(Genre::MatchArmGuard, (3, 6), "false"),
        ],
    );
    assert!(found.contains("1 if !crate::mutant::is(1) => 1"), "{found}");
    assert!(
        found.contains("2 if !crate::mutant::is(3) && (crate::mutant::is(2) || (a > 1)) => 2"),
        "{found}"
    );
}
