//! The rows of the first sheet of a workbook that has any.

use crate::model::ReturnsError;
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

/// How a workbook begins: it is a ZIP archive.
pub(super) const MARK: &[u8] = b"PK\x03\x04";

pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Vec<String>>, ReturnsError> {
    let refused = |_| ReturnsError::new(0, "the workbook cannot be read");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).map_err(refused)?;
        let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(text).collect()).collect();
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

/// A cell as text. A day is kept by its number in the workbook, which counts days from 1899-12-30.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Empty | Data::Error(_) => String::new(),
        other => other.to_string().trim().to_owned(),
    }
}
