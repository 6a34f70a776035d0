//! Tables: rights indexed once, lines checked, answers given out.

use crate::arrow::{export, import};
use crate::engine::{Engine, engine_of};
use crate::fault::{error, guarded, option, table};
use crate::one::parsed;
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::SchemaRef;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};
use std::sync::{Arc, Mutex, PoisonError};
use tierspayant_batch::{
    AnswerStream, BatchError, Encoding, Extra, Input, List, Lists, Options, RightsBuilder, RightsOptions,
    input,
};

/// What becomes of columns that no rule reads, by its word.
const CODES: &[(&str, Extra)] = &[
    ("refuse", Extra::Refuse),
    ("ignore", Extra::Ignore),
    ("keep", Extra::Keep),
];

pub(crate) fn extra(word: &str) -> PyResult<Extra> {
    let known = CODES.iter().find(|(name, _)| *name == word);
    known
        .map(|(_, extra)| *extra)
        .ok_or_else(|| option("extra", "expected one of: refuse, ignore, keep"))
}

/// The rights of everybody, indexed once; threads may share it.
#[pyclass(frozen, module = "tierspayant._native")]
pub(crate) struct Rights {
    rights: Arc<tierspayant_batch::Rights>,
}

impl Rights {
    pub(crate) fn inner(&self) -> &tierspayant_batch::Rights {
        &self.rights
    }
}

#[pymethods]
impl Rights {
    #[new]
    #[pyo3(signature = (tables, *, source, observed_at, complete, extra, midnights))]
    fn new(
        py: Python<'_>,
        tables: &Bound<'_, PyDict>,
        source: Option<&str>,
        observed_at: Option<&str>,
        complete: Vec<String>,
        extra: &str,
        midnights: bool,
    ) -> PyResult<Self> {
        guarded(|| {
            let mut lists = Lists::default();
            for name in &complete {
                let list = parsed::<List>("complete", Some(name))?;
                lists = list.map_or(lists, |list| lists.with(list));
            }
            let options = RightsOptions {
                source: parsed("source", source)?,
                observed_at: parsed("observed_at", observed_at)?,
                complete: lists,
                extra: self::extra(extra)?,
                midnights,
                ..RightsOptions::default()
            };
            // One table after the other: some libraries have one open result at a time.
            let mut builder = RightsBuilder::new(options);
            for name in RightsBuilder::TABLES {
                let Some(object) = tables.get_item(name)?.filter(|object| !object.is_none()) else {
                    continue;
                };
                let batches = import(name, &object)?;
                py.detach(|| builder.add(name, batches))
                    .map_err(|fault| table(&fault))?;
            }
            let built = py.detach(|| builder.finish()).map_err(|fault| table(&fault))?;
            let rights = Arc::new(built);
            Ok(Rights { rights })
        })
    }

    /// How many people there are.
    #[getter]
    fn people(&self) -> usize {
        self.rights.people()
    }

    /// How many snapshots there are.
    #[getter]
    fn snapshots(&self) -> usize {
        self.rights.snapshots()
    }

    fn __repr__(&self) -> String {
        let (people, snapshots) = (self.rights.people(), self.rights.snapshots());
        format!("<Rights of {people} people, {snapshots} snapshots>")
    }
}

enum Source {
    Answers(Box<AnswerStream>),
    Batches(Input),
}

impl Source {
    fn next(&mut self) -> Option<Result<RecordBatch, BatchError>> {
        match self {
            Source::Answers(answers) => answers.next_batch(),
            Source::Batches(batches) => {
                let batch = batches.next()?;
                Some(batch.map_err(|error| BatchError::stream("table", error)))
            }
        }
    }
}

/// Batches that are made as they are asked for. They can be taken once.
#[pyclass(frozen, module = "tierspayant._native")]
pub(crate) struct Stream {
    schema: SchemaRef,
    source: Mutex<Option<Source>>,
}

impl Stream {
    pub(crate) fn of(batches: Input) -> Self {
        Stream {
            schema: batches.schema(),
            source: Mutex::new(Some(Source::Batches(batches))),
        }
    }

    fn take(&self) -> PyResult<Source> {
        let taken = self.source.lock().unwrap_or_else(PoisonError::into_inner).take();
        taken.ok_or_else(|| error("TableError", "stream: it was taken before", "TP-PY-003", "stream"))
    }
}

#[pymethods]
impl Stream {
    /// The stream, for whoever speaks the Arrow capsule protocol.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        guarded(|| {
            let reader: Box<dyn RecordBatchReader + Send> = match self.take()? {
                Source::Answers(answers) => answers,
                Source::Batches(batches) => batches,
            };
            export(py, reader)
        })
    }

    /// The whole of it as a table; `progress` is called with the number of rows after each batch.
    #[pyo3(signature = (*, progress=None))]
    fn collect(&self, py: Python<'_>, progress: Option<Bound<'_, PyAny>>) -> PyResult<Table> {
        guarded(|| {
            let mut source = self.take()?;
            let mut batches = Vec::new();
            let mut rows = 0_usize;
            loop {
                let (next, back) = py.detach(move || (source.next(), source));
                source = back;
                let Some(batch) = next else {
                    break;
                };
                let batch = batch.map_err(|fault| table(&fault))?;
                rows = rows.saturating_add(batch.num_rows());
                batches.push(batch);
                py.check_signals()?;
                if let Some(progress) = &progress {
                    progress.call1((rows,))?;
                }
            }
            Ok(Table {
                schema: Arc::clone(&self.schema),
                batches,
                rows,
            })
        })
    }

    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        names(&self.schema)
    }

    fn __repr__(&self) -> String {
        format!("<Stream of {}>", names(&self.schema).join(", "))
    }
}

fn names(schema: &SchemaRef) -> Vec<String> {
    schema.fields().iter().map(|field| field.name().clone()).collect()
}

/// A table. Any library that speaks the Arrow capsule protocol takes it, as often as it likes, without a copy.
#[pyclass(frozen, module = "tierspayant._native")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
    rows: usize,
}

impl Table {
    /// The table of some batches; there is at least one.
    pub(crate) fn of(batches: Vec<RecordBatch>) -> Option<Self> {
        let schema = batches.first()?.schema();
        let rows = batches.iter().map(RecordBatch::num_rows).sum();
        Some(Table {
            schema,
            batches,
            rows,
        })
    }
}

#[pymethods]
impl Table {
    /// The table as a stream, for whoever speaks the Arrow capsule protocol.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        guarded(|| export(py, input(Arc::clone(&self.schema), self.batches.clone())))
    }

    /// The number of rows.
    #[getter]
    fn num_rows(&self) -> usize {
        self.rows
    }

    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        names(&self.schema)
    }

    fn __len__(&self) -> usize {
        self.rows
    }

    fn __repr__(&self) -> String {
        format!(
            "<Table of {} rows: {}>",
            self.rows,
            names(&self.schema).join(", ")
        )
    }
}

/// Checks lines against rights: the answers are made as they are asked for.
#[pyfunction]
#[pyo3(signature = (lines, rights, *, as_of, threads, rows, extra, midnights, dictionary, engine))]
#[expect(
    clippy::too_many_arguments,
    reason = "each is a keyword of the Python function"
)]
pub(crate) fn check_lines(
    lines: &Bound<'_, PyAny>,
    rights: &Rights,
    as_of: Option<&str>,
    threads: usize,
    rows: usize,
    extra: &str,
    midnights: bool,
    dictionary: bool,
    engine: Option<&Bound<'_, Engine>>,
) -> PyResult<Stream> {
    guarded(|| {
        let options = Options {
            as_of: parsed("as_of", as_of)?,
            threads,
            rows,
            extra: self::extra(extra)?,
            midnights,
            encoding: if dictionary {
                Encoding::Dictionary
            } else {
                Encoding::Text
            },
            ..Options::default()
        };
        let lines = import("lines", lines)?;
        let answers =
            tierspayant_batch::check_lines(engine_of(engine)?, Arc::clone(&rights.rights), lines, &options)
                .map_err(|fault| table(&fault))?;
        Ok(Stream {
            schema: answers.schema(),
            source: Mutex::new(Some(Source::Answers(Box::new(answers)))),
        })
    })
}
