//! Any serializer as a place to write values of the document to: for JSON over several lines.

use serde::ser::{Serialize, SerializeMap, Serializer};
use tierspayant_core::model::record::{Fields, Output, Record, Value};

/// A value, written as JSON.
pub(super) struct Json<'a, T>(pub(super) &'a T);

impl<T: Value> Serialize for Json<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(To(serializer))
    }
}

struct To<S>(S);

impl<S: Serializer> Output for To<S> {
    type Done = S::Ok;
    type Error = S::Error;

    fn text(self, text: &str) -> Result<S::Ok, S::Error> {
        self.0.serialize_str(text)
    }

    fn number(self, number: u64) -> Result<S::Ok, S::Error> {
        self.0.serialize_u64(number)
    }

    fn integer(self, number: i64) -> Result<S::Ok, S::Error> {
        self.0.serialize_i64(number)
    }

    fn boolean(self, boolean: bool) -> Result<S::Ok, S::Error> {
        self.0.serialize_bool(boolean)
    }

    fn nothing(self) -> Result<S::Ok, S::Error> {
        self.0.serialize_unit()
    }

    fn list<T: Value>(self, items: &[T]) -> Result<S::Ok, S::Error> {
        self.0.collect_seq(items.iter().map(Json))
    }

    fn record<R: Record>(self, record: &R) -> Result<S::Ok, S::Error> {
        let mut map = self.0.serialize_map(None)?;
        record.write(&mut Entries(&mut map))?;
        map.end()
    }
}

/// The fields of an object.
pub(super) struct Entries<'a, M>(pub(super) &'a mut M);

impl<M: SerializeMap> Fields for Entries<'_, M> {
    type Error = M::Error;

    fn field<T: Value>(&mut self, name: &'static str, value: &T) -> Result<(), M::Error> {
        self.0.serialize_entry(name, &Json(value))
    }
}
