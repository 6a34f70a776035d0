//! Table files, read and written batch by batch.

use super::formats::Format;
use crate::failure::Failure;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use std::fmt::Display;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, Write};
use std::path::Path;
use std::sync::Arc;
use tierspayant_batch::Input;
use tierspayant_batch::schema::{Kind, TABLES};

const ROWS: usize = 32_768;

/// The longest header of a CSV file that is looked at, in bytes.
const HEADER: u64 = 64 * 1024;

/// A table that is open.
pub(super) struct Opened {
    pub(super) batches: Input,
    /// How many rows it has, where the file tells.
    pub(super) rows: Option<u64>,
}

/// Opens a table.
pub(super) fn open(path: &Path) -> Result<Opened, Failure> {
    let unreadable =
        |error: &dyn Display| Failure::data(path.display(), format_args!("cannot be read: {error}"));
    let format = Format::of(path)?;
    let mut file = File::open(path).map_err(|error| unreadable(&error))?;
    match format {
        Format::Parquet => {
            let builder =
                ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| unreadable(&error))?;
            let rows = u64::try_from(builder.metadata().file_metadata().num_rows()).ok();
            let reader = builder
                .with_batch_size(ROWS)
                .build()
                .map_err(|error| unreadable(&error))?;
            Ok(Opened {
                batches: Box::new(reader),
                rows,
            })
        }
        Format::Arrow => {
            let reader = arrow_ipc::reader::FileReader::try_new_buffered(file, None)
                .map_err(|error| unreadable(&error))?;
            Ok(Opened {
                batches: Box::new(reader),
                rows: None,
            })
        }
        Format::Csv => {
            let separator = separator(&mut file).map_err(|error| unreadable(&error))?;
            let schema = csv_schema(&mut file, separator).map_err(|error| unreadable(&error))?;
            let reader = arrow_csv::ReaderBuilder::new(Arc::clone(&schema))
                .with_delimiter(separator)
                .with_header(true)
                .with_batch_size(ROWS)
                .build(file)
                .map_err(|error| unreadable(&error))?;
            let batches = reader.map(|batch| empty_is_nothing(&batch?));
            Ok(Opened {
                batches: Box::new(RecordBatchIterator::new(batches, schema)),
                rows: None,
            })
        }
    }
}

/// What stands between the columns of a CSV file: of comma, semicolon, tab and bar the one that its header has most of.
fn separator(file: &mut File) -> Result<u8, ArrowError> {
    let mut header = Vec::new();
    BufReader::new(&mut *file)
        .take(HEADER)
        .read_until(b'\n', &mut header)?;
    file.rewind()?;
    let count = |separator: u8| header.iter().filter(|byte| **byte == separator).count();
    // The first of equals: a header of one column has none of them.
    let best = [b',', b';', b'\t', b'|']
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator));
    Ok(best.unwrap_or(b','))
}

/// A CSV file has texts only: numbers and flags are read as such where the column is one.
fn csv_schema(file: &mut File, separator: u8) -> Result<SchemaRef, ArrowError> {
    let format = arrow_csv::reader::Format::default()
        .with_header(true)
        .with_delimiter(separator);
    let (header, _) = format.infer_schema(BufReader::new(&mut *file), Some(0))?;
    file.rewind()?;
    let fields = header.fields().iter().map(|field| {
        let columns = TABLES.iter().flat_map(|table| table.columns);
        let kind = columns
            .filter(|column| column.name == field.name())
            .map(|column| column.kind)
            .next();
        let of = match kind {
            Some(Kind::Count) => DataType::Int64,
            Some(Kind::Flag) => DataType::Boolean,
            _ => DataType::Utf8,
        };
        Field::new(field.name(), of, true)
    });
    Ok(Arc::new(Schema::new(fields.collect::<Vec<_>>())))
}

/// An empty text of a CSV file is an empty cell.
fn empty_is_nothing(batch: &RecordBatch) -> Result<RecordBatch, ArrowError> {
    use arrow_array::cast::AsArray;
    let columns = batch
        .columns()
        .iter()
        .map(|column| match column.as_string_opt::<i32>() {
            None => Arc::clone(column),
            Some(texts) => {
                let texts = texts.iter().map(|text| text.filter(|text| !text.is_empty()));
                Arc::new(texts.collect::<arrow_array::StringArray>()) as arrow_array::ArrayRef
            }
        });
    RecordBatch::try_new(batch.schema(), columns.collect())
}

/// A table being written.
pub(super) enum Sink {
    Parquet(Box<ArrowWriter<File>>),
    Arrow(Box<arrow_ipc::writer::FileWriter<BufWriter<File>>>),
    Csv(Box<arrow_csv::Writer<BufWriter<File>>>),
}

impl Sink {
    /// Starts a table.
    pub(super) fn create(path: &Path, schema: &SchemaRef) -> Result<Self, Failure> {
        let format = Format::of(path)?;
        let file = File::create(path).map_err(Failure::Output)?;
        Ok(match format {
            Format::Parquet => {
                let properties = WriterProperties::builder()
                    .set_compression(Compression::SNAPPY)
                    .build();
                let writer = ArrowWriter::try_new(file, Arc::clone(schema), Some(properties));
                Sink::Parquet(Box::new(writer.map_err(failed)?))
            }
            Format::Arrow => {
                let writer = arrow_ipc::writer::FileWriter::try_new(BufWriter::new(file), schema);
                Sink::Arrow(Box::new(writer.map_err(failed)?))
            }
            Format::Csv => Sink::Csv(Box::new(arrow_csv::Writer::new(BufWriter::new(file)))),
        })
    }

    /// Writes a batch.
    pub(super) fn write(&mut self, batch: &RecordBatch) -> Result<(), Failure> {
        match self {
            Sink::Parquet(writer) => writer.write(batch).map_err(failed),
            Sink::Arrow(writer) => writer.write(batch).map_err(failed),
            Sink::Csv(writer) => writer
                .write(&lists_as_text(batch).map_err(failed)?)
                .map_err(failed),
        }
    }

    /// Ends the table.
    pub(super) fn finish(self) -> Result<(), Failure> {
        match self {
            Sink::Parquet(writer) => writer.close().map(|_| ()).map_err(failed),
            Sink::Arrow(mut writer) => writer.finish().map_err(failed),
            Sink::Csv(writer) => writer.into_inner().flush().map_err(Failure::Output),
        }
    }
}

/// A CSV file has no lists: their words stand in one cell, with blanks between them.
fn lists_as_text(batch: &RecordBatch) -> Result<RecordBatch, ArrowError> {
    use arrow_array::cast::AsArray;
    let mut fields = Vec::new();
    let mut columns = Vec::new();
    for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
        let Some(list) = column.as_list_opt::<i32>() else {
            fields.push(Arc::clone(field));
            columns.push(Arc::clone(column));
            continue;
        };
        let texts = list.iter().map(|words| {
            let words = words?;
            let dictionary = words.as_any_dictionary_opt()?;
            let keys = dictionary.normalized_keys();
            let values = dictionary.values().as_string_opt::<i32>()?;
            let texts: Vec<&str> = keys.iter().map(|key| values.value(*key)).collect();
            Some(texts.join(" "))
        });
        fields.push(Arc::new(Field::new(field.name(), DataType::Utf8, true)));
        columns.push(Arc::new(texts.collect::<arrow_array::StringArray>()));
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns)
}

fn failed(error: impl std::error::Error + Send + Sync + 'static) -> Failure {
    Failure::Output(std::io::Error::other(error))
}
