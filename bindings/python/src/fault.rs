//! Errors as Python sees them: classes of `tierspayant._errors`, with code and place; a panic is one of them.

use pyo3::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tierspayant::format::InputError;
use tierspayant_batch::BatchError;

/// An error of the package.
pub(crate) fn error(class: &str, message: &str, code: &str, place: &str) -> PyErr {
    Python::attach(|py| {
        let made = || -> PyResult<Bound<'_, PyAny>> {
            py.import("tierspayant._errors")?
                .getattr(class)?
                .call1((message, code, place))
        };
        match made() {
            Ok(error) => PyErr::from_value(error),
            Err(error) => error,
        }
    })
}

pub(crate) fn input(fault: &InputError) -> PyErr {
    error("InputError", &fault.to_string(), fault.code(), fault.place())
}

pub(crate) fn table(fault: &BatchError) -> PyErr {
    error("TableError", &fault.to_string(), fault.code(), fault.place())
}

pub(crate) fn option(name: &str, message: &str) -> PyErr {
    error("InputError", &format!("{name}: {message}"), "TP-PY-001", name)
}

pub(crate) fn internal(message: &str) -> PyErr {
    error("InternalError", message, "TP-PY-099", "tierspayant")
}

/// Runs a function that must not panic. If it does, that is an error of the package and not of the interpreter.
pub(crate) fn guarded<T>(run: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err(internal("a fault of the library")))
}
