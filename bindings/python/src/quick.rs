//! The usual dict read in one pass, straight into the model.
//!
//! Only dicts, lists, texts, numbers and flags that are certainly right are read here. Anything else gives no value: then
//! the document is read once more by [`crate::held`], which takes more and says what is wrong.

use pyo3::PyTypeCheck;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyInt, PyList, PyString};
use std::cell::Cell;
use tierspayant::core::model::Fault;
use tierspayant::core::model::record::{Input, Misplaced, Record, Value};
use tierspayant::format::Unsure;

/// A value that Python holds.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a, 'py> {
    value: &'a Bound<'py, PyAny>,
    /// How many more values may be read.
    left: &'a Cell<usize>,
}

impl<'a, 'py> Given<'a, 'py> {
    pub(crate) const fn new(value: &'a Bound<'py, PyAny>, left: &'a Cell<usize>) -> Self {
        Given { value, left }
    }

    /// The value as one of a type of Python; none where it is `None`, and unsure where it is anything else.
    fn of<T: PyTypeCheck>(self) -> Result<Option<&'a Bound<'py, T>>, Unsure> {
        let left = self.left.get().checked_sub(1).ok_or(Unsure)?;
        self.left.set(left);
        match self.value.cast::<T>() {
            Ok(value) => Ok(Some(value)),
            Err(_) if self.value.is_none() => Ok(None),
            Err(_) => Err(Unsure),
        }
    }
}

impl Input for Given<'_, '_> {
    type Error = Unsure;

    fn text<T>(self, make: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, Unsure> {
        let Some(text) = self.of::<PyString>()? else {
            return Ok(None);
        };
        let text = text.to_str().map_err(|_| Unsure)?;
        make(text).map(Some).map_err(|_| Unsure)
    }

    fn number<T>(self, make: impl FnOnce(u64) -> Result<T, Fault>) -> Result<Option<T>, Unsure> {
        // A flag is a number of Python, and none of a document.
        if self.value.is_instance_of::<PyBool>() {
            return Err(Unsure);
        }
        let Some(number) = self.of::<PyInt>()? else {
            return Ok(None);
        };
        let number = number.extract().map_err(|_| Unsure)?;
        make(number).map(Some).map_err(|_| Unsure)
    }

    fn boolean(self) -> Result<Option<bool>, Unsure> {
        Ok(self.of::<PyBool>()?.map(|flag| flag.is_true()))
    }

    fn list<T: Value, U>(
        self,
        make: impl FnOnce(Vec<T>) -> Result<U, Misplaced>,
    ) -> Result<Option<U>, Unsure> {
        let Some(list) = self.of::<PyList>()? else {
            return Ok(None);
        };
        let read = |value: Bound<'_, PyAny>| T::read(Given::new(&value, self.left))?.ok_or(Unsure);
        let items: Result<Vec<T>, Unsure> = list.iter().map(read).collect();
        make(items?).map(Some).map_err(|_| Unsure)
    }

    fn record<R: Record>(self) -> Result<Option<R>, Unsure> {
        let Some(dict) = self.of::<PyDict>()? else {
            return Ok(None);
        };
        let mut draft = R::Draft::default();
        for (key, value) in dict.iter() {
            let key = key.cast::<PyString>().map_err(|_| Unsure)?;
            let key = key.to_str().map_err(|_| Unsure)?;
            R::take(&mut draft, key, Given::new(&value, self.left))?;
        }
        R::finish(draft).map(Some).map_err(|_| Unsure)
    }

    fn refuse(self, _: Fault) -> Unsure {
        Unsure
    }
}
