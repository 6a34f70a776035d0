//! An object whose fields are taken one by one.

use std::str::FromStr;

use tierspayant_core::model::{Code, Date, Period};

use super::{Node, Path};
use crate::date;
use crate::error::{FieldProblem, ReadError};
use crate::outcome::{Report, Why};
use crate::text;

/// An object whose fields are taken one by one; what is left can then be listed.
#[derive(Debug)]
pub(crate) struct Fields<'d> {
    path: Path,
    left: Vec<(&'d str, &'d Node)>,
}

impl<'d> Fields<'d> {
    /// The fields of an object, or nothing when the value is not an object.
    pub(crate) fn of(node: &'d Node, path: Path) -> Option<Self> {
        match node {
            Node::Object(fields) => {
                let left = fields.iter().map(|(name, value)| (&**name, value)).collect();
                Some(Fields { path, left })
            }
            _ => None,
        }
    }

    /// Whether a field of this name is left, whatever it holds.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.left.iter().any(|(key, _)| *key == name)
    }

    /// Takes a field out. A repeated name has the same value each time: the document was checked.
    pub(crate) fn take(&mut self, name: &str) -> Option<(Path, &'d Node)> {
        let (_, node) = *self.left.iter().find(|(key, _)| *key == name)?;
        self.left.retain(|(key, _)| *key != name);
        Some((self.path.field(name), node))
    }

    /// Takes a field out and lists it, with everything in it, as not used.
    pub(crate) fn skip(&mut self, name: &str, why: Why, report: &mut Report) {
        if let Some((path, node)) = self.take(name) {
            list(node, &path, why, report);
        }
    }

    /// Takes a text without its padding; a blank one is nothing, another kind of value is listed.
    pub(crate) fn text(&mut self, name: &str, report: &mut Report) -> Option<&'d str> {
        let (path, node) = self.take(name)?;
        if node.is_empty() {
            return None;
        }
        let text = node.text().and_then(text::filled);
        if text.is_none() {
            list(node, &path, Why::WrongKind, report);
        }
        text.filter(|text| !text.eq_ignore_ascii_case("null"))
    }

    /// Takes a text and parses it; one that does not fit its type is listed.
    pub(crate) fn parsed<T: FromStr>(&mut self, name: &str, report: &mut Report) -> Option<T> {
        let parsed = self.text(name, report)?.parse().ok();
        if parsed.is_none() {
            report.unused(&self.path.field(name), Why::WrongKind);
        }
        parsed
    }

    /// Takes a text and parses it, where it holds more than zeros.
    pub(crate) fn parsed_not_zeros<T: FromStr>(&mut self, name: &str, report: &mut Report) -> Option<T> {
        let text = self.text(name, report).filter(|text| !text::is_zeros(text))?;
        let parsed = text.parse().ok();
        if parsed.is_none() {
            report.unused(&self.path.field(name), Why::WrongKind);
        }
        parsed
    }

    /// Takes a code of digits that a number may have cost its zeros in front.
    pub(crate) fn padded<const N: usize>(
        &mut self,
        name: &str,
        width: usize,
        report: &mut Report,
    ) -> Option<Code<N>> {
        let text = self.text(name, report)?;
        let code = pad(text, width).parse().ok();
        if code.is_none() {
            report.unused(&self.path.field(name), Why::WrongKind);
        }
        code
    }

    /// Takes a yes or no, also where it is spelled as a text or a number.
    pub(crate) fn flag(&mut self, name: &str, report: &mut Report) -> Option<bool> {
        let (path, node) = self.take(name)?;
        let flag = match node {
            Node::Bool(flag) => Some(*flag),
            other => match other.text().map(str::trim) {
                Some("true" | "1") => Some(true),
                Some("false" | "0") => Some(false),
                _ => None,
            },
        };
        if flag.is_none() && !node.is_empty() {
            list(node, &path, Why::WrongKind, report);
        }
        flag
    }

    /// Takes a date.
    pub(crate) fn day(&mut self, name: &str) -> Result<Option<Date>, ReadError> {
        self.dated(name, date::start)
    }

    /// Takes a period by the names of its two bounds. One that ends before it starts is listed and gives nothing.
    pub(crate) fn period(
        &mut self,
        start: &str,
        end: &str,
        report: &mut Report,
    ) -> Result<Option<Period>, ReadError> {
        let first = self.dated(start, date::start)?;
        let last = self.dated(end, date::end)?;
        let period = Period::new(first, last).ok();
        if period.is_none() {
            report.unused(&self.path, Why::EndsBeforeStart);
        }
        Ok(period)
    }

    /// Takes a text that a function reads as a date.
    pub(crate) fn dated<T>(
        &mut self,
        name: &str,
        read: impl Fn(&str) -> Result<Option<T>, date::NotADate>,
    ) -> Result<Option<T>, ReadError> {
        let Some((path, node)) = self.take(name) else {
            return Ok(None);
        };
        if node.is_empty() {
            return Ok(None);
        }
        let text = node
            .text()
            .ok_or_else(|| ReadError::field(&path, FieldProblem::NotADate))?;
        read(text).map_err(|_| ReadError::field(&path, FieldProblem::NotADate))
    }

    /// Takes an object. Nothing, `null`, a blank text and an empty list (as some engines write an empty object) are none.
    pub(crate) fn object(&mut self, name: &str) -> Result<Option<Fields<'d>>, ReadError> {
        let Some((path, node)) = self.take(name) else {
            return Ok(None);
        };
        match node {
            Node::Object(_) => Ok(Fields::of(node, path)),
            other if other.is_empty() => Ok(None),
            _ => Err(ReadError::field(&path, FieldProblem::NotAnObject)),
        }
    }

    /// Takes a list of objects. One object alone counts as a list of one, as converters from XML write it; a missing
    /// field, `null` and a blank text are no list; items that are `null` are passed over.
    pub(crate) fn objects(&mut self, name: &str) -> Result<Option<Vec<Fields<'d>>>, ReadError> {
        let Some((path, node)) = self.take(name) else {
            return Ok(None);
        };
        match node {
            Node::Null => Ok(None),
            Node::Text(text) if text::is_blank(text) => Ok(None),
            Node::Object(fields) if fields.is_empty() => Ok(Some(Vec::new())),
            Node::Object(_) => Ok(Some(Fields::of(node, path).into_iter().collect())),
            Node::List(items) => objects(items, &path).map(Some),
            _ => Err(ReadError::field(&path, FieldProblem::NotAList)),
        }
    }

    /// Every field that is left, with its path.
    pub(crate) fn into_values(self) -> impl Iterator<Item = (Path, &'d Node)> {
        let path = self.path;
        self.left
            .into_iter()
            .map(move |(name, node)| (path.field(name), node))
    }

    /// The path of this object.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Lists what is left as not known, except the fields that `known` explains.
    pub(crate) fn finish(self, known: &[(&str, Why)], report: &mut Report) {
        for (name, node) in self.left {
            let why = known
                .iter()
                .find(|(known, _)| *known == name)
                .map_or(Why::Unknown, |(_, why)| *why);
            list(node, &self.path.field(name), why, report);
        }
    }
}

/// The objects of a list, or the one object that stands in place of a list of one.
pub(crate) fn one_or_more<'d>(node: &'d Node, path: &Path) -> Result<Vec<Fields<'d>>, ReadError> {
    match node {
        Node::List(items) => objects(items, path),
        Node::Object(_) => Ok(Fields::of(node, path.clone()).into_iter().collect()),
        _ => Err(ReadError::field(path, FieldProblem::NotAnObject)),
    }
}

/// The objects of a list.
pub(crate) fn objects<'d>(items: &'d [Node], path: &Path) -> Result<Vec<Fields<'d>>, ReadError> {
    items
        .iter()
        .enumerate()
        .filter(|(_, item)| **item != Node::Null)
        .map(|(index, item)| {
            let path = path.item(index);
            let place = String::from(&path);
            Fields::of(item, path).ok_or_else(|| ReadError::field(place, FieldProblem::NotAnObject))
        })
        .collect()
}

/// Lists a value as not used: each field of an object, and each item of a list that has objects in it.
pub(crate) fn list(node: &Node, path: &Path, why: Why, report: &mut Report) {
    match node {
        Node::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields {
                list(value, &path.field(name), why, report);
            }
        }
        Node::List(items)
            if items
                .iter()
                .any(|item| matches!(item, Node::List(_) | Node::Object(_))) =>
        {
            for (index, item) in items.iter().enumerate() {
                list(item, &path.item(index), why, report);
            }
        }
        _ if node.is_empty() => report.unused(path, Why::Empty),
        _ => report.unused(path, why),
    }
}

/// Puts zeros before a code of digits that is shorter than its width.
pub(crate) fn pad(text: &str, width: usize) -> String {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{text:0>width$}")
    } else {
        text.to_owned()
    }
}
