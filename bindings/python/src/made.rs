//! Documents of the library as values of Python: dicts, lists, texts, numbers, made in place.

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyList, PyString};
use tierspayant::core::model::record::{Fields, Output, Record, Value};

/// A place for one value of Python.
#[derive(Clone, Copy)]
pub(crate) struct Made<'py>(pub(crate) Python<'py>);

impl<'py> Output for Made<'py> {
    type Done = Bound<'py, PyAny>;
    type Error = PyErr;

    fn text(self, text: &str) -> PyResult<Self::Done> {
        Ok(PyString::new(self.0, text).into_any())
    }

    fn number(self, number: u64) -> PyResult<Self::Done> {
        Ok(number.into_pyobject(self.0)?.into_any())
    }

    fn integer(self, number: i64) -> PyResult<Self::Done> {
        Ok(number.into_pyobject(self.0)?.into_any())
    }

    fn boolean(self, boolean: bool) -> PyResult<Self::Done> {
        Ok(PyBool::new(self.0, boolean).to_owned().into_any())
    }

    fn nothing(self) -> PyResult<Self::Done> {
        Ok(self.0.None().into_bound(self.0))
    }

    fn list<T: Value>(self, items: &[T]) -> PyResult<Self::Done> {
        let list = PyList::empty(self.0);
        for item in items {
            list.append(item.write(self)?)?;
        }
        Ok(list.into_any())
    }

    fn record<R: Record>(self, record: &R) -> PyResult<Self::Done> {
        let dict = PyDict::new(self.0);
        record.write(&mut Entries(&dict))?;
        Ok(dict.into_any())
    }
}

/// The entries of a dict.
struct Entries<'a, 'py>(&'a Bound<'py, PyDict>);

impl Fields for Entries<'_, '_> {
    type Error = PyErr;

    fn field<T: Value>(&mut self, name: &'static str, value: &T) -> PyResult<()> {
        let py = self.0.py();
        self.0
            .set_item(PyString::intern(py, name), value.write(Made(py))?)
    }
}
