//! The documents described: pages, schemas and types of other languages, written from the declarations of the records.
//!
//! `cargo xtask describe` writes the files; the tests say when one of them is not current.

mod columns;
mod names;
mod page;
mod python;
mod schema;
mod typescript;

pub use columns::{Cells, Column, TABLES, Table, columns_in_rust, columns_page};
pub use names::{c_name, c_structs, python_name};
pub use page::page;
pub use python::python;
pub use schema::schema;
pub use typescript::typescript;

use crate::read::{Document, RejectBody, RightsBody};
use tierspayant_core::model::Dossier;
use tierspayant_core::model::record::{FieldSpec, Kind, Record, RecordSpec, WordList};

/// A document to describe.
#[derive(Clone, Copy, Debug)]
pub struct Described {
    /// The name of its schema.
    pub name: &'static str,
    /// What it is, in one line.
    pub title: &'static str,
    /// Its record.
    pub record: &'static RecordSpec,
}

/// The documents that go in.
pub const INPUTS: &[Described] = &[
    Described {
        name: "dossier",
        title: "A claim about to be sent, and what each source said of the rights",
        record: <Document<Dossier> as Record>::SPEC,
    },
    Described {
        name: "rights",
        title: "What each source said of the rights, without a claim",
        record: <Document<RightsBody> as Record>::SPEC,
    },
    Described {
        name: "reject",
        title: "A reject that came back, with its claim and what is known of the rights",
        record: <Document<RejectBody> as Record>::SPEC,
    },
];

/// The records of some documents, each once, in the order in which they are met.
pub fn records(roots: &[Described]) -> Vec<&'static RecordSpec> {
    let mut found: Vec<&'static RecordSpec> = Vec::new();
    for root in roots {
        meet(root.record, &mut found);
    }
    found
}

fn meet(record: &'static RecordSpec, found: &mut Vec<&'static RecordSpec>) {
    if found.iter().any(|one| one.name == record.name) {
        return;
    }
    found.push(record);
    for field in record.each() {
        if let Kind::Record(inner) = item(field.kind) {
            meet(inner, found);
        }
    }
}

/// The word lists of some records, each once.
pub fn lists(records: &[&'static RecordSpec]) -> Vec<&'static WordList> {
    let mut found: Vec<&'static WordList> = Vec::new();
    for field in records.iter().flat_map(|record| record.each()) {
        let lists = match item(field.kind) {
            Kind::Word(list) | Kind::OpenWord(list) | Kind::KnownCode(_, list) | Kind::Facts(list) => {
                vec![list]
            }
            Kind::EitherWord(one, other) => vec![one, other],
            _ => continue,
        };
        for list in lists {
            if found.iter().all(|one| one.name != list.name) {
                found.push(list);
            }
        }
    }
    found
}

/// What the items of a list are, or the kind itself.
fn item(kind: Kind) -> Kind {
    match kind {
        Kind::List(of) | Kind::Set(of) => item(*of),
        other => other,
    }
}

/// Lines of documentation as one text.
fn sentence(doc: &[&str]) -> String {
    let words = doc.iter().flat_map(|line| line.split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a field may be there without saying anything.
const fn may_be_null(field: &FieldSpec) -> bool {
    !field.required
}
