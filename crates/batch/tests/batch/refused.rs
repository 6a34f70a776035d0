//! Tables that cannot be used at all: one clear error with its place, before any row is read.

use crate::expected::{options, run};
use arrow_array::{ArrayRef, Date32Array, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_array::{TimestampMillisecondArray, new_null_array};
use arrow_schema::DataType;
use std::sync::Arc;
use tierspayant_batch::{Extra, Input, Options, RightsOptions, RightsTables, input};

fn text(value: &str) -> ArrayRef {
    Arc::new(StringArray::from(vec![value]))
}

fn table(columns: &[(&str, ArrayRef)]) -> Input {
    let columns = columns
        .iter()
        .map(|(name, array)| (*name, Arc::clone(array), true));
    let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
    input(batch.schema(), vec![batch])
}

fn error(columns: &[(&str, ArrayRef)]) -> String {
    let options = options();
    let refused = run(
        RightsTables::default(),
        table(columns),
        &options,
        RightsOptions::default(),
    )
    .unwrap_err();
    format!("{} {refused}", refused.code())
}

#[test]
fn a_missing_column_is_named() {
    assert_eq!(
        error(&[("person", text("p"))]),
        "TP-TB-001 lines.care_date: this column is required"
    );
}

#[test]
fn an_unknown_column_is_refused_unless_asked_for() {
    let columns = [
        ("person", text("p")),
        ("care_date", text("2026-11-20")),
        ("exemtion", text("4")),
    ];
    let found = error(&columns);
    assert!(
        found.starts_with(
            "TP-TB-002 lines.exemtion: unknown column, did you mean exemption?; the columns are: person, as_of, "
        ),
        "{found}"
    );
    for extra in [Extra::Ignore, Extra::Keep] {
        let options = Options { extra, ..options() };
        let found = run(
            RightsTables::default(),
            table(&columns),
            &options,
            RightsOptions::default(),
        )
        .unwrap();
        assert_eq!(
            found[0].column_by_name("exemtion").is_some(),
            extra == Extra::Keep
        );
    }
}

#[test]
fn a_column_of_another_type_is_named_with_what_to_do() {
    let with = |name: &'static str, array: ArrayRef| {
        error(&[
            ("person", text("p")),
            ("care_date", text("2026-11-20")),
            (name, array),
        ])
    };
    assert_eq!(
        with("contract_type", Arc::new(Int64Array::from(vec![89]))),
        "TP-TB-004 lines.contract_type: expected text, found Int64; codes are text, because leading zeros matter"
    );
    assert_eq!(
        with("amount_cents", Arc::new(Float64Array::from(vec![1.5]))),
        "TP-TB-004 lines.amount_cents: expected whole numbers, found Float64"
    );
    let moment: ArrayRef = Arc::new(TimestampMillisecondArray::from(vec![0]));
    assert!(
        with("prescription_date", moment)
            .ends_with("; a moment is no day: convert it, or ask that midnights be taken as days")
    );
    let zoned: ArrayRef = Arc::new(TimestampMillisecondArray::from(vec![0]).with_timezone("UTC"));
    assert!(
        with("prescription_date", zoned)
            .ends_with("; convert it to the local time zone that you mean, without a zone")
    );
}

#[test]
fn a_column_that_is_there_twice_and_a_name_that_is_taken_are_refused() {
    let twice = [
        ("person", text("p")),
        ("care_date", text("2026-11-20")),
        ("person", text("p")),
    ];
    assert_eq!(
        error(&twice),
        "TP-TB-003 lines.person: this column is there twice"
    );
    let taken = [
        ("person", text("p")),
        ("care_date", text("2026-11-20")),
        ("verdict", text("x")),
    ];
    let options = Options {
        extra: Extra::Keep,
        ..options()
    };
    let found = run(
        RightsTables::default(),
        table(&taken),
        &options,
        RightsOptions::default(),
    )
    .unwrap_err();
    assert_eq!(found.code(), "TP-TB-007");
}

#[test]
fn a_right_of_nobody_refuses_its_table() {
    let tables = RightsTables {
        coverage: Some(table(&[
            ("person", new_null_array(&DataType::Utf8, 1)),
            ("start", Arc::new(Date32Array::from(vec![0]))),
        ])),
        ..RightsTables::default()
    };
    let lines = table(&[("person", text("p")), ("care_date", text("2026-11-20"))]);
    let found = run(tables, lines, &options(), RightsOptions::default()).unwrap_err();
    assert_eq!(found.to_string(), "coverage.person: row 0 names no person");
}

#[test]
fn an_empty_table_has_an_empty_answer() {
    let columns = [("person", text("p")), ("care_date", text("2026-11-20"))];
    let batch = RecordBatch::try_from_iter(columns.clone()).unwrap().slice(0, 0);
    let lines = input(batch.schema(), vec![batch]);
    let found = run(
        RightsTables::default(),
        lines,
        &options(),
        RightsOptions::default(),
    )
    .unwrap();
    assert_eq!(found.iter().map(RecordBatch::num_rows).sum::<usize>(), 0);
}
