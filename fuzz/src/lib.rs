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

/// A file of claims, B2: read whole, or refused with an offset inside it; nothing of a person is kept.
pub fn b2(bytes: &[u8]) {
    let ask = || returns::b2::read(bytes, &returns::b2::B2Options::default());
    let (first, second) = (ask(), ask());
    assert_eq!(first, second, "two answers to the same bytes");
    match first {
        Ok(read) => assert!(
            !read.claims.iter().any(|one| holds_a_nir(&one.invoice)),
            "a number of a person in a claim"
        ),
        Err(error) => assert!(error.offset <= bytes.len() as u64, "a fault outside the file"),
    }
}

/// What became of invoices, as the jFSE engine tells it.
pub fn jfse_returns(bytes: &[u8]) {
    match returns::jfse::read(bytes, &returns::jfse::JfseOptions::default()) {
        Ok(read) => assert!(
            !holds_a_nir(&format!("{read:?}")),
            "a number of a person in an answer"
        ),
        Err(error) => assert!(error.offset <= bytes.len() as u64, "a fault outside the file"),
    }
}

/// Files of any kind put together, each after a byte that says which: what became of each invoice is told, and every cent is somewhere.
pub fn follow(bytes: &[u8]) {
    let options = returns::intake::Options::default();
    let mut intake = returns::intake::Intake::default();
    for part in bytes.split(|byte| *byte == PART) {
        let Some((kind, file)) = part.split_first() else {
            continue;
        };
        let refused = match kind {
            b'c' => intake.add_claims(file, &options).err(),
            b'g' => intake.add_rights(file, &options).err(),
            b's' => intake.add_sent(file, &options).err(),
            _ => intake.add_returns(file, &options).err(),
        };
        if let Some(error) = refused {
            assert!(
                !holds_a_nir(&error.to_string()),
                "a number of a person in an error"
            );
        }
    }
    let ledger = returns::ledger::Ledger::new(&intake.returns, &intake.sent);
    assert_eq!(ledger.money().balance(), 0, "a cent is nowhere");
    let today = "2026-11-20".parse().ok();
    let (first, second) = (intake.follow(&ENGINE, today), intake.follow(&ENGINE, today));
    let cells = |rows: &[returns::report::Followed]| rows.iter().map(|row| row.cells()).collect::<Vec<_>>();
    assert_eq!(
        cells(&first.rows),
        cells(&second.rows),
        "two answers to the same files"
    );
    assert_eq!(first.balance, second.balance, "two balances of the same files");
}

/// Stands between the files of [`follow`].
pub const PART: u8 = 0xff;

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
