//! Errors as JavaScript sees them: an `Error` with `code` and `place`.

use js_sys::{Error, Reflect};

/// An error with its stable code and the place of the fault.
pub(crate) fn thrown(message: &str, code: &str, place: &str) -> Error {
    let error = Error::new(message);
    for (name, value) in [("code", code), ("place", place)] {
        // A new object takes every field.
        let _ = Reflect::set(&error, &name.into(), &value.into());
    }
    error
}

/// A wrong argument, by its name.
pub(crate) fn option(name: &str, message: &str) -> Error {
    thrown(&format!("{name}: {message}"), "TP-WA-001", name)
}
