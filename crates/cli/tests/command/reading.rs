//! `read`: snapshots on standard output, remarks on standard error.

use crate::run::{command, file, run, run_with, sample, text};
use serde_json::{Value, json};
use std::io::Read;
use tierspayant_readers::test_cards;

fn parsed(out: &str) -> Value {
    serde_json::from_str(out).unwrap()
}

#[test]
fn json_comes_back_as_it_was() {
    let rights = br#"[{"source":"adri","coverage":[{"start":"2019-03-01","end":null}]},{"source":"vitale"}]"#;
    let done = run_with(&["read", "-"], rights);
    assert_eq!((done.status, &*done.err), (Some(0), ""));
    let expected = json!({
        "format": "tierspayant/1",
        "rights": [ { "source": "adri", "coverage": [ { "start": "2019-03-01" } ] }, { "source": "vitale" } ],
    });
    assert_eq!(parsed(&done.out), expected);
    let again = run_with(&["read", "-"], done.out.as_bytes());
    assert_eq!(again.out, done.out);
}

#[test]
fn a_card_gives_a_snapshot_for_each_of_the_family() {
    let card = file("family.in", &test_cards::family().encode());
    let done = run(&[
        "read",
        "--from",
        "ssv",
        text(&card),
        "--observed-at",
        "2026-11-20T09:12:00",
    ]);
    assert_eq!(done.status, Some(0));
    let document = parsed(&done.out);
    let rights = document["rights"].as_array().unwrap();
    assert!(rights.len() > 1);
    for snapshot in rights {
        assert_eq!(snapshot["source"], "vitale");
        assert_eq!(snapshot["observed_at"], "2026-11-20T09:12:00");
    }
    // The line names no field; --unused names them all.
    assert_eq!(done.err.lines().count(), 1, "{}", done.err);
    assert!(
        done.err.ends_with("fields were not used; --unused lists them\n"),
        "{}",
        done.err
    );
    let listed = run(&["read", "--from", "ssv", text(&card), "--unused"]);
    let count = listed.err.lines().count();
    assert!(done.err.contains(&format!(": {count} fields")), "{}", done.err);
    assert!(
        listed.err.lines().all(|line| line.contains(": not used: ")),
        "{}",
        listed.err
    );
}

#[test]
fn the_moment_is_for_inputs_that_do_not_say_it() {
    let rights = br#"[{"source":"adri","observed_at":"2026-11-18"},{"source":"vitale"}]"#;
    let done = run_with(&["read", "-", "--observed-at", "2026-11-20"], rights);
    let document = parsed(&done.out);
    assert_eq!(document["rights"][0]["observed_at"], "2026-11-18");
    assert_eq!(document["rights"][1]["observed_at"], "2026-11-20");
}

#[test]
fn what_is_read_can_be_read_again() {
    for (name, format) in [
        ("adri-answer.json", "adri-json"),
        ("cnam-droits-gathered.json", "cnam-droits"),
        ("c2s-v3-with-participation.json", "c2s"),
    ] {
        let done = run(&[
            "read",
            "--from",
            format,
            text(&sample(name)),
            "--observed-at",
            "2026-11-20",
        ]);
        assert_eq!(done.status, Some(0), "{}", done.err);
        let again = run_with(&["read", "-"], done.out.as_bytes());
        assert_eq!((again.status, &again.out), (Some(0), &done.out), "{}", again.err);
    }
}

#[test]
fn an_error_of_the_service_gives_no_snapshot_and_says_so() {
    let done = run(&["read", "--from", "c2s", text(&sample("c2s-v2-404.json"))]);
    assert_eq!(done.status, Some(0));
    assert_eq!(parsed(&done.out)["rights"], json!([]));
    assert!(done.err.contains("it says nothing of the rights"), "{}", done.err);
}

#[cfg(unix)]
#[test]
fn a_reader_that_went_away_is_no_failure() {
    let many: Vec<Value> = (0..20_000).map(|_| json!({ "source": "adri" })).collect();
    let path = file("many.json", json!(many).to_string().as_bytes());
    let mut child = command(&["read", text(&path)]).spawn().unwrap();
    let mut first = [0; 1];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let path = file("one.json", br#"{"source":"adri"}"#);
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = command(&["read", text(&path)]).stdout(full).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(74));
    assert!(
        err.starts_with("tierspayant: the output cannot be written: ") && err.lines().count() == 1,
        "{err}"
    );
}
