//! Columns of ids that are only compared: whole numbers are never written out.

use super::{Text, Wholes};
use arrow_array::Array;
use std::borrow::Cow;

/// A column of ids.
pub(crate) enum Ids<'a> {
    Wholes(Wholes<'a>),
    Text(Text<'a>),
}

/// An id. A number and the text that writes it are the same id.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Id<'a> {
    Number(i64),
    Text(&'a str),
}

/// So many rows are looked at before those that were found are kept.
const SOME: usize = 64;

impl<'a> Ids<'a> {
    /// A column of whole numbers; `None` for any other, whose ids are texts.
    pub(crate) fn of_numbers(array: Option<&'a dyn Array>) -> Option<Self> {
        Wholes::new(array?).map(Ids::Wholes)
    }

    /// The id of a row, where there is one.
    #[inline]
    pub(crate) fn get(&self, row: usize) -> Option<Id<'a>> {
        match self {
            Ids::Wholes(wholes) => wholes.get(row).map(Id::Number),
            Ids::Text(text) => text.get(row).map(Id::Text),
        }
    }

    /// The numbers of all rows, where each has one.
    pub(crate) fn numbers(&self) -> Option<&[i64]> {
        match self {
            Ids::Wholes(wholes) => wholes.all(),
            Ids::Text(_) => None,
        }
    }

    /// The same, beyond this column.
    pub(crate) fn all_numbers(&self) -> Option<Cow<'a, [i64]>> {
        match self {
            Ids::Wholes(wholes) => wholes.all_of_column(),
            Ids::Text(_) => None,
        }
    }

    /// The rows that do not go on with the id of the row before: those that have another, and those without one.
    pub(crate) fn starts(&self, rows: usize) -> Vec<usize> {
        if let Some(numbers) = self.numbers() {
            let numbers = numbers.get(..rows).unwrap_or(numbers);
            let mut starts = Vec::new();
            starts.extend((!numbers.is_empty()).then_some(0));
            let others = numbers.get(1..).unwrap_or_default();
            for (first, (numbers, others)) in (1..)
                .step_by(SOME)
                .zip(numbers.chunks(SOME).zip(others.chunks(SOME)))
            {
                // Each row is written, and kept where the next one is not written over it: there is no branch that goes wrong.
                let mut found = [0; SOME];
                let mut count = 0;
                for (row, (before, number)) in (first..).zip(numbers.iter().zip(others)) {
                    if let Some(slot) = found.get_mut(count) {
                        *slot = row;
                    }
                    count += usize::from(before != number);
                }
                starts.extend_from_slice(found.get(..count).unwrap_or_default());
            }
            return starts;
        }
        let mut before = None;
        let starts = (0..rows).filter(|row| {
            let id = self.get(*row);
            let goes_on = id.is_some() && id == before;
            before = id;
            !goes_on
        });
        starts.collect()
    }
}

impl<'a> Id<'a> {
    /// The id as text.
    pub(crate) fn written(self) -> Cow<'a, str> {
        match self {
            Id::Number(number) => Cow::Owned(number.to_string()),
            Id::Text(text) => Cow::Borrowed(text),
        }
    }
}

impl PartialEq for Id<'_> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Id::Number(one), Id::Number(two)) => one == two,
            (Id::Text(one), Id::Text(two)) => one == two,
            _ => self.written() == other.written(),
        }
    }
}

#[cfg(test)]
#[path = "ids_tests.rs"]
mod tests;
