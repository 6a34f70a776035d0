//! Python values as a document: dicts, lists, texts, numbers, days and the typed objects of the package, read in place.

use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple, PyType, iter::BoundDictIterator,
};
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::cell::{Cell, RefCell};
use tierspayant::format::{NOT_UTF8, TOO_DEEP};
use typed_arena::Arena;

/// How deep lists and dicts may be nested, as in JSON.
const DEEPEST: u8 = 127;

/// How many values a usual dossier has.
const USUAL: usize = 128;

/// What is common to one walk through a document.
pub(crate) struct Walk<'py> {
    /// The values that were met: they stay until the walk is over, so that texts are read where they are.
    met: Arena<Bound<'py, PyAny>>,
    /// The error of Python that ended the walk, where it is none of the document's.
    pub(crate) error: RefCell<Option<PyErr>>,
    /// What was found where a value cannot be of any document; the reader says where.
    pub(crate) found: RefCell<Option<String>>,
    left: Cell<usize>,
}

impl<'py> Walk<'py> {
    /// A walk that reads at most so many values.
    pub(crate) fn new(values: usize) -> Self {
        Walk {
            met: Arena::with_capacity(USUAL),
            error: RefCell::new(None),
            found: RefCell::new(None),
            left: Cell::new(values),
        }
    }

    /// Whether there were too many values.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.left.get() == 0
    }

    fn meet(&self, value: Bound<'py, PyAny>) -> &Bound<'py, PyAny> {
        self.met.alloc(value)
    }

    fn found(&self, what: &str) -> Fault {
        self.found.replace(Some(what.to_owned()));
        Fault(what.to_owned())
    }

    fn fails(&self, error: PyErr) -> Fault {
        self.error.replace(Some(error));
        Fault("python".to_owned())
    }
}

/// Why a value cannot be read; its text is what the reader of documents knows.
#[derive(Debug)]
pub(crate) struct Fault(String);

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Fault(message.to_string())
    }
}

/// A value to read.
#[derive(Clone, Copy)]
pub(crate) struct Held<'a, 'py> {
    value: &'a Bound<'py, PyAny>,
    walk: &'a Walk<'py>,
    depth: u8,
}

impl<'a, 'py> Held<'a, 'py> {
    pub(crate) fn new(value: &'a Bound<'py, PyAny>, walk: &'a Walk<'py>) -> Self {
        Held {
            value,
            walk,
            depth: DEEPEST,
        }
    }

    fn deeper(self) -> Result<u8, Fault> {
        self.depth
            .checked_sub(1)
            .ok_or_else(|| Fault(TOO_DEEP.to_owned()))
    }
}

fn utf8<'a>(text: &'a Bound<'_, PyString>, walk: &Walk<'_>) -> Result<&'a str, Fault> {
    text.to_str().map_err(|error| {
        // The error of Python holds the text, which may be of a person.
        if error.is_instance_of::<PyUnicodeEncodeError>(text.py()) {
            Fault(NOT_UTF8.to_owned())
        } else {
            walk.fails(error)
        }
    })
}

/// The class of typed objects, whose `_wire` names their fields.
fn typed(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static TYPED: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    TYPED.import(py, "tierspayant._typed", "Typed")
}

/// Whether a value can be a whole document.
pub(crate) fn is_object(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(value.is_instance_of::<PyDict>() || value.is_instance(typed(value.py())?)?)
}

fn day(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static DAY: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DAY.import(py, "datetime", "date")
}

impl<'de> Deserializer<'de> for Held<'de, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Held { value, walk, .. } = self;
        walk.left.set(walk.left.get().saturating_sub(1));
        if walk.is_exhausted() {
            return Err(Fault(TOO_DEEP.to_owned()));
        }
        if let Ok(text) = value.cast::<PyString>() {
            visitor.visit_borrowed_str(utf8(text, walk)?)
        } else if let Ok(dict) = value.cast::<PyDict>() {
            visitor.visit_map(Entries {
                entries: dict.iter(),
                value: None,
                walk,
                depth: self.deeper()?,
            })
        } else if let Ok(list) = value.cast::<PyList>() {
            visitor.visit_seq(Items {
                items: list.iter(),
                walk,
                depth: self.deeper()?,
            })
        } else if value.is_none() {
            visitor.visit_unit()
        } else if let Ok(boolean) = value.cast::<PyBool>() {
            visitor.visit_bool(boolean.is_true())
        } else if value.is_instance_of::<PyInt>() {
            match (value.extract::<u64>(), value.extract::<i64>()) {
                (Ok(number), _) => visitor.visit_u64(number),
                (_, Ok(number)) => visitor.visit_i64(number),
                _ => visitor.visit_f64(f64::NAN),
            }
        } else if let Ok(number) = value.cast::<PyFloat>() {
            // A gap of pandas or numpy.
            if number.value().is_nan() {
                return Err(walk.found("found NaN: leave the field out where nothing is known"));
            }
            visitor.visit_f64(f64::NAN)
        } else {
            self.other(visitor)
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> Held<'de, '_> {
    /// Tuples, typed objects and days.
    fn other<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Held { value, walk, .. } = self;
        let py = value.py();
        let python = |error| walk.fails(error);
        if let Ok(tuple) = value.cast::<PyTuple>() {
            return visitor.visit_seq(Items {
                items: tuple.iter(),
                walk,
                depth: self.deeper()?,
            });
        }
        if value.is_instance(typed(py).map_err(python)?).map_err(python)? {
            let wire = value.getattr("_wire").map_err(python)?;
            return visitor.visit_map(Fields {
                object: value,
                fields: wire
                    .cast_into::<PyTuple>()
                    .map_err(|error| python(error.into()))?
                    .into_iter(),
                value: None,
                walk,
                depth: self.deeper()?,
            });
        }
        if value.is_instance(day(py).map_err(python)?).map_err(python)? {
            let text = value.call_method0("isoformat").map_err(python)?;
            let text = text
                .cast_into::<PyString>()
                .map_err(|error| python(error.into()))?;
            let text = utf8(&text, walk)?;
            if text == "NaT" {
                return Err(walk.found("found NaT: leave the field out where nothing is known"));
            }
            // A moment at midnight without a zone is what pandas makes of a day.
            return visitor.visit_str(text.strip_suffix("T00:00:00").unwrap_or(text));
        }
        // Whole numbers of numpy say themselves what they are.
        if value.hasattr("__index__").map_err(python)?
            && let Ok(number) = value.extract::<i64>()
        {
            return match u64::try_from(number) {
                Ok(number) => visitor.visit_u64(number),
                Err(_) => visitor.visit_i64(number),
            };
        }
        let name = value.get_type().name().map_err(python)?;
        Err(walk.found(&format!(
            "a dossier holds texts, numbers, days, lists, dicts and typed objects, not {name}"
        )))
    }
}

/// The items of a list or a tuple.
struct Items<'a, 'py, I> {
    items: I,
    walk: &'a Walk<'py>,
    depth: u8,
}

impl<'de, 'py, I: Iterator<Item = Bound<'py, PyAny>>> SeqAccess<'de> for Items<'de, 'py, I> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(value) = self.items.next() else {
            return Ok(None);
        };
        let held = Held {
            value: self.walk.meet(value),
            walk: self.walk,
            depth: self.depth,
        };
        seed.deserialize(held).map(Some)
    }
}

/// The entries of a dict.
struct Entries<'a, 'py> {
    entries: BoundDictIterator<'py>,
    value: Option<&'a Bound<'py, PyAny>>,
    walk: &'a Walk<'py>,
    depth: u8,
}

impl<'de> MapAccess<'de> for Entries<'de, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((key, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some(self.walk.meet(value));
        let Ok(key) = self.walk.meet(key).cast::<PyString>() else {
            return Err(self
                .walk
                .fails(PyTypeError::new_err("the name of a field is a text")));
        };
        let name = BorrowedStrDeserializer::new(utf8(key, self.walk)?);
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Fault> {
        seed.deserialize(taken(self.value, self.walk, self.depth)?)
    }
}

/// The fields of a typed object that say something.
struct Fields<'a, 'py, I> {
    object: &'a Bound<'py, PyAny>,
    fields: I,
    value: Option<&'a Bound<'py, PyAny>>,
    walk: &'a Walk<'py>,
    depth: u8,
}

impl<'de, 'py, I: Iterator<Item = Bound<'py, PyAny>>> MapAccess<'de> for Fields<'de, 'py, I> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        for name in self.fields.by_ref() {
            let python = |error| self.walk.fails(error);
            let name = self
                .walk
                .meet(name)
                .cast::<PyString>()
                .map_err(|error| python(error.into()))?;
            let value = self.object.getattr(name).map_err(python)?;
            if value.is_none() {
                continue;
            }
            self.value = Some(self.walk.meet(value));
            // A field that Python has a keyword for is written with an underscore at its end.
            let name = utf8(name, self.walk)?.trim_end_matches('_');
            return seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Fault> {
        seed.deserialize(taken(self.value, self.walk, self.depth)?)
    }
}

fn taken<'a, 'py>(
    value: Option<&'a Bound<'py, PyAny>>,
    walk: &'a Walk<'py>,
    depth: u8,
) -> Result<Held<'a, 'py>, Fault> {
    let value = value.ok_or_else(|| Fault("a value without its name".to_owned()))?;
    Ok(Held { value, walk, depth })
}
