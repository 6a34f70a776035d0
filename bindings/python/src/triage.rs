//! Rejects in bulk.

use crate::arrow::{Names, import};
use crate::decided::language;
use crate::engine::{Engine, engine_of};
use crate::fault::{guarded, internal, table};
use crate::table::{Rights, Table, extra};
use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use pyo3::prelude::*;
use std::sync::{Mutex, PoisonError};
use tierspayant_batch::{BatchError, Input, TRIAGE, TriageOptions, input, triage_rejects};

/// Triages a table of rejects with the lines of their claims: one row for each, in order.
#[pyfunction]
#[pyo3(signature = (rejects, lines, rights, *, lang, extra, midnights, columns, progress, engine))]
#[expect(
    clippy::too_many_arguments,
    reason = "each is a keyword of the Python function"
)]
pub(crate) fn triage_lines(
    py: Python<'_>,
    rejects: &Bound<'_, PyAny>,
    lines: &Bound<'_, PyAny>,
    rights: &Rights,
    lang: &str,
    extra: &str,
    midnights: bool,
    columns: Names,
    progress: Option<Py<PyAny>>,
    engine: Option<&Bound<'_, Engine>>,
) -> PyResult<Table> {
    guarded(|| {
        let (lang, extra) = (language(lang)?, self::extra(extra)?);
        // What the interpreter says between two rejects: an interruption, or an error of who is told of the progress.
        let said: Mutex<Option<PyErr>> = Mutex::new(None);
        let tick = |done: usize| {
            let asked = Python::attach(|py| {
                py.check_signals()?;
                progress
                    .as_ref()
                    .map_or(Ok(()), |one| one.call1(py, (done,)).map(drop))
            });
            match asked {
                Ok(()) => true,
                Err(error) => {
                    *said.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    false
                }
            }
        };
        let options = TriageOptions {
            lang,
            extra,
            midnights,
            tick: Some(&tick),
        };
        let engine = engine_of(engine)?;
        // Some libraries have one open result at a time: the rejects are read to their end before the lines begin.
        let rejects = read(py, import("rejects", rejects, &columns)?)?;
        let lines = import("lines", lines, &columns)?;
        let rights = rights.inner();
        let batches = py.detach(|| triage_rejects(&engine, rights, rejects, lines, &options));
        if let Some(error) = said.lock().unwrap_or_else(PoisonError::into_inner).take() {
            return Err(error);
        }
        let batches = batches.map_err(|fault| table(&fault))?;
        Table::of(batches).ok_or_else(|| internal("a table without a schema"))
    })
}

/// A table that is in memory.
fn read(py: Python<'_>, mut batches: Input) -> PyResult<Input> {
    let schema = batches.schema();
    let all: Result<Vec<RecordBatch>, ArrowError> = py.detach(|| batches.by_ref().collect());
    let all = all.map_err(|error| table(&BatchError::stream("rejects", error)))?;
    Ok(input(schema, all))
}

/// The columns of the triage.
#[pyfunction]
pub(crate) fn triage_columns() -> Vec<&'static str> {
    TRIAGE.to_vec()
}
