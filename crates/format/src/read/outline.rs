//! What the top of a document tells of its kind, whatever else is in it.

use super::value::Key;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// What the top of a document tells of its kind.
#[derive(Default)]
pub(crate) struct Outline {
    /// The format it names; `None` inside where it is no text.
    pub(crate) format: Option<Option<String>>,
    /// Whether it has one of the fields that only a whole document has.
    pub(crate) is_document: bool,
    /// Whether it has a claim.
    pub(crate) has_claim: bool,
}

impl<'de> Deserialize<'de> for Outline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Top)
    }
}

struct Top;

impl<'de> Visitor<'de> for Top {
    type Value = Outline;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Outline, A::Error> {
        let mut outline = Outline::default();
        while let Some(Key(key)) = object.next_key()? {
            outline.is_document |= matches!(&*key, "format" | "as_of" | "claim" | "rights");
            match &*key {
                "format" => {
                    let format: serde_json::Value = object.next_value()?;
                    outline.format = (!format.is_null()).then(|| format.as_str().map(str::to_owned));
                }
                "claim" => outline.has_claim = object.next_value::<Option<IgnoredAny>>()?.is_some(),
                _ => {
                    object.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(outline)
    }
}
