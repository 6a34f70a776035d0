//! Birth dates and ranks, which are kept as they are written.

use tierspayant_core::model::{BirthDate, BirthRank};

use crate::outcome::{Report, Why};
use crate::text;

/// Reads a birth date as raw text: months such as 13 or 19 and days such as 32 are real. Only the time of day that a card
/// writes after it is taken off. Zeros are no date.
pub(crate) fn birth_date(text: &str, place: &str, report: &mut Report) -> Option<BirthDate> {
    let text = text::filled(text).filter(|text| !text.bytes().all(|byte| b"0-".contains(&byte)))?;
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let day = match text.len() {
        12 | 14 if digits => text.get(..8).unwrap_or(text),
        11.. if text.as_bytes().get(10).is_some_and(|byte| b"T ".contains(byte)) => {
            text.get(..10).unwrap_or(text)
        }
        _ => text,
    };
    let birth_date = day.parse().ok();
    if birth_date.is_none() {
        report.unused(place, Why::WrongKind);
    }
    birth_date
}

/// Reads a birth rank. A blank one and zero are the first rank; anything outside 1 to 9 is listed.
pub(crate) fn birth_rank(text: &str, place: &str, report: &mut Report) -> Option<BirthRank> {
    let text = text::trim(text);
    let rank = if text.is_empty() || text::is_zeros(text) {
        Some(1)
    } else {
        text.parse().ok()
    };
    let rank = rank.and_then(|rank| BirthRank::new(rank).ok());
    if rank.is_none() {
        report.unused(place, Why::WrongKind);
    }
    rank
}
