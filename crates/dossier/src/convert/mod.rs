//! From what was written to the model, with the place of every fault.

mod claim;
mod field;
mod snapshot;

pub(crate) use claim::claim;
pub(crate) use field::{kept, parsed};
pub(crate) use snapshot::{snapshot, snapshots};
