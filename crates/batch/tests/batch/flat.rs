//! Dossiers as tables: each field goes to the column that the description gives it.

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, RecordBatch, RecordBatchOptions, StringArray, UInt64Array,
};
use arrow_schema::{Field, Schema};
use std::collections::HashMap;
use std::convert::Infallible;
use std::str::FromStr;
use std::sync::Arc;
use tierspayant::core::model::record::{Fields, Output, Record, Value};
use tierspayant::core::model::{Date, DomainRight, Dossier, Snapshot};
use tierspayant_batch::schema::{Kind, LINES, TABLES, TableSpec};
use tierspayant_batch::{Input, RightsTables, input};

/// The tables of some dossiers. Dossiers do not share people: the key of a person is the place of the dossier.
pub(crate) struct FlatTables {
    /// The lines, dossier after dossier.
    pub(crate) lines: RecordBatch,
    /// The tables of rights, by name.
    pub(crate) rights: Vec<(&'static str, RecordBatch)>,
}

impl FlatTables {
    /// The tables of rights, ready to be indexed.
    pub(crate) fn rights_tables(&self) -> RightsTables {
        let table = |name: &str| -> Option<Input> {
            let (_, batch) = self.rights.iter().find(|(one, _)| *one == name)?;
            Some(input(batch.schema(), vec![batch.clone()]))
        };
        RightsTables {
            snapshots: table("snapshots"),
            coverage: table("coverage"),
            codes: table("codes"),
            exemptions: table("exemptions"),
            maternity: table("maternity"),
            accidents: table("accidents"),
            contracts: table("contracts"),
        }
    }

    /// The lines, as an input.
    pub(crate) fn lines_input(&self) -> Input {
        input(self.lines.schema(), vec![self.lines.clone()])
    }
}

type Cells = HashMap<&'static str, String>;

/// Writes dossiers as tables.
pub(crate) fn flat(dossiers: &[Dossier]) -> FlatTables {
    let mut lines = Vec::new();
    let mut rights: Vec<(&TableSpec, Vec<Cells>)> =
        TABLES.iter().skip(1).map(|table| (table, Vec::new())).collect();
    for (place, dossier) in dossiers.iter().enumerate() {
        let key = format!("d{place}");
        for line in &dossier.claim.lines {
            let mut cells = Cells::from([("person", key.clone()), ("claim_id", key.clone())]);
            write(&LINES, "Dossier", dossier, &mut cells);
            write(&LINES, "Claim", &dossier.claim, &mut cells);
            write(&LINES, "Line", line, &mut cells);
            // Claims may have the same id, or none.
            cells.insert("claim_id", key.clone());
            lines.push(cells);
        }
        for (number, snapshot) in dossier.rights.iter().enumerate() {
            let keys = Cells::from([("person", key.clone()), ("snapshot", format!("s{number}"))]);
            for (table, rows) in &mut rights {
                rows.extend(rows_of(table, snapshot, &keys));
            }
        }
    }
    let finished = rights
        .iter()
        .map(|(table, rows)| (table.name, finish(table, rows)));
    FlatTables {
        lines: finish(&LINES, &lines),
        rights: finished.collect(),
    }
}

/// What a snapshot has for a table.
fn rows_of(table: &'static TableSpec, snapshot: &Snapshot, keys: &Cells) -> Vec<Cells> {
    fn each<'a, R: Record + 'a>(
        table: &'static TableSpec,
        record: &str,
        keys: &Cells,
        entries: impl IntoIterator<Item = &'a R>,
    ) -> Vec<Cells> {
        let row = |entry| {
            let mut cells = keys.clone();
            write(table, record, entry, &mut cells);
            cells
        };
        entries.into_iter().map(row).collect()
    }
    match table.name {
        "snapshots" => {
            let mut rows = each(table, "Snapshot", keys, [snapshot]);
            rows.iter_mut()
                .for_each(|row| drop(row.insert("lists", lists(snapshot))));
            rows
        }
        "coverage" => each(table, "Period", keys, snapshot.coverage.iter().flatten()),
        "codes" => each(table, "CoverageCode", keys, snapshot.codes.iter().flatten()),
        "exemptions" => each(
            table,
            "ExemptionEntry",
            keys,
            snapshot.exemptions.iter().flatten(),
        ),
        "maternity" => each(table, "MaternityEntry", keys, &snapshot.maternity),
        "accidents" => each(table, "AccidentEntry", keys, snapshot.accidents.iter().flatten()),
        "contracts" => {
            let mut rows = each(table, "ContractEntry", keys, snapshot.contracts.iter().flatten());
            for (row, entry) in rows.iter_mut().zip(snapshot.contracts.iter().flatten()) {
                if let Some(rights) = &entry.rights {
                    row.insert("rights", domain_rights(rights));
                }
            }
            rows
        }
        other => panic!("{other} is written nowhere"),
    }
}

/// The lists that were part of the answer.
fn lists(snapshot: &Snapshot) -> String {
    let said = [
        ("coverage", snapshot.coverage.is_some()),
        ("codes", snapshot.codes.is_some()),
        ("exemptions", snapshot.exemptions.is_some()),
        ("accidents", snapshot.accidents.is_some()),
        ("contracts", snapshot.contracts.is_some()),
    ];
    let said: Vec<&str> = said
        .iter()
        .filter(|(_, said)| *said)
        .map(|(name, _)| *name)
        .collect();
    said.join(" ")
}

/// Each as `domain/start/end/status`; a comma alone is a list without any.
fn domain_rights(rights: &[DomainRight]) -> String {
    let shown = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let each = rights.iter().map(|one| {
        let (start, end) = (shown(one.period.start()), shown(one.period.end()));
        let status = one.status.map_or("", |status| status.as_str());
        format!("{}/{start}/{end}/{status}", one.domain)
    });
    let all: Vec<String> = each.collect();
    if all.is_empty() {
        ",".to_owned()
    } else {
        all.join(",")
    }
}

fn write<R: Record>(table: &'static TableSpec, record: &str, value: &R, cells: &mut Cells) {
    let mut row = Row {
        table,
        record,
        path: Vec::new(),
        cells,
    };
    let Ok(()) = value.write(&mut row);
}

/// A row being written, and the place in the record that is written to it.
struct Row<'r> {
    table: &'static TableSpec,
    record: &'r str,
    path: Vec<&'static str>,
    cells: &'r mut Cells,
}

impl Row<'_> {
    fn put(&mut self, cell: String) -> Result<(), Infallible> {
        let here = |column: &&tierspayant_batch::schema::ColumnSpec| {
            column.record == self.record && *column.path == *self.path
        };
        if let Some(column) = self.table.columns.iter().find(here) {
            self.cells.insert(column.name, cell);
        }
        Ok(())
    }
}

impl Fields for Row<'_> {
    type Error = Infallible;

    fn field<T: Value>(&mut self, name: &'static str, value: &T) -> Result<(), Infallible> {
        self.path.push(name);
        let done = value.write(&mut *self);
        self.path.pop();
        done
    }
}

impl Output for &mut Row<'_> {
    type Done = ();
    type Error = Infallible;

    fn text(self, text: &str) -> Result<(), Infallible> {
        self.put(text.to_string())
    }

    fn number(self, number: u64) -> Result<(), Infallible> {
        self.put(number.to_string())
    }

    fn integer(self, number: i64) -> Result<(), Infallible> {
        self.put(number.to_string())
    }

    fn boolean(self, boolean: bool) -> Result<(), Infallible> {
        self.put(boolean.to_string())
    }

    fn nothing(self) -> Result<(), Infallible> {
        Ok(())
    }

    fn list<T: Value>(self, items: &[T]) -> Result<(), Infallible> {
        let mut words = Vec::new();
        for one in items {
            let Ok(()) = one.write(Words(&mut words));
        }
        self.put(words.join(" "))
    }

    fn record<R: Record>(self, record: &R) -> Result<(), Infallible> {
        record.write(self)
    }
}

/// The words of a list.
struct Words<'w>(&'w mut Vec<String>);

impl Output for Words<'_> {
    type Done = ();
    type Error = Infallible;

    fn text(self, text: &str) -> Result<(), Infallible> {
        self.0.push(text.to_string());
        Ok(())
    }

    fn number(self, _: u64) -> Result<(), Infallible> {
        Ok(())
    }

    fn integer(self, _: i64) -> Result<(), Infallible> {
        Ok(())
    }

    fn boolean(self, _: bool) -> Result<(), Infallible> {
        Ok(())
    }

    fn nothing(self) -> Result<(), Infallible> {
        Ok(())
    }

    fn list<T: Value>(self, _: &[T]) -> Result<(), Infallible> {
        Ok(())
    }

    fn record<R: Record>(self, _: &R) -> Result<(), Infallible> {
        Ok(())
    }
}

/// The table with every column of its specification.
fn finish(table: &TableSpec, rows: &[Cells]) -> RecordBatch {
    fn parsed<T: FromStr<Err: std::fmt::Debug>>(rows: &[Cells], name: &str) -> Vec<Option<T>> {
        let cell = |row: &Cells| row.get(name).map(|cell| cell.parse().unwrap());
        rows.iter().map(cell).collect()
    }
    let array = |name: &str, kind: Kind| -> ArrayRef {
        match kind {
            Kind::Day => {
                let days = parsed::<Date>(rows, name).into_iter();
                Arc::new(days.map(|day| day.map(Date::unix_days)).collect::<Date32Array>())
            }
            Kind::Count => Arc::new(UInt64Array::from(parsed::<u64>(rows, name))),
            Kind::Flag => Arc::new(BooleanArray::from(parsed::<bool>(rows, name))),
            _ => Arc::new(StringArray::from(parsed::<String>(rows, name))),
        }
    };
    let arrays: Vec<ArrayRef> = table
        .columns
        .iter()
        .map(|column| array(column.name, column.kind))
        .collect();
    let fields = table.columns.iter().zip(&arrays);
    let fields: Vec<Field> = fields
        .map(|(column, array)| Field::new(column.name, array.data_type().clone(), true))
        .collect();
    let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options).unwrap()
}
