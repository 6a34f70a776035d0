//! Interned rows: rows with the same values in some columns of few values share one profile, which is parsed once.

use crate::column::{Places, bits_of};
use hashbrown::HashMap;

/// The profile of each row, and a row of each profile.
pub(super) struct Profiles {
    /// The key of each row: equal ones say the same.
    pub(super) keys: Vec<u32>,
    /// The profile of each key.
    pub(super) of_key: Vec<u32>,
    pub(super) first_rows: Vec<usize>,
}

/// So many bits of combinations are told apart by a table, more by a map.
const DENSE: u32 = 16;

impl Profiles {
    /// The profiles that the places of the values of some columns make.
    pub(super) fn new<'a>(columns: impl IntoIterator<Item = Option<Places<'a>>>, rows: usize) -> Self {
        let columns = columns.into_iter().flatten();
        let mut keys: Vec<u32> = Vec::new();
        // How many bits a combination takes.
        let mut bits = 0;
        for column in columns.filter(|column| column.count > 1) {
            let more = bits_of(column.count);
            if keys.is_empty() {
                (keys, bits) = (column.all(), more);
                continue;
            }
            if bits + more > DENSE {
                let compact = compacted(keys, bits);
                let count = u32::try_from(compact.first_rows.len()).unwrap_or(u32::MAX);
                keys = compact.profiles();
                bits = bits_of(count);
            }
            if bits + more > u32::BITS {
                let (of_row, count) = both(&keys, &column);
                (keys, bits) = (of_row, bits_of(count));
                continue;
            }
            column.each(&mut keys, |key, place| *key |= place << bits);
            bits += more;
        }
        if keys.is_empty() {
            keys = vec![0; rows];
        }
        compacted(keys, bits)
    }

    /// The profile of each row.
    pub(super) fn profiles(&self) -> Vec<u32> {
        let profile = |key: &u32| usize::try_from(*key).ok().and_then(|key| self.of_key.get(key));
        self.keys
            .iter()
            .map(|key| profile(key).copied().unwrap_or(u32::MAX))
            .collect()
    }
}

/// Numbers of the pairs of a key and a place, as they come, and how many there are.
fn both(keys: &[u32], column: &Places<'_>) -> (Vec<u32>, u32) {
    let mut known: HashMap<(u32, u32), u32> = HashMap::new();
    let mut keys = keys.to_vec();
    column.each(&mut keys, |key, place| {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        *key = *known.entry((*key, place)).or_insert(next);
    });
    (keys, u32::try_from(known.len()).unwrap_or(u32::MAX))
}

/// Keys of so many bits, numbered as they come.
fn compacted(mut keys: Vec<u32>, bits: u32) -> Profiles {
    let mut first_rows = Vec::new();
    if bits > DENSE {
        let mut known: HashMap<u32, u32> = HashMap::new();
        for (row, key) in keys.iter_mut().enumerate() {
            let next = u32::try_from(first_rows.len()).unwrap_or(u32::MAX);
            *key = *known.entry(*key).or_insert_with(|| {
                first_rows.push(row);
                next
            });
        }
        let count = u32::try_from(first_rows.len()).unwrap_or(u32::MAX);
        let of_key = (0..count).collect();
        return Profiles {
            keys,
            of_key,
            first_rows,
        };
    }
    let mut of_key = vec![u32::MAX; 1 << bits];
    for (row, key) in keys.iter().enumerate() {
        let slot = usize::try_from(*key).ok().and_then(|key| of_key.get_mut(key));
        if let Some(slot) = slot.filter(|slot| **slot == u32::MAX) {
            *slot = u32::try_from(first_rows.len()).unwrap_or(u32::MAX);
            first_rows.push(row);
        }
    }
    Profiles {
        keys,
        of_key,
        first_rows,
    }
}

#[cfg(test)]
#[path = "profile_tests.rs"]
mod tests;
