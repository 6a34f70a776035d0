//! A bad row fails alone, with its reason and its place.

use crate::expected::{Row, options, run, written};
use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use std::sync::Arc;
use tierspayant_batch::{Input, Options, RightsOptions, RightsTables, input};

fn texts(values: &[Option<&str>]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

fn table(columns: &[(&str, ArrayRef)]) -> Input {
    let columns = columns
        .iter()
        .map(|(name, array)| (*name, Arc::clone(array), true));
    let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
    input(batch.schema(), vec![batch])
}

fn errors(rows: &[Row]) -> Vec<String> {
    rows.iter()
        .map(|row| format!("{} {}", row[15].1, row[16].1).trim().to_owned())
        .collect()
}

fn answers(tables: RightsTables, lines: Input) -> Vec<Row> {
    let options = Options { rows: 2, ..options() };
    written(&run(tables, lines, &options, RightsOptions::default()).unwrap())
}

#[test]
fn each_cell_that_cannot_be_read_is_named() {
    let lines = table(&[
        ("person", texts(&[Some("p"); 6])),
        (
            "care_date",
            texts(&[
                Some("2026-11-20"),
                Some("2026-02-30"),
                None,
                Some("20/11/2026"),
                Some("2026-11-20"),
                Some("2026-11-20"),
            ]),
        ),
        (
            "card",
            texts(&[Some("read"), None, None, None, Some("eaten"), None]),
        ),
        (
            "amount_cents",
            Arc::new(Int64Array::from(vec![1, 2, 3, 4, 5, -6])),
        ),
    ]);
    let rows = answers(RightsTables::default(), lines);
    assert_eq!(rows[0][0].1, "undetermined");
    assert_eq!(
        errors(&rows),
        [
            "",
            "TP-IN-021 care_date: no such day between 1800-01-01 and 2999-12-31",
            "TP-IN-012 care_date: this field is required",
            "TP-IN-021 care_date: a date is written YYYY-MM-DD",
            "TP-IN-023 card: expected one of: read, absent, unreadable, opposed",
            "TP-TB-102 amount_cents: a number below zero",
        ]
    );
}

#[test]
fn a_row_that_disagrees_with_its_claim_fails_alone() {
    let lines = table(&[
        ("claim_id", texts(&[Some("a"), Some("a"), Some("a"), Some("b")])),
        ("line_id", texts(&[Some("1"), Some("2"), Some("1"), Some("1")])),
        ("person", texts(&[Some("p"); 4])),
        (
            "care_date",
            texts(&[
                Some("2026-11-20"),
                Some("2026-11-21"),
                Some("2026-11-20"),
                Some("2026-11-21"),
            ]),
        ),
    ]);
    assert_eq!(
        errors(&answers(RightsTables::default(), lines)),
        [
            "",
            "TP-TB-103 claim_id: differs from the first row of the same claim",
            "TP-IN-032 line_id: the same id as lines[0]",
            "",
        ]
    );
}

#[test]
fn a_bad_right_fails_the_lines_of_its_person() {
    let tables = || RightsTables {
        exemptions: Some(table(&[
            ("person", texts(&[Some("p"), Some("q")])),
            ("source", texts(&[Some("bdo"), Some("bdo")])),
            ("vocabulary", texts(&[Some("bdo"), Some("bdo")])),
            ("code", texts(&[Some("LIS"), Some("LIS")])),
            ("start", texts(&[Some("2026-01-01"), Some("2026-01-01")])),
            ("end", texts(&[Some("2026-12-31"), Some("2025-12-31")])),
        ])),
        ..RightsTables::default()
    };
    let lines = table(&[
        ("person", texts(&[Some("q"), Some("p"), Some("r"), None])),
        ("care_date", texts(&[Some("2026-11-20"); 4])),
    ]);
    assert_eq!(
        errors(&answers(tables(), lines)),
        [
            "TP-IN-022 exemptions[1].end: the period ends before it starts",
            "",
            "",
            ""
        ]
    );
}
