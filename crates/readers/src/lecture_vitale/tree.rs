//! XML as the tree that the readers of JSON use, so that fields are taken and listed in one way.

use crate::error::ReadError;
use crate::json::Node;
use roxmltree::{Document, ParsingOptions};

/// No element of a card is nested deeper.
const DEPTH: usize = 16;

/// Parses a document; the root element is the one field of the tree. Entities that a document defines itself are refused.
pub(super) fn parse(text: &str) -> Result<Node, ReadError> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: 100_000,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| {
        let at = error.pos();
        ReadError::NotXml {
            line: usize::try_from(at.row).unwrap_or(usize::MAX),
            column: usize::try_from(at.col).unwrap_or(usize::MAX),
        }
    })?;
    let root = document.root_element();
    Ok(Node::Object(vec![(
        root.tag_name().name().into(),
        node(root, DEPTH),
    )]))
}

/// An element: its children by their names, those of one name as a list; or its text, where it has none.
fn node(element: roxmltree::Node<'_, '_>, depth: usize) -> Node {
    let mut fields: Vec<(Box<str>, Node)> = Vec::new();
    let children = element.children().filter(roxmltree::Node::is_element);
    for child in children.filter(|_| depth > 0) {
        let name = child.tag_name().name();
        let value = node(child, depth.saturating_sub(1));
        match fields.iter_mut().find(|(held, _)| **held == *name) {
            None => fields.push((name.into(), value)),
            Some((_, Node::List(items))) => items.push(value),
            Some((_, held)) => {
                let first = std::mem::replace(held, Node::Null);
                *held = Node::List(vec![first, value]);
            }
        }
    }
    if fields.is_empty() {
        Node::Text(element.text().unwrap_or_default().into())
    } else {
        Node::Object(fields)
    }
}
