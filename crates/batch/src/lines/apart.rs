//! Claims whose rows do not stand together: the ids that were closed are remembered, so that a later row of one is told and never answered alone.

use crate::column::{Id, Ids};
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

/// The ids of the claims that are closed: eight bytes for each.
#[derive(Default)]
pub(crate) struct Closed {
    /// Numbers that came in their order, as they mostly do.
    ordered: Vec<i64>,
    numbers: HashSet<i64>,
    texts: HashSet<u64>,
    hasher: RandomState,
    /// The id of the last row that was seen.
    last: Option<Owned>,
}

/// An id that outlives its batch.
#[derive(PartialEq, Eq)]
enum Owned {
    Number(i64),
    Text(u64),
}

impl Closed {
    /// Takes in the rows that come next, in which a claim is never cut, and those of them that begin one; gives the rows that
    /// begin a claim which began before.
    pub(crate) fn apart(&mut self, ids: &Ids<'_>, starts: &[usize]) -> Vec<usize> {
        let mut found = Vec::new();
        if self.take_in_order(ids, starts).is_some() {
            return found;
        }
        for row in starts {
            let Some(id) = ids.get(*row) else {
                self.last = None;
                continue;
            };
            let owned = self.owned(id);
            if self.last.as_ref() != Some(&owned) && !self.is_new(&owned) {
                found.push(*row);
            }
            self.last = Some(owned);
        }
        found
    }

    /// Takes in claims whose ids are numbers in their order, after all that came before, as they mostly are; nothing of any
    /// others.
    fn take_in_order(&mut self, ids: &Ids<'_>, starts: &[usize]) -> Option<()> {
        let numbers = ids.numbers().filter(|_| self.numbers.is_empty())?;
        let open = match self.last {
            Some(Owned::Number(number)) => Some(number),
            _ => None,
        };
        // The first claim may go on with the last one of the rows before.
        let first = starts.first().and_then(|row| numbers.get(*row));
        let new = starts.get(usize::from(first.copied() == open && open.is_some())..)?;
        let before = self.ordered.len();
        let last = self.ordered.last().copied();
        self.ordered
            .extend(new.iter().filter_map(|row| numbers.get(*row)));
        let added = self.ordered.get(before..).unwrap_or_default();
        let after = |first: &i64| last.is_none_or(|last| last < *first);
        let in_order = added.is_sorted_by(|one, next| one < next) && added.first().is_none_or(after);
        if !in_order || added.len() != new.len() {
            self.ordered.truncate(before);
            return None;
        }
        if let Some(last) = self.ordered.last().filter(|_| !new.is_empty()) {
            self.last = Some(Owned::Number(*last));
        }
        Some(())
    }

    fn owned(&self, id: Id<'_>) -> Owned {
        match id {
            Id::Number(number) => Owned::Number(number),
            Id::Text(text) => Owned::Text(self.hasher.hash_one(text)),
        }
    }

    /// Remembers an id; `false` where it was remembered before.
    fn is_new(&mut self, id: &Owned) -> bool {
        match *id {
            Owned::Text(hash) => self.texts.insert(hash),
            Owned::Number(number) => match self.ordered.last() {
                Some(last) if *last >= number => {
                    self.ordered.binary_search(&number).is_err() && self.numbers.insert(number)
                }
                _ if self.numbers.contains(&number) => false,
                _ => {
                    self.ordered.push(number);
                    true
                }
            },
        }
    }
}

#[cfg(test)]
#[path = "apart_tests.rs"]
mod tests;
