//! Groups, lengths, padding and cuts.

use super::*;
use crate::ssv::encode::family;
use crate::{CardPlace, CardProblem};

#[test]
fn unknown_groups_and_fields_are_listed_and_cost_nothing() {
    let card = one()
        .rights("20200101", "")
        .group(110, &["X"])
        .group(105, &["20190101", "20191231", "new"]);
    let result = result(&card);
    assert_eq!(result.snapshots[0].coverage.as_ref().unwrap().len(), 2);
    assert_eq!(why(&result, "group 110"), Some(Why::Unknown));
    assert!(
        result
            .unused
            .iter()
            .any(|unused| unused.why == Why::Unknown && unused.place.contains("group 105"))
    );
}

#[test]
fn rights_before_any_person_are_a_fault() {
    let error = error(&blank().rights("20200101", "").encode());
    assert!(
        matches!(
            error,
            ReadError::Card {
                problem: CardProblem::NoPersonYet,
                ..
            }
        ),
        "{error}"
    );
}

#[test]
fn blanks_at_the_end_are_tolerated_and_listed_and_nothing_else_is() {
    let bytes = one().rights("20200101", "").encode();
    for tail in [&b"\n"[..], b"\r\n", b"\0\0\0\0\0\0", b"  ", b"\x1A", b"\xFF\xFF"] {
        let bytes = [bytes.as_slice(), tail].concat();
        let result = read(Format::Ssv, &bytes, &ReadOptions::default()).unwrap();
        assert_eq!(result.unused.last().unwrap().why, Why::Padding);
    }
    for tail in [&b"x"[..], b"\0\x69", b"\n\0\x69\0", b"\0\0\0\x01"] {
        error(&[bytes.as_slice(), tail].concat());
    }
}

#[test]
fn groups_of_more_than_127_and_255_bytes_are_read() {
    for size in [100, 127, 128, 200, 255, 256, 5000] {
        let name = "N".repeat(size);
        let snapshot = only(
            &blank()
                .member(Member {
                    name: &name,
                    ..Member::default()
                })
                .rights("20200101", ""),
        );
        assert_eq!(snapshot.coverage, Some(vec![period("2020-01-01", "")]), "{size}");
    }
}

#[test]
fn a_field_length_on_one_plain_byte_is_read_too() {
    let mut bytes = one().rights("20200101", "").encode();
    let mut group = vec![0, 111, 0x81, 201, 200];
    group.extend([b'x'; 200]);
    bytes.extend(group);
    assert_eq!(
        read(Format::Ssv, &bytes, &ReadOptions::default())
            .unwrap()
            .snapshots
            .len(),
        1
    );
}

#[test]
fn lengths_that_lie_are_faults_with_their_place() {
    let place = |bytes: &[u8]| match error(bytes) {
        ReadError::Card { place, problem } => (place, problem),
        other => panic!("{other}"),
    };
    assert_eq!(place(b"{\"a\":1}").1, CardProblem::NotACard);
    assert_eq!(place(&[0, 101]).1, CardProblem::Truncated);
    assert_eq!(place(&[0, 101, 0x80, 0, 0]).1, CardProblem::LengthForm);
    assert_eq!(
        place(&[0, 101, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 1]).1,
        CardProblem::Truncated
    );
    assert_eq!(place(&[0, 101, 0x89, 1]).1, CardProblem::LengthForm);
    let (place, problem) = place(&[0, 101, 3, 1, b'T', 9]);
    assert_eq!(problem, CardProblem::FieldOverrun);
    assert_eq!(
        place,
        CardPlace {
            offset: 0,
            group: Some(101),
            field: Some(2)
        }
    );
    assert_eq!(place.to_string(), "group 101 at byte 0, field 2 (serial number)");
}

#[test]
fn an_empty_or_huge_buffer_fails_at_once() {
    assert_eq!(error(b""), ReadError::Empty);
    assert!(matches!(
        error(b"\0\0\0"),
        ReadError::Card {
            problem: CardProblem::NoBeneficiary,
            ..
        }
    ));
    assert!(matches!(error(&vec![0; 100 << 20]), ReadError::TooLarge { .. }));
    assert!(matches!(
        error(&blank().encode()),
        ReadError::Card {
            problem: CardProblem::NoBeneficiary,
            ..
        }
    ));
}

#[test]
fn a_cut_buffer_is_an_error_but_between_two_groups() {
    let card = family();
    let (bytes, ends) = (card.encode(), card.group_ends());
    for cut in 0..bytes.len() {
        let result = read(Format::Ssv, &bytes[..cut], &ReadOptions::default());
        // One NUL after a group could be the first byte of the next one or the end of a text in C: it is a blank.
        if !ends.contains(&cut) && !ends.contains(&(cut - cut.min(1))) {
            assert!(result.is_err(), "cut at {cut}");
        }
    }
}

#[test]
fn two_readings_in_one_buffer_are_two_cards() {
    let second = TestCard::new("02", "752", "0001", "2850599999001")
        .member(Member::default())
        .rights("20210101", "");
    let bytes = [one().rights("20200101", "").encode(), second.encode()].concat();
    let snapshots = read(Format::Ssv, &bytes, &ReadOptions::default())
        .unwrap()
        .snapshots;
    assert_eq!(snapshots[0].scheme.regime.unwrap().as_str(), "01");
    assert_eq!(snapshots[1].scheme.regime.unwrap().as_str(), "02");
    assert_ne!(snapshots[0].person.nir, snapshots[1].person.nir);
}
