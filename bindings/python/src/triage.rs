//! Rejects in bulk.

use crate::arrow::import;
use crate::decided::language;
use crate::engine::{Engine, engine_of};
use crate::fault::{guarded, internal, table};
use crate::table::{Rights, Table, extra};
use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use pyo3::prelude::*;
use tierspayant_batch::{BatchError, Input, TRIAGE, TriageOptions, input, triage_rejects};

/// Triages a table of rejects with the lines of their claims: one row for each, in order.
#[pyfunction]
#[pyo3(signature = (rejects, lines, rights, *, lang, extra, midnights, engine))]
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
    engine: Option<&Bound<'_, Engine>>,
) -> PyResult<Table> {
    guarded(|| {
        let options = TriageOptions {
            lang: language(lang)?,
            extra: self::extra(extra)?,
            midnights,
            ..TriageOptions::default()
        };
        let engine = engine_of(engine)?;
        // Some libraries have one open result at a time: the rejects are read to their end before the lines begin.
        let rejects = read(py, import("rejects", rejects)?)?;
        let lines = import("lines", lines)?;
        let rights = rights.inner();
        let batches = py
            .detach(|| triage_rejects(&engine, rights, rejects, lines, &options))
            .map_err(|fault| table(&fault))?;
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
