//! The lines: rows read as claims.

mod group;
mod row;

pub(crate) use group::Claims;
pub(crate) use row::{ClaimFields, Rows};
