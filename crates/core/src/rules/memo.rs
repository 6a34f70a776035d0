//! What the evidence answered on exemptions, kept while one claim is decided.

use crate::evidence::Weighed;
use crate::model::Date;
use crate::tables::GroundSet;
use core::cell::Cell;

/// How many answers are kept: the same ground on both dates of a line, for each of two grounds.
const KEPT: usize = 4;

/// The last answers, each with its question.
#[derive(Default)]
pub(crate) struct Memo<'a> {
    kept: [Cell<Option<Kept<'a>>>; KEPT],
    next: Cell<usize>,
}

#[derive(Clone, Copy)]
struct Kept<'a> {
    wanted: GroundSet,
    day: Date,
    answer: Weighed<'a>,
}

impl<'a> Memo<'a> {
    /// The answer to a question, asked only where it is not at hand.
    pub(crate) fn get_or(
        &self,
        wanted: GroundSet,
        day: Date,
        ask: impl FnOnce() -> Weighed<'a>,
    ) -> Weighed<'a> {
        let same = |one: &Kept<'a>| one.wanted == wanted && one.day == day;
        if let Some(known) = self.kept.iter().filter_map(Cell::get).find(same) {
            return known.answer;
        }
        let answer = ask();
        let place = self.next.get();
        if let Some(slot) = self.kept.get(place) {
            slot.set(Some(Kept { wanted, day, answer }));
        }
        self.next.set((place + 1) % KEPT);
        answer
    }
}
