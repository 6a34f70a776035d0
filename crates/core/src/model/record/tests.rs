//! The macro by itself, with a document that is a small tree.

use super::{
    Bounds, Fields, FromTo, Input, Kind, Misplaced, OrNothing, Output, PathStep, Privacy, Record, Value,
    record,
};
use crate::model::{Date, Fault, Period};

record! {
    /// What a reader of this test needs.
    Sample {
        /// A day.
        day: Date,
        /// A name
        /// of two lines.
        kind("type", "sort"): Option<Box<str>> => "no kind",
        /// Some days.
        period: Period as Bounds,
        /// Others.
        seen: Option<Period> as FromTo,
        /// More of them.
        more: Vec<Part> as OrNothing,
        /// How many.
        count: Option<u64>,
    }
}

record! {
    /// A part of it.
    Part {
        /// A day.
        day: Date,
    }
}

/// A document.
#[derive(Clone, Debug, PartialEq)]
enum Tree {
    Null,
    Flag(bool),
    Number(u64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// A fault with the steps above it, from the innermost.
type Told = (Vec<PathStep>, Fault);

const WRONG: Fault = Fault::Shape;

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

struct Out;

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

fn text(text: &str) -> Tree {
    Tree::Text(text.to_owned())
}

fn object(fields: &[(&str, Tree)]) -> Tree {
    Tree::Object(
        fields
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect(),
    )
}

fn read(fields: &[(&str, Tree)]) -> Result<Sample, Told> {
    Sample::read(object(fields)).map(Option::unwrap)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn what_is_written_is_read_again() {
    let whole = [
        ("day", text("2026-11-20")),
        ("type", text("x")),
        ("start", text("2026-01-01")),
        ("end", text("2026-12-31")),
        ("seen", object(&[("from", text("2026-01-01"))])),
        ("more", Tree::List(vec![object(&[("day", text("2026-11-21"))])])),
        ("count", Tree::Number(3)),
    ];
    let sample = read(&whole).unwrap();
    assert_eq!(
        sample.period,
        Period::new(Some(day("2026-01-01")), Some(day("2026-12-31"))).unwrap()
    );
    assert_eq!(sample.seen, Period::new(Some(day("2026-01-01")), None).ok());
    assert_eq!((sample.more.len(), sample.count), (1, Some(3)));
    assert_eq!(Value::write(&sample, Out), Ok(object(&whole)));
}

#[test]
fn what_is_not_said_is_left_out() {
    let least = [("day", text("2026-11-20"))];
    let sample = read(&[least[0].clone(), ("count", Tree::Null), ("more", Tree::Null)]).unwrap();
    assert_eq!(
        (&sample.kind, sample.seen, sample.period),
        (&None, None, Period::ALWAYS)
    );
    assert_eq!(Value::write(&sample, Out), Ok(object(&least)));
}

#[test]
fn every_fault_has_its_place() {
    let of = |fields: &[(&str, Tree)]| {
        let (mut steps, fault) = read(fields).unwrap_err();
        steps.reverse();
        (steps, fault)
    };
    let day = ("day", text("2026-11-20"));
    let field = |name| vec![PathStep::Field(name)];
    assert_eq!(of(&[]), (field("day"), Fault::Missing));
    assert_eq!(of(&[("day", Tree::Number(1))]), (field("day"), WRONG));
    // Another name of a field is the same field.
    let twice = of(&[day.clone(), ("type", Tree::Null), ("sort", Tree::Null)]);
    assert_eq!(twice, (field("type"), Fault::DuplicateField));
    let late = of(&[
        day.clone(),
        ("end", text("2026-01-01")),
        ("start", text("2026-01-02")),
    ]);
    assert_eq!(late, (field("end"), Fault::Period(crate::model::PeriodError)));
    let seen = object(&[("to", text("2026-01-01")), ("from", text("2026-01-02"))]);
    let place = vec![PathStep::Field("seen"), PathStep::Field("to")];
    assert_eq!(
        of(&[day.clone(), ("seen", seen)]),
        (place, Fault::Period(crate::model::PeriodError))
    );
    let place = vec![PathStep::Field("more"), PathStep::Item(1), PathStep::Field("day")];
    let more = Tree::List(vec![object(std::slice::from_ref(&day)), object(&[])]);
    assert_eq!(of(&[day.clone(), ("more", more)]), (place, Fault::Missing));
    let (_, unknown) = of(&[day, ("period", Tree::Null)]);
    assert_eq!(
        unknown.to_string(),
        "unknown field; expected one of: day, type, start, end, seen, more, count"
    );
}

#[test]
fn the_description_is_the_declaration() {
    let spec = Sample::SPEC;
    assert_eq!(
        (spec.name, spec.doc),
        ("Sample", &[" What a reader of this test needs."][..])
    );
    assert_eq!(spec.privacy(), Privacy::Public);
    let kind = spec.each().find(|field| field.name() == "type").unwrap();
    assert_eq!(
        (kind.member, kind.absent, kind.required),
        ("kind", Some("no kind"), false)
    );
    assert_eq!(kind.doc, [" A name", " of two lines."]);
    let required: Vec<&str> = spec
        .each()
        .filter(|field| field.required)
        .map(|field| field.name())
        .collect();
    assert_eq!(required, ["day"]);
    let start = spec.each().find(|field| field.name() == "start").unwrap();
    assert!(matches!(start.kind, Kind::Date));
}
