//! A reason as Python holds it: what it says is made when it is asked for.

use crate::decided::Decided;
use crate::fault::guarded;
use crate::made::Made;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString};
use tierspayant::core::finding::Reason;
use tierspayant::{Audience, Checked};

/// One reason of a decision.
#[pyclass(frozen, module = "tierspayant._native")]
pub(crate) struct Found {
    decided: Py<Decided>,
    place: usize,
    kept: PyOnceLock<Py<PyDict>>,
}

impl Found {
    /// Every reason of a decision, in its order.
    pub(crate) fn all(decided: &Bound<'_, Decided>) -> Vec<Found> {
        let count = decided.get().checked.reasons().len();
        let one = |place| Found {
            decided: decided.clone().unbind(),
            place,
            kept: PyOnceLock::new(),
        };
        (0..count).map(one).collect()
    }

    fn reason(&self) -> Option<(&Checked<'static>, &Reason)> {
        let checked = &self.decided.get().checked;
        Some((checked, checked.reasons().get(self.place)?))
    }
}

#[pymethods]
impl Found {
    /// One field of it.
    fn __getitem__<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let word = |word: &str| Ok(PyString::intern(py, word).into_any());
        let or_none = |text: Option<&str>| match text {
            Some(text) => Ok(PyString::new(py, text).into_any()),
            None => Ok(py.None().into_bound(py)),
        };
        match (name, self.reason()) {
            ("id", Some((_, reason))) => word(reason.id.as_str()),
            ("severity", Some((_, reason))) => word(reason.effect.severity().as_str()),
            ("rule", Some((_, reason))) => word(reason.id.rule().as_str()),
            ("share", Some((_, reason))) => or_none(reason.share.map(|share| share.as_str())),
            ("line", Some((checked, reason))) => or_none(checked.line_of(reason).map(|line| &*line.id)),
            ("message", Some((checked, reason))) => guarded(|| {
                let lang = self.decided.get().options.lang;
                or_none(Some(&checked.message(reason, lang, Audience::Counter)))
            }),
            _ => self.whole(py)?.as_any().get_item(name),
        }
    }

    /// The whole of it, as a dict.
    fn whole<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let made = self.kept.get_or_try_init(py, || {
            let Some((checked, reason)) = self.reason() else {
                return Ok(PyDict::new(py).unbind());
            };
            let options = &self.decided.get().options;
            let made = guarded(|| checked.write_reason(reason, options, Made(py)))?;
            Ok::<_, PyErr>(made.cast_into::<PyDict>()?.unbind())
        })?;
        Ok(made.bind(py).clone())
    }

    fn __repr__(&self) -> String {
        let id = self.reason().map(|(_, reason)| reason.id.as_str());
        format!("<Found {}>", id.unwrap_or_default())
    }
}
