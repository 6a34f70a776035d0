//! The lines: rows read as claims.

mod group;
mod profile;
mod row;
mod seen;
mod words;

pub(crate) use group::Claims;
pub(crate) use row::{ClaimFields, LineDays, Rows};
pub(crate) use seen::Seen;
