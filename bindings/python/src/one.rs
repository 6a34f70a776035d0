//! One document at a time.

use crate::fault::{error, guarded, input, internal, option};
use pyo3::prelude::*;
use std::sync::{Arc, OnceLock};
use tierspayant::core::decision::ReasonId;
use tierspayant::core::model::Date;
use tierspayant::dossier::{parse_dossier, snapshots_to_json};
use tierspayant::readers::{Format, ReadOptions};
use tierspayant::{Audience, Engine, Lang, Options, Style};
use tierspayant_batch::ANSWER;
use tierspayant_batch::schema::TABLES;

/// Documents from this size on are worked on without the interpreter.
const LARGE: usize = 64 * 1024;

/// The engine with the tables compiled in, made once.
pub(crate) fn engine() -> PyResult<Arc<Engine>> {
    static ENGINE: OnceLock<Arc<Engine>> = OnceLock::new();
    if let Some(engine) = ENGINE.get() {
        return Ok(Arc::clone(engine));
    }
    let made = Engine::embedded().map_err(|error| internal(&error.to_string()))?;
    Ok(Arc::clone(ENGINE.get_or_init(|| Arc::new(made))))
}

fn language(lang: &str) -> PyResult<Lang> {
    lang.parse()
        .map_err(|_| option("lang", "expected one of: fr, en"))
}

fn released<T: Send>(py: Python<'_>, size: usize, run: impl FnOnce() -> T + Send) -> T {
    if size >= LARGE { py.detach(run) } else { run() }
}

/// A moment or a day of an option.
pub(crate) fn parsed<T: core::str::FromStr<Err: core::fmt::Display>>(
    name: &str,
    text: Option<&str>,
) -> PyResult<Option<T>> {
    text.map(|text| {
        text.parse()
            .map_err(|error: T::Err| option(name, &error.to_string()))
    })
    .transpose()
}

/// The answer to a dossier, as JSON.
#[pyfunction]
#[pyo3(signature = (dossier, *, lang, what_if))]
pub(crate) fn check(py: Python<'_>, dossier: &[u8], lang: &str, what_if: bool) -> PyResult<String> {
    guarded(|| {
        let lang = language(lang)?;
        let engine = engine()?;
        let options = Options { lang, what_if };
        released(py, dossier.len(), || engine.check_json(dossier, &options)).map_err(|fault| input(&fault))
    })
}

/// The explanation of an answer, as a page to read.
#[pyfunction]
#[pyo3(signature = (dossier, *, lang, audience, width))]
pub(crate) fn explain(dossier: &[u8], lang: &str, audience: &str, width: usize) -> PyResult<String> {
    guarded(|| {
        let lang = language(lang)?;
        let audience = match audience {
            "counter" => Audience::Counter,
            "patient" => Audience::Patient,
            _ => return Err(option("audience", "expected one of: counter, patient")),
        };
        let style = Style {
            width,
            ..Style::default()
        };
        let dossier = parse_dossier(dossier).map_err(|fault| input(&fault))?;
        Ok(engine()?.explain(&dossier, lang, audience, style))
    })
}

/// The rights over time, as JSON, or drawn.
#[pyfunction]
#[pyo3(signature = (dossier, *, first, last, draw, lang))]
pub(crate) fn timeline(
    dossier: &[u8],
    first: Option<&str>,
    last: Option<&str>,
    draw: bool,
    lang: &str,
) -> PyResult<String> {
    guarded(|| {
        let lang = language(lang)?;
        let dossier = parse_dossier(dossier).map_err(|fault| input(&fault))?;
        let care = dossier.claim.care_date;
        let year = |days| care.plus_days(days).unwrap_or(care);
        let first: Date = parsed("first", first)?.unwrap_or_else(|| year(-365));
        let last: Date = parsed("last", last)?.unwrap_or_else(|| year(365));
        if last < first {
            return Err(option("last", "the last day is before the first"));
        }
        let engine = engine()?;
        Ok(if draw {
            engine.draw_timeline(&dossier, first, last, lang, Style::default())
        } else {
            engine.timeline_json(&dossier, first, last)
        })
    })
}

/// The triage of a reject, as JSON.
#[pyfunction]
#[pyo3(signature = (reject, *, lang))]
pub(crate) fn triage(reject: &[u8], lang: &str) -> PyResult<String> {
    guarded(|| {
        let options = Options {
            lang: language(lang)?,
            ..Options::default()
        };
        engine()?
            .triage_json(reject, &options)
            .map_err(|fault| input(&fault))
    })
}

type ReadParts = (String, Vec<(String, &'static str, String)>, Option<&'static str>);

/// What a card reader or a service gave: the snapshots as JSON, the fields that were not used, and the kind of error
/// where it was an error answer.
#[pyfunction]
#[pyo3(signature = (format, data, *, observed_at))]
pub(crate) fn read(format: &str, data: &[u8], observed_at: Option<&str>) -> PyResult<ReadParts> {
    guarded(|| {
        let format: Format = format
            .parse()
            .map_err(|fault: tierspayant::readers::UnknownFormat| option("format", &fault.to_string()))?;
        let options = ReadOptions {
            observed_at: parsed("observed_at", observed_at)?,
        };
        let read = tierspayant::readers::read(format, data, &options)
            .map_err(|fault| error("ReadError", &fault.to_string(), "TP-RD-001", format.as_str()))?;
        let unused = read
            .unused
            .iter()
            .map(|one| (one.place.clone(), one.why.as_str(), one.why.to_string()))
            .collect();
        let refusal = read.refusal.map(tierspayant::readers::Refusal::as_str);
        Ok((snapshots_to_json(&read.snapshots), unused, refusal))
    })
}

/// The edition of the rules, the digest of the tables, and the days that they cover.
#[pyfunction]
pub(crate) fn versions() -> PyResult<(String, String, Option<String>, Option<String>)> {
    guarded(|| {
        let engine = engine()?;
        let tables = &engine.tables().decision;
        Ok((
            tables.edition.to_string(),
            tables.digest.to_string(),
            tables.covers.start().map(|day| day.to_string()),
            tables.covers.end().map(|day| day.to_string()),
        ))
    })
}

/// Every reason: its id, its rule and the class of reject to expect.
#[pyfunction]
pub(crate) fn reasons() -> PyResult<Vec<(&'static str, &'static str, Option<&'static str>)>> {
    guarded(|| {
        let engine = engine()?;
        let rules = &engine.tables().decision.rules;
        let reject = |id| {
            rules
                .reason(id)
                .and_then(|info| info.reject)
                .map(|class| class.as_str())
        };
        Ok(ReasonId::ALL
            .iter()
            .map(|id| (id.as_str(), id.rule().as_str(), reject(*id)))
            .collect())
    })
}

type Columns = Vec<(&'static str, &'static str, bool)>;

/// Every table with its columns (name, what it holds, whether it is required), and the columns of the answer.
#[pyfunction]
pub(crate) fn schema() -> (Vec<(&'static str, Columns)>, Vec<&'static str>) {
    let columns = |table: &tierspayant_batch::schema::TableSpec| -> Columns {
        table
            .columns
            .iter()
            .map(|column| (column.name, column.kind.expected(), column.required))
            .collect()
    };
    let tables = TABLES.iter().map(|table| (table.name, columns(table))).collect();
    (tables, ANSWER.to_vec())
}
