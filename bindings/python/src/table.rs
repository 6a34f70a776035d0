//! Tables: rights indexed once, lines checked, answers given out.

use crate::arrow::{Interruptible, Names, export, import};
use crate::engine::{Engine, engine_of};
use crate::fault::{error, guarded, option, table};
use crate::one::parsed;
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::SchemaRef;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict};
use std::sync::{Arc, Mutex, PoisonError};
use tierspayant_batch::schema::{REJECTS, TABLES};
use tierspayant_batch::{
    AnswerStream, BatchError, Columns, Encoding, Extra, Input, KnownBy, List, Lists, Options, RightsBuilder,
    RightsOptions, TriageOptions, answer_schema, input,
};

/// Tables by name, each as an Arrow stream.
type Streams = Vec<(&'static str, Vec<u8>)>;

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
    /// The tables that it was made from, where it was asked to travel.
    kept: Option<Vec<(&'static str, Vec<RecordBatch>)>>,
    made: Made,
}

/// The words of the options: source, moment, complete tables, régimes, extra columns, midnights.
type Made = (
    Option<String>,
    Option<String>,
    Vec<String>,
    Vec<String>,
    String,
    bool,
);

impl Rights {
    pub(crate) fn inner(&self) -> &tierspayant_batch::Rights {
        &self.rights
    }
}

#[pymethods]
impl Rights {
    #[new]
    #[pyo3(signature = (tables, *, source, observed_at, complete, complete_regimes, extra, midnights, columns, travels))]
    #[expect(
        clippy::too_many_arguments,
        reason = "each is a keyword of the Python function"
    )]
    fn new(
        py: Python<'_>,
        tables: &Bound<'_, PyDict>,
        source: Option<&str>,
        observed_at: Option<&str>,
        complete: Vec<String>,
        complete_regimes: Vec<String>,
        extra: &str,
        midnights: bool,
        columns: Names,
        travels: bool,
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
                complete_regimes: complete_regimes
                    .iter()
                    .map(|code| {
                        code.parse()
                            .map_err(|_| option("complete_regimes", "a régime has two digits"))
                    })
                    .collect::<PyResult<_>>()?,
            };
            // One table after the other: some libraries have one open result at a time.
            let mut kept = travels.then(Vec::new);
            let mut builder = RightsBuilder::new(options);
            for name in RightsBuilder::TABLES.iter().copied() {
                let Some(object) = tables.get_item(name)?.filter(|object| !object.is_none()) else {
                    continue;
                };
                let mut batches = import(name, &object, &columns)?;
                if let Some(kept) = &mut kept {
                    let schema = batches.schema();
                    let all: Result<Vec<RecordBatch>, _> = py.detach(|| batches.by_ref().collect());
                    let all = all.map_err(|error| table(&BatchError::stream(name, error)))?;
                    kept.push((
                        name,
                        if all.is_empty() {
                            vec![RecordBatch::new_empty(Arc::clone(&schema))]
                        } else {
                            all.clone()
                        },
                    ));
                    batches = input(schema, all);
                }
                py.detach(|| builder.add(name, batches))
                    .map_err(|fault| table(&fault))?;
            }
            let built = py.detach(|| builder.finish()).map_err(|fault| table(&fault))?;
            let rights = Arc::new(built);
            let made = (
                source.map(str::to_owned),
                observed_at.map(str::to_owned),
                complete,
                complete_regimes,
                extra.to_owned(),
                midnights,
            );
            Ok(Rights { rights, kept, made })
        })
    }

    /// The tables that it was made from, each as an Arrow stream; nothing where it was not asked to travel.
    fn kept(&self) -> PyResult<Option<Streams>> {
        guarded(|| {
            let Some(kept) = &self.kept else {
                return Ok(None);
            };
            let mut tables = Vec::new();
            for (name, batches) in kept {
                let failed = |error| table(&BatchError::stream(name, error));
                let Some(first) = batches.first() else {
                    continue;
                };
                let mut bytes = Vec::new();
                let mut writer = StreamWriter::try_new(&mut bytes, &first.schema()).map_err(failed)?;
                for batch in batches {
                    writer.write(batch).map_err(failed)?;
                }
                writer.finish().map_err(failed)?;
                drop(writer);
                tables.push((*name, bytes));
            }
            Ok(Some(tables))
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

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py()
            .import("tierspayant._travel")?
            .call_method1("reduce_rights", (slf,))
    }

    /// How it was made, but for the tables.
    #[getter]
    fn made(&self) -> Made {
        self.made.clone()
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
            export(py, Box::new(Interruptible(reader)))
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
            if let Source::Answers(answers) = &source {
                batches = answers.restored(batches).map_err(|fault| table(&fault))?;
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

    /// The first rows.
    #[pyo3(signature = (rows=5))]
    fn head(&self, rows: usize) -> Table {
        let mut left = rows;
        let mut batches = Vec::new();
        for batch in &self.batches {
            let here = left.min(batch.num_rows());
            if here > 0 {
                batches.push(batch.slice(0, here));
            }
            left = left.saturating_sub(here);
        }
        Table {
            schema: Arc::clone(&self.schema),
            batches,
            rows: rows.min(self.rows),
        }
    }

    /// The table as a pandas frame, words as plain text.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frames(slf, "to_pandas")
    }

    /// The table as a polars frame.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frames(slf, "to_polars")
    }

    /// One column, as an Arrow array.
    fn __getitem__<'py>(slf: &Bound<'py, Self>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        if !slf.get().schema.fields().iter().any(|field| field.name() == name) {
            return Err(pyo3::exceptions::PyKeyError::new_err(name.to_owned()));
        }
        slf.py()
            .import("tierspayant._frames")?
            .call_method1("column", (slf, name))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frames(slf, "to_html")
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frames(slf, "reduce_table")
    }

    /// The table as an Arrow stream.
    fn ipc<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        guarded(|| {
            let failed = |error| table(&BatchError::stream("table", error));
            let mut bytes = Vec::new();
            let mut writer = StreamWriter::try_new(&mut bytes, &self.schema).map_err(failed)?;
            for batch in &self.batches {
                writer.write(batch).map_err(failed)?;
            }
            writer.finish().map_err(failed)?;
            drop(writer);
            Ok(PyBytes::new(py, &bytes))
        })
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

fn frames<'py>(of: &Bound<'py, Table>, function: &str) -> PyResult<Bound<'py, PyAny>> {
    of.py()
        .import("tierspayant._frames")?
        .call_method1(function, (of,))
}

/// A table from an Arrow stream.
#[pyfunction]
pub(crate) fn table_from_ipc(bytes: &[u8]) -> PyResult<Table> {
    guarded(|| {
        let failed = |error| table(&BatchError::stream("table", error));
        let reader = StreamReader::try_new(bytes, None).map_err(failed)?;
        let schema = reader.schema();
        let batches = reader.collect::<Result<Vec<_>, _>>().map_err(failed)?;
        let rows = batches.iter().map(RecordBatch::num_rows).sum();
        Ok(Table {
            schema,
            batches,
            rows,
        })
    })
}

/// Refuses names that a table does not have: all of them, each with the nearest one.
#[pyfunction]
pub(crate) fn check_names(table: &str, names: Vec<String>) -> PyResult<()> {
    let spec = TABLES.iter().chain([&REJECTS]).find(|one| one.name == table);
    let spec = spec.ok_or_else(|| option("table", "no table of that name"))?;
    spec.check_names(names.iter().map(String::as_str))
        .map_err(|fault| self::table(&fault))
}

/// The columns of the answer: name and type.
#[pyfunction]
pub(crate) fn answer_columns() -> Vec<(String, String)> {
    let schema = answer_schema(Encoding::Text);
    let fields = schema.fields().iter();
    fields
        .map(|field| (field.name().clone(), field.data_type().to_string()))
        .collect()
}

/// The dossier that a table of lines and the rights make of one claim, as JSON.
#[pyfunction]
#[pyo3(signature = (lines, rights, claim_id, *, extra, midnights, columns))]
pub(crate) fn dossier_of(
    py: Python<'_>,
    lines: &Bound<'_, PyAny>,
    rights: &Rights,
    claim_id: &str,
    extra: &str,
    midnights: bool,
    columns: Names,
) -> PyResult<String> {
    guarded(|| {
        let extra = self::extra(extra)?;
        let lines = import("lines", lines, &columns)?;
        let rights = rights.inner();
        let found = py.detach(|| {
            let options = TriageOptions {
                extra,
                midnights,
                ..TriageOptions::default()
            };
            tierspayant_batch::dossier_of(rights, lines, claim_id, &options)
        });
        let dossier = found.map_err(|fault| table(&fault))?;
        Ok(tierspayant::format::dossier_to_json(&dossier))
    })
}

/// Checks lines against rights: the answers are made as they are asked for.
#[pyfunction]
#[pyo3(signature = (lines, rights, *, as_of, known_by, threads, rows, extra, midnights, dictionary, columns, keys, answer, gather, engine))]
#[expect(
    clippy::too_many_arguments,
    reason = "each is a keyword of the Python function"
)]
pub(crate) fn check_lines(
    lines: &Bound<'_, PyAny>,
    rights: &Rights,
    as_of: Option<&str>,
    known_by: &str,
    threads: usize,
    rows: usize,
    extra: &str,
    midnights: bool,
    dictionary: bool,
    columns: Names,
    keys: bool,
    answer: Option<Vec<String>>,
    gather: bool,
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
            known_by: (KnownBy::ALL.iter().copied().find(|one| one.as_str() == known_by))
                .ok_or_else(|| option("known_by", "expected one of: now, care_date"))?,
            gather,
            keys,
            columns: match answer {
                Some(names) => {
                    let named = Columns::named(names.iter().map(String::as_str));
                    named.map_err(|fault| table(&fault))?
                }
                None => Columns::default(),
            },
        };
        let lines = import("lines", lines, &columns)?;
        let answers =
            tierspayant_batch::check_lines(engine_of(engine)?, Arc::clone(&rights.rights), lines, &options)
                .map_err(|fault| table(&fault))?;
        Ok(Stream {
            schema: answers.schema(),
            source: Mutex::new(Some(Source::Answers(Box::new(answers)))),
        })
    })
}
