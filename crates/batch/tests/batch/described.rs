//! The columns are compared with the description of the documents: each field has its column, each column its field.

use std::collections::BTreeSet;
use std::path::Path;
use tierspayant::format::describe::{INPUTS, column, records};
use tierspayant_batch::schema::{REJECTS, TABLES, TableSpec};

/// Columns that join tables or name what a row stands for: no field of a document.
const KEYS: [&str; 8] = [
    "claim_id",
    "person",
    "snapshot",
    "source",
    "observed_at",
    "lists",
    "other_fund",
    "other_centre",
];

/// Fields that the tables do not have.
const NO_COLUMN: [&str; 0] = [];

fn tables() -> impl Iterator<Item = &'static TableSpec> {
    TABLES.iter().chain([&REJECTS])
}

#[test]
fn every_field_has_its_column_and_every_column_its_field() {
    let mut described: BTreeSet<(String, String)> = BTreeSet::new();
    for record in records(INPUTS) {
        for field in record.each() {
            let Some((of, name)) = column(record, field) else {
                continue;
            };
            for table in of.split(", ") {
                described.insert((table.to_owned(), name.clone()));
            }
        }
    }
    let columns = |table: &'static TableSpec| table.columns.iter().map(move |one| (table.name, one.name));
    let there: BTreeSet<(String, String)> = tables()
        .flat_map(columns)
        .map(|(table, name)| (table.to_owned(), name.to_owned()))
        .collect();
    let missing: Vec<_> = described
        .difference(&there)
        .filter(|(_, name)| !NO_COLUMN.contains(&name.as_str()))
        .collect();
    assert!(missing.is_empty(), "fields without a column: {missing:?}");
    let strange: Vec<_> = there
        .difference(&described)
        .filter(|(_, name)| !KEYS.contains(&name.as_str()))
        .collect();
    assert!(strange.is_empty(), "columns without a field: {strange:?}");
}

#[test]
fn the_page_of_the_tables_has_every_column() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/tables.md");
    let page = std::fs::read_to_string(page).unwrap();
    for table in tables() {
        let (_, section) = page.split_once(&format!("\n## {}\n", table.name)).unwrap();
        let section = section.split("\n## ").next().unwrap();
        for one in table.columns {
            assert!(
                section.contains(&format!("`{}`", one.name)),
                "{}.{}",
                table.name,
                one.name
            );
        }
    }
}
