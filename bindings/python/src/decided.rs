//! A decision as Python holds it: what costs nothing at once, texts and what-if when they are asked for.

use crate::document::dossier;
use crate::engine::{Engine, engine_of};
use crate::fault::{guarded, option};
use crate::found::Found;
use crate::made::Made;
use pyo3::prelude::*;
use std::sync::OnceLock;
use tierspayant::{Audience, Checked, HtmlFrame, HtmlStyle, Lang, Options};

pub(crate) fn language(lang: &str) -> PyResult<Lang> {
    lang.parse()
        .map_err(|_| option("lang", "expected one of: fr, en"))
}

/// A decision, with all that its answer is written from.
#[pyclass(frozen, module = "tierspayant._native")]
pub(crate) struct Decided {
    pub(crate) checked: Checked<'static>,
    pub(crate) options: Options,
    json: OnceLock<String>,
}

#[pymethods]
impl Decided {
    #[getter]
    fn verdict(&self) -> &'static str {
        self.checked.verdict().as_str()
    }

    #[getter]
    fn basis(&self) -> Option<&'static str> {
        self.checked.verdict().basis()
    }

    #[getter]
    fn guarantee(&self) -> &'static str {
        self.checked.guarantee().as_str()
    }

    #[getter]
    fn claim_id(&self) -> Option<&str> {
        self.checked.claim().id.as_deref()
    }

    /// The language of its texts.
    #[getter]
    fn lang(&self) -> &'static str {
        self.options.lang.as_str()
    }

    /// The answer without what costs more than the rest, the what-if and the digest, as a new dict.
    fn body<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let options = self.options.without_what_if().without_digest();
        guarded(|| self.checked.write(&options, Made(py)))
    }

    /// Its lines, as new dicts.
    fn lines<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        guarded(|| self.checked.write_lines(Made(py)))
    }

    /// Its reasons.
    fn reasons(slf: &Bound<'_, Self>) -> Vec<Found> {
        Found::all(slf)
    }

    /// The whole answer, as JSON.
    #[getter]
    fn json(&self, py: Python<'_>) -> PyResult<&str> {
        guarded(|| {
            if self.json.get().is_none() {
                // Two threads may both write it: they write the same.
                let text = py.detach(|| self.checked.to_json(&self.options));
                let _ = self.json.set(text);
            }
            Ok(self.json.get().map(String::as_str).unwrap_or_default())
        })
    }

    /// The page of the answer as HTML, without its style sheet.
    fn page(&self, py: Python<'_>) -> PyResult<String> {
        let style = HtmlStyle {
            frame: HtmlFrame::Bare,
            ..HtmlStyle::default()
        };
        let written = || self.checked.explain(self.options.lang, Audience::Counter, style);
        guarded(|| Ok(py.detach(written)))
    }

    fn __repr__(&self) -> String {
        format!("<Decided {}>", self.verdict())
    }
}

/// Decides a dossier.
#[pyfunction]
#[pyo3(signature = (dossier, lang, what_if, engine))]
pub(crate) fn check(
    dossier: &Bound<'_, PyAny>,
    lang: &str,
    what_if: bool,
    engine: Option<&Bound<'_, Engine>>,
) -> PyResult<Decided> {
    guarded(|| {
        let lang = language(lang)?;
        let engine = engine_of(engine)?;
        let dossier = self::dossier(dossier)?;
        Ok(Decided {
            checked: engine.check_owned(dossier),
            options: Options {
                lang,
                what_if,
                ..Options::default()
            },
            json: OnceLock::new(),
        })
    })
}
