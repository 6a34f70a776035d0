//! No text of the library loses a character on its way to a host.
#![expect(unsafe_code, reason = "the exports are called as C calls them")]

use super::{
    from_1252, latin1, to_1252, tp_str_copy_cp1252, tp_str_copy_utf16, tp_text_from_cp1252,
    tp_text_from_utf16,
};
use crate::error::{TP_ERROR_BUFFER, TP_ERROR_RANGE, TP_ERROR_VALUE, TP_OK};
use crate::text::{tp_str, tp_text, tp_text_data, tp_text_free, tp_text_len};
use facade::{Audience, Engine, Lang, Options, Style, parse_dossier};
use std::collections::BTreeSet;
use std::ptr::null_mut;
use tierspayant_testkit::{case_files, pending_cases};

/// Every text of every case, in every voice.
fn texts() -> Vec<String> {
    let engine = Engine::embedded();
    let pending = pending_cases().unwrap();
    let mut said = Vec::new();
    for (family, file) in case_files().unwrap() {
        for case in file["cases"].as_array().unwrap() {
            let name = format!("{family}/{}", case["name"].as_str().unwrap());
            if pending.contains(&name) {
                continue;
            }
            if let Some(document) = case.get("document") {
                let document = facade::parse_reject(document.to_string().as_bytes()).unwrap();
                for lang in Lang::ALL {
                    let (counter, style) = (Audience::Counter, Style::default());
                    said.push(engine.explain_triage(&document, *lang, counter, style));
                }
            }
            let Some(dossier) = case.get("dossier") else {
                continue;
            };
            let dossier = parse_dossier(dossier.to_string().as_bytes()).unwrap();
            let checked = engine.check(&dossier);
            let care = dossier.claim.care_date;
            let (first, last) = (care.plus_days(-365).unwrap(), care.plus_days(365).unwrap());
            let timeline = engine.timeline(&dossier, first, last);
            for lang in Lang::ALL {
                let style = Style::default();
                said.push(engine.draw_timeline(&dossier, &timeline, *lang, style));
                said.push(checked.to_json(&Options {
                    lang: *lang,
                    what_if: false,
                    ..Options::default()
                }));
                for audience in Audience::ALL {
                    said.push(checked.explain(*lang, *audience, style));
                    for reason in checked.reasons() {
                        said.push(checked.message(reason, *lang, *audience));
                    }
                    said.extend(
                        checked
                            .todo(*lang, *audience)
                            .into_iter()
                            .map(|task| task.text.into_owned()),
                    );
                }
            }
        }
    }
    assert!(said.len() > 1000, "only {} texts", said.len());
    said
}

fn as_1252(text: &str) -> Vec<u8> {
    let mut needed = 0;
    let view = tp_str::of(text);
    let too_small =
        unsafe { tp_str_copy_cp1252(&raw const view, null_mut(), 0, &raw mut needed, null_mut()) };
    assert_eq!(too_small, TP_ERROR_BUFFER);
    let mut buffer = vec![1_u8; needed];
    let to = buffer.as_mut_ptr().cast();
    let status = unsafe { tp_str_copy_cp1252(&raw const view, to, needed, &raw mut needed, null_mut()) };
    assert_eq!((status, buffer.pop()), (TP_OK, Some(0)));
    buffer
}

fn as_utf16(text: &str) -> Vec<u16> {
    let mut needed = 0;
    let view = tp_str::of(text);
    let mut buffer = vec![1_u16; text.len() + 1];
    let (to, size) = (buffer.as_mut_ptr(), buffer.len());
    let status = unsafe { tp_str_copy_utf16(&raw const view, to, size, &raw mut needed, null_mut()) };
    assert_eq!(status, TP_OK);
    buffer.truncate(needed);
    assert_eq!(buffer.pop(), Some(0));
    buffer
}

fn taken(text: *mut tp_text) -> String {
    let bytes = unsafe { std::slice::from_raw_parts(tp_text_data(text).cast(), tp_text_len(text)) };
    let copy = String::from_utf8(bytes.to_vec()).unwrap();
    unsafe { tp_text_free(text) };
    copy
}

#[test]
fn every_text_of_every_case_reaches_every_host() {
    let mut lost = BTreeSet::new();
    for text in texts() {
        lost.extend(text.chars().filter(|c| *c != '?' && to_1252(*c) == b'?'));
        lost.extend(
            text.chars()
                .filter(|c| *c != '?' && latin1(&c.to_string()) == b"?"),
        );
        let bytes = as_1252(&text);
        assert_eq!(bytes.len(), text.chars().count(), "one character is one byte");

        let units = as_utf16(&text);
        let mut out = null_mut();
        let status = unsafe { tp_text_from_utf16(units.as_ptr(), units.len(), &raw mut out, null_mut()) };
        assert_eq!(status, TP_OK);
        assert_eq!(taken(out), text);
    }
    assert!(lost.is_empty(), "these would become question marks: {lost:?}");
}

#[test]
fn every_byte_of_windows_1252_comes_back() {
    let all: Vec<u8> = (0..=255).collect();
    let mut out = null_mut();
    let status = unsafe { tp_text_from_cp1252(all.as_ptr().cast(), all.len(), &raw mut out, null_mut()) };
    assert_eq!(status, TP_OK);
    let text = taken(out);
    assert_eq!(as_1252(&text), all);
    assert_eq!(text.chars().collect::<BTreeSet<_>>().len(), 256);
    assert_eq!(from_1252(0x80), '€');
    assert_eq!(from_1252(0x92), '’');
    assert_eq!(from_1252(0x9c), 'œ');
    assert_eq!(
        as_1252("L’œuf\u{202f}: 42,50\u{a0}€ ✓ \u{85} Ω"),
        *b"L\x92\x9cuf\xa0: 42,50\xa0\x80 + ? ?"
    );
}

#[test]
fn what_is_no_utf16_or_too_long_is_refused() {
    let from = |units: &[u16]| {
        let mut out = null_mut();
        let status = unsafe { tp_text_from_utf16(units.as_ptr(), units.len(), &raw mut out, null_mut()) };
        assert_eq!(status == TP_OK, !out.is_null());
        (status, (!out.is_null()).then(|| taken(out)))
    };
    assert_eq!(from(&[0xfeff, 0x7b, 0x7d]), (TP_OK, Some("{}".to_owned())));
    assert_eq!(from(&[0xd83d, 0xde00]).1.as_deref(), Some("😀"));
    assert_eq!(from(&[0x41, 0xd83d]).0, TP_ERROR_VALUE);
    assert_eq!(from(&[]), (TP_OK, Some(String::new())));
    let one = [0_u16];
    let mut out = null_mut();
    let status = unsafe { tp_text_from_utf16(one.as_ptr(), usize::MAX / 4, &raw mut out, null_mut()) };
    assert_eq!(status, TP_ERROR_RANGE);
    let status = unsafe { tp_text_from_cp1252(one.as_ptr().cast(), 1 << 30, &raw mut out, null_mut()) };
    assert_eq!(status, TP_ERROR_RANGE);
}
