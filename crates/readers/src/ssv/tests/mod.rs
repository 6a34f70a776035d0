//! Cards are written by the encoder and read back.

mod frame;
mod people;
mod properties;
mod rights;

use tierspayant_core::model::{Period, Snapshot};

use super::encode::{Member, TestCard};
use crate::{Format, ReadError, ReadOptions, ReadResult, Why, read};

const INSURED: &str = "1850599999001";

fn blank() -> TestCard {
    TestCard::new("01", "751", "0000", INSURED)
}

fn one() -> TestCard {
    blank().member(Member::default())
}

fn result(card: &TestCard) -> ReadResult {
    read(Format::Ssv, &card.encode(), &ReadOptions::default()).unwrap()
}

fn only(card: &TestCard) -> Snapshot {
    let mut snapshots = result(card).snapshots;
    assert_eq!(snapshots.len(), 1);
    snapshots.remove(0)
}

fn error(bytes: &[u8]) -> ReadError {
    read(Format::Ssv, bytes, &ReadOptions::default()).unwrap_err()
}

fn period(start: &str, end: &str) -> Period {
    Period::new(start.parse().ok(), end.parse().ok()).unwrap()
}

fn why(result: &ReadResult, part: &str) -> Option<Why> {
    result
        .unused
        .iter()
        .find(|unused| unused.place.contains(part))
        .map(|unused| unused.why)
}
