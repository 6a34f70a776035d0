//! Any serializer as a place to write values of the document to.

use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt::Display;
use tierspayant_core::model::record::{Fields, Output, Privacy, Record, Value};

/// Whether what identifies people is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum People {
    /// It is.
    Named,
    /// It is left out.
    LeftOut,
}

/// A value, written as JSON.
pub(super) struct Json<'a, T>(pub(super) &'a T, pub(super) People);

impl<T: Value> Serialize for Json<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(To(serializer, self.1))
    }
}

struct To<S>(S, People);

impl<S: Serializer> Output for To<S> {
    type Done = S::Ok;
    type Error = S::Error;

    fn text(self, text: &dyn Display) -> Result<S::Ok, S::Error> {
        self.0.collect_str(text)
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
        let people = self.1;
        self.0.collect_seq(items.iter().map(|one| Json(one, people)))
    }

    fn record<R: Record>(self, record: &R) -> Result<S::Ok, S::Error> {
        let mut map = self.0.serialize_map(None)?;
        record.write(&mut Entries(&mut map, self.1))?;
        map.end()
    }
}

/// The fields of an object.
pub(super) struct Entries<'a, M>(pub(super) &'a mut M, pub(super) People);

impl<M: SerializeMap> Fields for Entries<'_, M> {
    type Error = M::Error;

    fn field<T: Value>(&mut self, name: &'static str, value: &T) -> Result<(), M::Error> {
        if self.1 == People::LeftOut && T::PRIVACY != Privacy::Public {
            return Ok(());
        }
        self.0.serialize_entry(name, &Json(value, self.1))
    }
}
