//! A decision as Python holds it: what costs nothing at once, texts and what-if when they are asked for.

use crate::document::dossier;
use crate::engine::{Engine, engine_of};
use crate::fault::{guarded, option};
use pyo3::prelude::*;
use std::sync::{Arc, OnceLock};
use tierspayant::core::decision::Decision;
use tierspayant::core::finding::Severity;
use tierspayant::core::question::Case;
use tierspayant::core::model::Dossier;
use tierspayant::{Audience, Lang, Options};

pub(crate) fn language(lang: &str) -> PyResult<Lang> {
    lang.parse()
        .map_err(|_| option("lang", "expected one of: fr, en"))
}

/// A decision, with all that its answer is written from.
#[pyclass(frozen, module = "tierspayant._native")]
pub(crate) struct Decided {
    engine: Arc<tierspayant::Engine>,
    dossier: Dossier,
    case: Case,
    decision: Decision,
    options: Options,
    body: OnceLock<String>,
    json: OnceLock<String>,
}

impl Decided {
    fn written(&self, what_if: bool) -> String {
        let options = Options {
            what_if,
            ..self.options
        };
        self.engine
            .answer(&self.dossier, &self.case, &self.decision, &options)
            .to_json()
    }

    fn cached(&self, py: Python<'_>, cache: &OnceLock<String>, what_if: bool) -> PyResult<String> {
        guarded(|| {
            if cache.get().is_none() {
                // Two threads may both write it: they write the same.
                let text = py.detach(|| self.written(what_if));
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
        self.decision.verdict().as_str()
    }

    #[getter]
    fn basis(&self) -> Option<&'static str> {
        self.decision.verdict().basis()
    }

    #[getter]
    fn guarantee(&self) -> &'static str {
        self.decision.guarantee().as_str()
    }

    #[getter]
    fn claim_id(&self) -> Option<&str> {
        self.dossier.claim.id.as_deref()
    }

    /// The language of its texts.
    #[getter]
    fn lang(&self) -> &'static str {
        self.options.lang.as_str()
    }

    /// The answer without what-if, as JSON.
    #[getter]
    fn body(&self, py: Python<'_>) -> PyResult<String> {
        self.cached(py, &self.body, false)
    }

    /// The whole answer, as JSON.
    #[getter]
    fn json(&self, py: Python<'_>) -> PyResult<String> {
        if self.options.what_if {
            self.cached(py, &self.json, true)
        } else {
            self.body(py)
        }
    }

    /// What to do next, each text once: what is needed first, advice after.
    fn todo(&self) -> PyResult<Vec<(bool, String)>> {
        guarded(|| {
            let texts = self.engine.texts();
            let mut tasks: Vec<(bool, String)> = Vec::new();
            for reason in &self.decision.reasons {
                let needed = reason.effect.severity() != Severity::Notice;
                for remedy in reason.remedies.iter() {
                    let text = texts.remedy(self.options.lang, Audience::Counter, remedy, &reason.facts);
                    match tasks.iter_mut().find(|(_, known)| *known == text) {
                        Some((known, _)) => *known |= needed,
                        None => tasks.push((needed, text)),
                    }
                }
            }
            tasks.sort_by_key(|(needed, _)| !needed);
            Ok(tasks)
        })
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
        let case = engine.case(&dossier);
        let decision = engine.decide(&case);
        Ok(Decided {
            engine,
            dossier,
            case,
            decision,
            options: Options { lang, what_if },
            body: OnceLock::new(),
            json: OnceLock::new(),
        })
    })
}
