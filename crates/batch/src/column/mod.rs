//! Columns as analysts have them, read as the values of the model.

mod day;
mod ids;
mod moment;
mod number;
mod numbering;
mod parsed;
mod places;
mod text;
mod words;

pub(crate) use day::{Days, ReadDays};
pub(crate) use ids::{Id, Ids};
pub(crate) use moment::Moments;
pub(crate) use number::{Counts, Flags, Wholes};
pub(crate) use parsed::Parsed;
#[cfg(test)]
pub(crate) use places::PlacesOfRows;
pub(crate) use places::{Places, bits_of};
pub(crate) use text::{Known, Text, as_text};
pub(crate) use words::WordSets;
