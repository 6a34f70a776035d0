//! Engines: the one with the tables compiled in, and others with the tables of a folder.

use crate::fault::{error, guarded};
use pyo3::prelude::*;
use std::path::{Path, PathBuf};
use tierspayant::core::ids::ReasonId;
use tierspayant::format::Limits;
use tierspayant::tables::{TableError, embedded_files};

/// Tables and texts that answer; it never changes, and threads may share it.
#[pyclass(frozen, module = "tierspayant._native")]
pub(crate) struct Engine(tierspayant::Engine, Option<PathBuf>);

/// The engine that is given, or the one with the tables compiled in.
pub(crate) fn engine_of(engine: Option<&Bound<'_, Engine>>) -> PyResult<tierspayant::Engine> {
    match engine {
        Some(engine) => Ok(engine.get().0.clone()),
        None => Ok(tierspayant::Engine::embedded()),
    }
}

fn refused(place: impl std::fmt::Display, why: impl std::fmt::Display) -> PyErr {
    let place = place.to_string();
    error("TableError", &format!("{place}: {why}"), "TP-PY-004", &place)
}

/// The tables of a folder: its files that end in `.toml`, over those compiled in.
fn with_tables(folder: &Path) -> PyResult<tierspayant::Engine> {
    let unreadable =
        |error: std::io::Error| refused(folder.display(), format_args!("cannot be read: {error}"));
    let mut files = embedded_files();
    let mut found = 0_usize;
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_none_or(|end| end != "toml") {
            continue;
        }
        let shown = path.display();
        let wrong = |error: std::io::Error| refused(shown, format_args!("cannot be read: {error}"));
        let size = std::fs::metadata(&path).map_err(wrong)?.len();
        Limits::default()
            .check_size(size)
            .map_err(|fault| refused(path.display(), fault.fault()))?;
        let text = std::fs::read_to_string(&path).map_err(|error| refused(path.display(), error))?;
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        files.insert(name, text);
        found = found.saturating_add(1);
    }
    if found == 0 {
        return Err(refused(folder.display(), "there is no table in this folder"));
    }
    let file = |name: &str| folder.join(name);
    tierspayant::Engine::with_tables(&files).map_err(|error| match error {
        TableError::Wrong {
            file: name,
            line,
            why,
        } => refused(format_args!("{}:{line}", file(name).display()), why),
        TableError::NotATable { file: name } => refused(file(&name).display(), "there is no such table"),
        TableError::Missing { file: name } => refused(file(name).display(), "this table is missing"),
    })
}

#[pymethods]
impl Engine {
    #[new]
    #[pyo3(signature = (*, tables=None))]
    fn new(py: Python<'_>, tables: Option<PathBuf>) -> PyResult<Self> {
        guarded(|| {
            let Some(folder) = tables else {
                return Ok(Engine(tierspayant::Engine::embedded(), None));
            };
            let made = py.detach(|| with_tables(&folder))?;
            Ok(Engine(made, Some(folder)))
        })
    }

    /// The folder of its own tables; nothing where it has those of this version.
    #[getter]
    fn tables(&self) -> Option<PathBuf> {
        self.1.clone()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py()
            .import("tierspayant._travel")?
            .call_method1("reduce_engine", (slf,))
    }

    /// The edition of the rules.
    #[getter]
    fn edition(&self) -> String {
        self.0.tables().decision.edition.to_string()
    }

    /// The digest of the tables.
    #[getter]
    fn digest(&self) -> String {
        self.0.tables().decision.digest.to_string()
    }

    /// The first day that the rules cover.
    #[getter]
    fn covers_from(&self) -> Option<String> {
        self.0.tables().decision.covers.start().map(|day| day.to_string())
    }

    /// The last day that the rules cover.
    #[getter]
    fn covers_to(&self) -> Option<String> {
        self.0.tables().decision.covers.end().map(|day| day.to_string())
    }

    /// Every reason: its id, its rule and the class of reject to expect.
    fn reasons(&self) -> Vec<(&'static str, &'static str, Option<&'static str>)> {
        let rules = &self.0.tables().decision.rules;
        let reject = |id| {
            let class = rules.reason(id).and_then(|info| info.reject);
            class.map(|class| class.as_str())
        };
        ReasonId::ALL
            .iter()
            .map(|id| (id.as_str(), id.rule().as_str(), reject(*id)))
            .collect()
    }

    /// A word of the answer as the counter reads it.
    fn word(&self, lang: &str, table: &str, word: &str) -> PyResult<String> {
        let lang = crate::decided::language(lang)?;
        Ok(self.0.texts().word(lang, table, word))
    }

    fn __repr__(&self) -> String {
        let digest = self.digest();
        format!(
            "<Engine {} ({})>",
            self.edition(),
            digest.get(..12).unwrap_or(&digest)
        )
    }
}
