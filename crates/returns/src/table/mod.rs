//! A list of rejects or returns that some software exported: CSV in any usual form, or XLSX.
//!
//! The header is looked for in the first rows; each column is found by its words, or by the caller's own mapping. A column that identifies a person is
//! refused: nothing of it is read. A row that cannot be read is told by its number and its column, and costs no other row.
//!
//! ```
//! use tierspayant_returns::table::{TableOptions, read};
//!
//! let list = "N° facture;Lot;Part;Montant facturé;Montant payé;Motif rejet\n42;007;RO;42,50;0,00;ETM NON TROUVE EN BDO\n";
//! let read = read(list.as_bytes(), &TableOptions::default())?;
//! assert_eq!(read.returns.invoices[0].shares[0].asked_cents, 4250);
//! # Ok::<(), tierspayant_returns::ReturnsError>(())
//! ```

mod cells;
mod headers;
mod row;
#[cfg(test)]
mod tests;
mod text;
#[cfg_attr(not(feature = "spreadsheets"), path = "no_xlsx.rs")]
mod xlsx;

pub use headers::Column;

use super::ledger::Sent;
use super::model::{Returns, ReturnsError};
use headers::{folded, is_identity};
use row::Gathered;
use tierspayant_readers::{Unused, Why};

/// What the caller knows of a list.
#[derive(Debug, Clone, Default)]
pub struct TableOptions {
    /// Columns by the caller's own names: the header as written, and what it holds. They win over the words that are known.
    pub columns: Vec<(String, Column)>,
}

/// What a list held.
#[derive(Debug, Clone, Default)]
pub struct TableReturns {
    /// The invoices, each once, in the order of their first row.
    pub returns: Returns,
    /// The rows that could not be read.
    pub faults: Vec<RowFault>,
    /// Which columns were used, by their place from 1.
    pub columns: Vec<(usize, Column)>,
}

/// A cell that could not be read; its row is left out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row}, {}: {problem}", column.as_str())]
pub struct RowFault {
    /// The row in the file, from 1, the header and the titles above it counted.
    pub row: usize,
    /// What the column holds.
    pub column: Column,
    /// What is wrong. The cell is not repeated.
    pub problem: &'static str,
}

/// Reads a list of what came back.
///
/// # Errors
///
/// Where the bytes are no table, or no row has a header with a column of invoices.
pub fn read(bytes: &[u8], options: &TableOptions) -> Result<TableReturns, ReturnsError> {
    let list = List::open(bytes, options)?;
    let mut gathered = Gathered::default();
    for (number, row) in list.body() {
        gathered.add(number, row, &list.columns);
    }
    let (invoices, faults) = gathered.into_parts();
    Ok(TableReturns {
        returns: Returns {
            invoices,
            unused: list.unused,
            ..Returns::default()
        },
        faults,
        columns: list.columns,
    })
}

/// What a list of sent invoices held.
#[derive(Debug, Clone, Default)]
pub struct TableSent {
    /// The invoices, one for each row.
    pub sent: Vec<Sent>,
    /// The rows that could not be read.
    pub faults: Vec<RowFault>,
    /// The columns that were not used, with the reason.
    pub unused: Vec<Unused>,
}

/// Reads a list of what was sent: amounts of each share, the day, the invoice that it replaces, whether it was given up, who made it and with which
/// setting, as opaque codes.
///
/// # Errors
///
/// As [`read`].
pub fn read_sent(bytes: &[u8], options: &TableOptions) -> Result<TableSent, ReturnsError> {
    let list = List::open(bytes, options)?;
    let mut read = TableSent::default();
    for (number, row) in list.body() {
        match row::sent(number, row, &list.columns) {
            Ok(Some(sent)) => read.sent.push(sent),
            Ok(None) => {}
            Err(fault) => read.faults.push(fault),
        }
    }
    read.unused = list.unused;
    Ok(read)
}

/// A list, with its header found.
struct List {
    rows: Vec<Vec<String>>,
    /// The place of the header among the rows.
    header: usize,
    columns: Vec<(usize, Column)>,
    unused: Vec<Unused>,
}

impl List {
    fn open(bytes: &[u8], options: &TableOptions) -> Result<Self, ReturnsError> {
        let rows = if bytes.starts_with(xlsx::MARK) {
            xlsx::rows(bytes)?
        } else {
            text::rows(&text::decoded(bytes)?, &options.columns)?
        };
        let of = |cell: &String| {
            let given = options
                .columns
                .iter()
                .find(|(name, _)| name.trim() == cell.as_str());
            given
                .map(|(_, column)| *column)
                .or_else(|| Column::named(&folded(cell)))
        };
        let header = rows
            .iter()
            .take(text::TITLE_ROWS.saturating_add(1))
            .position(|row| row.iter().any(|cell| of(cell) == Some(Column::Invoice)));
        let Some((place, header)) = header.and_then(|place| Some((place, rows.get(place)?))) else {
            return Err(ReturnsError::new(0, "no row names a column of invoices"));
        };
        let mut columns: Vec<(usize, Column)> = Vec::new();
        let mut unused = Vec::new();
        for (index, cell) in header.iter().enumerate() {
            let number = index.saturating_add(1);
            let column = of(cell).filter(|_| !is_identity(&folded(cell)));
            match column {
                Some(column) if columns.iter().all(|(_, held)| *held != column) => {
                    columns.push((number, column));
                }
                found => unused.push(Unused {
                    place: format!("column {number}"),
                    why: match found {
                        Some(_) => Why::Repeated,
                        None if is_identity(&folded(cell)) => Why::Personal,
                        None if cell.is_empty() => Why::Empty,
                        None => Why::Unknown,
                    },
                }),
            }
        }
        Ok(List {
            header: place,
            rows,
            columns,
            unused,
        })
    }

    /// The rows below the header, by their number from 1.
    fn body(&self) -> impl Iterator<Item = (usize, &Vec<String>)> {
        let rows = self.rows.iter().enumerate().skip(self.header.saturating_add(1));
        rows.map(|(index, row)| (index.saturating_add(1), row))
    }
}
