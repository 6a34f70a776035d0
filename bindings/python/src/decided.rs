//! A decision as Python holds it: what costs nothing at once, texts and what-if when they are asked for.

use crate::document::dossier;
use crate::engine::{Engine, engine_of};
use crate::fault::{guarded, option};
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
    checked: Checked<'static>,
    options: Options,
    body: OnceLock<String>,
    json: OnceLock<String>,
}

impl Decided {
    fn cached(&self, py: Python<'_>, cache: &OnceLock<String>, options: Options) -> PyResult<String> {
        guarded(|| {
            if cache.get().is_none() {
                // Two threads may both write it: they write the same.
                let text = py.detach(|| self.checked.to_json(&options));
                let _ = cache.set(text);
            }
            Ok(cache.get().cloned().unwrap_or_default())
        })
    }
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

    /// The answer without what costs more than the rest: the what-if and the digest; as JSON.
    #[getter]
    fn body(&self, py: Python<'_>) -> PyResult<String> {
        self.cached(py, &self.body, self.options.without_what_if().without_digest())
    }

    /// The whole answer, as JSON.
    #[getter]
    fn json(&self, py: Python<'_>) -> PyResult<String> {
        self.cached(py, &self.json, self.options)
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
            body: OnceLock::new(),
            json: OnceLock::new(),
        })
    })
}
