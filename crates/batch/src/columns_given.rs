//! A table as somebody gives it: columns under other names, and the index that pandas puts beside them.

use crate::frame::Input;
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, Field, Schema};
use std::sync::Arc;

/// The name that pandas gives to an index without one.
const INDEX: &str = "__index_level_";

/// A table with its columns under the names of this library, given as theirs and ours, and without an index of pandas that nobody named.
pub fn adapted(table: Input, names: &[(String, String)]) -> Input {
    let schema = table.schema();
    let index = indexes(&schema);
    let mut kept = Vec::new();
    let mut fields: Vec<Arc<Field>> = Vec::new();
    for (place, field) in schema.fields().iter().enumerate() {
        let ours = names.iter().find(|(theirs, _)| theirs == field.name());
        match ours {
            Some((_, ours)) => fields.push(Arc::new(field.as_ref().clone().with_name(ours))),
            None if index.contains(field.name()) => continue,
            None => fields.push(Arc::clone(field)),
        }
        kept.push(place);
    }
    if names.is_empty() && kept.len() == schema.fields().len() {
        return table;
    }
    let adapted = Arc::new(Schema::new(fields));
    let made = Arc::clone(&adapted);
    let batches = table.map(move |batch| -> Result<RecordBatch, ArrowError> {
        let batch = batch?.project(&kept)?;
        RecordBatch::try_new(Arc::clone(&made), batch.columns().to_vec())
    });
    Box::new(RecordBatchIterator::new(batches, adapted))
}

/// The columns that are an index of pandas without a name, as the schema tells it: a filtered or sorted frame has one.
fn indexes(schema: &Schema) -> Vec<String> {
    let Some(told) = schema.metadata().get("pandas") else {
        return Vec::new();
    };
    let told: serde_json::Value = serde_json::from_str(told).unwrap_or_default();
    let columns = told.get("index_columns").and_then(serde_json::Value::as_array);
    let names = columns
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_str);
    names
        .filter(|name| name.starts_with(INDEX))
        .map(str::to_owned)
        .collect()
}
