//! The macro by itself, with a document that is a small tree.

use super::tree::{Out, Told, Tree, WRONG, object, text};
use super::{Bounds, FromTo, Kind, OrNothing, PathStep, Privacy, Record, Value, record};
use crate::model::{Date, Fault, MaternityEntry, Period, Text, Trait, Traits};

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

#[test]
fn what_is_only_written_is_refused_where_it_is_read() {
    let given = || text("open");
    assert_eq!(<&str>::read(given()), Err((Vec::new(), WRONG)));
    assert_eq!(String::read(given()), Err((Vec::new(), WRONG)));
    assert_eq!("open".write(Out), Ok(given()));
    assert_eq!("open".to_owned().write(Out), Ok(given()));
}

#[test]
fn a_period_is_an_object_of_its_own_or_stands_in_its_record() {
    let bounds = [("start", text("2026-01-01")), ("end", text("2026-12-31"))];
    let period = Period::new(Some(day("2026-01-01")), Some(day("2026-12-31"))).unwrap();
    assert_eq!(Period::read(object(&bounds)), Ok(Some(period)));
    assert_eq!(Value::write(&period, Out), Ok(object(&bounds)));
    let maternity = MaternityEntry::read(object(&bounds)).unwrap().unwrap();
    assert_eq!(maternity.period, Some(period));
    let Ok(Tree::Object(fields)) = Value::write(&maternity, Out) else {
        panic!("a record is an object");
    };
    for (name, value) in bounds {
        assert!(fields.contains(&(name.to_owned(), value)), "{name}");
    }
    assert_eq!(MaternityEntry::read(object(&[])).unwrap().unwrap().period, None);
}

#[test]
fn a_word_that_is_no_trait_is_noted_beside_those_that_are() {
    let words = |words: &[&str]| Tree::List(words.iter().map(|word| text(word)).collect());
    let traits = Traits::read(words(&["flu_vaccine", "no such trait"]))
        .unwrap()
        .unwrap();
    assert!(traits.has_unknown());
    assert_eq!(traits.iter().collect::<Vec<_>>(), [Trait::FluVaccine]);
    assert_eq!(traits.write(Out), Ok(words(&["flu_vaccine", "unknown"])));
    let all = Traits::read(words(
        &Trait::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>(),
    ));
    assert_eq!(all.unwrap().unwrap().iter().collect::<Vec<_>>(), Trait::ALL);
}

#[test]
fn a_text_is_read_as_it_is_written() {
    let read = Text::read(text("ALD"));
    assert_eq!(read, Ok(Some("ALD".into())));
    assert_eq!(Text::from("ALD").write(Out), Ok(text("ALD")));
}
