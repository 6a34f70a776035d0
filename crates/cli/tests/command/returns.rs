//! `returns` and `todo`: files of returns, joined with the claims.

use crate::run::{file as written, run, sample, text};

/// The claim that the sample of a return came back on.
const CLAIM: &str = r#"{"format":"tierspayant/1","claim":{"id":"42/007","care_date":"2026-11-20","transmission_date":"2026-11-20","card":"read","nature":"10","third_party":["amo"],"lines":[{"id":"1","category":"drug","exemption":"4","relation":"related","amount_cents":4250}]},"rights":[{"source":"adri","observed_at":"2026-11-26","coverage":[{"start":"2019-01-01"}],"codes":[{"end":"2026-10-31","ald":"1","situation":"0100"},{"start":"2026-11-01","ald":"0","situation":"0100"}]}]}"#;

#[test]
fn a_return_is_joined_with_its_claim() {
    let claims = written("returns-claims.jsonl", format!("{CLAIM}\n\n").as_bytes());
    let file = sample("noemie-576.ret");
    let done = run(&[
        "returns",
        text(&file),
        "--claims",
        text(&claims),
        "--format",
        "jsonl",
    ]);
    assert_eq!(done.status, Some(1), "{}", done.err);
    let rows: Vec<serde_json::Value> = done
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(rows.len(), 3);
    for (field, value) in [
        ("state", "rejected"),
        ("class", "etm_not_in_bdo"),
        ("cause", "ended"),
        ("caught", "doubted"),
    ] {
        assert_eq!(rows[0][field], value, "{field}");
    }
    let cents = |field: &str| rows.iter().map(|row| row[field].as_i64().unwrap()).sum::<i64>();
    assert_eq!(
        (cents("asked_cents"), cents("paid_cents"), cents("unpaid_cents")),
        (5_890, 640, 5_250)
    );
}

#[test]
fn the_work_list_says_what_to_do_and_where_each_cent_is() {
    let claims = written("todo-claims.jsonl", CLAIM.as_bytes());
    let file = sample("noemie-576.ret");
    let done = run(&["todo", text(&file), "--claims", text(&claims), "--width", "400"]);
    assert_eq!(done.status, Some(1), "{}", done.err);
    assert!(done.out.starts_with("À faire\u{a0}: 2 parts"), "{}", done.out);
    assert!(
        done.out.contains("Facture 42, lot 007 · AMO · 42,50"),
        "{}",
        done.out
    );
    assert!(done.out.contains("Demandé 58,90"), "{}", done.out);
    for personal in ["185057599900", "SPECIMEN", "850514"] {
        assert!(!done.out.contains(personal) && !done.err.contains(personal));
    }
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let list = written("returns-list.csv", "Ref;Somme\n42;douze\n43;1,00\n".as_bytes());
    let mapped = [
        "returns",
        text(&list),
        "--column",
        "Ref=invoice",
        "--column",
        "Somme=asked",
    ];
    let done = run(&mapped);
    assert_eq!(done.out.lines().count(), 2, "{}", done.out);
    assert!(
        done.err
            .contains("row 2, asked: not an amount, as 42,50; the row is left out"),
        "{}",
        done.err
    );
    let done = run(&["returns", text(&list)]);
    assert_eq!(done.status, Some(65));
    assert!(
        done.err.contains("byte 0: no row names a column of invoices"),
        "{}",
        done.err
    );
    let done = run(&["todo", text(&list), "--column", "Ref=nothing"]);
    assert_eq!(done.status, Some(64));
    let claims = written("returns-bad.jsonl", "{\"format\":\"tierspayant/1\"}\n".as_bytes());
    let done = run(&["todo", text(&sample("noemie-576.ret")), "--claims", text(&claims)]);
    assert!(done.err.contains("line 1: claim: "), "{}", done.err);
    assert_eq!(done.status, Some(65));
}
