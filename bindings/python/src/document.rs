//! Any document that Python gives: bytes and text are JSON, dicts and typed objects are read in place.

use crate::fault::{error, input};
use crate::held::{Held, Walk};
use crate::quick::Given;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyMemoryView, PyString};
use std::cell::Cell;
use tierspayant::core::model::Dossier;
use tierspayant::format::{
    InputError, Limits, RejectDocument, dossier_from, dossier_of, parse_dossier, parse_reject, reject_from,
    reject_of,
};

/// Documents from this size on, in bytes, are read without the interpreter.
const LARGE: usize = 64 * 1024;

/// A dossier.
pub(crate) fn dossier(document: &Bound<'_, PyAny>) -> PyResult<Dossier> {
    if let Some(dossier) = quick(document, |given| dossier_of(given)) {
        return Ok(dossier);
    }
    read(document, parse_dossier, |held| dossier_from(held))
}

/// A reject with its dossier.
pub(crate) fn reject(document: &Bound<'_, PyAny>) -> PyResult<RejectDocument> {
    if let Some(reject) = quick(document, |given| reject_of(given)) {
        return Ok(reject);
    }
    read(document, parse_reject, |held| reject_from(held))
}

/// What a dict certainly is.
fn quick<T>(
    document: &Bound<'_, PyAny>,
    read: impl for<'a, 'py> FnOnce(Given<'a, 'py>) -> Option<T>,
) -> Option<T> {
    let left = Cell::new(Limits::default().values);
    document
        .is_instance_of::<PyDict>()
        .then(|| read(Given::new(document, &left)))?
}

fn read<T: Send>(
    document: &Bound<'_, PyAny>,
    parse: fn(&[u8]) -> Result<T, InputError>,
    walk: impl for<'a, 'py> FnOnce(Held<'a, 'py>) -> Result<T, InputError>,
) -> PyResult<T> {
    let py = document.py();
    let parsed = |bytes: &[u8]| {
        let read = if bytes.len() >= LARGE {
            py.detach(|| parse(bytes))
        } else {
            parse(bytes)
        };
        read.map_err(|fault| input(&fault))
    };
    if let Ok(bytes) = document.cast::<PyBytes>() {
        return parsed(bytes.as_bytes());
    }
    if let Ok(text) = document.cast::<PyString>() {
        // The error of Python holds the text, which may be of a person.
        let not_utf8 = |_| error("InputError", "document: not UTF-8", "TP-IN-002", "document");
        return parsed(text.to_str().map_err(not_utf8)?.as_bytes());
    }
    if let Ok(bytes) = document.cast::<PyByteArray>() {
        return parsed(&bytes.to_vec());
    }
    if document.is_instance_of::<PyMemoryView>() {
        let bytes = document.call_method0("tobytes")?;
        return parsed(bytes.cast::<PyBytes>()?.as_bytes());
    }
    if !crate::held::is_object(document)? {
        let name = document.get_type().name()?;
        let message = format!("expected a dict, a typed object, JSON text or bytes, not {name}");
        return Err(PyTypeError::new_err(message));
    }
    let limit = Limits::default().values;
    let context = Walk::new(limit);
    let found = walk(Held::new(document, &context));
    if let Some(error) = context.error.take() {
        return Err(error);
    }
    if context.is_exhausted() {
        let message = format!("document: more than {limit} values, the limit");
        return Err(error("InputError", &message, "TP-IN-007", "document"));
    }
    found.map_err(|fault| match context.found.take() {
        Some(what) => error(
            "InputError",
            &format!("{}: {what}", fault.place()),
            fault.code(),
            fault.place(),
        ),
        None => input(&fault),
    })
}
