//! JSON answers: decoded once, then taken field by field, so that what nobody took can be listed.

mod fields;
mod node;
#[cfg(test)]
mod tests;

pub(crate) use fields::{Fields, list, objects, one_or_more, pad};
pub(crate) use node::Node;

use crate::error::{FieldProblem, ReadError};
use crate::outcome::{Report, Why};
use crate::text;

/// No answer for one person comes near this size.
const LIMIT: usize = 4 << 20;

/// The path of the document itself.
pub(crate) const ROOT: &str = "$";

/// Decodes a document. Text that is not UTF-8 is read as Latin-1; a name that comes twice with two values is an error.
pub(crate) fn parse(bytes: &[u8], report: &mut Report) -> Result<Node, ReadError> {
    let text = decode(bytes, report)?;
    parse_text(&text, report)
}

/// Decodes the bytes of a document into text, without the byte order mark.
pub(crate) fn decode(bytes: &[u8], report: &mut Report) -> Result<String, ReadError> {
    if bytes.len() > LIMIT {
        return Err(ReadError::TooLarge { limit: LIMIT });
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            report.unused(ROOT, Why::Latin1);
            text::latin1(bytes)
        }
    };
    // Files cut out of fixed-size buffers end in NULs, which JSON does not know as blanks.
    let text = text.trim_end_matches('\0').trim();
    if text.is_empty() {
        Err(ReadError::Empty)
    } else {
        Ok(text.to_owned())
    }
}

/// Decodes a document that is text already.
pub(crate) fn parse_text(text: &str, report: &mut Report) -> Result<Node, ReadError> {
    let root: Node = serde_json::from_str(text).map_err(|error| ReadError::NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    refuse_two_values(&root, &Path::root(), report)?;
    Ok(root)
}

/// A path, grown while the document is walked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path(String);

impl Path {
    /// The path of the document.
    pub(crate) fn root() -> Self {
        Path(String::new())
    }

    /// The path of a field. Names are printed only where they look like the name of a field: one of many digits, or one
    /// with blanks or accents, could be a value used as a name.
    pub(crate) fn field(&self, name: &str) -> Self {
        let usual = !name.is_empty()
            && name.len() <= 60
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
            && name.bytes().filter(u8::is_ascii_digit).count() < 5;
        let name = if usual { name } else { "…" };
        Path(if self.0.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.0)
        })
    }

    /// The path of an item of a list.
    pub(crate) fn item(&self, index: usize) -> Self {
        Path(format!("{}[{index}]", self.0))
    }
}

impl From<&Path> for String {
    fn from(path: &Path) -> String {
        if path.0.is_empty() {
            ROOT.to_owned()
        } else {
            path.0.clone()
        }
    }
}

/// Refuses a name that comes twice in one object with two values; lists one that repeats the same value.
fn refuse_two_values(node: &Node, path: &Path, report: &mut Report) -> Result<(), ReadError> {
    match node {
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                if matches!(item, Node::List(_) | Node::Object(_)) {
                    refuse_two_values(item, &path.item(index), report)?;
                }
            }
        }
        Node::Object(fields) => {
            let mut seen: std::collections::HashMap<&str, &Node> = std::collections::HashMap::new();
            for (name, value) in fields {
                match seen.insert(name, value) {
                    Some(first) if first != value => {
                        return Err(ReadError::field(&path.field(name), FieldProblem::TwoValues));
                    }
                    Some(_) => report.unused(&path.field(name), Why::Repeated),
                    None => {}
                }
                if matches!(value, Node::List(_) | Node::Object(_)) {
                    refuse_two_values(value, &path.field(name), report)?;
                }
            }
        }
        _ => {}
    }
    Ok(())
}
