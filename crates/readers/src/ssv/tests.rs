use proptest::prelude::*;
use tierspayant_core::model::{Period, Snapshot};

use super::encode::{Member, TestCard, family};
use crate::{CardPlace, CardProblem, Format, ReadError, ReadOptions, ReadResult, Why, read};

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

#[test]
fn a_family_gives_one_snapshot_each() {
    let result = result(&family());
    assert_eq!(result.snapshots.len(), 4);
    assert_eq!(result.refusal, None);
    let [insured, spouse, leo, zoe] = result.snapshots.as_slice() else {
        panic!("four people")
    };

    assert_eq!(insured.coverage, Some(vec![period("2019-03-01", "")]));
    let codes = insured.codes.as_ref().unwrap();
    assert_eq!(codes.len(), 3);
    assert_eq!(codes[0].period, period("", "2023-12-31"));
    assert_eq!(codes[1].period, period("2024-01-01", "2028-12-31"));
    assert_eq!(codes[1].ald.unwrap().as_str(), "1");
    assert_eq!(codes[1].situation.unwrap().as_str(), "0100");
    let contract = insured.contracts.as_ref().unwrap()[0];
    assert_eq!(contract.number.unwrap().as_str(), "99999997");
    assert_eq!(contract.indicator.unwrap().as_str(), "62");
    assert_eq!(contract.period, period("2025-12-01", "2026-11-30"));
    assert_eq!(insured.services.as_ref().unwrap()[0].code.as_str(), "01");
    assert_eq!(
        insured.accidents.as_ref().unwrap()[0].number.unwrap().as_str(),
        "123456782"
    );
    assert_eq!(insured.person.nir.unwrap().key_fits(), Some(true));
    assert_eq!(insured.scheme.regime.unwrap().as_str(), "01");
    assert_eq!(insured.scheme.fund.unwrap().as_str(), "751");

    assert_eq!(spouse.person.birth_date.unwrap().as_str(), "19871332");
    assert_eq!(spouse.person.birth_rank.unwrap().get(), 1);
    assert_eq!(
        spouse.person.nir, None,
        "the insured's number is not the spouse's"
    );
    assert_eq!(spouse.services, Some(Vec::new()));
    assert_eq!(spouse.accidents, None);
    assert_eq!(
        spouse.contracts.as_ref().unwrap()[0].number.unwrap().as_str(),
        "0123456789"
    );

    assert_eq!(
        leo.contracts, None,
        "a card that lists no contract does not say that there is none"
    );
    assert_eq!(zoe.person.birth_rank.unwrap().get(), 2);
    assert_eq!(zoe.person.nir.unwrap().key_fits(), Some(true));
    assert_eq!(zoe.exemptions, None);
    assert_eq!(zoe.maternity, None);
}

#[test]
fn every_field_that_was_not_used_is_listed() {
    let result = result(&family());
    assert_eq!(why(&result, "group 104 at byte 103, field 1 (usual name)"), None);
    let first = result
        .unused
        .iter()
        .find(|unused| unused.place.contains("(usual name)"))
        .unwrap();
    assert_eq!(first.why, Why::Personal);
    assert_eq!(why(&result, "(address 3)"), Some(Why::Personal));
    assert_eq!(why(&result, "(address 1)"), Some(Why::Empty));
    assert_eq!(why(&result, "(guarantees)"), Some(Why::NotNeeded));
    assert_eq!(why(&result, "(member number)"), Some(Why::Personal));
    assert_eq!(why(&result, "(quality)"), Some(Why::NotNeeded));
    assert_eq!(why(&result, "(organism 1)"), Some(Why::NotNeeded));
    assert_eq!(why(&result, "group 111"), Some(Why::NotNeeded));
    assert_eq!(why(&result, "(start)"), None);
}

#[test]
fn nineteen_people_fit_on_one_card() {
    let card = (0..19).fold(blank(), |card, index| {
        let quality = if index == 0 { "0" } else { "6" };
        card.member(Member {
            quality,
            ..Member::default()
        })
        .rights("20200101", "")
        .coverage("", "", "0", "0100")
    });
    assert_eq!(result(&card).snapshots.len(), 19);
}

#[test]
fn h01_zeros_blanks_and_absent_are_no_dates() {
    for (start, end) in [
        ("000000000000", "000000000000"),
        ("", ""),
        ("            ", "            "),
        ("00000000", ""),
    ] {
        let snapshot = only(&one().rights("20200101", "").coverage(start, end, "0", "0100"));
        assert_eq!(snapshot.codes.unwrap()[0].period, Period::ALWAYS, "{start:?}");
    }
    let short = one().rights("20200101", "").group(106, &["", "", "0"]);
    let codes = only(&short).codes.unwrap();
    assert_eq!((codes[0].period, codes[0].situation), (Period::ALWAYS, None));
}

#[test]
fn h02_a_blank_end_is_open_and_never_today() {
    for end in ["", "            ", "000000000000"] {
        let snapshot = only(&one().rights("20200101", end));
        assert_eq!(snapshot.coverage, Some(vec![period("2020-01-01", "")]));
    }
}

#[test]
fn h04_impossible_birth_months_and_days_are_kept() {
    for (written, kept) in [
        ("194219010000", "19421901"),
        ("195313320000", "19531332"),
        ("19421901", "19421901"),
        ("1942-19-01", "1942-19-01"),
    ] {
        let card = blank().member(Member {
            birth_date: written,
            ..Member::default()
        });
        assert_eq!(only(&card).person.birth_date.unwrap().as_str(), kept);
    }
    for nothing in ["", "00000000", "000000000000"] {
        let card = blank().member(Member {
            birth_date: nothing,
            ..Member::default()
        });
        assert_eq!(only(&card).person.birth_date, None);
    }
}

#[test]
fn h05_rights_that_ended_long_ago_are_read_as_they_are() {
    let snapshot = only(&one().rights("20090101", "20121231").coverage("", "", "0", "0100"));
    assert_eq!(snapshot.coverage, Some(vec![period("2009-01-01", "2012-12-31")]));
}

#[test]
fn a_date_that_is_no_day_is_an_error_with_its_place() {
    let card = one().rights("20200101", "20230229");
    let message = error(&card.encode()).to_string();
    let at = card.group_ends()[1];
    assert_eq!(
        message,
        format!("group 105 at byte {at}, field 2 (end): not a date")
    );
}

#[test]
fn a_period_that_ends_before_it_starts_costs_only_itself() {
    let card = one()
        .rights("20200101", "20191231")
        .rights("20210101", "")
        .coverage("20240101", "20231231", "1", "0100")
        .coverage("", "", "0", "0100");
    let result = result(&card);
    let snapshot = &result.snapshots[0];
    assert_eq!(snapshot.coverage, Some(vec![period("2021-01-01", "")]));
    assert_eq!(snapshot.codes.as_ref().unwrap().len(), 1);
    let count = result
        .unused
        .iter()
        .filter(|unused| unused.why == Why::EndsBeforeStart)
        .count();
    assert_eq!(count, 2);

    let alone = only(&one().rights("20200101", "20191231").coverage("", "", "0", "0100"));
    assert_eq!(alone.coverage, None, "nothing usable is not the same as nothing");
}

#[test]
fn no_period_of_rights_is_a_statement_only_where_the_person_was_read_in_full() {
    let nothing = only(&one());
    assert_eq!((nothing.coverage, nothing.codes), (None, None));
    let closed = only(&one().coverage("", "", "0", "0100"));
    assert_eq!(closed.coverage, Some(Vec::new()));
    let kept_place = result(&one().rights("", "").coverage("", "", "0", "0100"));
    assert_eq!(kept_place.snapshots[0].coverage, None);
    assert_eq!(why(&kept_place, "group 105"), Some(Why::NoPeriod));
}

#[test]
fn all_ald_digits_situations_and_contract_numbers_stay_raw() {
    for (ald, situation) in [
        ("0", "0100"),
        ("1", "0104"),
        ("2", "0402"),
        ("3", "0904"),
        ("4", "0413"),
        ("9", "9SPE"),
    ] {
        let code = only(&one().coverage("", "", ald, situation)).codes.unwrap()[0];
        assert_eq!(
            (code.ald.unwrap().as_str(), code.situation.unwrap().as_str()),
            (ald, situation)
        );
    }
    for number in [
        "99999997",
        "88888888",
        "55555551",
        "75500017",
        "27000000",
        "01000000",
        "77565712",
        "214AAAAAAA",
    ] {
        let contract = only(&one().mutual(number, "").mutual_rights("20260101", ""))
            .contracts
            .unwrap()[0];
        assert_eq!(contract.number.unwrap().as_str(), number);
        assert_eq!(contract.indicator, None);
    }
}

#[test]
fn services_with_and_without_zeros() {
    let service = |code, start, end| {
        only(&blank().member(Member {
            service: (code, start, end),
            ..Member::default()
        }))
        .services
    };
    assert_eq!(service("", "", ""), None);
    assert_eq!(service("0", "", ""), Some(Vec::new()));
    assert_eq!(service("00", "000000000000", "000000000000"), Some(Vec::new()));
    for code in ["2", "02", "10", "11"] {
        let services = service(code, "20260101", "20261231").unwrap();
        assert_eq!(services[0].code.as_str(), code);
        assert_eq!(services[0].period, period("2026-01-01", "2026-12-31"));
    }
    let family = blank()
        .family_service("10", "20260101", "")
        .member(Member::default())
        .member(Member {
            quality: "6",
            service: ("", "", ""),
            ..Member::default()
        });
    for snapshot in result(&family).snapshots {
        assert_eq!(snapshot.services.unwrap()[0].code.as_str(), "10");
    }
}

#[test]
fn ranks_of_zero_and_blank_are_one() {
    for (written, rank) in [
        ("", Some(1)),
        ("0", Some(1)),
        ("00", Some(1)),
        (" ", Some(1)),
        ("03", Some(3)),
        ("x", None),
    ] {
        let card = blank().member(Member {
            rank: written,
            ..Member::default()
        });
        assert_eq!(
            only(&card).person.birth_rank.map(|rank| rank.get()),
            rank,
            "{written:?}"
        );
    }
}

#[test]
fn a_contract_without_any_period_says_nothing() {
    let result = result(&one().mutual("77565712", "01").coverage("", "", "0", "0100"));
    assert_eq!(result.snapshots[0].contracts, None);
    assert_eq!(why(&result, "(number)"), Some(Why::NoPeriod));
    let three = one()
        .mutual("77565712", "01")
        .mutual_rights("20240101", "20241231");
    let three = three
        .mutual_rights("20250101", "20251231")
        .mutual_rights("20260101", "");
    assert_eq!(only(&three).contracts.unwrap().len(), 3);
    let open = only(&one().complementary("0123456789", "22", "", ""));
    assert_eq!(open.contracts.unwrap()[0].period, Period::ALWAYS);
}

#[test]
fn accidents_are_the_insured_persons_or_nobodys() {
    let child = blank().accidents("123456782", "").member(Member {
        quality: "6",
        ..Member::default()
    });
    let result = result(&child);
    assert_eq!(result.snapshots[0].accidents, None);
    assert_eq!(why(&result, "(accident 1)"), Some(Why::NoOwner));
    assert_eq!(why(&result, "(insured number)"), Some(Why::NoOwner));
    let none = only(&blank().accidents("000000000", "").member(Member::default()));
    assert_eq!(none.accidents, Some(Vec::new()));
}

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
fn nothing_personal_shows_in_what_is_printed() {
    let mut result = result(&family());
    result
        .snapshots
        .iter_mut()
        .for_each(|snapshot| snapshot.services = None);
    let printed = format!("{result:?}");
    for value in [
        "SPECIMEN",
        "EXEMPLE",
        INSURED,
        "215032A",
        "19871332",
        "ADHERENT1",
        "1985",
    ] {
        assert!(!printed.contains(value), "{value}");
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

#[test]
fn the_reading_date_is_the_callers() {
    let observed_at = "2026-11-20T09:12:00".parse().ok();
    let result = read(Format::Ssv, &family().encode(), &ReadOptions { observed_at }).unwrap();
    assert!(
        result
            .snapshots
            .iter()
            .all(|snapshot| snapshot.observed_at == observed_at)
    );
}

fn day() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (1990..2040_u32, 1..13_u32, 1..29_u32).prop_map(|(y, m, d)| format!("{y}{m:02}{d:02}")),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        people in prop::collection::vec(
            (
                prop::collection::vec((day(), day()), 0..4),
                prop::collection::vec((day(), day(), 0..5_u8, 100..128_u16), 1..8),
                prop::option::of(10_000_000..99_999_999_u32),
            ),
            1..20,
        )
    ) {
        let mut card = blank();
        for (rights, codes, contract) in &people {
            card = card.member(Member::default());
            for (start, end) in rights {
                card = card.rights(start, end);
            }
            for (start, end, ald, situation) in codes {
                card = card.coverage(start, end, &ald.to_string(), &format!("{situation:04}"));
            }
            if let Some(number) = contract {
                card = card.mutual(&number.to_string(), "01").mutual_rights("20260101", "");
            }
        }
        let result = result(&card);
        prop_assert_eq!(result.snapshots.len(), people.len());
        let date = |text: &str| (!text.is_empty()).then(|| crate::date::start(text).unwrap().unwrap());
        for (snapshot, (rights, codes, contract)) in result.snapshots.iter().zip(&people) {
            let wanted: Vec<Period> = rights
                .iter()
                .filter_map(|(start, end)| Period::new(date(start), date(end)).ok())
                .filter(|period| *period != Period::ALWAYS)
                .collect();
            prop_assert_eq!(snapshot.coverage.clone().unwrap_or_default(), wanted);
            let wanted: Vec<(Period, String, String)> = codes
                .iter()
                .filter_map(|(start, end, ald, situation)| {
                    let period = Period::new(date(start), date(end)).ok()?;
                    Some((period, ald.to_string(), format!("{situation:04}")))
                })
                .collect();
            let found: Vec<(Period, String, String)> = snapshot
                .codes
                .iter()
                .flatten()
                .map(|code| (code.period, code.ald.unwrap().to_string(), code.situation.unwrap().to_string()))
                .collect();
            prop_assert_eq!(found, wanted);
            prop_assert_eq!(snapshot.contracts.as_ref().map_or(0, Vec::len), usize::from(contract.is_some()));
        }
    }

    #[test]
    fn any_bytes_end_in_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(Format::Ssv, &bytes, &ReadOptions::default());
    }

    #[test]
    fn any_change_of_a_card_ends_in_an_answer(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = family().encode();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(Format::Ssv, &bytes, &ReadOptions::default());
    }
}
