//! JSON that is parsed already, as a place to read a document from in one pass.

use super::quick::Unsure;
use serde_json::Value as Json;
use tierspayant_core::model::Fault;
use tierspayant_core::model::record::{Input, Misplaced, Record, Value};

/// A value of parsed JSON. It reads what is certainly right, and words no fault: see [`dossier_of`](crate::dossier_of).
#[derive(Clone, Copy, Debug)]
pub struct Parsed<'v>(pub &'v Json);

/// What was read of a value of the right type; none where it is `null`.
fn certain<T>(json: &Json, value: Option<Result<T, Unsure>>) -> Result<Option<T>, Unsure> {
    match value {
        Some(value) => value.map(Some),
        None if json.is_null() => Ok(None),
        None => Err(Unsure),
    }
}

impl Input for Parsed<'_> {
    type Error = Unsure;

    fn text<T>(self, make: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, Unsure> {
        let text = self.0.as_str();
        certain(self.0, text.map(|text| make(text).map_err(|_| Unsure)))
    }

    fn number<T>(self, make: impl FnOnce(u64) -> Result<T, Fault>) -> Result<Option<T>, Unsure> {
        let number = self.0.as_u64();
        certain(self.0, number.map(|number| make(number).map_err(|_| Unsure)))
    }

    fn boolean(self) -> Result<Option<bool>, Unsure> {
        certain(self.0, self.0.as_bool().map(Ok))
    }

    fn list<T: Value, U>(
        self,
        make: impl FnOnce(Vec<T>) -> Result<U, Misplaced>,
    ) -> Result<Option<U>, Unsure> {
        let read = |items: &Vec<Json>| {
            let items = items.iter().map(|item| T::read(Parsed(item))?.ok_or(Unsure));
            make(items.collect::<Result<_, _>>()?).map_err(|_| Unsure)
        };
        certain(self.0, self.0.as_array().map(read))
    }

    fn record<R: Record>(self) -> Result<Option<R>, Unsure> {
        let read = |fields: &serde_json::Map<String, Json>| {
            let mut draft = R::Draft::default();
            for (key, value) in fields {
                R::take(&mut draft, key, Parsed(value))?;
            }
            R::finish(draft).map_err(|_| Unsure)
        };
        certain(self.0, self.0.as_object().map(read))
    }

    fn refuse(self, _: Fault) -> Unsure {
        Unsure
    }
}
