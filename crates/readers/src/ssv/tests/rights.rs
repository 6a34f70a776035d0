//! Periods, codes, services, contracts and accidents.

use super::*;

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
            .unwrap()[0]
            .clone();
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
fn no_contract_is_a_statement_only_beside_no_service() {
    let with = |service| {
        let member = Member {
            service: (service, "", ""),
            ..Member::default()
        };
        only(
            &blank()
                .member(member)
                .rights("20200101", "")
                .coverage("", "", "0", "0100"),
        )
        .contracts
    };
    assert_eq!(with("00"), Some(Vec::new()));
    assert_eq!(with(""), None);
    assert_eq!(
        with("01"),
        None,
        "a service without its contract is no denial of it"
    );
    assert_eq!(only(&one()).contracts, None, "nothing else was read either");
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
