//! `returns` and `todo`: what came back, joined with the claims.

use crate::args::{PageForm, ReturnsArgs, ReturnsInput, TableForm, TodoArgs};
use crate::failure::Failure;
use crate::input::{Input, engine};
use crate::output::{note, print};
use std::path::Path;
use std::process::ExitCode;
use tierspayant::{Engine, Medium};
use tierspayant_core::triage::Work;
use tierspayant_returns::intake::{Follow, Intake, IntakeError, Notes, Options};
use tierspayant_returns::jfse;
use tierspayant_returns::prevention::{RATE_COLUMNS, Rate, before_and_after, rates};
use tierspayant_returns::report::{COLUMNS, Cell};
use tierspayant_returns::table::TableOptions;

/// Exit status where something has to be done about a share.
const WORK: u8 = 1;
/// Exit status where nothing has to be done in what was read, and something could not be read.
const NOT_WHOLE: u8 = 3;

pub(crate) fn table(args: &ReturnsArgs) -> Result<ExitCode, Failure> {
    let engine = engine(&args.input.tables)?;
    let follow = follow(&args.input, &engine)?;
    if let Some(by) = args.rates {
        let rows = match args.since {
            None => rates(&follow.rows, by)
                .iter()
                .map(|rate| rate.cells(None))
                .collect(),
            Some(day) => {
                let (before, after) = before_and_after(&follow.rows, by, day);
                let side = |rates: &[Rate], word| -> Vec<Vec<Cell>> {
                    rates.iter().map(|rate| rate.cells(Some(word))).collect()
                };
                [side(&before, "before"), side(&after, "after")].concat()
            }
        };
        write_table(args.format, &RATE_COLUMNS, &rows)?;
        return Ok(ExitCode::SUCCESS);
    }
    let rows: Vec<Vec<Cell>> = follow.rows.iter().map(|row| row.cells().to_vec()).collect();
    write_table(args.format, &COLUMNS, &rows)?;
    Ok(status(&follow))
}

pub(crate) fn todo(args: &TodoArgs) -> Result<ExitCode, Failure> {
    let engine = engine(&args.input.tables)?;
    let follow = follow(&args.input, &engine)?;
    let lang = args.show.lang.into();
    let medium = match args.format {
        PageForm::Text => Medium::from(args.show.style()),
        PageForm::Html => args.show.html().into(),
    };
    let page = match args.message {
        None => follow.work_list(engine.texts(), lang, medium),
        Some(to) => follow.messages(engine.texts(), to, lang),
    };
    print(|out| out.write_all(page.as_bytes()))?;
    Ok(status(&follow))
}

fn status(follow: &Follow) -> ExitCode {
    let work = follow.rows.iter().any(|one| one.row.state.work() == Work::Now);
    if work {
        ExitCode::from(WORK)
    } else if !follow.gaps.is_empty() {
        ExitCode::from(NOT_WHOLE)
    } else {
        ExitCode::SUCCESS
    }
}

/// What became of everything that the files tell of. What could not be read of a list, and what a file says of itself and is not so, is told on
/// standard error.
fn follow(input: &ReturnsInput, engine: &Engine) -> Result<Follow, Failure> {
    let options = Options {
        table: TableOptions {
            columns: input.column.clone(),
        },
        jfse: jfse::JfseOptions {
            whole_amounts: input.amounts,
        },
        ..Options::default()
    };
    let mut intake = Intake::default();
    let add = |path: &Path, take: &mut dyn FnMut(&[u8]) -> Result<Notes, IntakeError>| {
        let input = Input(path);
        let bytes = input.bytes(&options.limits)?;
        let notes = take(&bytes).map_err(|error| Failure::data(input, error))?;
        for fault in &notes.faults {
            note(format_args!("{input}: {fault}"));
        }
        Ok::<(), Failure>(())
    };
    for path in &input.files {
        add(path, &mut |bytes| intake.add_returns(bytes, &options))?;
    }
    for path in &input.claims {
        add(path, &mut |bytes| intake.add_claims(bytes, &options))?;
    }
    for path in &input.rights {
        add(path, &mut |bytes| {
            intake.add_rights(bytes, &options).map(|()| Notes::default())
        })?;
    }
    for path in &input.sent {
        add(path, &mut |bytes| intake.add_sent(bytes, &options))?;
    }
    let follow = intake.follow(engine, input.today);
    if follow.test_files > 0 {
        note(format_args!(
            "{} of the files say that they are tests: nothing of them is counted",
            follow.test_files
        ));
    }
    Ok(follow)
}

/// Writes a table.
fn write_table(form: TableForm, names: &[&str], rows: &[Vec<Cell>]) -> Result<(), Failure> {
    print(|out| match form {
        TableForm::Csv => {
            let mut writer = csv::Writer::from_writer(out);
            writer.write_record(names)?;
            for row in rows {
                writer.write_record(row.iter().map(ToString::to_string))?;
            }
            writer.flush()
        }
        TableForm::Jsonl => {
            for row in rows {
                let cells = names.iter().zip(row);
                let object: serde_json::Map<String, serde_json::Value> = cells
                    .map(|(name, cell)| ((*name).to_owned(), value(cell)))
                    .collect();
                writeln!(out, "{}", serde_json::Value::Object(object))?;
            }
            Ok(())
        }
    })
}

/// A cell as JSON.
fn value(cell: &Cell) -> serde_json::Value {
    match cell {
        Cell::Empty => serde_json::Value::Null,
        Cell::Number(number) => (*number).into(),
        Cell::Yes(yes) => (*yes).into(),
        Cell::Text(_) | Cell::Day(_) => cell.to_string().into(),
    }
}
