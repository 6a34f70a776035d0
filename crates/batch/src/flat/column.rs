//! Tables written row by row.

use crate::schema::{Kind, TableSpec};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, RecordBatch, RecordBatchOptions, StringArray, UInt64Array,
};
use arrow_schema::{Field, Schema};
use hashbrown::HashMap;
use std::fmt::Display;
use std::sync::Arc;
use tierspayant::core::model::Date;

/// A table being written.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<HashMap<&'static str, Cell>>,
}

enum Cell {
    Text(String),
    Day(Date),
    Number(u64),
    Flag(bool),
}

/// A row being written.
pub(super) struct Row<'r>(&'r mut HashMap<&'static str, Cell>);

impl Row<'_> {
    pub(super) fn text(&mut self, column: &'static str, text: Option<&str>) {
        self.put(column, text.map(|text| Cell::Text(text.to_owned())));
    }

    pub(super) fn shown(&mut self, column: &'static str, value: Option<impl Display>) {
        self.put(column, value.map(|value| Cell::Text(value.to_string())));
    }

    pub(super) fn day(&mut self, column: &'static str, day: Option<Date>) {
        self.put(column, day.map(Cell::Day));
    }

    pub(super) fn number(&mut self, column: &'static str, number: Option<u64>) {
        self.put(column, number.map(Cell::Number));
    }

    pub(super) fn flag(&mut self, column: &'static str, flag: Option<bool>) {
        self.put(column, flag.map(Cell::Flag));
    }

    fn put(&mut self, column: &'static str, cell: Option<Cell>) {
        if let Some(cell) = cell {
            self.0.insert(column, cell);
        }
    }
}

impl Table {
    pub(super) fn row(&mut self, write: impl FnOnce(&mut Row<'_>)) {
        let mut row = HashMap::new();
        write(&mut Row(&mut row));
        self.rows.push(row);
    }

    /// The table with every column of its specification.
    pub(super) fn finish(self, spec: &TableSpec) -> RecordBatch {
        let arrays: Vec<ArrayRef> = spec
            .columns
            .iter()
            .map(|column| self.column(column.name, column.kind))
            .collect();
        let fields: Vec<Field> = spec
            .columns
            .iter()
            .zip(&arrays)
            .map(|(column, array)| Field::new(column.name, array.data_type().clone(), true))
            .collect();
        let schema = Arc::new(Schema::new(fields));
        let options = RecordBatchOptions::new().with_row_count(Some(self.rows.len()));
        RecordBatch::try_new_with_options(Arc::clone(&schema), arrays, &options)
            .unwrap_or_else(|_| RecordBatch::new_empty(schema))
    }

    fn column(&self, name: &str, kind: Kind) -> ArrayRef {
        let cells = self.rows.iter().map(|row| row.get(name));
        match kind {
            Kind::Day => {
                let days = cells.map(|cell| match cell {
                    Some(Cell::Day(day)) => Some(day.unix_days()),
                    _ => None,
                });
                Arc::new(days.collect::<Date32Array>())
            }
            Kind::Count => {
                let numbers = cells.map(|cell| match cell {
                    Some(Cell::Number(number)) => Some(*number),
                    _ => None,
                });
                Arc::new(numbers.collect::<UInt64Array>())
            }
            Kind::Flag => {
                let flags = cells.map(|cell| match cell {
                    Some(Cell::Flag(flag)) => Some(*flag),
                    _ => None,
                });
                Arc::new(flags.collect::<BooleanArray>())
            }
            _ => {
                let texts = cells.map(|cell| match cell {
                    Some(Cell::Text(text)) => Some(text.as_str()),
                    _ => None,
                });
                Arc::new(texts.collect::<StringArray>())
            }
        }
    }
}
