//! The remedies of a reason, each once.

use super::RemedyId;

/// A set of remedies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RemedySet(u32);

impl RemedySet {
    /// No remedy.
    pub const NONE: RemedySet = RemedySet(0);

    /// This set and one more.
    #[must_use]
    pub const fn with(self, remedy: RemedyId) -> Self {
        RemedySet(self.0 | 1 << (remedy as u8))
    }

    /// This set and another.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        RemedySet(self.0 | other.0)
    }

    /// The remedies, in the order of their list.
    pub fn iter(self) -> impl Iterator<Item = RemedyId> {
        RemedyId::ALL
            .iter()
            .copied()
            .filter(move |one| self.0 & (1 << (*one as u8)) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::{RemedyId, RemedySet};

    #[test]
    fn a_set_of_remedies_keeps_each_once_in_the_order_of_their_list() {
        for (place, remedy) in RemedyId::ALL.iter().enumerate() {
            let one = RemedySet::NONE.with(*remedy);
            assert_eq!(one.iter().collect::<Vec<_>>(), [*remedy], "{place}");
            assert_eq!(one.union(one), one);
            assert_eq!(one.with(*remedy), one);
        }
        let all = RemedyId::ALL
            .iter()
            .rev()
            .fold(RemedySet::NONE, |set, one| set.union(RemedySet::NONE.with(*one)));
        assert_eq!(all.iter().collect::<Vec<_>>(), RemedyId::ALL);
    }
}
