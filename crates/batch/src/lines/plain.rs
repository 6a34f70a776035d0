//! The columns of a batch whose claims may be alike, as plain numbers.

use crate::alike::{ALONE, Kind, Kinds, NO_DAY, RawDays};
use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

/// The columns of claims that say no more than claims that may be alike do, and whose days could all be read.
pub(crate) struct Plain<'a> {
    /// The kind of the line of each row.
    pub(super) kinds: Vec<Kind>,
    /// 0 for the rows that are known to say of their claim what the row before says.
    pub(super) differs: Rc<Vec<u32>>,
    /// The key of the words of the claim of each row, and the number of the words of each key.
    pub(super) keys: Rc<Vec<u32>>,
    pub(super) words: Vec<u32>,
    /// The ids of the lines, where they are numbers.
    pub(super) ids: Option<Cow<'a, [i64]>>,
    /// Days since 1970-01-01, [`NO_DAY`] where there is none; no row at all where the column is not there.
    pub(super) care: Cow<'a, [i32]>,
    pub(super) prescription: Cow<'a, [i32]>,
    pub(super) asked_on: Cow<'a, [i32]>,
    /// The day of the question for rows that do not say it.
    pub(super) as_of: i32,
}

/// How many rows of one claim are few.
pub(crate) const FEW: usize = 12;

/// The kinds of the lines of a claim, and the place of that of each row among them.
pub(crate) struct KindsOfRows {
    pub(crate) kinds: Kinds,
    pub(crate) places: [u16; FEW],
}

impl Plain<'_> {
    /// The kinds of the lines of a claim of few rows that are known to agree. The ids of its lines are in order, or told to
    /// differ by a function.
    #[inline]
    pub(crate) fn kinds(
        &self,
        rows: &Range<usize>,
        ids_differ: impl FnOnce() -> bool,
    ) -> Option<KindsOfRows> {
        let mut found = KindsOfRows {
            kinds: Kinds::default(),
            places: [0; FEW],
        };
        let of_rows = self.kinds.get(rows.clone())?;
        if let [only] = of_rows {
            found.kinds = Kinds::of_one(*only)?;
            return Some(found);
        }
        if of_rows.len() > FEW {
            return None;
        }
        let others = self.differs.get(rows.clone())?.get(1..)?;
        if others.iter().fold(0, |any, differs| any | differs) != 0 {
            return None;
        }
        let ids = self.ids.as_ref().and_then(|ids| ids.get(rows.clone()));
        if !ids.is_some_and(|ids| ids.is_sorted_by(|one, next| one < next)) && !ids_differ() {
            return None;
        }
        // Mostly all lines of a claim are of one kind.
        let (first, others) = of_rows.split_first()?;
        if others.iter().all(|kind| kind == first) {
            found.kinds = Kinds::of_one(*first)?;
            return Some(found);
        }
        for kind in of_rows {
            found.kinds.add(*kind)?;
        }
        for (kind, place) in of_rows.iter().zip(&mut found.places) {
            *place = found.kinds.place(*kind)?;
        }
        Some(found)
    }

    /// The days of the claim that begins with a row.
    #[inline]
    pub(crate) fn days(&self, row: usize) -> RawDays {
        let day = |days: &[i32]| days.get(row).copied();
        [
            day(&self.care).unwrap_or(NO_DAY),
            day(&self.prescription).unwrap_or(NO_DAY),
            day(&self.asked_on).unwrap_or(self.as_of),
        ]
    }

    /// The number of the words of the claim that begins with a row.
    #[inline]
    pub(crate) fn words(&self, row: usize) -> u32 {
        let key = self.keys.get(row).and_then(|key| usize::try_from(*key).ok());
        let words = key.and_then(|key| self.words.get(key));
        words.copied().unwrap_or(ALONE)
    }
}
