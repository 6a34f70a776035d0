//! `returns` and `todo`: what came back, joined with the claims.

use crate::args::{ReturnsArgs, ReturnsInput, TableForm, TodoArgs};
use crate::failure::Failure;
use crate::input::{Input, engine};
use crate::output::{note, print};
use std::process::ExitCode;
use tierspayant::Engine;
use tierspayant_core::model::Dossier;
use tierspayant_core::triage::Work;
use tierspayant_format::{Limits, parse_dossier_within};
use tierspayant_returns::ledger::Ledger;
use tierspayant_returns::report::{Claims, Followed, balance, report};
use tierspayant_returns::table::TableOptions;
use tierspayant_returns::{CheckResult, Returns, noemie, table as lists};
use tierspayant_text::work_list;

/// Exit status where something has to be done about a share.
const WORK: u8 = 1;

/// The columns of the table, in their order.
const COLUMNS: [&str; 17] = [
    "invoice",
    "lot",
    "share",
    "state",
    "asked_cents",
    "paid_cents",
    "unpaid_cents",
    "returned_on",
    "payer",
    "key",
    "label",
    "class",
    "cause",
    "caught",
    "next",
    "otherwise",
    "too_late_on",
];

pub(crate) fn table(args: &ReturnsArgs) -> Result<ExitCode, Failure> {
    let engine = engine(&args.input.tables)?;
    let rows = followed(&args.input, &engine)?;
    print(|out| match args.format {
        TableForm::Csv => {
            let mut writer = csv::Writer::from_writer(out);
            writer.write_record(COLUMNS)?;
            for row in &rows {
                writer.write_record(cells(row))?;
            }
            writer.flush()
        }
        TableForm::Jsonl => {
            for row in &rows {
                let named = COLUMNS.iter().zip(cells(row));
                let cells = named.map(|(name, cell)| ((*name).to_owned(), value(name, cell)));
                let object: serde_json::Map<String, serde_json::Value> = cells.collect();
                writeln!(out, "{}", serde_json::Value::Object(object))?;
            }
            Ok(())
        }
    })?;
    Ok(status(&rows))
}

pub(crate) fn todo(args: &TodoArgs) -> Result<ExitCode, Failure> {
    let engine = engine(&args.input.tables)?;
    let rows = followed(&args.input, &engine)?;
    let work: Vec<_> = rows.iter().map(Followed::work_row).collect();
    let page = work_list(
        engine.texts(),
        &work,
        &balance(&rows),
        args.show.lang.into(),
        args.show.style(),
    );
    print(|out| out.write_all(page.as_bytes()))?;
    Ok(status(&rows))
}

fn status(rows: &[Followed]) -> ExitCode {
    let work = rows.iter().any(|one| one.row.state.work() == Work::Now);
    if work {
        ExitCode::from(WORK)
    } else {
        ExitCode::SUCCESS
    }
}

/// The ledger of the files, joined with the claims.
fn followed(input: &ReturnsInput, engine: &Engine) -> Result<Vec<Followed>, Failure> {
    let options = TableOptions {
        columns: input.column.clone(),
    };
    let mut files = Vec::new();
    for path in &input.files {
        files.push(returns(Input(path), &options)?);
    }
    let mut dossiers = Vec::new();
    for path in &input.claims {
        dossiers.extend(claims(Input(path))?);
    }
    let claims = Claims::new(dossiers);
    let mut ledger = Ledger::new(&files, &claims.sent());
    if let Some(today) = input.today {
        ledger = ledger.on(today);
    }
    Ok(report(engine, ledger, &claims))
}

/// One file of returns. What could not be read of a list, and what a file says of itself and is not so, is told on standard error.
fn returns(input: Input<'_>, options: &TableOptions) -> Result<Returns, Failure> {
    let bytes = input.bytes(&Limits::default())?;
    let refused = |error: &dyn std::fmt::Display| Failure::data(input, format_args!("{error}"));
    if bytes.starts_with(b"000") {
        let returns = noemie::read(&bytes[..]).map_err(|error| refused(&error))?;
        for check in returns
            .checks
            .iter()
            .filter(|check| check.result == CheckResult::Failed)
        {
            note(format_args!("{input}: {}: not what was read", check.what));
        }
        return Ok(returns);
    }
    let list = lists::read(&bytes, options).map_err(|error| refused(&error))?;
    for fault in &list.faults {
        note(format_args!("{input}: {fault}; the row is left out"));
    }
    Ok(list.returns)
}

/// The dossiers of a file: one document, or one a line.
fn claims(input: Input<'_>) -> Result<Vec<Dossier>, Failure> {
    let limits = Limits::default();
    let bytes = input.bytes(&limits)?;
    if let Ok(dossier) = parse_dossier_within(&bytes, &limits) {
        return Ok(vec![dossier]);
    }
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    let filled = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    let read = |(place, line): (usize, &[u8])| {
        parse_dossier_within(line, &limits)
            .map_err(|error| Failure::data(input, format_args!("line {}: {error}", place.saturating_add(1))))
    };
    filled.map(read).collect()
}

/// The cells of a row.
fn cells(one: &Followed) -> [String; 17] {
    let row = &one.row;
    let reject = row.rejects.first();
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let day = |day: Option<tierspayant_core::model::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        row.invoice.clone(),
        text(row.lot.as_deref()),
        row.share.to_string(),
        row.state.to_string(),
        row.money.asked.to_string(),
        row.money.paid.to_string(),
        row.money.unpaid().to_string(),
        day(row.returned_on),
        text(row.payer.as_deref()),
        text(reject.and_then(|reject| reject.key.as_deref())),
        text(reject.and_then(|reject| reject.label.as_deref())),
        text(one.class.map(|class| class.as_str())),
        text(one.cause.map(|cause| cause.as_str())),
        text(one.caught.map(|caught| caught.as_str())),
        text(one.steps.first().map(|(remedy, _)| remedy.as_str())),
        text(one.payer.map(|payer| payer.as_str())),
        day(one.too_late_on),
    ]
}

/// A cell as JSON: nothing where it is empty, amounts as numbers.
fn value(name: &str, cell: String) -> serde_json::Value {
    match cell.parse::<i64>() {
        Ok(cents) if name.ends_with("_cents") => cents.into(),
        _ if cell.is_empty() => serde_json::Value::Null,
        _ => cell.into(),
    }
}
