//! tierspayant as WebAssembly: one document at a time, texts in and out, nothing kept between two calls.
//!
//! `index.mjs` beside it is the module for hosts: it loads this one and gives objects with their types.

mod fault;
mod pages;

use fault::{option, thrown};
use js_sys::Error;
use tierspayant::core::model::{Date, Moment};
use tierspayant::format::describe::{INPUTS, schema as schema_of};
use tierspayant::format::snapshots_to_json;
use tierspayant::readers::{Format, ReadOptions};
use tierspayant::{Dossier, Engine, Lang, OUTPUTS, Options, parse_dossier};
use wasm_bindgen::prelude::wasm_bindgen;

fn engine() -> Engine {
    Engine::embedded()
}

fn dossier(json: &str) -> Result<Dossier, Error> {
    parse_dossier(json.as_bytes()).map_err(|fault| thrown(&fault.to_string(), fault.code(), fault.place()))
}

fn options(lang: &str, what_if: bool) -> Result<Options, Error> {
    Ok(Options {
        lang: language(lang)?,
        what_if,
        ..Options::default()
    })
}

fn language(lang: &str) -> Result<Lang, Error> {
    lang.parse()
        .map_err(|_| option("lang", "expected one of: fr, en"))
}

fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
    name: &str,
    text: Option<&str>,
) -> Result<Option<T>, Error> {
    let parsed = text.map(|text| {
        text.parse()
            .map_err(|error: T::Err| option(name, &error.to_string()))
    });
    parsed.transpose()
}

/// Answers a dossier with the document `answer`.
#[wasm_bindgen]
pub fn check(dossier: &str, lang: &str, what_if: bool) -> Result<String, Error> {
    let options = options(lang, what_if)?;
    Ok(engine().check(&self::dossier(dossier)?).to_json(&options))
}

/// The rights over time and the answer to the claim on each day, as the document `timeline`.
#[wasm_bindgen]
pub fn timeline(dossier: &str, first: Option<String>, last: Option<String>) -> Result<String, Error> {
    let dossier = self::dossier(dossier)?;
    let (first, last) = window(&dossier, first.as_deref(), last.as_deref())?;
    let engine = engine();
    Ok(engine.timeline_json(&dossier, &engine.timeline(&dossier, first, last)))
}

/// The days that are asked for; a year around the care by default.
fn window(dossier: &Dossier, first: Option<&str>, last: Option<&str>) -> Result<(Date, Date), Error> {
    const YEAR: i32 = 365;
    let care = dossier.claim.care_date;
    let year = |days| care.plus_days(days).unwrap_or(care);
    let first = parsed("first", first)?.unwrap_or_else(|| year(-YEAR));
    let last = parsed("last", last)?.unwrap_or_else(|| year(YEAR));
    if last < first {
        return Err(option("last", "the last day is before the first"));
    }
    Ok((first, last))
}

/// Triages a reject with the document `triage`.
#[wasm_bindgen]
pub fn triage(reject: &str, lang: &str) -> Result<String, Error> {
    let answer = engine().triage_json(reject.as_bytes(), &options(lang, true)?);
    answer.map_err(|fault| thrown(&fault.to_string(), fault.code(), fault.place()))
}

/// Reads what a card reader or a service gave: an object with `rights`, `unused` and `refusal`.
#[wasm_bindgen]
pub fn read(format: &str, bytes: &[u8], observed_at: Option<String>) -> Result<String, Error> {
    let format: Format = format
        .parse()
        .map_err(|fault: <Format as std::str::FromStr>::Err| option("format", &fault.to_string()))?;
    let options = ReadOptions {
        observed_at: parsed::<Moment>("observed_at", observed_at.as_deref())?,
    };
    let read = tierspayant::readers::read(format, bytes, &options)
        .map_err(|fault| thrown(&fault.to_string(), "TP-RD-001", format.as_str()))?;
    let unused = read.unused.iter().map(
        |one| serde_json::json!({ "place": one.place, "why": one.why.as_str(), "text": one.why.to_string() }),
    );
    let unused = serde_json::Value::from(unused.collect::<Vec<_>>());
    let refusal = serde_json::Value::from(read.refusal.map(tierspayant::readers::Refusal::as_str));
    let rights = snapshots_to_json(&read.snapshots);
    Ok(format!(
        "{{\"read\":{rights},\"unused\":{unused},\"refusal\":{refusal}}}"
    ))
}

/// The JSON Schema of a document: `dossier`, `rights`, `reject`, `answer`, `timeline` or `triage`.
#[wasm_bindgen]
pub fn schema(name: &str) -> Result<String, Error> {
    let found = INPUTS.iter().chain(OUTPUTS).find(|one| one.name == name);
    found
        .map(schema_of)
        .ok_or_else(|| option("name", "no document of this name"))
}

/// The edition of the rules and the digest of the tables, as an object.
#[wasm_bindgen]
pub fn versions() -> String {
    let engine = engine();
    let tables = &engine.tables().decision;
    serde_json::json!({ "edition": &*tables.edition, "digest": &*tables.digest }).to_string()
}
