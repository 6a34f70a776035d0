//! Bad data of every kind: status 65, one line on standard error with the place, nothing else.

use crate::run::{Done, file, run, run_with, text};
use std::fs::File;

const CLAIM: &str = r#"{"care_date":"2026-11-20","lines":[{"id":"1","exemption":"4"}]}"#;

/// A dossier with this in place of its claim and its rights.
fn dossier(claim: &str, rights: &str) -> String {
    format!(r#"{{"format":"tierspayant/1","claim":{claim},"rights":{rights}}}"#)
}

#[track_caller]
fn refused(done: &Done, line: &str) {
    assert_eq!(done.err, format!("tierspayant: {line}\n"));
    assert_eq!(done.status, Some(65));
    assert_eq!(done.out, "");
}

/// Both commands that take a dossier refuse these bytes with this line.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, line: &str) {
    for command in ["check", "timeline"] {
        let done = run_with(&[command, "-"], bytes.as_ref());
        refused(&done, &format!("standard input: {line}"));
    }
}

#[test]
fn fields() {
    let claim = |line: &str| format!(r#"{{"care_date":"2026-11-20","lines":[{line}]}}"#);
    let rights = |exemption: &str| {
        dossier(
            CLAIM,
            &format!(r#"[{{"source":"bdo"}},{{"source":"adri","exemptions":[{exemption}]}}]"#),
        )
    };
    check(
        rights(r#"{"vocabulary":"bdo","code":"LIS","start":"00000000"}"#),
        "rights[1].exemptions[0].start: a date is written YYYY-MM-DD [TP-IN-021]",
    );
    check(
        rights(r#"{"vocabulary":"bdo","code":"LIS","start":"2026-02-30"}"#),
        "rights[1].exemptions[0].start: no such day between 1800-01-01 and 2999-12-31 [TP-IN-021]",
    );
    check(
        rights(r#"{"vocabulary":"bdo","code":"LIS","start":"2026-02-03","end":"2026-02-02"}"#),
        "rights[1].exemptions[0].end: the period ends before it starts [TP-IN-022]",
    );
    check(
        rights(r#"{"vocabulary":"BDO","code":"LIS"}"#),
        "rights[1].exemptions[0].vocabulary: expected one of: bdo, cdri, snds, claim, cdri_etm, cdri_mtm, snds_etm, snds_exo, snds_mtm [TP-IN-023]",
    );
    check(
        rights(r#"{"code":"LIS"}"#),
        "rights[1].exemptions[0].vocabulary: this field is required [TP-IN-012]",
    );
    check(
        rights(r#"{"vocabulary":"bdo","code":"LIS","from":"2026-02-03"}"#),
        "rights[1].exemptions[0].from: unknown field; expected one of: vocabulary, code, start, end, status [TP-IN-010]",
    );
    check(
        dossier(&claim(r#"{"id":"1","id":"2"}"#), "[]"),
        "claim.lines[0].id: duplicate field [TP-IN-011]",
    );
    check(
        dossier(&claim(r#"{"id":"1"},{"id":"2"},{"id":"1"}"#), "[]"),
        "claim.lines[2].id: the same id as lines[0] [TP-IN-032]",
    );
    check(
        dossier(&claim(r#"{"id":1}"#), "[]"),
        "claim.lines[0].id: expected a text, found a number [TP-IN-013]",
    );
    check(
        dossier(&claim(""), "[]"),
        "claim.lines: the list is empty [TP-IN-030]",
    );
    check(dossier("null", "[]"), "claim: this field is required [TP-IN-012]");
    check(CLAIM, "format: this field is required [TP-IN-012]");
    check(
        r#"{"format":"tierspayant/2"}"#,
        "format: expected \"tierspayant/1\" [TP-IN-020]",
    );
    check("[]", "document: expected an object, found a list [TP-IN-013]");
}

#[test]
fn no_document() {
    check("", "line 1, column 0: the document ends too early [TP-IN-004]");
    check(
        "{\n  \"format\": ",
        "line 2, column 12: the document ends too early [TP-IN-004]",
    );
    check("hello", "line 1, column 1: not JSON: expected value [TP-IN-003]");
    check(
        dossier(CLAIM, "[]") + "\n}",
        "line 2, column 1: something follows the end of the document [TP-IN-005]",
    );
    check(b"{\"format\": \"\xe9\"}", "byte 12: not UTF-8 [TP-IN-002]");
    check(
        b"\xff\xfe{\0}\0",
        "byte 0: UTF-16: a document is written in UTF-8 [TP-IN-008]",
    );
    for deep in ["[".repeat(200_000), "{\"a\":".repeat(200_000)] {
        let done = run_with(&["check", "-"], deep.as_bytes());
        assert_eq!(
            (done.status, done.err.lines().count()),
            (Some(65), 1),
            "{}",
            done.err
        );
        assert!(!done.err.contains("panic") && !done.err.contains("overflow"));
    }
}

#[test]
fn a_file_of_100_mb_is_refused_by_its_size() {
    let path = file("huge.json", b"");
    File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(100_000_000)
        .unwrap();
    let line = format!(
        "{}: document: more than 67108864 bytes, the limit [TP-IN-001]",
        path.display()
    );
    let claim = file("claim-beside-huge.json", CLAIM.as_bytes());
    for args in [
        vec!["check", text(&path)],
        vec!["timeline", text(&path)],
        vec!["read", text(&path)],
        vec!["read", "--from", "ssv", text(&path)],
        vec!["check", "--claim", text(&path)],
        vec![
            "check",
            "--claim",
            text(&claim),
            "--rights",
            text(&path),
            "--from",
            "c2s",
        ],
    ] {
        refused(&run(&args), &line);
    }
    let done = run_with(&["check", "-"], &vec![b' '; 67_108_865]);
    refused(
        &done,
        "standard input: document: more than 67108864 bytes, the limit [TP-IN-001]",
    );
}

#[test]
fn files_that_cannot_be_read() {
    let done = run(&["check", "no-such-file.json"]);
    assert_eq!(done.status, Some(65));
    assert!(
        done.err
            .starts_with("tierspayant: no-such-file.json: cannot be read: "),
        "{}",
        done.err
    );
    assert_eq!(done.err.lines().count(), 1);
    let done = run(&["read", env!("CARGO_TARGET_TMPDIR")]);
    assert_eq!(
        (done.status, done.err.lines().count()),
        (Some(65), 1),
        "{}",
        done.err
    );
    // A name cannot write on the terminal.
    let done = run(&["check", "two\nlines\u{1b}[31m.json"]);
    assert_eq!(
        (done.status, done.err.lines().count()),
        (Some(65), 1),
        "{}",
        done.err
    );
    assert!(!done.err.contains('\u{1b}'));
}

#[test]
fn the_file_at_fault_is_named() {
    let claim = file("good-claim.json", CLAIM.as_bytes());
    let bad_claim = file(
        "bad-claim.json",
        br#"{"care_date":"2026-11-20","lines":[{"id":""}]}"#,
    );
    let rights = file("good-rights.json", br#"{"source":"adri"}"#);
    let bad_rights = file(
        "bad-rights.json",
        br#"[{"source":"adri"},{"source":"adri","updated_on":""}]"#,
    );
    let empty = file("empty", b"");
    let with = |claim, rights: &[&str]| {
        let mut args = vec!["check", "--claim", text(claim)];
        args.extend(rights);
        run(&args)
    };
    refused(
        &with(&bad_claim, &["--rights", text(&rights)]),
        &format!(
            "{}: lines[0].id: a text here has 1 to 200 bytes and no control or format characters [TP-IN-027]",
            bad_claim.display()
        ),
    );
    refused(
        &with(
            &claim,
            &["--rights", text(&rights), "--rights", text(&bad_rights)],
        ),
        &format!(
            "{}: [1].updated_on: a date is written YYYY-MM-DD [TP-IN-021]",
            bad_rights.display()
        ),
    );
    // Each reader tells its own place.
    for format in tierspayant::readers::Format::ALL {
        let done = with(
            &claim,
            &[
                "--rights",
                text(&rights),
                "--rights",
                text(&empty),
                "--from",
                format.as_str(),
            ],
        );
        assert_eq!(
            (done.status, done.err.lines().count()),
            (Some(65), 1),
            "{format}: {}",
            done.err
        );
        assert!(
            done.err
                .starts_with(&format!("tierspayant: {}: ", empty.display())),
            "{format}: {}",
            done.err
        );
    }
}
