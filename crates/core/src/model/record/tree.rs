//! A document that is a small tree, for tests of what is read from it and written to it.

use super::{Fields, Input, Misplaced, Output, PathStep, Record, Value};
use crate::model::Fault;

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    Null,
    Flag(bool),
    Number(u64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// A fault with the steps above it, from the innermost.
pub(crate) type Told = (Vec<PathStep>, Fault);

pub(crate) const WRONG: Fault = Fault::Shape;

fn told(found: Misplaced) -> Told {
    (found.path.into_iter().rev().collect(), found.fault)
}

fn here<T>(made: Result<T, Fault>) -> Result<Option<T>, Told> {
    made.map(Some).map_err(|fault| (Vec::new(), fault))
}

impl Input for Tree {
    type Error = Told;

    fn text<T>(self, make: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, Told> {
        match self {
            Tree::Null => Ok(None),
            Tree::Text(text) => here(make(&text)),
            _ => here(Err(WRONG)),
        }
    }

    fn number<T>(self, make: impl FnOnce(u64) -> Result<T, Fault>) -> Result<Option<T>, Told> {
        match self {
            Tree::Null => Ok(None),
            Tree::Number(number) => here(make(number)),
            _ => here(Err(WRONG)),
        }
    }

    fn boolean(self) -> Result<Option<bool>, Told> {
        match self {
            Tree::Null => Ok(None),
            Tree::Flag(flag) => Ok(Some(flag)),
            _ => here(Err(WRONG)),
        }
    }

    fn list<T: Value, U>(self, make: impl FnOnce(Vec<T>) -> Result<U, Misplaced>) -> Result<Option<U>, Told> {
        let items = match self {
            Tree::Null => return Ok(None),
            Tree::List(items) => items,
            _ => return here(Err(WRONG)),
        };
        let mut read = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            let item = T::read(item).map_err(|mut told| {
                told.0.push(PathStep::Item(index));
                told
            })?;
            read.push(item.ok_or((vec![PathStep::Item(index)], WRONG))?);
        }
        make(read).map(Some).map_err(told)
    }

    fn record<R: Record>(self) -> Result<Option<R>, Told> {
        let fields = match self {
            Tree::Null => return Ok(None),
            Tree::Object(fields) => fields,
            _ => return here(Err(WRONG)),
        };
        let mut draft = R::Draft::default();
        for (key, value) in fields {
            R::take(&mut draft, &key, value).map_err(|mut told| {
                told.0.extend(R::SPEC.canonical(&key).map(PathStep::Field));
                told
            })?;
        }
        R::finish(draft).map(Some).map_err(told)
    }

    fn refuse(self, fault: Fault) -> Told {
        (Vec::new(), fault)
    }
}

pub(crate) struct Out;

impl Output for Out {
    type Done = Tree;
    type Error = ();

    fn text(self, text: &str) -> Result<Tree, ()> {
        Ok(Tree::Text(text.to_string()))
    }

    fn number(self, number: u64) -> Result<Tree, ()> {
        Ok(Tree::Number(number))
    }

    fn integer(self, number: i64) -> Result<Tree, ()> {
        Ok(Tree::Text(number.to_string()))
    }

    fn boolean(self, boolean: bool) -> Result<Tree, ()> {
        Ok(Tree::Flag(boolean))
    }

    fn nothing(self) -> Result<Tree, ()> {
        Ok(Tree::Null)
    }

    fn list<T: Value>(self, items: &[T]) -> Result<Tree, ()> {
        items
            .iter()
            .map(|item| item.write(Out))
            .collect::<Result<_, _>>()
            .map(Tree::List)
    }

    fn record<R: Record>(self, record: &R) -> Result<Tree, ()> {
        let mut fields = Vec::new();
        record.write(&mut Written(&mut fields))?;
        Ok(Tree::Object(fields))
    }
}

struct Written<'a>(&'a mut Vec<(String, Tree)>);

impl Fields for Written<'_> {
    type Error = ();

    fn field<T: Value>(&mut self, name: &'static str, value: &T) -> Result<(), ()> {
        self.0.push((name.to_owned(), value.write(Out)?));
        Ok(())
    }
}

pub(crate) fn text(text: &str) -> Tree {
    Tree::Text(text.to_owned())
}

pub(crate) fn object(fields: &[(&str, Tree)]) -> Tree {
    Tree::Object(
        fields
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect(),
    )
}
