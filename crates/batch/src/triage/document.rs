//! Rows as parts of a document.

use crate::column::{Counts, Days, Flags, Text, WordSets};
use crate::error::RowError;
use crate::frame::{ColumnFault, Frame, at};
use crate::schema::{ColumnSpec, Kind, LINES, REJECTS};
use serde_json::{Map, Value};

/// The columns that tell of the line itself, with their fields; a field of an object of the line stands after its name.
const OF_LINE: &[(&str, &str)] = &[
    ("category", "category"),
    ("exemption", "exemption"),
    ("relation", "relation"),
    ("origin", "origin"),
    ("amount_cents", "amount_cents"),
    ("traits", "traits"),
    ("document", "document"),
    ("voucher", "voucher"),
    ("prior_agreement", "prior_agreement"),
    ("prior_agreement_requested_on", "prior_agreement_requested_on"),
    ("line_prescription", "prescription.state"),
    ("line_prescription_date", "prescription.date"),
    ("transport_urgent", "transport.urgent"),
    ("transport_ground", "transport.ground"),
    ("proof", "proof"),
];

/// The columns that every line of a claim shares, with the object they are in and their fields.
const OF_CLAIM: &[(&str, &str, &str)] = &[
    ("claim_id", "", "id"),
    ("birth_date", "person", "birth_date"),
    ("birth_rank", "person", "birth_rank"),
    ("nir", "person", "nir"),
    ("setting", "", "setting"),
    ("care_date", "", "care_date"),
    ("prescription_date", "", "prescription_date"),
    ("transmission_date", "", "transmission_date"),
    ("regime", "scheme", "regime"),
    ("fund", "scheme", "fund"),
    ("centre", "scheme", "centre"),
    ("card", "", "card"),
    ("nature", "", "nature"),
    ("accident_number", "accident", "number"),
    ("accident_date", "accident", "date"),
    ("contract_number", "contract", "number"),
    ("contract_type", "contract", "type"),
    ("contract_service", "contract", "service"),
    ("contract_indicator", "contract", "indicator"),
    ("contract_start", "contract", "start"),
    ("contract_end", "contract", "end"),
    ("third_party", "", "third_party"),
    ("prescriber_standing", "prescriber", "standing"),
    ("mode", "", "mode"),
    ("paid_instead", "", "paid_instead"),
    ("other_regime", "other_scheme", "regime"),
    ("other_fund", "other_scheme", "fund"),
    ("other_centre", "other_scheme", "centre"),
];

/// The columns of the lines that a claim is made from.
#[cfg(test)]
pub(super) fn read() -> impl Iterator<Item = &'static str> {
    let others = ["line_id", "person", "person_id", "as_of"];
    let of_claim = OF_CLAIM.iter().map(|(column, _, _)| *column);
    of_claim
        .chain(OF_LINE.iter().map(|(column, _)| *column))
        .chain(others)
}

/// The columns of a reject, which are its fields.
const OF_REPORT: &[&str] = &[
    "key",
    "label",
    "share",
    "state",
    "line_id",
    "returned_on",
    "amount_cents",
];

/// A column of any kind.
enum Cells<'a> {
    Text(Text<'a>),
    Day(Days<'a>),
    Count(Counts<'a>),
    Words(WordSets<'a>),
    Flag(Flags<'a>),
}

impl<'a> Cells<'a> {
    fn new(frame: &'a Frame<'_>, columns: &[ColumnSpec], name: &str) -> Self {
        let kind = columns.iter().find(|one| one.name == name).map(|one| one.kind);
        match kind {
            Some(Kind::Day) => Cells::Day(frame.days(name)),
            Some(Kind::Count) => Cells::Count(Counts::new(frame.column(name))),
            Some(Kind::Words) => Cells::Words(WordSets::new(frame.column(name))),
            Some(Kind::Flag) => Cells::Flag(Flags::new(frame.column(name))),
            Some(Kind::Key | Kind::Text | Kind::Moment) | None => Cells::Text(frame.text(name)),
        }
    }

    /// The cell of a row as the format writes it; nothing where the cell is empty.
    fn value(&mut self, column: &'static str, row: usize) -> Result<Option<Value>, RowError> {
        let value = match self {
            Cells::Text(text) => text.get(row).map(Value::from),
            Cells::Day(days) => at(column, days.get(row))
                .map_err(row_error)?
                .map(|day| day.to_string().into()),
            Cells::Count(counts) => at(column, counts.get(row)).map_err(row_error)?.map(Value::from),
            Cells::Flag(flags) => flags.get(row).map(Value::from),
            Cells::Words(words) => {
                let mut found = Vec::new();
                let given = words.each(row, |word| -> Result<(), ColumnFault> {
                    found.push(Value::from(word));
                    Ok(())
                });
                given.map_err(row_error)?.then_some(Value::Array(found))
            }
        };
        Ok(value)
    }
}

fn row_error((column, fault): ColumnFault) -> RowError {
    RowError {
        place: column.into(),
        fault,
    }
}

/// The columns of a batch of lines.
pub(super) struct ClaimCells<'a> {
    claim: Vec<(&'static str, &'static str, &'static str, Cells<'a>)>,
    line: Vec<(&'static str, &'static str, Cells<'a>)>,
    line_id: Text<'a>,
    person: Text<'a>,
    person_id: Option<Text<'a>>,
}

impl<'a> ClaimCells<'a> {
    pub(super) fn new(frame: &'a Frame<'_>) -> Self {
        let cells = |name| Cells::new(frame, LINES.columns, name);
        ClaimCells {
            claim: OF_CLAIM
                .iter()
                .map(|(column, object, field)| (*column, *object, *field, cells(column)))
                .collect(),
            line: OF_LINE
                .iter()
                .map(|(column, field)| (*column, *field, cells(column)))
                .collect(),
            line_id: frame.text("line_id"),
            person: frame.text("person"),
            person_id: frame
                .column("person_id")
                .is_some()
                .then(|| frame.text("person_id")),
        }
    }

    /// The key that joins the tables.
    pub(super) fn person(&self, row: usize) -> Option<String> {
        self.person.get(row).map(str::to_owned)
    }

    /// What a row tells of its claim.
    pub(super) fn claim(&mut self, row: usize) -> Result<Value, RowError> {
        let mut whole = Map::new();
        let id = self.person_id.as_ref().unwrap_or(&self.person).get(row);
        if let Some(id) = id {
            put(&mut whole, "person", "id", id.into());
        }
        for (column, object, field, cells) in &mut self.claim {
            if let Some(value) = cells.value(column, row)? {
                put(&mut whole, object, field, value);
            }
        }
        Ok(Value::Object(whole))
    }

    /// The line of a row; a line without an id has its place in the claim, as in the check.
    pub(super) fn line(&mut self, row: usize, place: usize) -> Result<Value, RowError> {
        let mut line = Map::new();
        let id = self
            .line_id
            .get(row)
            .map_or_else(|| (place + 1).to_string(), str::to_owned);
        line.insert("id".to_owned(), id.into());
        for (column, field, cells) in &mut self.line {
            if let Some(value) = cells.value(column, row)? {
                let (object, field) = field.split_once('.').unwrap_or(("", field));
                put(&mut line, object, field, value);
            }
        }
        Ok(Value::Object(line))
    }
}

/// Puts a field into an object of the whole, or into the whole itself.
fn put(whole: &mut Map<String, Value>, object: &str, field: &str, value: Value) {
    if object.is_empty() {
        whole.insert(field.to_owned(), value);
    } else if let Some(inner) = whole
        .entry(object)
        .or_insert_with(|| Value::Object(Map::new()))
        .as_object_mut()
    {
        inner.insert(field.to_owned(), value);
    }
}

/// The columns of a batch of rejects.
pub(super) struct ReportCells<'a>(Vec<(&'static str, Cells<'a>)>);

impl<'a> ReportCells<'a> {
    pub(super) fn new(frame: &'a Frame<'_>) -> Self {
        let cells = |name: &&'static str| (*name, Cells::new(frame, REJECTS.columns, name));
        ReportCells(OF_REPORT.iter().map(cells).collect())
    }

    /// What a row says of its reject.
    pub(super) fn report(&mut self, row: usize) -> Result<Value, RowError> {
        let mut report = Map::new();
        for (column, cells) in &mut self.0 {
            if let Some(value) = cells.value(column, row)? {
                let field = if *column == "line_id" { "line" } else { column };
                report.insert(field.to_owned(), value);
            }
        }
        Ok(Value::Object(report))
    }
}
