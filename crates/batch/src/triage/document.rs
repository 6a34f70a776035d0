//! Rows as parts of a document.

use crate::column::{Counts, Days, Flags, Text, WordSets};
use crate::error::RowError;
use crate::frame::{ColumnFault, Frame, at};
use crate::schema::{ColumnSpec, Kind, LINES, REJECTS, TableSpec};
use serde_json::{Map, Value};

/// A column of any kind.
enum Cells<'a> {
    Text(Text<'a>),
    Day(Days<'a>),
    Flag(Flags<'a>),
    Count(Counts<'a>),
    Words(WordSets<'a>),
}

impl<'a> Cells<'a> {
    fn new(frame: &'a Frame<'_>, column: &ColumnSpec) -> Self {
        let name = column.name;
        match column.kind {
            Kind::Day => Cells::Day(frame.days(name)),
            Kind::Flag => Cells::Flag(Flags::new(frame.column(name))),
            Kind::Count => Cells::Count(Counts::new(frame.column(name))),
            Kind::Words => Cells::Words(WordSets::new(frame.column(name))),
            Kind::Key | Kind::Text | Kind::Moment => Cells::Text(frame.text(name)),
        }
    }

    /// The cell of a row as the format writes it; nothing where the cell is empty.
    fn value(&mut self, column: &'static str, row: usize) -> Result<Option<Value>, RowError> {
        let value = match self {
            Cells::Text(text) => text.get(row).map(Value::from),
            Cells::Day(days) => at(column, days.get(row))
                .map_err(row_error)?
                .map(|day| day.to_string().into()),
            Cells::Flag(flags) => flags.get(row).map(Value::from),
            Cells::Count(counts) => at(column, counts.get(row)).map_err(row_error)?.map(Value::from),
            Cells::Words(words) => {
                let mut found = Vec::new();
                let given = words.each(row, |word| -> Result<(), ColumnFault> {
                    found.push(Value::from(word));
                    Ok(())
                });
                given.map_err(row_error)?.then_some(Value::Array(found))
            }
        };
        Ok(value)
    }
}

fn row_error((column, fault): ColumnFault) -> RowError {
    RowError {
        place: column.into(),
        fault,
    }
}

/// The columns that hold fields of one record.
struct Fields<'a>(Vec<(&'static ColumnSpec, Cells<'a>)>);

impl<'a> Fields<'a> {
    fn new(frame: &'a Frame<'_>, table: &'static TableSpec, record: &str) -> Self {
        let of_record = table.columns.iter().filter(|column| column.record == record);
        Fields(
            of_record
                .map(|column| (column, Cells::new(frame, column)))
                .collect(),
        )
    }

    /// What a row says of the record.
    fn read(&mut self, row: usize) -> Result<Map<String, Value>, RowError> {
        let mut record = Map::new();
        for (column, cells) in &mut self.0 {
            if let Some(value) = cells.value(column.name, row)? {
                put(&mut record, column.path, value);
            }
        }
        Ok(record)
    }
}

/// Puts a value at its place in a record.
fn put(record: &mut Map<String, Value>, path: &[&str], value: Value) {
    match path {
        [] => {}
        [field] => {
            record.insert((*field).to_owned(), value);
        }
        [field, rest @ ..] => {
            let inner = record.entry(*field).or_insert_with(|| Value::Object(Map::new()));
            if let Some(inner) = inner.as_object_mut() {
                put(inner, rest, value);
            }
        }
    }
}

/// The columns of a batch of lines.
pub(super) struct ClaimCells<'a> {
    claim: Fields<'a>,
    line: Fields<'a>,
    person: Text<'a>,
    has_person_id: bool,
}

impl<'a> ClaimCells<'a> {
    pub(super) fn new(frame: &'a Frame<'_>) -> Self {
        ClaimCells {
            claim: Fields::new(frame, &LINES, "Claim"),
            line: Fields::new(frame, &LINES, "Line"),
            person: frame.text("person"),
            has_person_id: frame.column("person_id").is_some(),
        }
    }

    /// The key that joins the tables.
    pub(super) fn person(&self, row: usize) -> Option<String> {
        self.person.get(row).map(str::to_owned)
    }

    /// What a row tells of its claim. The key is also the id of the person, where no column says another.
    pub(super) fn claim(&mut self, row: usize) -> Result<Value, RowError> {
        let mut claim = self.claim.read(row)?;
        if let Some(key) = self.person.get(row).filter(|_| !self.has_person_id) {
            put(&mut claim, &["person", "id"], key.into());
        }
        Ok(Value::Object(claim))
    }

    /// The line of a row; a line without an id has its place in the claim, as in the check.
    pub(super) fn line(&mut self, row: usize, place: usize) -> Result<Value, RowError> {
        let mut line = self.line.read(row)?;
        line.entry("id").or_insert_with(|| (place + 1).to_string().into());
        Ok(Value::Object(line))
    }
}

/// The columns of a batch of rejects.
pub(super) struct ReportCells<'a>(Fields<'a>);

impl<'a> ReportCells<'a> {
    pub(super) fn new(frame: &'a Frame<'_>) -> Self {
        ReportCells(Fields::new(frame, &REJECTS, "Report"))
    }

    /// What a row says of its reject.
    pub(super) fn report(&mut self, row: usize) -> Result<Value, RowError> {
        self.0.read(row).map(Value::Object)
    }
}
