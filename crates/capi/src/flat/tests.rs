//! The flat interface as a host calls it, in each encoding.
#![expect(unsafe_code, reason = "the exports are called as a host calls them")]

use super::*;
use crate::error::{
    TP_ERROR_BUFFER, TP_ERROR_HANDLE, TP_ERROR_INPUT, TP_ERROR_MISSING, TP_ERROR_NULL, TP_ERROR_VALUE, TP_OK,
};
use crate::words::UNKNOWN;
use facade::core::verdict::VerdictWord;
use facade::lists::Numbered;
use facade::readers::Format;
use std::ptr::{null, null_mut};

const DOSSIER: &str = include_str!("../../../../examples/data/dossier.json");
const CLAIM: &str = include_str!("../../../../examples/data/claim.json");
const REJECT: &str = include_str!("../../../../examples/data/reject.json");
const CARD: &[u8] = include_bytes!("../../../../tests/readers/card-family.in");
const ADRI: &[u8] = include_bytes!("../../../../tests/readers/adri-answer.json");

/// A text as a host of an encoding has it, with its 0.
fn given(encoding: i32, text: &str) -> Vec<u8> {
    match Encoding::of(encoding).ok().unwrap().units(text) {
        session::Units::Bytes(bytes) => [&bytes[..], &[0]].concat(),
        session::Units::Wide(units) => units
            .iter()
            .chain(&[0])
            .flat_map(|unit| unit.to_ne_bytes())
            .collect(),
    }
}

/// A text taken from a session, back as Rust has it.
fn taken(session: i32, encoding: i32, what: i32) -> String {
    let mut needed = 0;
    let small = unsafe { tpw_take(session, what, null_mut(), 0, &raw mut needed) };
    assert_eq!(small, TP_ERROR_BUFFER);
    let mut buffer = vec![0_u16; usize::try_from(needed).unwrap()];
    let status = unsafe { tpw_take(session, what, buffer.as_mut_ptr().cast(), needed, null_mut()) };
    assert_eq!(status, TP_OK);
    let host = unsafe {
        Session::new(Encoding::of(encoding).ok().unwrap(), facade::Lang::Fr)
            .ok()
            .unwrap()
            .text(buffer.as_ptr().cast(), "text")
    };
    host.ok().unwrap()
}

#[test]
fn every_encoding_is_answered_in_kind() {
    for encoding in [TPW_CP1252, TPW_UTF16, TPW_UTF8] {
        let session = tpw_open(encoding, 0);
        assert!(session > 0);
        let (dossier, claim, reject) = (
            given(encoding, DOSSIER),
            given(encoding, CLAIM),
            given(encoding, REJECT),
        );
        let mut verdict = VerdictWord::Billable.number();
        assert_eq!(
            unsafe { tpw_check(session, dossier.as_ptr().cast(), &raw mut verdict) },
            TP_OK
        );
        assert!(taken(session, encoding, TPW_JSON).starts_with(r#"{"format":"tierspayant/1""#));
        assert_eq!(taken(session, encoding, TPW_MESSAGE), "");

        let moment = given(encoding, "2026-11-20T09:12:00");
        for (format, bytes) in [(Format::Ssv.number(), CARD), (Format::AdriJson.number(), ADRI)] {
            let len = i32::try_from(bytes.len()).unwrap();
            let status = unsafe {
                tpw_read(
                    session,
                    format,
                    bytes.as_ptr().cast(),
                    len,
                    moment.as_ptr().cast(),
                )
            };
            assert_eq!(status, TP_OK);
        }
        assert_eq!(
            unsafe { tpw_check_claim(session, claim.as_ptr().cast(), &raw mut verdict) },
            TP_OK
        );
        assert_eq!(verdict, VerdictWord::NotBillable.number());
        let page = taken(session, encoding, TPW_PAGE);
        assert!(
            page.contains('’') && page.contains("À faire") && !page.contains('?'),
            "{page}"
        );
        assert!(!taken(session, encoding, TPW_TODO).is_empty());
        assert!(!taken(session, encoding, TPW_PAGE_PATIENT).contains('?'));

        assert_eq!(unsafe { tpw_triage(session, reject.as_ptr().cast()) }, TP_OK);
        assert!(taken(session, encoding, TPW_JSON).contains("\"class\""));
        assert_eq!(tpw_close(session), TP_OK);
    }
}

#[test]
fn what_is_wrong_is_told() {
    let session = tpw_open(TPW_CP1252, 0);
    let mut verdict = VerdictWord::Billable.number();
    let take = |what| unsafe { tpw_take(session, what, null_mut(), 0, null_mut()) };
    assert_eq!(take(TPW_PAGE), TP_ERROR_MISSING);
    assert_eq!(take(9), TP_ERROR_VALUE);
    assert_eq!(
        unsafe { tpw_check(session, null(), &raw mut verdict) },
        TP_ERROR_NULL
    );
    assert_eq!(verdict, UNKNOWN);
    verdict = VerdictWord::Billable.number();
    let wrong = c"{\"format\":\"tierspayant/1\",\"claim\":{\"care_date\":\"20/11/2026\"}}";
    assert_eq!(
        unsafe { tpw_check(session, wrong.as_ptr().cast(), &raw mut verdict) },
        TP_ERROR_INPUT
    );
    assert_eq!(verdict, UNKNOWN);
    let message = taken(session, TPW_CP1252, TPW_MESSAGE);
    assert!(
        message.contains("claim.care_date") && !message.contains("20/11"),
        "{message}"
    );
    assert_eq!(
        unsafe {
            tpw_read(
                session,
                Format::Ssv.number(),
                CARD.as_ptr().cast(),
                3,
                c"hier".as_ptr().cast(),
            )
        },
        TP_ERROR_VALUE
    );

    assert_eq!(tpw_open(9, 0), TP_ERROR_VALUE);
    assert_eq!(tpw_open(1, 9), TP_ERROR_VALUE);
    assert_eq!(tpw_close(session), TP_OK);
    for gone in [session, 0, -1, i32::MAX, i32::MIN] {
        assert_eq!(tpw_close(gone), TP_ERROR_HANDLE);
        assert_eq!(
            unsafe { tpw_check(gone, wrong.as_ptr().cast(), null_mut()) },
            TP_ERROR_HANDLE
        );
    }
    let another = tpw_open(TPW_UTF8, 1);
    assert!(
        another > 0 && another != session,
        "a number is not given again at once"
    );
    assert_eq!(tpw_close(another), TP_OK);
}
