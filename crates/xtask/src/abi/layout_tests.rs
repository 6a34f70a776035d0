//! What the comparison of layouts takes and what it refuses.

use super::broken;
use std::collections::BTreeSet;

const RELEASED: [&str; 4] = [
    "number TP_OK = 0",
    "layout64 tp_line 16",
    "layout64 tp_line.size 0 4",
    "layout64 tp_line.date 8 4",
];

/// The lines that are found broken once some lines are taken away and others put in.
fn after(without: &[&str], with: &[&str]) -> Vec<String> {
    let released: BTreeSet<&str> = RELEASED.into_iter().collect();
    let kept = RELEASED.into_iter().filter(|line| !without.contains(line));
    broken(&released, &kept.chain(with.iter().copied()).collect())
}

#[test]
fn a_field_at_the_end_is_taken() {
    let grown = ["layout64 tp_line 24", "layout64 tp_line.amount 16 8"];
    assert!(after(&["layout64 tp_line 16"], &grown).is_empty());
    assert!(after(&[], &["layout64 tp_new 8", "layout64 tp_new.size 0 4"]).is_empty());
}

#[test]
fn a_field_in_what_was_padding_is_refused() {
    let padded = "layout64 tp_line.amount 12 4";
    assert_eq!(after(&[], &[padded]), [padded]);
}

#[test]
fn what_goes_moves_or_shrinks_is_refused() {
    let moved = after(&["layout64 tp_line.date 8 4"], &["layout64 tp_line.date 12 4"]);
    assert_eq!(moved, ["layout64 tp_line.date 8 4", "layout64 tp_line.date 12 4"]);
    let wider = after(&["layout64 tp_line.date 8 4"], &["layout64 tp_line.date 8 8"]);
    assert!(wider.contains(&"layout64 tp_line.date 8 4".to_owned()));
    let shrunk = after(&["layout64 tp_line 16"], &["layout64 tp_line 8"]);
    assert_eq!(shrunk, ["layout64 tp_line 16"]);
    assert_eq!(
        after(&["number TP_OK = 0"], &["number TP_OK = 1"]),
        ["number TP_OK = 0"]
    );
}
