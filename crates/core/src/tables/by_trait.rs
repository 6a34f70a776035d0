//! Rows about care that a trait names: a line without such a trait finds none of them without looking.

use super::TraitSet;
use crate::model::{List, Trait, Traits};

/// A row that is about one trait.
pub trait AboutTrait {
    /// The trait of the lines that it is about.
    fn what(&self) -> Trait;
}

/// Rows, and every trait that one of them is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByTrait<T: Clone + 'static> {
    rows: List<T>,
    traits: TraitSet,
}

impl<T: Clone> ByTrait<T> {
    /// Rows compiled in, with every trait that one of them is about, as a build has made them.
    pub const fn compiled(rows: &'static [T], traits: TraitSet) -> Self {
        ByTrait {
            rows: List::Borrowed(rows),
            traits,
        }
    }

    /// Every row, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// Every trait that a row is about.
    pub const fn traits(&self) -> TraitSet {
        self.traits
    }
}

impl<T: Clone + AboutTrait> ByTrait<T> {
    /// The rows about a line with these traits.
    #[inline]
    pub fn about(&self, traits: Traits) -> impl Iterator<Item = &T> + Clone {
        let rows: &[T] = if self.traits.meets(traits) {
            &self.rows
        } else {
            &[]
        };
        rows.iter().filter(move |row| traits.has(row.what()))
    }
}

impl<T: Clone + AboutTrait> From<Vec<T>> for ByTrait<T> {
    fn from(rows: Vec<T>) -> Self {
        ByTrait {
            traits: rows.iter().fold(TraitSet::NONE, |set, row| set.with(row.what())),
            rows: rows.into(),
        }
    }
}

impl<T: Clone> Default for ByTrait<T> {
    fn default() -> Self {
        ByTrait::compiled(&[], TraitSet::NONE)
    }
}
