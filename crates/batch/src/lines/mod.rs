//! The lines: rows read as claims.

mod apart;
mod gather;
mod group;
mod plain;
mod profile;
mod row;
mod seen;
mod words;

pub(crate) use gather::{Order, gathered};
pub(crate) use group::{Batch, Claims};
pub(crate) use plain::{KindsOfRows, Plain};
pub(crate) use row::{ClaimFields, Rows};
pub(crate) use seen::Seen;
pub(crate) use words::ClaimWords;
