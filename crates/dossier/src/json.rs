//! From text to wire structs: what is no JSON at all, and fields that are unknown or given twice.

use crate::error::{Fault, InputError};
use crate::held::TOO_DEEP;
use serde::de::{Deserialize, IgnoredAny};
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

/// Reads a whole document. Only when that failed is it read again: what is no JSON is told before any field is blamed,
/// and then the path is tracked.
pub(crate) fn decode<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, InputError> {
    serde_json::from_str(text).or_else(|_| decode_tracked(text))
}

fn decode_tracked<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, InputError> {
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| no_json(&error))?;
    let mut json = serde_json::Deserializer::from_str(text);
    let value =
        serde_path_to_error::deserialize(&mut json).map_err(|error| explain(error.path(), error.inner()))?;
    json.end().map_err(|error| no_json(&error))?;
    Ok(value)
}

fn explain(path: &Path, error: &serde_json::Error) -> InputError {
    if error.classify() != Category::Data {
        return no_json(error);
    }
    data_fault(path, &error.to_string())
}

/// What serde's derived code says of data, with its place.
pub(crate) fn data_fault(path: &Path, message: &str) -> InputError {
    // The texts are those of serde's derived code; what follows `expected` and a duplicate name are its own words.
    if message.starts_with("unknown field") {
        let expected = message.rsplit_once(", expected ").map_or("", |(_, list)| list);
        let names = expected.split('`').skip(1).step_by(2).collect::<Vec<_>>();
        let expected = names.join(", ").into();
        return InputError::at(written(path, None), Fault::UnknownField { expected });
    }
    if let Some(rest) = message.strip_prefix("duplicate field `") {
        let name = rest.split_once('`').map(|(name, _)| name);
        return InputError::at(written(path, name), Fault::DuplicateField);
    }
    InputError::at(written(path, None), Fault::Shape)
}

fn no_json(error: &serde_json::Error) -> InputError {
    let message = error.to_string();
    let rule = message
        .rsplit_once(" at line ")
        .map_or(&*message, |(rule, _)| rule);
    let fault = match (error.classify(), rule) {
        (Category::Eof, _) => Fault::Truncated,
        (_, "trailing characters") => Fault::Trailing,
        (_, TOO_DEEP) => Fault::TooDeep,
        (_, rule) => Fault::Syntax(rule.into()),
    };
    InputError::at(format!("line {}, column {}", error.line(), error.column()), fault)
}

/// Writes a path the way [`crate::place::At`] does.
pub(crate) fn written(path: &Path, last: Option<&str>) -> String {
    let mut place = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => place.push_str(&format!("[{index}]")),
            Segment::Map { key } => push_field(&mut place, key),
            Segment::Enum { .. } | Segment::Unknown => push_field(&mut place, ""),
        }
    }
    if let Some(name) = last {
        push_field(&mut place, name);
    }
    if place.is_empty() {
        "document".to_owned()
    } else {
        place
    }
}

fn push_field(place: &mut String, key: &str) {
    if !place.is_empty() {
        place.push('.');
    }
    place.push_str(if looks_like_a_name(key) { key } else { "…" });
}

/// Whether a key that nobody expected may be repeated: a short word, with too few digits for a number or a date.
fn looks_like_a_name(key: &str) -> bool {
    let word = key
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let digits = key.bytes().filter(u8::is_ascii_digit).count();
    word && key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.len() <= 40 && digits <= 3
}
