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
fn rows_that_disagree_on_their_claim_are_all_refused_and_a_repeated_line_alone() {
    let lines = table(&[
        ("claim_id", texts(&[Some("a"), Some("a"), Some("b"), Some("b")])),
        ("line_id", texts(&[Some("1"), Some("2"), Some("1"), Some("1")])),
        ("person", texts(&[Some("p"); 4])),
        (
            "care_date",
            texts(&[
                Some("2026-11-20"),
                Some("2026-11-21"),
                Some("2026-11-20"),
                Some("2026-11-20"),
            ]),
        ),
    ]);
    assert_eq!(
        errors(&answers(RightsTables::default(), lines)),
        [
            "TP-TB-103 care_date: differs from the first row of the same claim",
            "TP-TB-103 care_date: differs from the first row of the same claim",
            "",
            "TP-IN-032 line_id: the same id as lines[0]",
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

/// Lines of two claims, in an order.
fn lines_of(order: &[(&str, &str)]) -> Input {
    let column = |of: fn(&(&str, &str)) -> String| -> ArrayRef {
        Arc::new(order.iter().map(|row| Some(of(row))).collect::<StringArray>())
    };
    let all = |value: &'static str| texts(&vec![Some(value); order.len()]);
    table(&[
        ("claim_id", column(|row| row.0.to_owned())),
        ("line_id", column(|row| row.1.to_owned())),
        ("person", all("p")),
        ("care_date", all("2026-11-20")),
        ("card", all("read")),
        ("nature", all("10")),
        ("category", all("drug")),
        // The first line of the first claim asks for what nobody can show.
        (
            "exemption",
            column(|row| if *row == ("a", "1") { "4" } else { "0" }.to_owned()),
        ),
        (
            "relation",
            column(|row| {
                if *row == ("a", "1") {
                    "related"
                } else {
                    "unrelated"
                }
                .to_owned()
            }),
        ),
    ])
}

fn no_ald() -> RightsTables {
    RightsTables {
        coverage: Some(table(&[
            ("person", texts(&[Some("p")])),
            ("source", texts(&[Some("adri")])),
            ("observed_at", texts(&[Some("2026-11-20")])),
            ("start", texts(&[Some("2015-01-01")])),
        ])),
        codes: Some(table(&[
            ("person", texts(&[Some("p")])),
            ("source", texts(&[Some("adri")])),
            ("observed_at", texts(&[Some("2026-11-20")])),
            ("ald", texts(&[Some("0")])),
            ("situation", texts(&[Some("0100")])),
        ])),
        ..RightsTables::default()
    }
}

/// The answers to lines in some order, by claim and line.
fn in_order(order: &[(&str, &str)], gather: bool, rows: usize) -> Vec<Row> {
    let engine = tierspayant::Engine::embedded();
    let rights = tierspayant_batch::Rights::build(no_ald(), RightsOptions::default()).unwrap();
    let options = Options {
        rows,
        gather,
        ..options()
    };
    let mut stream =
        tierspayant_batch::check_lines(engine, Arc::new(rights), lines_of(order), &options).unwrap();
    let mut batches = Vec::new();
    while let Some(batch) = stream.next_batch() {
        batches.push(batch.unwrap());
    }
    written(&stream.restored(batches).unwrap())
}

const TOGETHER: [(&str, &str); 4] = [("a", "1"), ("a", "2"), ("b", "1"), ("b", "2")];

#[test]
fn a_claim_whose_lines_do_not_stand_together_is_gathered_or_refused_and_never_answered_wrongly() {
    let right = in_order(&TOGETHER, false, 100);
    assert_eq!(right[1][10].1, "not_billable", "{:?}", right[1]);
    let orders = [
        [("a", "1"), ("b", "1"), ("a", "2"), ("b", "2")],
        [("b", "2"), ("a", "2"), ("b", "1"), ("a", "1")],
        [("a", "2"), ("b", "2"), ("b", "1"), ("a", "1")],
    ];
    for order in orders {
        for rows in [1, 3, 100] {
            let found = in_order(&order, true, rows);
            for (row, id) in found.iter().zip(&order) {
                let place = TOGETHER.iter().position(|one| one == id).unwrap();
                assert_eq!(row, &right[place], "{order:?} {id:?}");
            }
            let refused = errors(&in_order(&order, false, rows));
            assert!(
                refused
                    .iter()
                    .any(|error| error.starts_with("TP-TB-109 claim_id: ")),
                "{refused:?}"
            );
        }
    }
    assert!(errors(&in_order(&TOGETHER, true, 1)).iter().all(String::is_empty));
}

#[test]
fn a_claim_with_a_line_that_cannot_be_read_has_no_verdict() {
    let lines = table(&[
        ("claim_id", texts(&[Some("a"), Some("a")])),
        ("person", texts(&[Some("p"); 2])),
        ("care_date", texts(&[Some("2026-11-20"); 2])),
        ("card", texts(&[Some("read"); 2])),
        ("nature", texts(&[Some("10"); 2])),
        ("category", texts(&[Some("drug"), Some("drog")])),
        ("exemption", texts(&[Some("0"); 2])),
        ("relation", texts(&[Some("unrelated"); 2])),
    ]);
    let rows = answers(no_ald(), lines);
    assert_eq!((rows[0][0].1.as_str(), rows[0][10].1.as_str()), ("billable", ""));
    assert!(errors(&rows)[1].contains("category: "), "{rows:?}");
}

#[test]
fn what_was_read_after_the_care_does_not_count_as_known_by_then() {
    let later = |gathered: tierspayant_batch::KnownBy| {
        let options = Options {
            known_by: gathered,
            ..options()
        };
        let one = |value: &'static str| texts(&[Some(value)]);
        let lines = table(&[
            ("person", one("p")),
            ("care_date", one("2026-11-19")),
            ("card", one("absent")),
            ("nature", one("10")),
            ("category", one("drug")),
            ("exemption", one("0")),
            ("relation", one("unrelated")),
        ]);
        let rows = written(&run(no_ald(), lines, &options, RightsOptions::default()).unwrap());
        (rows[0][0].1.clone(), rows[0][1].1.clone())
    };
    let now = later(tierspayant_batch::KnownBy::Now);
    let then = later(tierspayant_batch::KnownBy::CareDate);
    assert_ne!(now, then);
    assert_eq!(
        then.0, "undetermined",
        "the rights were read a day later: {then:?}"
    );
}

#[test]
fn a_complete_list_speaks_of_who_has_no_row_where_the_scheme_is_its_own() {
    let exemption_of = |regime: &'static str, regimes: &[&str]| {
        let one = |value: &'static str| texts(&[Some(value)]);
        let rights = RightsTables {
            exemptions: Some(table(&[
                ("person", one("other")),
                ("vocabulary", one("snds_etm")),
                ("code", one("41")),
            ])),
            ..RightsTables::default()
        };
        let options = RightsOptions {
            source: Some("bdo".parse().unwrap()),
            observed_at: Some("2026-11-20".parse().unwrap()),
            complete: tierspayant_batch::Lists::default().with(tierspayant_batch::List::Exemptions),
            complete_regimes: regimes.iter().map(|code| code.parse().unwrap()).collect(),
            ..RightsOptions::default()
        };
        let lines = table(&[
            ("person", one("nobody")),
            ("care_date", one("2026-11-20")),
            ("regime", one(regime)),
            ("card", one("read")),
            ("nature", one("10")),
            ("category", one("drug")),
            ("exemption", one("4")),
            ("relation", one("related")),
        ]);
        written(&run(rights, lines, &self::options(), options).unwrap())[0][3]
            .1
            .clone()
    };
    assert_eq!(exemption_of("01", &[]), "not_recorded");
    assert_eq!(exemption_of("01", &["01"]), "not_recorded");
    assert_eq!(exemption_of("02", &["01"]), "unknown");
}
