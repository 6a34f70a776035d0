//! The answers that occur, each once: rows with the same answer are of one class, and a column is gathered from the classes.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// The columns of one word, in the order of their places in an answer.
#[derive(Clone, Copy)]
pub(crate) enum Word {
    Verdict,
    Basis,
    Guarantee,
    Exemption,
    DateRole,
    Amo,
    AmoBasis,
    Amc,
    AmcBasis,
    ClaimVerdict,
    ClaimBasis,
    Cause,
    /// How many reasons follow; the rejects come after them.
    Reasons,
}

/// How many places the words of one column take.
pub(crate) const WORDS: usize = Word::Reasons as usize + 1;

/// An empty cell among the places of words.
pub(crate) const EMPTY: i16 = -1;

/// An answer: the place of each word or [`EMPTY`], then its reasons and its rejects.
#[derive(Clone, Copy)]
pub(crate) struct Answer<'a>(&'a [i16]);

impl<'a> Answer<'a> {
    /// The place of a word.
    pub(crate) fn word(self, word: Word) -> i16 {
        self.0.get(word as usize).copied().unwrap_or(EMPTY)
    }

    /// The places of its reasons.
    pub(crate) fn reasons(self) -> &'a [i16] {
        let lists = self.0.get(WORDS..).unwrap_or_default();
        lists.get(..self.count()).unwrap_or_default()
    }

    /// The places of its rejects.
    pub(crate) fn rejects(self) -> &'a [i16] {
        let lists = self.0.get(WORDS..).unwrap_or_default();
        lists.get(self.count()..).unwrap_or_default()
    }

    fn count(self) -> usize {
        usize::try_from(self.word(Word::Reasons)).unwrap_or(0)
    }
}

/// The answers that occur, by their number.
pub(crate) struct Classes {
    words: Vec<i16>,
    ends: Vec<usize>,
    known: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Classes {
    /// The class of rows without an answer.
    pub(crate) const NONE: u32 = 0;

    /// Only the class of rows without an answer.
    pub(crate) fn new() -> Self {
        let mut classes = Classes {
            words: Vec::new(),
            ends: Vec::new(),
            known: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
        };
        let mut none = [EMPTY; WORDS];
        if let Some(reasons) = none.last_mut() {
            *reasons = 0;
        }
        classes.of(&none);
        classes
    }

    /// The class of an answer.
    pub(crate) fn of(&mut self, answer: &[i16]) -> u32 {
        let hash = self.hasher.hash_one(answer);
        let (words, ends) = (&self.words, &self.ends);
        let same = |class: &u32| slice(words, ends, *class) == answer;
        if let Some(class) = self.known.find(hash, same) {
            return *class;
        }
        // Memory is forgotten long before, and a batch has fewer than 2³² rows.
        let class = u32::try_from(self.ends.len()).unwrap_or(Self::NONE);
        self.words.extend_from_slice(answer);
        self.ends.push(self.words.len());
        let (words, ends, hasher) = (&self.words, &self.ends, &self.hasher);
        let rehash = |class: &u32| hasher.hash_one(slice(words, ends, *class));
        self.known.insert_unique(hash, class, rehash);
        class
    }

    /// How many answers there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The answer of a class.
    pub(crate) fn get(&self, class: u32) -> Answer<'_> {
        Answer(slice(&self.words, &self.ends, class))
    }

    /// Every answer, in the order of its class.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Answer<'_>> {
        let starts = std::iter::once(&0).chain(&self.ends);
        let bounds = starts.zip(&self.ends);
        bounds.map(|(start, end)| Answer(self.words.get(*start..*end).unwrap_or_default()))
    }

    /// The class of the same answer with other words.
    pub(crate) fn with(&mut self, class: u32, others: &[(Word, i16)]) -> u32 {
        let mut answer = self.get(class).0.to_vec();
        for (word, place) in others {
            if let Some(held) = answer.get_mut(*word as usize) {
                *held = *place;
            }
        }
        self.of(&answer)
    }
}

fn slice<'a>(words: &'a [i16], ends: &[usize], class: u32) -> &'a [i16] {
    let place = usize::try_from(class).unwrap_or(usize::MAX);
    let before = place.checked_sub(1).and_then(|before| ends.get(before));
    let start = before.copied().unwrap_or(0);
    let end = ends.get(place).copied().unwrap_or(start);
    words.get(start..end).unwrap_or_default()
}

#[cfg(test)]
#[path = "classes_tests.rs"]
mod tests;
