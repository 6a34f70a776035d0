//! Claims of both layouts, and what is refused.

use super::encode::TestClaims;
use super::{B2Options, SentClaim, read};
use proptest::prelude::*;
use tierspayant_core::model::{Category, Nature, Setting, Share, ShareSet};

const NIR: &str = "185057599900142";

fn claims(file: &TestClaims) -> Vec<SentClaim> {
    read(&file.encode()[..], &B2Options::default()).unwrap().claims
}

fn hospital() -> TestClaims {
    TestClaims::establishment()
        .record(
            "2",
            &[
                (12, NIR),
                (30, "000000042"),
                (39, "1"),
                (49, "01"),
                (51, "751"),
                (54, "0000"),
                (77, "10"),
                (79, "4"),
                (96, "850514"),
                (117, "89"),
                (119, "99999997"),
            ],
        )
        .record("2", &[(30, "000000042"), (39, "S"), (50, NIR)])
        .record(
            "4",
            &[
                (70, "261120"),
                (76, "CS"),
                (108, "0001750"),
                (115, "0002500"),
                (123, "000750"),
            ],
        )
        .record("4", &[(36, "M"), (43, "YYYY001")])
        .record(
            "4",
            &[
                (54, "0"),
                (70, "261121"),
                (76, "B"),
                (108, "0000600"),
                (115, "0001000"),
            ],
        )
        .record("4", &[(36, "B")])
        .record("5", &[])
        .record(
            "2",
            &[(30, "000000043"), (39, "1"), (77, "41"), (86, "000261001")],
        )
        .record(
            "3",
            &[
                (44, "261118"),
                (56, "PJ"),
                (64, "1"),
                (94, "00050000"),
                (102, "00060000"),
            ],
        )
        .record("3", &[(39, "S"), (54, "261110")])
}

#[test]
fn an_invoice_gives_a_claim_for_each_day_of_care() {
    let claims = claims(&hospital());
    let days: Vec<String> = claims
        .iter()
        .map(|one| format!("{} {}", one.invoice, one.claim.care_date))
        .collect();
    assert_eq!(days, ["42 2026-11-20", "42 2026-11-21", "43 2026-11-18"]);
    let first = &claims[0];
    assert_eq!(first.lot.as_deref(), Some("007"));
    assert_eq!(first.claim.setting, Some(Setting::Hospital));
    assert_eq!(first.claim.nature, Some(Nature::Illness));
    assert_eq!(first.claim.third_party, Some(ShareSet::Both));
    assert_eq!(first.asked, [(Share::Amo, 1750), (Share::Amc, 750)]);
    assert_eq!(first.claim.lines[0].category, Some(Category::Act));
    assert_eq!(first.claim.lines[0].exemption.unwrap().as_str(), "4");
    assert_eq!(
        first.claim.contract.unwrap().contract_type.unwrap().as_str(),
        "89"
    );
    let second = &claims[1].claim.lines[0];
    assert_eq!(
        (second.exemption.unwrap().as_str(), second.category),
        ("0", Some(Category::Biology))
    );
    let stay = &claims[2].claim;
    assert_eq!(stay.lines[0].category, Some(Category::Stay));
    assert_eq!(stay.prescription_date.unwrap().to_string(), "2026-11-10");
    assert_eq!(stay.accident.unwrap().date.unwrap().to_string(), "2026-10-01");
}

#[test]
fn a_professional_says_who_is_paid() {
    let file = |payee: &str| {
        TestClaims::professional()
            .record(
                "2",
                &[
                    (27, "000000007"),
                    (49, "01"),
                    (68, "261118"),
                    (77, "10"),
                    (115, payee),
                    (119, "12345678"),
                ],
            )
            .record(
                "4",
                &[
                    (54, "0"),
                    (68, "261120"),
                    (74, "PH7"),
                    (106, "0000650"),
                    (113, "0001000"),
                    (122, "0000350"),
                ],
            )
            .record("4", &[(37, "C")])
    };
    for (payee, shares) in [
        ("05", ShareSet::Amo),
        ("15", ShareSet::Both),
        ("25", ShareSet::Amc),
    ] {
        let claim = &claims(&file(payee))[0];
        assert_eq!(claim.claim.third_party, Some(shares));
        assert_eq!(claim.claim.setting, Some(Setting::Pharmacy));
        assert_eq!(claim.claim.lines[0].category, Some(Category::Drug));
    }
    assert_eq!(claims(&file("00"))[0].claim.third_party, None);
}

#[test]
fn nothing_of_a_person_is_kept() {
    let shown = format!(
        "{:?}",
        read(&hospital().encode()[..], &B2Options::default()).unwrap()
    );
    assert!(!shown.contains("85057599900") && !shown.contains("850514"));
}

#[test]
fn every_fault_is_told_with_its_offset() {
    let good = hospital().encode();
    let refused = |bytes: &[u8]| read(bytes, &B2Options::default()).unwrap_err().to_string();
    assert_eq!(refused(b""), "byte 0: a file of claims begins with a record 000");
    assert_eq!(
        refused(&good[..good.len() - 128]),
        "byte 0: the file ends without a record 999"
    );
    let mut twice = good.clone();
    twice.extend_from_slice(&good);
    assert!(refused(&twice).ends_with("there is more after the record 999"));
    let mut counted = good.clone();
    let end = counted.len() - 256 + 10;
    counted[end + 2] = b'9';
    assert_eq!(
        refused(&counted),
        format!(
            "byte {}: the lot does not hold as many invoices as it says",
            good.len() - 256
        )
    );
    let no_line = TestClaims::establishment()
        .record("2", &[(30, "000000042"), (39, "1")])
        .encode();
    assert_eq!(refused(&no_line), "byte 384: an invoice has no line");
    let no_invoice = TestClaims::establishment()
        .record("4", &[(70, "261120")])
        .encode();
    assert_eq!(refused(&no_invoice), "byte 256: a line stands before any invoice");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// A file with any bytes changed is refused with an offset inside it, or read; never a panic, never a number of a person.
    #[test]
    fn a_spoilt_file_is_refused_or_read(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = hospital().encode();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        match read(&bytes[..], &B2Options::default()) {
            Ok(claims) => {
                let shown = format!("{claims:?}");
                prop_assert!(!shown.contains("85057599900"), "a number of a person");
            }
            Err(error) => prop_assert!(error.offset <= bytes.len() as u64),
        }
    }
}
