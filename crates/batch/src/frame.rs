//! One batch of a table, with its columns by name.

use crate::column::{Days, Ids, Moments, Parsed, Places, Text, as_text};
use crate::error::{BatchError, CellFault};
use crate::schema::{Bound, TableSpec};
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchReader};
use std::cell::OnceCell;
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
    /// Columns of whole numbers written as text, those that are asked for.
    texts: Vec<OnceCell<ArrayRef>>,
    rows: usize,
}

impl<'t> Frame<'t> {
    /// A batch whose schema was bound before.
    pub(crate) fn new(table: &'t TableSpec, bound: &'t Bound, batch: &RecordBatch) -> Self {
        Frame {
            table,
            bound,
            columns: batch.columns().to_vec(),
            texts: vec![OnceCell::new(); batch.num_columns()],
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

    /// A column of text; whole numbers are written out.
    pub(crate) fn text(&self, name: &str) -> Text<'_> {
        let index = self.bound.index(self.table, name);
        let column = index.and_then(|index| Some((self.columns.get(index)?, self.texts.get(index)?)));
        match column {
            Some((array, text)) if array.data_type().is_integer() => {
                Text::new(Some(text.get_or_init(|| as_text(array)).as_ref()))
            }
            Some((array, _)) => Text::new(Some(array.as_ref())),
            None => Text::Absent,
        }
    }

    /// A column of ids; whole numbers stay what they are.
    pub(crate) fn ids(&self, name: &str) -> Ids<'_> {
        Ids::of_numbers(self.column(name)).unwrap_or_else(|| Ids::Text(self.text(name)))
    }

    /// The places of the values of a column of few values; `None` where there is no such column.
    pub(crate) fn places(&self, name: &str) -> Option<Places<'_>> {
        Places::of_sets(self.column(name), self.rows)
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
