//! What must hold for any bytes at all, for every reader that takes them.
//!
//! A target hands its input to one of these functions. A violation is a panic, which the fuzzer keeps as a finding; each finding becomes a
//! case or a test of the crate that it concerns.

use std::sync::LazyLock;
use tierspayant::{Engine, Options};
use tierspayant_readers::{Format, ReadOptions, read};
use tierspayant_returns as returns;

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::embedded);

/// A dossier: an answer that is JSON, the same twice, without the number of a person; or an error without one.
pub fn dossier(bytes: &[u8]) {
    let ask = || {
        ENGINE
            .check_json(bytes, &Options::default())
            .map_err(|error| error.to_string())
    };
    told_safely(&ask(), &ask());
}

/// A reject and what is known of it: the same promises.
pub fn reject(bytes: &[u8]) {
    let ask = || {
        ENGINE
            .triage_json(bytes, &Options::default())
            .map_err(|error| error.to_string())
    };
    told_safely(&ask(), &ask());
}

/// A document of a reader: snapshots or an error, the same twice; neither the error nor the list of unused fields holds a value.
pub fn reader(format: Format, bytes: &[u8]) {
    let options = ReadOptions {
        observed_at: "2026-11-20".parse().ok(),
    };
    let ask = || read(format, bytes, &options).map_err(|error| error.to_string());
    let (first, second) = (ask(), ask());
    assert_eq!(
        format!("{first:?}"),
        format!("{second:?}"),
        "two answers to the same bytes"
    );
    match first {
        Ok(result) => {
            for unused in &result.unused {
                assert!(
                    !holds_a_nir(&format!("{unused:?}")),
                    "a number of a person in the unused fields"
                );
            }
        }
        Err(error) => assert!(!holds_a_nir(&error), "a number of a person in an error"),
    }
}

/// A file of returns: read whole, or refused with an offset inside it.
pub fn noemie(bytes: &[u8]) {
    match returns::noemie::read(bytes) {
        Ok(read) => assert!(
            !holds_a_nir(&format!("{read:?}")),
            "a number of a person in a return"
        ),
        Err(error) => assert!(error.offset <= bytes.len() as u64, "a fault outside the file"),
    }
}

/// A list of returns: the same.
pub fn table(bytes: &[u8]) {
    match returns::table::read(bytes, &Default::default()) {
        Ok(read) => assert!(
            !holds_a_nir(&format!("{read:?}")),
            "a number of a person in a list"
        ),
        Err(error) => assert!(
            !holds_a_nir(&error.to_string()),
            "a number of a person in an error"
        ),
    }
}

fn told_safely(first: &Result<String, String>, second: &Result<String, String>) {
    assert_eq!(first, second, "two answers to the same bytes");
    match first {
        Ok(answer) => {
            let answer: serde_json::Value = serde_json::from_str(answer).expect("an answer is JSON");
            strings(&answer, &|text| {
                assert!(!holds_a_nir(text), "a number of a person in an answer");
            });
        }
        Err(error) => assert!(!holds_a_nir(error), "a number of a person in an error"),
    }
}

fn strings(value: &serde_json::Value, look: &dyn Fn(&str)) {
    match value {
        serde_json::Value::String(text) => look(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, look)),
        serde_json::Value::Object(fields) => fields.values().for_each(|item| strings(item, look)),
        _ => {}
    }
}

/// Whether a word of the text has the shape of a NIR: 13 characters, or 15 with the key, digits but for `2A` and `2B`.
fn holds_a_nir(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_alphanumeric())
        .any(|word| {
            let digit = |(place, byte): (usize, u8)| {
                byte.is_ascii_digit()
                    || (place == 6 && matches!(byte, b'A' | b'B') && word.as_bytes()[5] == b'2')
            };
            matches!(word.len(), 13 | 15) && word.bytes().enumerate().all(digit)
        })
}
