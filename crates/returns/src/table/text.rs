//! From bytes to rows of cells: encoding and separator.

use super::headers::{Column, folded, is_identity};
use crate::model::ReturnsError;

/// The separators that are tried.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// How many rows may stand above the header.
pub(super) const TITLE_ROWS: usize = 10;

/// The text of a file, which is UTF-8.
#[cfg(not(feature = "spreadsheets"))]
pub(super) fn decoded(bytes: &[u8]) -> Result<String, ReturnsError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes);
    text.map(str::to_owned)
        .map_err(|_| ReturnsError::new(0, "the text is not UTF-8"))
}

/// The text of a file: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.
#[cfg(feature = "spreadsheets")]
#[expect(
    clippy::unnecessary_wraps,
    reason = "without this feature there are texts that are refused"
)]
pub(super) fn decoded(bytes: &[u8]) -> Result<String, ReturnsError> {
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
        None => encoding_rs::WINDOWS_1252,
    };
    Ok(encoding.decode(bytes).0.into_owned())
}

/// The rows of a text: with the separator whose header names the most columns.
pub(super) fn rows(text: &str, given: &[(String, Column)]) -> Result<Vec<Vec<String>>, ReturnsError> {
    let head: String = text
        .lines()
        .take(TITLE_ROWS.saturating_add(1))
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut best = (0, b';');
    for separator in SEPARATORS {
        let named = split(&head, separator)?
            .iter()
            .map(|row| named(row, given))
            .max()
            .unwrap_or(0);
        if named > best.0 {
            best = (named, separator);
        }
    }
    split(text, best.1)
}

/// How many cells of a row are words of a header.
fn named(row: &[String], given: &[(String, Column)]) -> usize {
    let known = |cell: &&String| {
        let folded = folded(cell);
        let by_caller = given.iter().any(|(name, _)| name.trim() == cell.as_str());
        by_caller || Column::named(&folded).is_some() || is_identity(&folded)
    };
    row.iter().filter(known).count()
}

fn split(text: &str, separator: u8) -> Result<Vec<Vec<String>>, ReturnsError> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let at = error.position().map_or(0, csv::Position::byte);
            ReturnsError::new(at, "this is no row of a table")
        })?;
        rows.push(record.iter().map(|cell| cell.trim().to_owned()).collect());
    }
    Ok(rows)
}
