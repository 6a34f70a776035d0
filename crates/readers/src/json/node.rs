//! A JSON document as a tree that keeps the order and every repeated name.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// One value of a document.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as text.
    Number(Box<str>),
    /// A text.
    Text(Box<str>),
    /// A list.
    List(Vec<Node>),
    /// An object, in the order of the document.
    Object(Vec<(Box<str>, Node)>),
}

impl fmt::Debug for Node {
    /// Shows the kind only: values may be personal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Node::Null => "Null",
            Node::Bool(_) => "Bool(…)",
            Node::Number(_) => "Number(…)",
            Node::Text(_) => "Text(…)",
            Node::List(_) => "List(…)",
            Node::Object(_) => "Object(…)",
        })
    }
}

impl Node {
    /// The value as text, where it is a text or a number.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Node::Text(text) | Node::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The value as a whole number, where it is one or a text that spells one.
    pub(crate) fn whole(&self) -> Option<u64> {
        crate::text::trim(self.text()?).parse().ok()
    }

    /// Whether the value holds nothing: `null`, a blank text, an empty list or object.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Node::Null => true,
            Node::Bool(_) | Node::Number(_) => false,
            Node::Text(text) => crate::text::is_blank(text),
            Node::List(items) => items.is_empty(),
            Node::Object(fields) => fields.is_empty(),
        }
    }

    /// The field of this name, where the value is an object that has it.
    pub(crate) fn get(&self, name: &str) -> Option<&Node> {
        match self {
            Node::Object(fields) => fields
                .iter()
                .find(|(key, _)| **key == *name)
                .map(|(_, value)| value),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

/// Builds a [`Node`] from whatever comes.
struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string().into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string().into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string().into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = entries.next_entry::<Box<str>, Node>()? {
            fields.push(entry);
        }
        Ok(Node::Object(fields))
    }
}
