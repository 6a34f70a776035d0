//! What the evidence answered on exemptions, kept while one claim is decided.

use crate::evidence::Weighed;
use crate::model::Date;
use crate::tables::GroundSet;
use core::cell::Cell;

/// How many answers are kept: the same ground on both dates of a line, for each of two grounds.
const KEPT: usize = 4;

/// A ground and the day on which it is looked for.
type Asked = (GroundSet, Date);

/// The last answers, each with its question.
#[derive(Default)]
pub(crate) struct Memo<'a> {
    // Apart from the answers, so that looking for one reads little.
    questions: [Cell<Option<Asked>>; KEPT],
    answers: [Cell<Option<Weighed<'a>>>; KEPT],
    next: Cell<usize>,
}

impl<'a> Memo<'a> {
    /// The answer to a question, asked only where it is not at hand.
    pub(crate) fn get_or(&self, asked: Asked, ask: impl FnOnce() -> Weighed<'a>) -> Weighed<'a> {
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
        self.next.set((next + 1) % KEPT);
        answer
    }
}
