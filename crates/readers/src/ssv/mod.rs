//! `ssv`: the buffer of groups 101 to 111 that a reading of a carte Vitale gives.
//!
//! One card holds a family: group 101 is the card and the insured person, each group 104 begins a beneficiary, and the
//! groups 105 to 111 after it are this beneficiary's.

mod beneficiary;
mod card;
mod contracts;
#[cfg(any(test, feature = "test-cards"))]
pub mod encode;
mod error;
mod frame;
mod group;
mod layout;
#[cfg(any(test, feature = "test-cards"))]
mod sample;
#[cfg(test)]
mod tests;

pub use error::{CardPlace, CardProblem};

use crate::error::ReadError;
use crate::outcome::{ReadOptions, ReadResult, Report, Why};

/// A full reading takes a few kilobytes.
const LIMIT: usize = 1 << 20;

/// Reads a card buffer.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<ReadResult, ReadError> {
    if bytes.len() > LIMIT {
        return Err(ReadError::TooLarge { limit: LIMIT });
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut report = Report::default();
    let frames = frame::frames(bytes).map_err(|(place, problem)| ReadError::Card { place, problem })?;
    let snapshots = card::snapshots(&frames.groups, options, &mut report)?;
    if let Some((offset, _)) = frames.padding {
        report.unused(CardPlace::byte(offset).to_string(), Why::Padding);
    }
    if snapshots.is_empty() {
        let (place, problem) = (CardPlace::byte(bytes.len()), CardProblem::NoBeneficiary);
        return Err(ReadError::Card { place, problem });
    }
    Ok(report.snapshots(snapshots))
}
