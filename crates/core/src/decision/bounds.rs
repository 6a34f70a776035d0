//! The days of the entries of a snapshot as small numbers, so that a day is compared with many of them at a time.

use crate::model::{Date, Period};

/// How many entries stand in one block.
pub const BLOCK: usize = 8;
/// How many entries a snapshot may have whose claims may be alike others.
pub const MOST_ENTRIES: usize = 2 * BLOCK;

/// The days of some entries, each as a number of days from 2000-01-01 on. A start that is open or lies more than 89 years before
/// is the least number, an end that is open or as far after it the largest: no day that is compared with them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    starts: [i16; BLOCK],
    ends: [i16; BLOCK],
}

/// The days of the entries of a snapshot, in the order of its lists: base rights, exemptions, codes, contracts.
#[derive(Clone, Copy, Debug)]
pub struct EntryDays<'a> {
    /// Those of the first [`BLOCK`] entries.
    pub first: &'a Block,
    /// Those of as many others, where there are any.
    pub second: Option<&'a Block>,
}

/// A day as it is compared with bounds.
pub(super) fn near(day: Date) -> i16 {
    /// 2000-01-01, in days since 1970-01-01.
    const FIRST: i32 = 10_957;
    let days = day.unix_days().saturating_sub(FIRST);
    let far = if days < 0 { i16::MIN } else { i16::MAX };
    i16::try_from(days).unwrap_or(far)
}

impl Block {
    /// No entry.
    pub const NONE: Block = Block {
        starts: [i16::MIN; BLOCK],
        ends: [i16::MAX; BLOCK],
    };

    /// The days of the first entries, as many as stand in a block.
    pub fn of(periods: impl Iterator<Item = Period>) -> Self {
        let mut block = Block::NONE;
        let bounds = block.starts.iter_mut().zip(&mut block.ends);
        for ((start, end), period) in bounds.zip(periods) {
            *start = period.start().map_or(i16::MIN, near);
            *end = period.end().map_or(i16::MAX, near);
        }
        block
    }

    /// Whether an end lies between two days.
    #[inline]
    pub(super) fn ends_between(&self, from: i16, to: i16) -> bool {
        let within = self.ends.map(|end| u16::from(end >= from) & u16::from(end <= to));
        within.iter().fold(0, |any, one| any | one) > 0
    }

    /// Where the day of the care and that of the prescription stand to each start and end, and whether each end comes after a
    /// day. Numbers that are compared alike stand beside each other, and the loops have no branch: they are done many at a time.
    // By itself, so that it stays so wherever it is asked.
    #[inline(never)]
    pub(super) fn told(&self, care: i16, prescription: i16, soon: i16) -> [u16; BLOCK] {
        let mut told = beside(&self.starts, care);
        told = joined(told, 2, beside(&self.starts, prescription));
        told = joined(told, 2, beside(&self.ends, care));
        told = joined(told, 2, beside(&self.ends, prescription));
        joined(told, 1, self.ends.map(|end| u16::from(end > soon)))
    }
}

/// The order of each bound and a day: 0 where the bound comes before it, 1 where they are one day, else 2.
#[inline(always)]
fn beside(bounds: &[i16; BLOCK], day: i16) -> [u16; BLOCK] {
    bounds.map(|bound| u16::from(bound >= day) + u16::from(bound > day))
}

/// What was told so far of each entry, and beside it a part that fits in so many bits.
#[inline(always)]
fn joined(mut told: [u16; BLOCK], bits: u32, part: [u16; BLOCK]) -> [u16; BLOCK] {
    for (told, part) in told.iter_mut().zip(part) {
        *told = *told << bits | part;
    }
    told
}

/// Of each start and end of the entries of a snapshot, its place among those of the entries that a question may ask at once;
/// 0 where it is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Order([u8; 2 * MOST_ENTRIES]);

impl Order {
    /// The order of base rights, of exemptions with codes, and of contracts; entries beyond [`MOST_ENTRIES`] are left out.
    pub fn of<'a>(
        covered: impl Iterator<Item = Period> + Clone + 'a,
        granted: impl Iterator<Item = Period> + Clone + 'a,
        contracted: impl Iterator<Item = Period> + Clone + 'a,
    ) -> Self {
        // Entries that one question may ask at once stand beside each other.
        let places = order(covered).chain(order(granted)).chain(order(contracted));
        let mut in_order = [0; 2 * MOST_ENTRIES];
        for (slot, place) in in_order.iter_mut().zip(places) {
            *slot = place;
        }
        Order(in_order)
    }
}

/// Of each start and end in turn, how many of all of them are earlier, and one more; 0 where it is open.
fn order<'a>(periods: impl Iterator<Item = Period> + Clone + 'a) -> impl Iterator<Item = u8> + 'a {
    let bounds = periods.flat_map(|one| [one.start(), one.end()]);
    let all = bounds.clone();
    bounds.map(move |bound| {
        bound.map_or(0, |day| {
            let earlier = all.clone().flatten().filter(|other| *other < day);
            // There are two days of each of few entries at most.
            u8::try_from(earlier.count()).unwrap_or(u8::MAX).saturating_add(1)
        })
    })
}

#[cfg(test)]
#[path = "bounds_tests.rs"]
mod tests;
