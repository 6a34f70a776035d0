//! Wherever the batches of the input end, and however many threads check, the answers are the same and in order.

use crate::expected::{ENGINE, options, run, written};
use arrow_array::RecordBatch;
use proptest::prelude::*;
use std::sync::Arc;
use tierspayant_batch::synthetic::{Recipe, lines, rejects, rights};
use tierspayant_batch::{Extra, List, Lists, Options, Rights, RightsOptions, check_lines, input};

fn recipe() -> Recipe {
    Recipe {
        people: 40,
        lines: 300,
        ..Recipe::default()
    }
}

fn rights_options() -> RightsOptions {
    RightsOptions {
        complete: Lists::default().with(List::Exemptions).with(List::Contracts),
        ..RightsOptions::default()
    }
}

fn answered(cuts: &[usize], rows: usize, threads: usize) -> Vec<crate::expected::Row> {
    let whole: Vec<RecordBatch> = lines(&recipe()).map(Result::unwrap).collect();
    let mut batches = Vec::new();
    let mut rest = whole[0].clone();
    for cut in cuts {
        let cut = cut % (rest.num_rows() + 1);
        batches.push(rest.slice(0, cut));
        rest = rest.slice(cut, rest.num_rows() - cut);
    }
    batches.push(rest);
    let options = Options {
        rows,
        threads,
        extra: Extra::Ignore,
        ..options()
    };
    let input = input(whole[0].schema(), batches);
    written(&run(rights(&recipe()), input, &options, rights_options()).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn cuts_and_threads_change_nothing(
        cuts in prop::collection::vec(0_usize..120, 0..8),
        rows in 1_usize..200,
        threads in 1_usize..4,
    ) {
        let whole = answered(&[], 1000, 1);
        prop_assert_eq!(whole.len(), 300);
        prop_assert_eq!(answered(&cuts, rows, threads), whole);
    }
}

#[test]
fn synthetic_tables_have_what_their_rates_say() {
    let rows = answered(&[], 1000, 1);
    let count = |column: usize, word: &str| rows.iter().filter(|row| row[column].1 == word).count();
    assert!(count(0, "billable") > 150, "{}", count(0, "billable"));
    assert!(count(0, "not_billable") > 0 && count(0, "undetermined") > 0);
    let rejected: usize = rejects(&recipe()).map(|batch| batch.unwrap().num_rows()).sum();
    assert!((1..150).contains(&rejected), "{rejected}");
}

#[test]
fn a_stream_that_is_left_early_ends_its_threads() {
    let index = Rights::build(rights(&recipe()), rights_options()).unwrap();
    let options = Options {
        rows: 5,
        threads: 2,
        extra: Extra::Ignore,
        ..options()
    };
    let mut answers = check_lines(ENGINE.clone(), Arc::new(index), lines(&recipe()), &options).unwrap();
    assert!(answers.next_batch().unwrap().is_ok());
    drop(answers);
}

#[test]
fn an_error_of_the_input_ends_the_answers() {
    let good: Vec<_> = lines(&recipe()).collect();
    let schema = good[0].as_ref().unwrap().schema();
    let broken = good
        .into_iter()
        .chain([Err(arrow_schema::ArrowError::ComputeError("gone".into()))]);
    let broken = Box::new(arrow_array::RecordBatchIterator::new(
        broken.collect::<Vec<_>>(),
        schema,
    ));
    let options = Options {
        extra: Extra::Ignore,
        ..options()
    };
    let refused = run(rights(&recipe()), broken, &options, rights_options()).unwrap_err();
    assert_eq!((refused.code(), refused.place()), ("TP-TB-009", "lines"));
}

/// As many threads as anybody may ask for: no more are started than run at once.
#[test]
fn a_million_threads_are_not_started() {
    assert_eq!(answered(&[], 2, 1_000_000), answered(&[], 2, 1));
}
