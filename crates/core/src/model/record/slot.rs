//! A field while its record is being read.

use super::value::Input;
use crate::model::Fault;

/// A field while its record is being read.
#[derive(Debug, Default)]
pub enum Slot<T> {
    /// Not met.
    #[default]
    Unmet,
    /// Met, and it says nothing.
    Null,
    /// Met, with a value.
    Value(T),
}

impl<T> Slot<T> {
    /// Reads the field, once.
    pub fn fill<S: Input>(
        &mut self,
        source: S,
        read: impl FnOnce(S) -> Result<Option<T>, S::Error>,
    ) -> Result<(), S::Error> {
        if !matches!(self, Slot::Unmet) {
            return Err(source.refuse(Fault::DuplicateField));
        }
        *self = read(source)?.map_or(Slot::Null, Slot::Value);
        Ok(())
    }

    /// The value, if it was said.
    pub fn said(self) -> Option<T> {
        match self {
            Slot::Value(value) => Some(value),
            Slot::Unmet | Slot::Null => None,
        }
    }
}

/// A fault that only the whole of a record shows, with its place below the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// The way down to it.
    pub path: Vec<PathStep>,
    /// What is wrong there.
    pub fault: Fault,
}

/// One step down in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathStep {
    /// Into a field.
    Field(&'static str),
    /// Into an item of a list, counted from 0.
    Item(usize),
}

impl Misplaced {
    /// A fault of the field with the first of these names.
    pub fn field(names: &'static [&'static str], fault: impl Into<Fault>) -> Self {
        Misplaced {
            path: names.first().copied().map(PathStep::Field).into_iter().collect(),
            fault: fault.into(),
        }
    }

    /// The same seen from one step further up.
    #[must_use]
    pub fn below(mut self, step: PathStep) -> Self {
        self.path.insert(0, step);
        self
    }
}
