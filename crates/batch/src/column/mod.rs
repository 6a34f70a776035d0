//! Columns as analysts have them, read as the values of the model.

mod day;
mod moment;
mod number;
mod parsed;
mod text;
mod words;

pub(crate) use day::Days;
pub(crate) use moment::Moments;
pub(crate) use number::{Counts, Flags};
pub(crate) use parsed::Parsed;
pub(crate) use text::{Text, as_text};
pub(crate) use words::WordSets;
