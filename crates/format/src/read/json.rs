//! Documents as JSON text.

use super::document::{Body, Document, check_format};
use super::limits::Limits;
use super::outline::Outline;
use super::place::Trouble;
use super::value::item;
use crate::error::InputError;
use serde::de::IgnoredAny;
use serde_json::error::Category;
use tierspayant_core::model::Fault;
use tierspayant_core::model::record::Value;

/// What an error of a host's deserializer says where values are nested too deeply, as the JSON reader says it.
pub const TOO_DEEP: &str = "recursion limit exceeded";

/// The document as text, once it is known to be small enough and UTF-8; a byte order mark is left out.
pub(crate) fn text<'a>(bytes: &'a [u8], limits: &Limits) -> Result<&'a str, InputError> {
    limits.check(bytes)?;
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let fault = if is_utf16(bytes) {
            Fault::Utf16
        } else {
            Fault::NotUtf8
        };
        InputError::new(format!("byte {}", error.valid_up_to()), fault)
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if is_utf16(text.as_bytes()) {
        return Err(InputError::new("byte 0", Fault::Utf16));
    }
    Ok(text)
}

/// Whether a document looks like UTF-16: its byte order mark, or every other byte of its start is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [0, first, 0, second, ..] | [first, 0, second, 0, ..] => *first != 0 && *second != 0,
        _ => false,
    }
}

/// Reads one value that is the whole text: in one pass, and once more with care where that gives none.
pub(crate) fn decode<T: Value>(text: &str) -> Result<T, InputError> {
    super::quick::read(text).map_or_else(|| with_care(text), Ok)
}

/// Reads one value that is the whole text, and says what is wrong with it and where.
pub(super) fn with_care<T: Value>(text: &str) -> Result<T, InputError> {
    let trouble = Trouble::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let read = item(&mut json, &trouble).and_then(|value| json.end().map(|()| value));
    read.map_err(|error| {
        // What is no JSON at all is told before any field is blamed.
        if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
            return no_json(&error);
        }
        trouble.told().unwrap_or_else(|| match error.classify() {
            Category::Data => trouble.at(Fault::Shape),
            _ => no_json(&error),
        })
    })
}

/// Reads a whole document. Another format is said to be one, rather than to have unknown fields.
pub(crate) fn decode_document<B: Body>(text: &str) -> Result<B, InputError> {
    match decode::<Document<B>>(text) {
        Ok(document) => Ok(document.0),
        Err(error) => {
            let is_json = !matches!(
                error.fault(),
                Fault::Syntax(_) | Fault::Truncated | Fault::Trailing | Fault::TooDeep
            );
            if let (true, Ok(outline)) = (is_json, serde_json::from_str::<Outline>(text)) {
                outline.check::<B>()?;
            }
            Err(error)
        }
    }
}

impl Outline {
    /// The format that is told before anything else that is wrong with a document.
    pub(super) fn check<B: Body>(&self) -> Result<(), InputError> {
        let needed = B::SPEC
            .each()
            .any(|field| field.name() == "claim" && field.required)
            || self.has_claim;
        let named = match &self.format {
            // That it is no text is told where it is met.
            Some(None) => return Ok(()),
            Some(Some(named)) => Some(&**named),
            None => None,
        };
        check_format(named, needed, B::FORMAT).map_err(|fault| InputError::new("format", fault))
    }
}

/// What the top of a text tells of its kind. It only fails where the text is no JSON.
pub(crate) fn outline(text: &str) -> Result<Outline, InputError> {
    match serde_json::from_str(text) {
        Ok(outline) => Ok(outline),
        Err(_) => match serde_json::from_str::<IgnoredAny>(text) {
            Ok(IgnoredAny) => Ok(Outline::default()),
            Err(error) => Err(no_json(&error)),
        },
    }
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
    InputError::new(format!("line {}, column {}", error.line(), error.column()), fault)
}
