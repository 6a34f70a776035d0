//! The traits of a line by the words of the pages. A word that the model does not hold is on no line.

use tierspayant_core::model::{Line, Trait};

pub(crate) trait Traits {
    /// Whether the line has this trait.
    fn has(&self, word: &str) -> bool;

    /// The first of these traits that the line has.
    fn first_of(&self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().copied().find(|word| self.has(word))
    }
}

impl Traits for Line {
    fn has(&self, word: &str) -> bool {
        word.parse::<Trait>().is_ok_and(|one| self.traits.has(one))
    }
}
