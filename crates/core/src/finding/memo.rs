//! A cache of the answers on exemptions, while one claim is decided.

use crate::evidence::Weighed;
use crate::model::Date;
use crate::tables::GroundSet;
use std::cell::Cell;

/// Size of the cache: the same ground on both dates of a line, for each of two grounds.
const CAPACITY: usize = 4;

/// The key of the cache: a ground and the day on which it is looked up.
type Key = (GroundSet, Date);

/// The last answers, each with its question.
#[derive(Default)]
pub(crate) struct Memo<'a> {
    // Apart from the answers, so that looking for one reads little.
    questions: [Cell<Option<Key>>; CAPACITY],
    answers: [Cell<Option<Weighed<'a>>>; CAPACITY],
    next: Cell<usize>,
}

impl<'a> Memo<'a> {
    /// The answer to a question, asked only on a cache miss.
    pub(crate) fn get_or(&self, asked: Key, ask: impl FnOnce() -> Weighed<'a>) -> Weighed<'a> {
        let place = self.questions.iter().position(|one| one.get() == Some(asked));
        let known = place
            .and_then(|place| self.answers.get(place))
            .and_then(Cell::get);
        if let Some(answer) = known {
            return answer;
        }
        let answer = ask();
        let next = self.next.get();
        if let (Some(question), Some(slot)) = (self.questions.get(next), self.answers.get(next)) {
            question.set(Some(asked));
            slot.set(Some(answer));
        }
        self.next.set((next + 1) % CAPACITY);
        answer
    }
}

#[cfg(test)]
#[path = "memo_tests.rs"]
mod tests;
