//! Columns of any kind, read as the fields of a record of the document: by the declaration of the record, so that a field
//! that is added there is read here.

use crate::column::{Counts, Days, Flags, Text, WordSets};
use crate::frame::{ColumnFault, Frame, at};
use crate::schema::{ColumnSpec, Kind, TableSpec};
use serde_json::{Map, Value as Json};
use tierspayant::core::model::record::{Input, Misplaced, Record, RecordSpec, Value};
use tierspayant::format::Fault;

/// A column of any kind.
enum Cells<'a> {
    Text(Text<'a>),
    Day(Days<'a>),
    Flag(Flags<'a>),
    Count(Counts<'a>),
    Words(WordSets<'a>),
}

/// A column, and what describes it.
struct Column<'a> {
    spec: &'static ColumnSpec,
    cells: Cells<'a>,
}

/// The columns of a table that hold fields of one record.
pub(crate) struct RecordCells<'a>(Vec<Column<'a>>);

/// The columns of a table, there or not, that hold fields of a record.
pub(crate) fn columns_of(
    table: &'static TableSpec,
    record: &str,
) -> impl Iterator<Item = &'static ColumnSpec> {
    table.columns.iter().filter(move |column| column.record == record)
}

/// Those of them that hold fields of a part whose fields stand in the record itself.
pub(crate) fn columns_of_part(
    table: &'static TableSpec,
    record: &str,
    part: &'static RecordSpec,
) -> impl Iterator<Item = &'static ColumnSpec> {
    columns_of(table, record).filter(|column| column.path.first().is_some_and(|field| part.has(field)))
}

impl<'a> RecordCells<'a> {
    /// Those of some columns that a batch has.
    pub(crate) fn new(frame: &'a Frame<'_>, columns: impl Iterator<Item = &'static ColumnSpec>) -> Self {
        let there = columns.filter(|column| frame.column(column.name).is_some());
        RecordCells(there.map(|spec| Column::new(frame, spec)).collect())
    }

    /// What a row says, as a record whose fields may all be absent.
    pub(crate) fn read<R: Record + Default>(&mut self, row: usize) -> Result<R, ColumnFault> {
        Ok(record(&mut self.0, row, 0)?.unwrap_or_default())
    }

    /// Reads what a row says into the fields of a record, and tells whether it says anything.
    pub(crate) fn read_into<R: Record>(
        &mut self,
        draft: &mut R::Draft,
        row: usize,
    ) -> Result<bool, ColumnFault> {
        fields::<R>(draft, &mut self.0, row, 0)
    }

    /// Whether two rows say the same, cell by cell; a cell that cannot be read says the same as no other.
    pub(crate) fn agree(&mut self, one: usize, other: usize) -> bool {
        self.0.iter_mut().all(|column| column.agree(one, other))
    }

    /// Whether the cell of a column says nothing, or there is no such column.
    pub(crate) fn is_empty(&mut self, name: &str, row: usize) -> bool {
        let mut columns = self.0.iter_mut();
        let column = columns.find(|column| column.spec.name == name);
        column.is_none_or(|column| column.is_empty(row))
    }

    /// What a row says, as the format writes it.
    pub(crate) fn json(&mut self, row: usize) -> Result<Map<String, Json>, ColumnFault> {
        let mut record = Map::new();
        for column in &mut self.0 {
            if let Some(value) = column.json(row)? {
                put(&mut record, column.spec.path, value);
            }
        }
        Ok(record)
    }
}

/// Puts a value at its place in a record.
pub(crate) fn put(record: &mut Map<String, Json>, path: &[&str], value: Json) {
    match path {
        [] => {}
        [field] => {
            record.insert((*field).to_owned(), value);
        }
        [field, rest @ ..] => {
            let inner = record.entry(*field).or_insert_with(|| Json::Object(Map::new()));
            if let Some(inner) = inner.as_object_mut() {
                put(inner, rest, value);
            }
        }
    }
}

impl<'a> Column<'a> {
    fn new(frame: &'a Frame<'_>, spec: &'static ColumnSpec) -> Self {
        let name = spec.name;
        let cells = match spec.kind {
            Kind::Day => Cells::Day(frame.days(name)),
            Kind::Flag => Cells::Flag(Flags::new(frame.column(name))),
            Kind::Count => Cells::Count(Counts::new(frame.column(name))),
            Kind::Words => Cells::Words(WordSets::new(frame.column(name))),
            Kind::Key | Kind::Text | Kind::Moment => Cells::Text(frame.text(name)),
        };
        Column { spec, cells }
    }

    fn day(&mut self, row: usize) -> Result<Option<String>, ColumnFault> {
        match &mut self.cells {
            Cells::Day(days) => Ok(at(self.spec.name, days.get(row))?.map(|day| day.to_string())),
            _ => Ok(None),
        }
    }

    /// The words of a cell; nothing where it is empty.
    fn words(&self, row: usize) -> Option<Vec<&'a str>> {
        let Cells::Words(words) = &self.cells else {
            return None;
        };
        let mut found = Vec::new();
        let said = words.each(row, |word| {
            found.push(word);
            Ok::<(), ColumnFault>(())
        });
        (said == Ok(true)).then_some(found)
    }

    /// The cell of a row as the format writes it; nothing where the cell is empty.
    fn json(&mut self, row: usize) -> Result<Option<Json>, ColumnFault> {
        Ok(match &self.cells {
            Cells::Text(text) => text.get(row).map(Json::from),
            Cells::Flag(flags) => flags.get(row).map(Json::from),
            Cells::Count(counts) => at(self.spec.name, counts.get(row))?.map(Json::from),
            Cells::Words(_) => self.words(row).map(Json::from),
            Cells::Day(_) => self.day(row)?.map(Json::from),
        })
    }

    /// Whether the cells of two rows say the same.
    fn agree(&mut self, one: usize, other: usize) -> bool {
        match &mut self.cells {
            Cells::Text(text) => text.get(one) == text.get(other),
            Cells::Flag(flags) => flags.get(one) == flags.get(other),
            Cells::Count(counts) => {
                let number = counts.get(one);
                number.is_ok() && number == counts.get(other)
            }
            Cells::Day(days) => {
                let day = days.get(one);
                day.is_ok() && day == days.get(other)
            }
            Cells::Words(_) => self.words(one) == self.words(other),
        }
    }

    /// Whether the cell of a row says nothing; one that cannot be read says something.
    fn is_empty(&mut self, row: usize) -> bool {
        match &mut self.cells {
            Cells::Text(text) => text.get(row).is_none(),
            Cells::Flag(flags) => flags.get(row).is_none(),
            Cells::Count(counts) => matches!(counts.get(row), Ok(None)),
            Cells::Day(days) => matches!(days.get(row), Ok(None)),
            Cells::Words(_) => self.words(row).is_none(),
        }
    }
}

/// What some columns say of a record in a row, the columns of one field beside each other; nothing where all are empty.
fn record<R: Record>(columns: &mut [Column<'_>], row: usize, depth: usize) -> Result<Option<R>, ColumnFault> {
    let mut draft = R::Draft::default();
    let said = fields::<R>(&mut draft, columns, row, depth)?;
    let name = columns.first().map_or("", |column| column.spec.name);
    let whole = said.then(|| R::finish(draft).map_err(|found| (name, found.fault.into())));
    whole.transpose()
}

/// Reads what some columns say in a row into the fields of a record, and tells whether they say anything.
fn fields<R: Record>(
    draft: &mut R::Draft,
    columns: &mut [Column<'_>],
    row: usize,
    depth: usize,
) -> Result<bool, ColumnFault> {
    let mut said = false;
    let field = |column: &Column<'_>| column.spec.path.get(depth).copied();
    for group in columns.chunk_by_mut(|one, other| field(one) == field(other)) {
        let Some(name) = group.first().and_then(field) else {
            continue;
        };
        if group.iter_mut().all(|column| column.is_empty(row)) {
            continue;
        }
        said = true;
        let columns = group;
        R::take(
            draft,
            name,
            Place {
                columns,
                row,
                depth: depth + 1,
            },
        )?;
    }
    Ok(said)
}

/// A field of a row: one column, or those of its parts.
struct Place<'r, 'a> {
    columns: &'r mut [Column<'a>],
    row: usize,
    depth: usize,
}

impl Place<'_, '_> {
    fn name(&self) -> &'static str {
        self.columns.first().map_or("", |column| column.spec.name)
    }

    /// What its column says, made into a value.
    fn cell<V, T>(
        self,
        read: impl FnOnce(&mut Column<'_>, usize) -> Result<Option<V>, ColumnFault>,
        make: impl FnOnce(V) -> Result<T, Fault>,
    ) -> Result<Option<T>, ColumnFault> {
        let name = self.name();
        let said = match self.columns {
            [column] => read(column, self.row)?,
            _ => return Err((name, Fault::Shape.into())),
        };
        said.map(|value| make(value).map_err(|fault| (name, fault.into())))
            .transpose()
    }
}

impl Input for Place<'_, '_> {
    type Error = ColumnFault;

    fn text<T>(self, make: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, ColumnFault> {
        let text = |column: &mut Column<'_>, row: usize| match &column.cells {
            Cells::Text(text) => Ok(text.get(row).map(str::to_owned)),
            _ => column.day(row),
        };
        self.cell(text, |text| make(&text))
    }

    fn number<T>(self, make: impl FnOnce(u64) -> Result<T, Fault>) -> Result<Option<T>, ColumnFault> {
        let number = |column: &mut Column<'_>, row: usize| match &column.cells {
            Cells::Count(counts) => at(column.spec.name, counts.get(row)),
            _ => Ok(None),
        };
        self.cell(number, make)
    }

    fn boolean(self) -> Result<Option<bool>, ColumnFault> {
        let flag = |column: &mut Column<'_>, row: usize| match &column.cells {
            Cells::Flag(flags) => Ok(flags.get(row)),
            _ => Ok(None),
        };
        self.cell(flag, Ok)
    }

    fn list<T: Value, U>(
        self,
        make: impl FnOnce(Vec<T>) -> Result<U, Misplaced>,
    ) -> Result<Option<U>, ColumnFault> {
        let item = |word: &&str| T::read(Word(word))?.ok_or(Fault::Missing);
        let list = |words: Vec<&str>| words.iter().map(item).collect::<Result<Vec<T>, Fault>>();
        let words = |column: &mut Column<'_>, row: usize| {
            let name = column.spec.name;
            let words = column.words(row).map(list);
            words.transpose().map_err(|fault| (name, fault.into()))
        };
        self.cell(words, |items| make(items).map_err(|found| found.fault))
    }

    fn record<R: Record>(self) -> Result<Option<R>, ColumnFault> {
        record(self.columns, self.row, self.depth)
    }

    fn refuse(self, fault: Fault) -> ColumnFault {
        (self.name(), fault.into())
    }
}

/// One word of a cell that holds several, or a text that stands for an empty cell.
pub(crate) struct Word<'w>(pub(crate) &'w str);

impl Input for Word<'_> {
    type Error = Fault;

    fn text<T>(self, make: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, Fault> {
        make(self.0).map(Some)
    }

    fn number<T>(self, _: impl FnOnce(u64) -> Result<T, Fault>) -> Result<Option<T>, Fault> {
        Err(Fault::Shape)
    }

    fn boolean(self) -> Result<Option<bool>, Fault> {
        Err(Fault::Shape)
    }

    fn list<T: Value, U>(self, _: impl FnOnce(Vec<T>) -> Result<U, Misplaced>) -> Result<Option<U>, Fault> {
        Err(Fault::Shape)
    }

    fn record<R: Record>(self) -> Result<Option<R>, Fault> {
        Err(Fault::Shape)
    }

    fn refuse(self, fault: Fault) -> Fault {
        fault
    }
}
