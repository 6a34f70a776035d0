//! One document at a time.

use crate::decided::language;
use crate::document::{dossier, reject};
use crate::engine::{Engine, engine_of};
use crate::fault::{error, guarded, option};
use pyo3::prelude::*;
use tierspayant::core::model::Date;
use tierspayant::format::snapshots_to_json;
use tierspayant::readers::{Format, ReadOptions};
use tierspayant::{Audience, HtmlFrame, HtmlStyle, Medium, Options, Style};
use tierspayant_batch::ANSWER;
use tierspayant_batch::schema::{REJECTS, TABLES};

/// A moment or a day of an option.
pub(crate) fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
    name: &str,
    text: Option<&str>,
) -> PyResult<Option<T>> {
    text.map(|text| {
        text.parse()
            .map_err(|error: T::Err| option(name, &error.to_string()))
    })
    .transpose()
}

/// What a page is written for.
fn medium(format: &str, width: usize, details: bool) -> PyResult<Medium> {
    match format {
        "text" => Ok(Medium::Terminal(Style {
            width,
            details,
            ..Style::default()
        })),
        "html" => Ok(Medium::Html(HtmlStyle {
            details,
            ..HtmlStyle::default()
        })),
        _ => Err(option("format", "expected one of: text, html")),
    }
}

/// The style sheet of pages and pictures.
#[pyfunction]
pub(crate) const fn style_sheet() -> &'static str {
    tierspayant::text::STYLE_SHEET
}

/// The explanation of an answer, as a page to read.
#[pyfunction]
#[pyo3(signature = (dossier, *, lang, audience, width, format, details, engine))]
pub(crate) fn explain(
    dossier: &Bound<'_, PyAny>,
    lang: &str,
    audience: &str,
    width: usize,
    format: &str,
    details: bool,
    engine: Option<&Bound<'_, Engine>>,
) -> PyResult<String> {
    guarded(|| {
        let lang = language(lang)?;
        let audience = match audience {
            "counter" => Audience::Counter,
            "patient" => Audience::Patient,
            _ => return Err(option("audience", "expected one of: counter, patient")),
        };
        let medium = medium(format, width, details)?;
        let dossier = self::dossier(dossier)?;
        let engine = engine_of(engine)?;
        Ok(engine.check(&dossier).explain(lang, audience, medium))
    })
}

/// The rights over time, as JSON, or drawn.
#[pyfunction]
#[pyo3(signature = (dossier, *, first, last, drawn, lang, engine))]
pub(crate) fn timeline(
    dossier: &Bound<'_, PyAny>,
    first: Option<&str>,
    last: Option<&str>,
    drawn: Option<&str>,
    lang: &str,
    engine: Option<&Bound<'_, Engine>>,
) -> PyResult<String> {
    guarded(|| {
        let lang = language(lang)?;
        let dossier = self::dossier(dossier)?;
        let care = dossier.claim.care_date;
        let year = |days| care.plus_days(days).unwrap_or(care);
        let first: Date = parsed("first", first)?.unwrap_or_else(|| year(-365));
        let last: Date = parsed("last", last)?.unwrap_or_else(|| year(365));
        if last < first {
            return Err(option("last", "the last day is before the first"));
        }
        let engine = engine_of(engine)?;
        let timeline = engine.timeline(&dossier, first, last);
        let width = Style::default().width;
        Ok(match drawn {
            None => engine.timeline_json(&dossier, &timeline),
            Some("svg") => engine.timeline_svg(&dossier, &timeline, lang, HtmlFrame::Document),
            Some(format) => engine.draw_timeline(&dossier, &timeline, lang, medium(format, width, false)?),
        })
    })
}

/// The triage of a reject, as JSON.
#[pyfunction]
#[pyo3(signature = (reject, *, lang, engine))]
pub(crate) fn triage(
    reject: &Bound<'_, PyAny>,
    lang: &str,
    engine: Option<&Bound<'_, Engine>>,
) -> PyResult<String> {
    guarded(|| {
        let options = Options {
            lang: language(lang)?,
            ..Options::default()
        };
        let document = self::reject(reject)?;
        Ok(engine_of(engine)?.triage(&document, &options).to_json())
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
            .map_err(|fault: tierspayant::core::model::UnknownWord| option("format", &fault.to_string()))?;
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
    let tables = TABLES.iter().chain([&REJECTS]);
    let tables = tables.map(|table| (table.name, columns(table))).collect();
    (tables, ANSWER.to_vec())
}
