//! The ids of the lines of one claim: the same id twice is a fault.

use crate::column::Id;
use hashbrown::HashMap;
use std::borrow::Cow;

/// The ids seen so far, in the order of their lines.
#[derive(Default)]
pub(crate) struct Seen<'a> {
    ids: Vec<Id<'a>>,
    /// Where each id is, in a claim of many lines.
    places: HashMap<Cow<'a, str>, usize>,
}

/// Fewer ids are compared one by one.
const FEW: usize = 16;

impl<'a> Seen<'a> {
    /// No line yet.
    pub(crate) fn clear(&mut self) {
        self.ids.clear();
        self.places.clear();
    }

    /// How many lines there are.
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Adds the id of a line; the place of the line that has it already, if one has.
    pub(crate) fn add(&mut self, id: Id<'a>) -> Result<(), usize> {
        let place = self.ids.len();
        if place < FEW {
            if let Some(first) = self.ids.iter().position(|one| *one == id) {
                return Err(first);
            }
        } else {
            if place == FEW {
                let known = self.ids.iter().enumerate();
                self.places.extend(known.map(|(place, id)| (id.written(), place)));
            }
            let written = id.written();
            if let Some(first) = self.places.get(&written) {
                return Err(*first);
            }
            self.places.insert(written, place);
        }
        self.ids.push(id);
        Ok(())
    }
}

#[cfg(test)]
#[path = "seen_tests.rs"]
mod tests;
