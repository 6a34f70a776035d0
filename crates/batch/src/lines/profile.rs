//! Interned rows: rows with the same values in some columns of few values share one profile, which is parsed once.

use crate::column::Places;
use hashbrown::HashMap;

/// The profile of each row, and a row of each profile.
pub(super) struct Profiles {
    pub(super) of_row: Vec<u32>,
    pub(super) first_rows: Vec<usize>,
}

/// Up to so many combinations are told apart by a table, more by a map.
const DENSE: u64 = 1 << 16;

impl Profiles {
    /// The profiles that the places of the values of some columns make.
    pub(super) fn new(columns: impl IntoIterator<Item = Option<Places>>, rows: usize) -> Self {
        let mut keys: Vec<u64> = Vec::new();
        // How many combinations there may be.
        let mut bound = 1_u64;
        let several = columns.into_iter().flatten().filter(|column| column.count > 1);
        for column in several {
            let count = u64::from(column.count);
            if keys.is_empty() {
                keys.extend(column.of_row.iter().map(|place| u64::from(*place)));
                bound = count;
                continue;
            }
            if bound.saturating_mul(count) > DENSE {
                let compact = compacted(&keys, bound);
                bound = u64::try_from(compact.first_rows.len()).unwrap_or(u64::MAX);
                keys.clear();
                keys.extend(compact.of_row.into_iter().map(u64::from));
            }
            // A batch has fewer than 2³² rows, so the product of two numbers of distinct values fits.
            bound = bound.saturating_mul(count);
            for (key, place) in keys.iter_mut().zip(&column.of_row) {
                *key = key.wrapping_mul(count).wrapping_add(u64::from(*place));
            }
        }
        if keys.is_empty() {
            return Profiles {
                of_row: vec![0; rows],
                first_rows: (0..rows.min(1)).collect(),
            };
        }
        compacted(&keys, bound)
    }
}

/// Keys below a bound, numbered as they come.
fn compacted(keys: &[u64], bound: u64) -> Profiles {
    let mut first_rows = Vec::new();
    let mut number = |row: usize| {
        let next = u32::try_from(first_rows.len()).unwrap_or(u32::MAX);
        first_rows.push(row);
        next
    };
    let of_row = if bound <= DENSE {
        let mut known = vec![u32::MAX; usize::try_from(bound).unwrap_or(0)];
        let place = |(row, key): (usize, &u64)| {
            let slot = usize::try_from(*key).ok().and_then(|key| known.get_mut(key));
            match slot {
                Some(slot) if *slot == u32::MAX => {
                    *slot = number(row);
                    *slot
                }
                Some(slot) => *slot,
                None => u32::MAX,
            }
        };
        keys.iter().enumerate().map(place).collect()
    } else {
        let mut known: HashMap<u64, u32> = HashMap::new();
        let place = |(row, key): (usize, &u64)| *known.entry(*key).or_insert_with(|| number(row));
        keys.iter().enumerate().map(place).collect()
    };
    Profiles { of_row, first_rows }
}

#[cfg(test)]
#[path = "profile_tests.rs"]
mod tests;
