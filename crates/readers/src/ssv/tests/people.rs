//! Who is on a card, and what is said of what was not used.

use super::*;
use crate::ssv::encode::family;

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
    let contract = insured.contracts.as_ref().unwrap()[0].clone();
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

    assert_eq!(leo.contracts, Some(Vec::new()), "no service and no contract");
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

#[test]
fn the_sample_file_is_what_the_encoder_writes() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/readers/card-family.in");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(file, family().encode()).unwrap();
    }
    assert!(
        std::fs::read(file).unwrap() == family().encode(),
        "UPDATE_GOLDEN=1 writes it again"
    );
}
