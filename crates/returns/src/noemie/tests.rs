//! A file is read whole or refused with its offset; nothing of a person comes out.

use super::encode::TestFile;
use super::read;
use crate::{CheckResult, Level, RejectShare, Returns, ShareState};
use proptest::prelude::*;
use tierspayant_core::model::Share;

const NIR: &str = "185057599900142";

fn sample() -> TestFile {
    TestFile::new("576")
        .entity("020", &[(6, "000000075100001")])
        .entity("071", &[(6, "261125"), (12, "VIREMENT 42"), (76, "CPAM 751")])
        .entity("080", &[(6, "261120"), (12, "007")])
        .entity("102", &[(6, "000000042"), (30, "F"), (31, "261120"), (38, "10")])
        .entity(
            "103",
            &[
                (6, NIR),
                (21, "SPECIMEN"),
                (86, NIR),
                (101, "850514"),
                (108, "CAMILLE"),
            ],
        )
        .entity("198", &[(6, "00004250"), (14, "R"), (15, "00000000"), (23, "P")])
        .entity(
            "199",
            &[
                (6, "00000640"),
                (14, "P"),
                (15, "00000640"),
                (23, "P"),
                (24, "12345678"),
                (34, NIR),
            ],
        )
        .entity(
            "210",
            &[
                (6, "01"),
                (10, "4"),
                (22, "261120"),
                (50, "100"),
                (53, "00000000"),
                (61, "P"),
                (62, "PH7"),
                (102, "00000640"),
            ],
        )
        .entity(
            "294",
            &[
                (6, "0009-816ETM NON TROUVE EN BDO 185057599900142"),
                (96, "L"),
                (97, "O"),
                (103, "261120"),
                (118, "001"),
                (123, NIR),
            ],
        )
        .entity("295", &[(6, "1"), (7, NIR)])
        .entity("102", &[(6, "000000043"), (21, "008"), (30, "B")])
        .entity("198", &[(6, "00001000"), (14, "P"), (15, "00001000"), (23, "N")])
        .entity(
            "250",
            &[
                (8, "DETTE1"),
                (18, "261101"),
                (24, "IND"),
                (27, "RPR"),
                (30, "00001000"),
                (38, "N"),
            ],
        )
        .entity("777", &[(6, "ABC")])
}

fn returns() -> Returns {
    read(&sample().encode()[..]).unwrap()
}

#[test]
fn shares_rejects_and_deductions_come_with_their_invoice() {
    let returns = returns();
    let [first, second] = &returns.invoices[..] else {
        panic!("two invoices");
    };
    assert_eq!(
        (first.invoice.as_str(), first.lot.as_deref()),
        ("42", Some("007"))
    );
    assert_eq!(first.payer.as_deref(), Some("CPAM 751"));
    assert_eq!(
        first.accounted_on.map(|day| day.to_string()).as_deref(),
        Some("2026-11-25")
    );
    let states: Vec<_> = first
        .shares
        .iter()
        .map(|share| (share.share, share.state))
        .collect();
    assert_eq!(
        states,
        [(Share::Amo, ShareState::Rejected), (Share::Amc, ShareState::Paid)]
    );
    let reject = &first.rejects[0];
    assert_eq!(reject.key.as_deref(), Some("0009-816"));
    assert_eq!(reject.label.as_deref(), Some("ETM NON TROUVE EN BDO …"));
    assert_eq!(
        (reject.level, reject.share),
        (Some(Level::Line), Some(RejectShare::ObligatoryOrBoth))
    );
    assert_eq!(
        (second.invoice.as_str(), second.lot.as_deref()),
        ("43", Some("008"))
    );
    assert_eq!(second.shares[0].paid_cents, Some(-1000));
    assert_eq!(second.deductions[0].kind.as_deref(), Some("IND"));
    assert_eq!(second.deductions[0].amount_cents, -1000);
}

#[test]
fn what_the_file_says_of_itself_is_compared() {
    let returns = returns();
    let result = |what: &str| {
        returns
            .checks
            .iter()
            .find(|check| check.what == what)
            .map(|check| check.result)
    };
    assert_eq!(
        result("AMC share paid against the act lines"),
        Some(CheckResult::Passed)
    );
    assert_eq!(result("records of the file"), Some(CheckResult::Passed));
    assert_eq!(result("lots of the file"), Some(CheckResult::Passed));
    assert_eq!(result("sum of the file"), Some(CheckResult::NotPossible));
}

#[test]
fn what_was_not_read_is_listed_and_nothing_of_a_person_is_kept() {
    let returns = returns();
    let unused: Vec<String> = returns.unused.iter().map(ToString::to_string).collect();
    assert!(
        unused.contains(&"777: not known to this reader".to_owned()),
        "{unused:?}"
    );
    assert!(
        unused.iter().any(|line| line.starts_with("103: personal")),
        "{unused:?}"
    );
    let shown = format!("{returns:?}");
    for personal in [NIR, "1850575999001", "SPECIMEN", "CAMILLE", "850514"] {
        assert!(!shown.contains(personal), "{personal} is kept");
    }
}

#[test]
fn a_line_end_after_each_block_changes_nothing() {
    let bytes = sample().encode();
    let mut lines = Vec::new();
    for block in bytes.chunks(128) {
        lines.extend_from_slice(block);
        lines.extend_from_slice(b"\r\n");
    }
    assert_eq!(read(&lines[..]).unwrap(), returns());
}

#[test]
fn every_fault_is_told_with_its_offset() {
    let good = sample().encode();
    let refused = |bytes: &[u8]| read(bytes).unwrap_err();
    assert_eq!(refused(b"").to_string(), "byte 0: the file is empty");
    assert_eq!(
        refused(&good[128..]).to_string(),
        "byte 0: a return begins with an entity 000"
    );
    assert_eq!(
        refused(&good[..good.len() - 128]).problem,
        "the file ends without an entity 999"
    );
    assert_eq!(
        refused(&good[..300]).to_string(),
        "byte 256: the file ends inside a block of 128 characters"
    );
    let mut moved = good.clone();
    moved.remove(149);
    moved.insert(200, b' ');
    let fault = refused(&moved);
    assert_eq!(fault.problem, "an entity 020 does not close after 21 characters");
    assert_eq!(fault.offset, 129);
    let mut twice = good.clone();
    twice.extend_from_slice(&good);
    assert_eq!(refused(&twice).problem, "there is more after the entity 999");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// A file with any bytes changed is refused with an offset inside it, or read; never a panic, never a number of a person.
    #[test]
    fn a_spoilt_file_is_refused_or_read(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<Option<prop::sample::Index>>()) {
        let mut bytes = sample().encode();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        match read(&bytes[..]) {
            Ok(returns) => prop_assert!(!format!("{returns:?}").contains("85057599900"), "{:?}", returns.invoices),
            Err(error) => prop_assert!(error.offset <= bytes.len() as u64),
        }
    }
}

/// The file of returns among the samples is the one that the encoder writes; `UPDATE_GOLDEN=1` writes it again.
#[test]
fn the_sample_is_current() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/readers/noemie-576.ret");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, sample().encode()).unwrap();
    }
    assert_eq!(std::fs::read(&path).unwrap(), sample().encode());
}
