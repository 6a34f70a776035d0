//! What the check answers, in the words of the table, and what the batch answers.

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use std::sync::{Arc, LazyLock};
use tierspayant::Engine;
use tierspayant::core::finding::Severity;
use tierspayant::core::model::Dossier;
use tierspayant::core::verdict::Verdict;
use tierspayant_batch::{
    ANSWER, BatchError, Encoding, Input, Options, Rights, RightsOptions, RightsTables, check_lines,
};

pub static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::embedded);

/// One row: each column of the answer as text.
pub type Row = Vec<(&'static str, String)>;

/// What the check answers to each line of a dossier.
pub fn expected(dossier: &Dossier) -> Vec<Row> {
    let checked = ENGINE.check(dossier);
    let decision = checked.decision();
    let rules = &ENGINE.tables().decision.rules;
    let basis = |verdict: Option<Verdict>| verdict.and_then(Verdict::basis).unwrap_or("").to_owned();
    let word = |verdict: Option<Verdict>| verdict.map_or("", Verdict::as_str).to_owned();
    let mut rows = Vec::new();
    for (place, line) in decision.lines.iter().enumerate() {
        let mine = decision
            .reasons
            .iter()
            .filter(|one| one.line.is_none_or(|line| usize::from(line) == place));
        let weighty = mine
            .clone()
            .filter(|one| one.effect.severity() != Severity::Notice);
        let distinct = |words: Vec<&'static str>| {
            let mut kept: Vec<&str> = Vec::new();
            for word in words {
                if !kept.contains(&word) {
                    kept.push(word);
                }
            }
            kept.join(" ")
        };
        let rejects = weighty.clone().filter_map(|one| one.reject(rules));
        let whole = [line.amo, line.amc]
            .into_iter()
            .flatten()
            .fold(Verdict::Billable, Verdict::worse);
        rows.push(vec![
            ("verdict", word(Some(whole))),
            ("basis", basis(Some(whole))),
            ("guarantee", decision.guarantee().to_string()),
            ("exemption_state", line.exemption.to_string()),
            ("date", line.day.to_string()),
            ("date_role", line.date_role.to_string()),
            ("amo", word(line.amo)),
            ("amo_basis", basis(line.amo)),
            ("amc", word(line.amc)),
            ("amc_basis", basis(line.amc)),
            ("claim_verdict", word(Some(decision.verdict()))),
            ("claim_basis", basis(Some(decision.verdict()))),
            (
                "cause",
                weighty
                    .clone()
                    .next()
                    .map_or("", |one| one.id.as_str())
                    .to_owned(),
            ),
            ("reasons", distinct(mine.map(|one| one.id.as_str()).collect())),
            ("rejects", distinct(rejects.map(|one| one.as_str()).collect())),
            ("error_code", String::new()),
            ("error", String::new()),
        ]);
    }
    rows
}

/// The answers of batches, as text.
pub fn written(batches: &[RecordBatch]) -> Vec<Row> {
    written_columns(batches, ANSWER)
}

/// Some columns of the answers of batches, as text.
pub fn written_columns(batches: &[RecordBatch], columns: &[&'static str]) -> Vec<Row> {
    let mut rows = Vec::new();
    for batch in batches {
        for row in 0..batch.num_rows() {
            let cells = columns.iter().map(|name| (*name, cell(batch, name, row)));
            rows.push(cells.collect());
        }
    }
    rows
}

fn cell(batch: &RecordBatch, name: &str, row: usize) -> String {
    let column = batch.column_by_name(name).unwrap();
    if column.is_null(row) {
        return String::new();
    }
    match name {
        "date" => {
            let days = column.as_primitive::<Date32Type>().value(row);
            tierspayant::core::model::Date::from_unix_days(days)
                .unwrap()
                .to_string()
        }
        "reasons" | "rejects" => {
            let list = column.as_list::<i32>().value(row);
            let words: Vec<&str> = list.as_string::<i32>().iter().map(Option::unwrap).collect();
            words.join(" ")
        }
        _ => column.as_string::<i32>().value(row).to_owned(),
    }
}

pub fn options() -> Options {
    Options {
        encoding: Encoding::Text,
        ..Options::default()
    }
}

/// Checks lines against rights, to the end.
pub fn run(
    tables: RightsTables,
    lines: Input,
    options: &Options,
    rights: RightsOptions,
) -> Result<Vec<RecordBatch>, BatchError> {
    let rights = Arc::new(Rights::build(tables, rights)?);
    let mut answers = check_lines(ENGINE.clone(), rights, lines, options)?;
    let mut batches = Vec::new();
    while let Some(batch) = answers.next_batch() {
        batches.push(batch?);
    }
    Ok(batches)
}
