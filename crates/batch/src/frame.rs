//! One batch of a table, with its columns by name.

use crate::column::{Days, Moments, Parsed, Text, as_text};
use crate::error::{BatchError, CellFault};
use crate::schema::{Bound, Kind, TableSpec};
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchReader};
use std::sync::Arc;

/// Batches of one table, with the schema that they share.
pub type Input = Box<dyn RecordBatchReader + Send>;

/// A fault and the column it is in.
pub(crate) type ColumnFault = (&'static str, CellFault);

/// Adds the column to the fault of a cell.
pub(crate) fn at<T>(column: &'static str, value: Result<T, impl Into<CellFault>>) -> Result<T, ColumnFault> {
    value.map_err(|fault| (column, fault.into()))
}

/// One batch of a table.
pub(crate) struct Frame<'t> {
    table: &'t TableSpec,
    bound: &'t Bound,
    columns: Vec<ArrayRef>,
    rows: usize,
}

impl<'t> Frame<'t> {
    /// A batch whose schema was bound before.
    pub(crate) fn new(table: &'t TableSpec, bound: &'t Bound, batch: &RecordBatch) -> Self {
        let mut columns = batch.columns().to_vec();
        for column in table.columns.iter().filter(|column| column.kind == Kind::Key) {
            let array = bound
                .index(table, column.name)
                .and_then(|index| columns.get_mut(index));
            if let Some(array) = array {
                *array = as_text(array);
            }
        }
        Frame {
            table,
            bound,
            columns,
            rows: batch.num_rows(),
        }
    }

    pub(crate) const fn rows(&self) -> usize {
        self.rows
    }

    pub(crate) fn column(&self, name: &str) -> Option<&dyn Array> {
        let index = self.bound.index(self.table, name)?;
        self.columns.get(index).map(AsRef::as_ref)
    }

    pub(crate) fn text(&self, name: &str) -> Text<'_> {
        Text::new(self.column(name))
    }

    pub(crate) fn parsed<T: Copy>(&self, name: &str) -> Parsed<'_, T> {
        Parsed::new(self.text(name))
    }

    pub(crate) fn days(&self, name: &str) -> Days<'_> {
        Days::new(self.column(name))
    }

    pub(crate) fn moments(&self, name: &str) -> Moments<'_> {
        Moments::new(self.column(name))
    }
}

/// The next batch of a table, or an error that names the table.
pub(crate) fn next_batch(input: &mut Input, table: &str) -> Option<Result<RecordBatch, BatchError>> {
    let batch = input.next()?;
    Some(batch.map_err(|error| BatchError::stream(table, error)))
}

/// An input of batches that are already there.
pub fn input(schema: arrow_schema::SchemaRef, batches: Vec<RecordBatch>) -> Input {
    let batches: Vec<_> = batches.into_iter().map(Ok).collect();
    Box::new(arrow_array::RecordBatchIterator::new(
        batches,
        Arc::clone(&schema),
    ))
}
