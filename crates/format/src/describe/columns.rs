//! The tables of the batch: each column is a field of a document, found by its path in a record, or a key that joins tables.

use super::{item, sentence};
use crate::read::Report;
use tierspayant_core::model::record::{FieldSpec, Kind, Record, RecordSpec};
use tierspayant_core::model::{
    AccidentEntry, Claim, ContractEntry, CoverageCode, Dossier, ExemptionEntry, Line, MaternityEntry, Period,
    Snapshot,
};

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    /// A key: text, or whole numbers.
    Key,
    /// A code or a word: text, because leading zeros matter.
    Text,
    /// A day.
    Day,
    /// The moment at which a source spoke.
    Moment,
    /// Yes or no.
    Flag,
    /// A whole number from zero on.
    Count,
    /// Several words.
    Words,
}

impl Cells {
    /// What a column of this kind may hold, in words.
    pub const fn expected(self) -> &'static str {
        match self {
            Cells::Key => "text or whole numbers",
            Cells::Text => "text",
            Cells::Day => "dates, int32 YYYYMMDD, or text YYYY-MM-DD",
            Cells::Moment => "text YYYY-MM-DDTHH:MM:SS, moments without a time zone, or dates",
            Cells::Flag => "booleans",
            Cells::Count => "whole numbers",
            Cells::Words => "lists of text, or text with blanks between the words",
        }
    }
}

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What a row is.
    pub doc: &'static str,
    keys: &'static [(&'static str, Cells, bool, &'static str)],
    records: &'static [&'static RecordSpec],
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What its cells hold.
    pub cells: Cells,
    /// Whether the table must have it.
    pub required: bool,
    /// What it means.
    pub doc: String,
    /// The record that has the field; empty for a key.
    pub record: &'static str,
    /// The way from the record to the field.
    pub path: Vec<&'static str>,
}

const PERSON: (&str, Cells, bool, &str) = (
    "person",
    Cells::Key,
    true,
    "Joins the tables; also the id of the person, where no `person_id` says another.",
);
const SNAPSHOT: (&str, Cells, bool, &str) = (
    "snapshot",
    Cells::Key,
    false,
    "The snapshot of the person that the row belongs to.",
);
const ENTRY: &[(&str, Cells, bool, &str)] = &[
    PERSON,
    SNAPSHOT,
    (
        "source",
        Cells::Text,
        false,
        "Who spoke, where no table of snapshots says so.",
    ),
    (
        "observed_at",
        Cells::Moment,
        false,
        "When the source was asked, where no table of snapshots says so.",
    ),
];

/// The tables of the check, the lines first, then the snapshots, then what they say; then the rejects.
pub const TABLES: &[Table] = &[
    Table {
        name: "lines",
        doc: "One row per line of a claim; the rows of a claim stand together.",
        keys: &[PERSON],
        records: &[Dossier::SPEC, Claim::SPEC, Line::SPEC],
    },
    Table {
        name: "snapshots",
        doc: "One row per answer of a source about a person; not needed where the other tables say it all.",
        keys: &[
            PERSON,
            SNAPSHOT,
            (
                "lists",
                Cells::Words,
                false,
                "The lists that were part of the answer although they are empty.",
            ),
        ],
        records: &[Snapshot::SPEC],
    },
    entries("coverage", "Periods of base rights (AMO).", &[Period::SPEC]),
    entries(
        "codes",
        "Coverage codes by period: ALD digit and situation.",
        &[CoverageCode::SPEC],
    ),
    entries("exemptions", "Exemptions on record.", &[ExemptionEntry::SPEC]),
    entries(
        "maternity",
        "Maternity records, one per snapshot.",
        &[MaternityEntry::SPEC],
    ),
    entries(
        "accidents",
        "Accidents and occupational diseases on record.",
        &[AccidentEntry::SPEC],
    ),
    entries(
        "contracts",
        "Complementary contracts on record.",
        &[ContractEntry::SPEC],
    ),
    Table {
        name: "rejects",
        doc: "Rejects that came back, to be triaged with the lines of their claims.",
        keys: &[("claim_id", Cells::Key, true, "The claim that came back.")],
        records: &[Report::SPEC],
    },
];

const fn entries(name: &'static str, doc: &'static str, records: &'static [&'static RecordSpec]) -> Table {
    Table {
        name,
        doc,
        keys: ENTRY,
        records,
    }
}

impl Table {
    /// Its columns: the keys, then the fields in the order of the documents.
    pub fn columns(&self) -> Vec<Column> {
        let keys = self.keys.iter().map(|(name, cells, required, doc)| Column {
            name: (*name).to_owned(),
            cells: *cells,
            required: *required,
            doc: (*doc).to_owned(),
            record: "",
            path: Vec::new(),
        });
        let mut columns: Vec<Column> = keys.collect();
        for record in self.records {
            walk(record, record, "", &[], &mut columns);
        }
        columns
    }
}

/// The table that a record has the rows of.
fn table_of(record: &str) -> Option<&'static Table> {
    TABLES
        .iter()
        .find(|table| table.records.iter().any(|one| one.name == record))
}

fn walk(
    root: &'static RecordSpec,
    record: &'static RecordSpec,
    prefix: &str,
    above: &[&'static str],
    columns: &mut Vec<Column>,
) {
    for field in record.each() {
        let path = [above, &[field.name()]].concat();
        match (item(field.kind), field.kind) {
            (Kind::Constant(_), _) => {}
            // What a contract covers is written in one cell; other lists of records are tables.
            (Kind::Record(inner), Kind::List(_) | Kind::Set(_)) if inner.name != "DomainRight" => {}
            (Kind::Record(inner), Kind::Record(_)) => {
                if table_of(inner.name).is_none() {
                    walk(root, inner, &prefix_of(record.name, field.name()), &path, columns);
                }
            }
            _ => columns.push(Column {
                name: name_of(record.name, field.name(), prefix),
                cells: cells(field),
                // The ids have a default, and what a table of snapshots leaves out the other tables say.
                required: field.required && !matches!(record.name, "Line" | "Snapshot" | "Report"),
                doc: sentence(field.doc),
                record: root.name,
                path,
            }),
        }
    }
}

/// What stands before the names of the fields of a record in another one.
fn prefix_of(record: &str, field: &str) -> String {
    match (record, field) {
        (_, "person" | "scheme") => String::new(),
        (_, "other_scheme") => "other_".to_owned(),
        ("Line", "prescription") => "line_prescription_".to_owned(),
        _ => format!("{field}_"),
    }
}

fn name_of(record: &str, field: &str, prefix: &str) -> String {
    match (record, field) {
        ("Claim" | "Line" | "Person", "id") => format!("{}_id", record.to_lowercase()),
        ("Report", "line") => "line_id".to_owned(),
        ("LinePrescription", "state") => "line_prescription".to_owned(),
        _ => format!("{prefix}{field}"),
    }
}

fn cells(field: &FieldSpec) -> Cells {
    match (field.name(), field.kind) {
        // Keys, and codes of one or two digits.
        ("id" | "line" | "nature" | "exemption" | "ald", _) => Cells::Key,
        (_, Kind::Date) => Cells::Day,
        (_, Kind::Moment) => Cells::Moment,
        (_, Kind::Boolean) => Cells::Flag,
        (_, Kind::Number(..)) => Cells::Count,
        (_, Kind::List(_) | Kind::Set(_)) => Cells::Words,
        _ => Cells::Text,
    }
}

/// Where a field of a record is in the tables: `table.column`, several where the record stands in several places.
pub(super) fn columns_of(record: &RecordSpec, field: &FieldSpec) -> Vec<String> {
    let mut found = Vec::new();
    for table in TABLES {
        for column in table.columns() {
            if owner(&column).is_some_and(|owner| owner.name == record.name)
                && column.path.last() == Some(&field.name())
            {
                found.push(format!("{}.{}", table.name, column.name));
            }
        }
    }
    found
}

/// The record that the field of a column stands in.
fn owner(column: &Column) -> Option<&'static RecordSpec> {
    let roots = TABLES.iter().flat_map(|table| table.records);
    let mut record = *roots.into_iter().find(|one| one.name == column.record)?;
    let (_, above) = column.path.split_last()?;
    for name in above {
        let field = record.each().find(|field| field.name() == *name)?;
        let Kind::Record(inner) = field.kind else {
            return None;
        };
        record = inner;
    }
    Some(record)
}

/// `docs/columns.md`: every column of every table.
pub fn columns_page() -> String {
    let mut page = "\
# The columns of the tables

Written by `cargo xtask describe` from the declarations of the documents; [tables.md](tables.md) says how the tables fit together,
[format.md](format.md) what each field holds. A cell may be empty, also in a column that must be there.
"
    .to_owned();
    for table in TABLES {
        page.push_str(&format!(
            "\n## {}\n\n{}\n\n| column | meaning | holds |\n|---|---|---|\n",
            table.name, table.doc
        ));
        for column in table.columns() {
            let required = if column.required { " (required)" } else { "" };
            page.push_str(&format!(
                "| `{}`{required} | {} | {} |\n",
                column.name,
                column.doc,
                column.cells.expected()
            ));
        }
    }
    page
}

/// The source of `crates/batch/src/schema/tables.rs`.
pub fn columns_in_rust() -> String {
    let mut source = "\
//! The tables and their columns. Written by `cargo xtask describe` from the declarations of the documents: do not edit.

use super::{ColumnSpec, Kind, TableSpec};
"
    .to_owned();
    for table in TABLES {
        source.push_str(&format!(
            "\n/// {}\npub const {}: TableSpec = TableSpec {{\n    name: {:?},\n    columns: &[\n",
            table.doc,
            table.name.to_uppercase(),
            table.name
        ));
        for column in table.columns() {
            source.push_str(&format!(
                "        ColumnSpec::new({:?}, Kind::{:?}, {}, {:?}, &{:?}),\n",
                column.name, column.cells, column.required, column.record, column.path
            ));
        }
        source.push_str("    ],\n};\n");
    }
    source
}
