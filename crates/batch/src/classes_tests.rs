//! Equal answers are of one class, and each class gives back its answer.

use super::{Classes, EMPTY, WORDS, Word};

fn answer(verdict: i16, reasons: &[i16], rejects: &[i16]) -> Vec<i16> {
    let mut words = vec![EMPTY; WORDS];
    words[Word::Verdict as usize] = verdict;
    words[Word::Reasons as usize] = i16::try_from(reasons.len()).unwrap_or(0);
    words.extend_from_slice(reasons);
    words.extend_from_slice(rejects);
    words
}

#[test]
fn equal_answers_are_of_one_class() {
    let mut classes = Classes::new();
    let one = classes.of(&answer(1, &[7, 9], &[3]));
    // The same words, of which one more is a reason.
    let other = classes.of(&answer(1, &[7, 9, 3], &[]));
    assert_eq!(classes.of(&answer(1, &[7, 9], &[3])), one);
    assert!(one != other && one != Classes::NONE && other != Classes::NONE);
    assert_eq!(classes.get(one).word(Word::Verdict), 1);
    assert_eq!(classes.get(one).reasons(), [7, 9]);
    assert_eq!(classes.get(one).rejects(), [3]);
    assert_eq!(classes.get(other).reasons(), [7, 9, 3]);
    assert_eq!(classes.get(Classes::NONE).word(Word::Verdict), EMPTY);
    assert!(classes.get(Classes::NONE).reasons().is_empty());
    assert_eq!(classes.iter().count(), 3);
}

#[test]
fn another_word_makes_another_class() {
    let mut classes = Classes::new();
    let one = classes.of(&answer(2, &[4], &[5]));
    let other = classes.with(one, &[(Word::ClaimVerdict, 0)]);
    assert!(one != other);
    assert_eq!(classes.get(other).word(Word::ClaimVerdict), 0);
    assert_eq!(classes.get(other).reasons(), [4]);
    assert_eq!(classes.with(other, &[(Word::ClaimVerdict, EMPTY)]), one);
}
