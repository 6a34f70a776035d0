//! Items sorted by their owner, in one piece of memory.

/// Items by owner.
#[derive(Debug, Default)]
pub(crate) struct Grouped<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Clone> Grouped<T> {
    /// Sorts items by owner; those of one owner keep their order. `None` when there are too many.
    pub(crate) fn new(owners: usize, mut items: Vec<(u32, T)>) -> Option<Self> {
        u32::try_from(items.len()).ok()?;
        items.sort_by_key(|(owner, _)| *owner);
        let mut starts = vec![0_u32; owners.checked_add(1)?];
        for (owner, _) in &items {
            let next = usize::try_from(*owner).ok()?.checked_add(1)?;
            let count = starts.get_mut(next)?;
            *count = count.checked_add(1)?;
        }
        let mut sum = 0_u32;
        for start in &mut starts {
            sum = sum.checked_add(*start)?;
            *start = sum;
        }
        Some(Grouped {
            starts,
            items: items.into_iter().map(|(_, item)| item).collect(),
        })
    }
}

impl<T> Grouped<T> {
    /// The items of one owner.
    #[inline]
    pub(crate) fn of(&self, owner: u32) -> &[T] {
        let range = self.range(owner);
        self.items.get(range).unwrap_or(&[])
    }

    /// The places of the items of one owner.
    #[inline]
    pub(crate) fn range(&self, owner: u32) -> std::ops::Range<usize> {
        let owner = usize::try_from(owner).unwrap_or(usize::MAX);
        let bound = |place: usize| {
            let start = self.starts.get(place).copied().unwrap_or(0);
            usize::try_from(start).unwrap_or(0)
        };
        bound(owner)..bound(owner.saturating_add(1))
    }

    /// How many items there are.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }
}

#[cfg(test)]
#[path = "grouped_tests.rs"]
mod tests;
