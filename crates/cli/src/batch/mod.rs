//! `batch`: a table of lines checked against tables of rights.

mod args;
mod files;
mod formats;

pub(crate) use args::BatchArgs;

use crate::failure::Failure;
use crate::output::note;
use files::{Sink, open};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tierspayant::Engine;
use tierspayant_batch::{
    BatchError, Columns, Extra, Input, Lists, Options, Rights, RightsOptions, RightsTables, check_lines,
};

pub(crate) fn run(args: &BatchArgs) -> Result<ExitCode, Failure> {
    let engine = Engine::embedded();
    let table = |path: &Option<PathBuf>| -> Result<Option<Input>, Failure> {
        path.as_deref().map(|path| Ok(open(path)?.batches)).transpose()
    };
    let tables = RightsTables {
        snapshots: table(&args.snapshots)?,
        coverage: table(&args.coverage)?,
        codes: table(&args.codes)?,
        exemptions: table(&args.exemptions)?,
        maternity: table(&args.maternity)?,
        accidents: table(&args.accidents)?,
        contracts: table(&args.contracts)?,
    };
    let extra: Extra = args.extra.into();
    let options = RightsOptions {
        source: args.source,
        observed_at: args.observed_at,
        complete: args.complete.iter().copied().fold(Lists::default(), Lists::with),
        extra,
        midnights: args.midnights,
        ..RightsOptions::default()
    };
    let rights = Arc::new(Rights::build(tables, options).map_err(refused)?);
    let lines = open(&args.lines)?;
    let options = Options {
        as_of: args.as_of,
        threads: args.threads.unwrap_or_else(threads),
        extra,
        midnights: args.midnights,
        known_by: args.known_by.into(),
        columns: columns(args.columns.as_deref())?,
        ..Options::default()
    };
    let mut answers = check_lines(engine, rights, lines.batches, &options).map_err(refused)?;
    let mut sink = Sink::create(&args.out, &arrow_array::RecordBatchReader::schema(&answers))?;
    let progress = progress(lines.rows);
    let mut count = Count::default();
    while let Some(batch) = answers.next_batch() {
        let batch = batch.map_err(refused)?;
        sink.write(&batch)?;
        count.add(&batch);
        progress.inc(u64::try_from(batch.num_rows()).unwrap_or(0));
    }
    sink.finish()?;
    progress.finish_and_clear();
    note(format_args!(
        "{} lines: {} with an answer, {} that cannot be read",
        count.rows,
        count.rows.saturating_sub(count.errors),
        count.errors
    ));
    Ok(ExitCode::SUCCESS)
}

/// The columns that are asked for; all where none is named.
fn columns(names: Option<&[String]>) -> Result<Columns, Failure> {
    let Some(names) = names else {
        return Ok(Columns::default());
    };
    Columns::named(names.iter().map(String::as_str)).map_err(refused)
}

#[derive(Default)]
struct Count {
    rows: usize,
    errors: usize,
}

impl Count {
    fn add(&mut self, batch: &arrow_array::RecordBatch) {
        self.rows = self.rows.saturating_add(batch.num_rows());
        let errors = batch
            .column_by_name("error_code")
            .map_or(0, |column| column.len().saturating_sub(column.null_count()));
        self.errors = self.errors.saturating_add(errors);
    }
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn refused(error: BatchError) -> Failure {
    let code = error.code();
    Failure::data("batch", format_args!("{error} [{code}]"))
}

/// A bar where the number of lines is known, a count where it is not; nothing where nobody looks.
fn progress(rows: Option<u64>) -> ProgressBar {
    let bar = match rows {
        Some(rows) => ProgressBar::new(rows),
        None => ProgressBar::no_length(),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr());
    let style = match rows {
        Some(_) => {
            ProgressStyle::with_template("{bar:30} {human_pos}/{human_len} lines, {per_sec}, {eta} left")
        }
        None => ProgressStyle::with_template("{human_pos} lines, {per_sec}"),
    };
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
