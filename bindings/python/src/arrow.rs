//! The Arrow capsule protocol: the only place where memory of another library is touched.
//!
//! A capsule holds one C struct. Importing moves the struct out of the capsule and leaves a released one there, so that
//! nothing is released twice; exporting puts a struct into a capsule that releases it when nobody took it.
#![expect(unsafe_code, reason = "the C data interface passes structs by pointer")]

use crate::fault::{error, table};
use arrow_array::ffi::{FFI_ArrowArray, from_ffi};
use arrow_array::ffi_stream::{ArrowArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{RecordBatch, RecordBatchReader, StructArray};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use std::ffi::CStr;
use std::ptr::NonNull;
use tierspayant_batch::{BatchError, Input, adapted, input};

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";

fn no_table(name: &str) -> PyErr {
    let message = format!(
        "{name}: expected a table that speaks the Arrow capsule protocol (pyarrow, polars, pandas 2.2, duckdb, \u{2026})"
    );
    error("TableError", &message, "TP-PY-002", name)
}

fn broken(name: &str, problem: impl std::fmt::Display) -> PyErr {
    table(&BatchError::stream(name, problem))
}

/// The struct behind a capsule of this name.
fn pointer<T>(capsule: &Bound<'_, PyCapsule>, name: &CStr) -> PyResult<NonNull<T>> {
    Ok(capsule.pointer_checked(Some(name))?.cast())
}

/// Columns under the caller's own names: theirs and ours.
pub(crate) type Names = Vec<(String, String)>;

/// The batches of any object that speaks the protocol, its columns renamed, without an unnamed index of pandas.
pub(crate) fn import(name: &str, object: &Bound<'_, PyAny>, names: &Names) -> PyResult<Input> {
    let table = taken(name, object)?;
    Ok(adapted(table, names))
}

fn taken(name: &str, object: &Bound<'_, PyAny>) -> PyResult<Input> {
    if object.hasattr("__arrow_c_stream__")? {
        let capsule = object.call_method0("__arrow_c_stream__")?;
        let capsule = capsule.cast::<PyCapsule>().map_err(|_| no_table(name))?;
        let stream: NonNull<FFI_ArrowArrayStream> = pointer(capsule, STREAM)?;
        // SAFETY: the protocol says that a capsule of this name holds a valid stream; `from_raw` moves it out and
        // leaves an empty one behind.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr()) };
        let reader = ArrowArrayStreamReader::try_new(stream).map_err(|problem| broken(name, problem))?;
        return Ok(Box::new(reader));
    }
    if object.hasattr("__arrow_c_array__")? {
        let capsules = object.call_method0("__arrow_c_array__")?;
        let capsules = capsules.cast::<PyTuple>().map_err(|_| no_table(name))?;
        let schema = capsules.get_item(0)?;
        let array = capsules.get_item(1)?;
        let schema: NonNull<FFI_ArrowSchema> = pointer(schema.cast().map_err(|_| no_table(name))?, SCHEMA)?;
        let array: NonNull<FFI_ArrowArray> = pointer(array.cast().map_err(|_| no_table(name))?, ARRAY)?;
        // SAFETY: the protocol says that capsules of these names hold a valid schema and a valid array of it; each is
        // moved out once, and the capsules are left with released ones.
        let data = unsafe {
            let schema = FFI_ArrowSchema::from_raw(schema.as_ptr());
            from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), &schema)
        };
        let data = data.map_err(|problem| broken(name, problem))?;
        if !matches!(data.data_type(), arrow_schema::DataType::Struct(_)) {
            return Err(no_table(name));
        }
        let batch = RecordBatch::from(StructArray::from(data));
        return Ok(input(batch.schema(), vec![batch]));
    }
    Err(no_table(name))
}

/// Batches that end when somebody interrupts the interpreter.
pub(crate) struct Interruptible(pub(crate) Box<dyn RecordBatchReader + Send>);

impl Iterator for Interruptible {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if Python::attach(|py| py.check_signals()).is_err() {
            return Some(Err(ArrowError::ExternalError("interrupted".into())));
        }
        self.0.next()
    }
}

impl RecordBatchReader for Interruptible {
    fn schema(&self) -> SchemaRef {
        self.0.schema()
    }
}

/// A capsule with a stream.
pub(crate) fn export<'py>(
    py: Python<'py>,
    reader: Box<dyn RecordBatchReader + Send>,
) -> PyResult<Bound<'py, PyCapsule>> {
    let stream = FFI_ArrowArrayStream::new(reader);
    PyCapsule::new_with_value(py, stream, STREAM)
}
