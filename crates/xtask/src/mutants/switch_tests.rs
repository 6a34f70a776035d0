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

#[test]
fn iterators_of_an_impl_type_are_made_one_type() {
    let source = "fn f() -> impl Iterator<Item = u8> {\n    [1].into_iter()\n}";
    let found = text(
        source,
        &[
            mutant(Genre::FnValue, (2, 5), "empty()"),
            mutant(Genre::FnValue, (2, 5), "once(0)"),
        ],
    );
    assert!(found.contains("let real__ = { [1].into_iter() }; "), "{found}");
    let first =
        "if crate::mutant::is(1) { return crate::mutant::Either::A(crate::mutant::Either::B(empty())); } ";
    assert!(found.contains(first), "{found}");
    assert!(
        found.contains("if crate::mutant::is(2) { return crate::mutant::Either::B(once(0)); }"),
        "{found}"
    );
    assert!(
        found.contains("crate::mutant::Either::A(crate::mutant::Either::A(real__))"),
        "{found}"
    );
}

#[test]
fn places_and_fields_keep_what_they_had() {
    let source = "fn f(a: S) -> S { let mut n = 1;\nn += 2;\nS { a: n,\n ..a } }";
    let found = text(
        source,
        &[
            mutant(Genre::BinaryOperator, (2, 3), "-="),
            mutant(Genre::StructField, (3, 5), ""),
        ],
    );
    let assigned =
        "(match (2) { right__ => if crate::mutant::is(1) { n -= right__ } else { n += right__ } });";
    assert!(found.contains(assigned), "{found}");
    assert!(
        found.contains("S { a: if crate::mutant::is(2) { (a).a } else { n },\n ..a }"),
        "{found}"
    );
}

#[test]
fn a_match_without_an_arm_for_the_rest_gets_one() {
    let source = "fn f(a: bool) -> u8 { match a {\n_ if g() => 1,\ntrue => 2,\nfalse => 0 } }";
    let found = text(source, &[mutant(Genre::MatchArm, (3, 1), "")]);
    assert!(found.contains("true if !crate::mutant::is(1) => 2"), "{found}");
    assert!(
        found.contains("false => 0, _ => crate::mutant::no_build(), }"),
        "{found}"
    );
}

#[test]
fn what_may_be_asked_while_compiling_is_told_apart() {
    let source = "const fn f(a: u8) -> bool {\na == 1 }\nfn g(a: u8) -> bool { a == 1 }\nfn h() -> [u8; 1 + 1] { [0; 1 + 1] }";
    let mutants = [
        mutant(Genre::BinaryOperator, (2, 3), "!="),
        mutant(Genre::BinaryOperator, (3, 25), "!="),
        mutant(Genre::FnValue, (2, 1), "Default::default()"),
        mutant(Genre::BinaryOperator, (4, 18), "*"),
        mutant(Genre::BinaryOperator, (4, 31), "*"),
    ];
    let numbered: Vec<(usize, &Mutant)> = (1..).zip(&mutants).collect();
    let written = switched(source, &numbered).unwrap();
    assert_eq!(written.in_const.into_iter().collect::<Vec<_>>(), [1, 3, 4, 5]);
    assert!(
        written
            .text
            .contains("return std::intrinsics::const_eval_select("),
        "{}",
        written.text
    );
}
