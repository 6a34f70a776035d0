//! Inputs that are no JSON document at all, or too much of one.

use crate::sample::FULL;
use tierspayant_format::{
    InputError, Limits, parse_claim, parse_dossier, parse_dossier_within, parse_snapshots,
};

fn errors(bytes: &[u8]) -> [InputError; 3] {
    [
        parse_dossier(bytes).unwrap_err(),
        parse_claim(bytes).unwrap_err(),
        parse_snapshots(bytes).unwrap_err(),
    ]
}

/// The same line and code from all three readers.
#[track_caller]
fn check(bytes: &[u8], line: &str, code: &str) {
    for error in errors(bytes) {
        assert_eq!(error.to_string(), line);
        assert_eq!(error.code(), code);
    }
}

#[test]
fn not_utf8() {
    check(b"{\"id\": \"Andr\xe9\"}", "byte 12: not UTF-8", "TP-IN-002");
    check(b"{\"id\": \"\xed\xa0\x80\"}", "byte 8: not UTF-8", "TP-IN-002");
}

#[test]
fn utf16_is_named() {
    const LINE: &str = "byte 0: UTF-16: a document is written in UTF-8";
    check(b"\xff\xfe{\0}\0", LINE, "TP-IN-008");
    for text in [FULL.as_str(), "{}", "[]"] {
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        check(&little, LINE, "TP-IN-008");
        check(&big, LINE, "TP-IN-008");
        check(&[b"\xff\xfe", &little[..]].concat(), LINE, "TP-IN-008");
        check(&[b"\xfe\xff", &big[..]].concat(), LINE, "TP-IN-008");
    }
}

#[test]
fn a_byte_order_mark_is_left_out() {
    let marked = format!("\u{feff}{}", *FULL);
    assert_eq!(parse_dossier(marked.as_bytes()), parse_dossier(FULL.as_bytes()));
}

#[test]
fn not_json() {
    check(b"", "line 1, column 0: the document ends too early", "TP-IN-004");
    check(
        b" \n\t",
        "line 2, column 1: the document ends too early",
        "TP-IN-004",
    );
    check(
        b"{\"claim\": {",
        "line 1, column 11: the document ends too early",
        "TP-IN-004",
    );
    check(
        b"{} {}",
        "line 1, column 4: something follows the end of the document",
        "TP-IN-005",
    );
    check(
        b"{}\n\n  x",
        "line 3, column 3: something follows the end of the document",
        "TP-IN-005",
    );
    check(
        b"<xml/>",
        "line 1, column 1: not JSON: expected value",
        "TP-IN-003",
    );
    check(
        b"{\n  \"claim\": oui }",
        "line 2, column 12: not JSON: expected value",
        "TP-IN-003",
    );
    check(
        b"{\"format\" \"x\"}",
        "line 1, column 11: not JSON: expected `:`",
        "TP-IN-003",
    );
    check(
        b"{\"as_of\": \"\\ud800\"}",
        "line 1, column 18: not JSON: unexpected end of hex escape",
        "TP-IN-003",
    );
    check(
        b"{'format': 1}",
        "line 1, column 2: not JSON: key must be a string",
        "TP-IN-003",
    );
    for odd in [
        "NaN",
        "Infinity",
        "-",
        "01",
        "1.",
        "+1",
        "1e999",
        "-1e999",
        "[1,]",
        "{\"a\":1,}",
        "// c\n{}",
        "\"a\nb\"",
        "{\"a\":\"\0\"}",
        "tru",
    ] {
        for error in errors(odd.as_bytes()) {
            assert!(error.place().starts_with("line "), "{odd} {error}");
            assert!(
                matches!(error.code(), "TP-IN-003" | "TP-IN-004" | "TP-IN-005"),
                "{odd} {error}"
            );
        }
    }
}

#[test]
fn numbers_beyond_any_type() {
    let amount = |number: &str| {
        let text = FULL.replace("4250", number);
        parse_dossier(text.as_bytes()).map(|dossier| dossier.claim.lines[0].amount_cents)
    };
    assert_eq!(amount("18446744073709551615"), Ok(Some(u64::MAX)));
    for number in [
        "18446744073709551616",
        "1e3",
        "42.50",
        "-0.0",
        "-1",
        "1e308",
        "123456789012345678901234567890",
    ] {
        let error = amount(number).unwrap_err();
        assert_eq!(error.place(), "claim.lines[0].amount_cents", "{number}");
        assert_eq!(error.code(), "TP-IN-013");
    }
    for number in ["1e309", "-1e999"] {
        assert_eq!(amount(number).unwrap_err().code(), "TP-IN-003", "{number}");
    }
}

#[test]
fn deep_nesting_is_an_error_and_not_a_crash() {
    let deep = 1_100_000;
    let limits = Limits {
        values: usize::MAX,
        ..Limits::default()
    };
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for inner in ["", "1"] {
            let text = format!("{}{inner}{}", open.repeat(deep), close.repeat(deep));
            for wrapped in [
                text.clone(),
                FULL.replace("\"drug\"", &text),
                FULL.replace("\"bdo\"", &text),
            ] {
                let error = parse_dossier_within(wrapped.as_bytes(), &limits).unwrap_err();
                assert!(error.to_string().len() < 200, "{error}");
                let error = parse_dossier(wrapped.as_bytes()).unwrap_err();
                assert_eq!(error.to_string(), "document: more than 1000000 values, the limit");
            }
        }
    }
    let text = FULL.replace(
        "\"drug\"",
        &format!("{}{}", "[".repeat(50_000), "]".repeat(50_000)),
    );
    let error = parse_dossier(text.as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "claim.lines[0].category: expected a text, found a list"
    );
}

#[test]
fn too_large() {
    let huge = vec![b' '; 100_000_000];
    check(
        &huge,
        "document: more than 67108864 bytes, the limit",
        "TP-IN-001",
    );
    let limits = Limits {
        bytes: 10,
        ..Limits::default()
    };
    let error = parse_dossier_within(b"{\"a\": 1111}", &limits).unwrap_err();
    assert_eq!(error.to_string(), "document: more than 10 bytes, the limit");
    assert_eq!(limits.check_size(10), Ok(()));
    assert_eq!(limits.check_size(11).unwrap_err(), error);
}
