//! What holds for any input: an answer or an error, never a panic, and never a value of the input in an error.

use crate::sample::{FULL, full, pointers, put};
use proptest::prelude::*;
use serde_json::{Value, json};
use tierspayant_format::{parse_claim, parse_dossier, parse_snapshots};

/// What the three readers say of an input, when they refuse it: the texts and the debug prints.
fn complaints(bytes: &[u8]) -> Vec<String> {
    let errors = [
        parse_dossier(bytes).err(),
        parse_claim(bytes).err(),
        parse_snapshots(bytes).err(),
    ];
    let lines = errors.into_iter().flatten();
    lines
        .flat_map(|error| [error.to_string(), format!("{error:?}")])
        .collect()
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]".prop_map(Value::from),
    ];
    let key = prop_oneof![
        "[a-z_]{1,12}",
        Just("start".to_owned()),
        Just("rights".to_owned()),
        Just("claim".to_owned())
    ];
    leaf.prop_recursive(4, 32, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(key.clone(), inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

fn any_place() -> impl Strategy<Value = String> {
    prop::sample::select(pointers(&full()))
}

proptest! {
    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for line in complaints(&bytes) {
            prop_assert!(!line.contains('\n'));
        }
    }

    #[test]
    fn json_never_panics(value in any_json()) {
        for line in complaints(value.to_string().as_bytes()) {
            prop_assert!(!line.contains('\n'));
        }
    }

    #[test]
    fn a_dossier_changed_anywhere_never_panics(at in any_place(), value in any_json(), other in any_place()) {
        let mut document = full();
        put(&mut document, &at, value);
        if let Some(slot) = document.pointer_mut(&other) {
            slot.take();
        }
        complaints(document.to_string().as_bytes());
    }

    #[test]
    fn a_dossier_cut_or_spoilt_anywhere_never_panics(at in 0..FULL.trim_end().len(), byte: u8) {
        let mut bytes = FULL.as_bytes().to_vec();
        bytes[at] = byte;
        complaints(&bytes);
        bytes.truncate(at);
        prop_assert!(parse_dossier(&bytes).is_err());
    }
}

#[test]
fn no_error_repeats_a_value() {
    const SECRET: &str = "285059999900131";
    let secrets = [
        json!(SECRET),
        json!(285_059_999_900_131_u64),
        json!(-285_059_999_900_131_i64),
        json!(285_059_999_900_131.5),
        json!([SECRET]),
        json!({ SECRET: SECRET }),
        json!({ "name": SECRET }),
        json!({ "start": SECRET, "id": SECRET, "source": SECRET, "code": SECRET }),
        json!(format!("{SECRET}\n\u{1b}[31m`, expected {SECRET}")),
    ];
    for pointer in pointers(&full()) {
        for secret in &secrets {
            let mut document = full();
            put(&mut document, &pointer, secret.clone());
            let text = document.to_string();
            for line in complaints(text.as_bytes()) {
                assert!(!line.contains(SECRET), "{pointer}: {line}");
            }
            for cut in [text.len() - 1, text.len() / 2] {
                for line in complaints(text.get(..cut).unwrap_or("").as_bytes()) {
                    assert!(!line.contains(SECRET), "{pointer}: {line}");
                }
            }
        }
    }
}
