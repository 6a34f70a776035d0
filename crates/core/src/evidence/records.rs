//! The entries of one list, indexed by their right and their days: a question on a day meets those of other rights, and
//! those of days far away, many at a time, so that what a person had for years costs next to nothing.

use super::said::{Bearing, Recorded, telling};
use crate::model::{Date, Position};
use std::cmp::Ordering;
use std::ops::{Deref, Range};

/// An entry of a list that answers can rest on.
pub trait Entry {
    /// All that a question looks at but the days: entries of one right are wanted together or not at all.
    type Right: Ord;

    /// The right that it is of.
    fn right(&self) -> Self::Right;

    /// What an answer rests on.
    fn record(&self) -> &Recorded;
}

impl Entry for Recorded {
    type Right = crate::tables::GroundSet;

    fn right(&self) -> Self::Right {
        self.grounds
    }

    fn record(&self) -> &Recorded {
        self
    }
}

/// Entries in their order, as a slice, with an index where they are many.
#[derive(Clone, Debug, Default)]
pub struct Records<T> {
    entries: Vec<T>,
    /// The places of the entries, those of one right together; empty where a scan is as fast.
    order: Vec<usize>,
    /// Runs of that order, each before the smaller ones that it is made of.
    nodes: Vec<Node>,
}

/// Entries of one right that stand together in the order, and what their days have in common.
#[derive(Clone, Debug)]
struct Node {
    run: Range<usize>,
    /// The node after this one and all the smaller ones that it is made of.
    next: usize,
    /// The first day of all of them; absent where one is open.
    start: Option<Date>,
    /// The last day of all of them; absent where one is open.
    end: Option<Date>,
    /// The place of the entry that answers for all of them on a day after them.
    ended: usize,
    /// The place of the entry that answers for all of them on a day before them.
    to_come: usize,
}

/// Lists of fewer entries are scanned.
const FEW: usize = 16;

/// So many entries are looked at one by one, and of so many nodes a larger one is made.
const RUN: usize = 8;

impl<T: Entry> Records<T> {
    pub(super) fn new(entries: Vec<T>) -> Self {
        let (mut order, mut nodes) = (Vec::new(), Vec::new());
        if entries.len() > FEW {
            let right = |place: &usize| entries.get(*place).map(T::right);
            order.extend(0..entries.len());
            // Those of one right keep their order.
            order.sort_by_key(right);
            let mut first = 0;
            for right in order.chunk_by(|one, other| right(one) == right(other)) {
                let run = first..first + right.len();
                first = run.end;
                add_nodes(&entries, &order, run, &mut nodes);
            }
        }
        Records {
            entries,
            order,
            nodes,
        }
    }

    /// Gives, with their places, the entries that are wanted and hold on a day; and of the others, where none of those that
    /// hold answers, enough to know which of them all tells the most. Those of one right come in their order, those that
    /// hold first. What takes them says whether an entry answers.
    #[inline]
    pub(super) fn on_day<'v>(
        &'v self,
        day: Date,
        wants: impl Fn(&T) -> bool,
        mut each: impl FnMut(usize, &'v T) -> bool,
    ) {
        if self.nodes.is_empty() {
            let holds = |one: &T| one.record().period.position(day) == Position::Within;
            let mut answered = false;
            for (place, one) in self.entries.iter().enumerate() {
                if holds(one) && wants(one) {
                    answered |= each(place, one);
                }
            }
            if !answered {
                let others = self.entries.iter().enumerate();
                for (place, one) in others.filter(|(_, one)| !holds(one) && wants(one)) {
                    each(place, one);
                }
            }
            return;
        }
        let mut give = |place: &usize| {
            if let Some(entry) = self.entries.get(*place) {
                each(*place, entry);
            }
        };
        let mut number = 0;
        while let Some(node) = self.nodes.get(number) {
            let within = number + 1;
            number = node.next;
            if !self.entries.get(node.ended).is_some_and(&wants) {
                continue;
            }
            if node.end.is_some_and(|end| end < day) {
                give(&node.ended);
            } else if node.start.is_some_and(|start| day < start) {
                give(&node.to_come);
            } else if node.run.len() > RUN {
                number = within;
            } else {
                let run = self.order.get(node.run.clone());
                run.unwrap_or_default().iter().for_each(&mut give);
            }
        }
    }
}

/// Adds the node of a run of entries of one right, and those that it is made of.
fn add_nodes<T: Entry>(entries: &[T], order: &[usize], run: Range<usize>, nodes: &mut Vec<Node>) {
    let places = order.get(run.clone()).unwrap_or_default();
    let records = || {
        places
            .iter()
            .filter_map(|place| Some((*place, entries.get(*place)?.record())))
    };
    // Of equals the first one, as it is of all entries.
    let most = |bearing| {
        let told = records().reduce(|best, one| match telling(bearing, one.1, best.1) {
            Ordering::Greater => one,
            Ordering::Equal | Ordering::Less => best,
        });
        told.map_or(usize::MAX, |(place, _)| place)
    };
    let number = nodes.len();
    nodes.push(Node {
        start: records().map(|(_, one)| one.period.start()).min().flatten(),
        end: (records().map(|(_, one)| one.period.end()))
            .try_fold(None, |last, end| Some(last.max(Some(end?))))
            .flatten(),
        ended: most(Bearing::Ended),
        to_come: most(Bearing::NotStarted),
        next: 0,
        run: run.clone(),
    });
    if run.len() > RUN {
        let step = run.len().div_ceil(RUN);
        for first in run.clone().step_by(step) {
            add_nodes(entries, order, first..run.end.min(first + step), nodes);
        }
    }
    let next = nodes.len();
    if let Some(node) = nodes.get_mut(number) {
        node.next = next;
    }
}

impl<T> Deref for Records<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.entries
    }
}

impl<'r, T> IntoIterator for &'r Records<T> {
    type Item = &'r T;
    type IntoIter = std::slice::Iter<'r, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

#[cfg(test)]
#[path = "records_tests.rs"]
mod tests;
