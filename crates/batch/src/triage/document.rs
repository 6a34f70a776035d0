//! Rows as parts of a document.

use crate::cells::{RecordCells, columns_of, put};
use crate::column::Text;
use crate::error::RowError;
use crate::frame::{ColumnFault, Frame};
use crate::schema::{LINES, REJECTS};
use serde_json::Value;
use tierspayant::core::model::Dossier;
use tierspayant::core::triage::RejectReport;
use tierspayant::format::Report;

fn row_error((column, fault): ColumnFault) -> RowError {
    RowError {
        place: column.into(),
        fault,
    }
}

/// The columns of a batch of lines.
pub(super) struct ClaimCells<'a> {
    claim: RecordCells<'a>,
    line: RecordCells<'a>,
    person: Text<'a>,
    has_person_id: bool,
}

impl<'a> ClaimCells<'a> {
    pub(super) fn new(frame: &'a Frame<'_>) -> Self {
        ClaimCells {
            claim: RecordCells::new(frame, columns_of(&LINES, "Claim")),
            line: RecordCells::new(frame, columns_of(&LINES, "Line")),
            person: frame.text("person"),
            has_person_id: frame.column("person_id").is_some(),
        }
    }

    /// The key that joins the tables.
    pub(super) fn person(&self, row: usize) -> Option<String> {
        self.person.get(row).map(str::to_owned)
    }

    /// What a row tells of its claim. The key is also the id of the person, where no column says another.
    pub(super) fn claim(&mut self, row: usize) -> Result<Value, RowError> {
        let mut claim = self.claim.json(row).map_err(row_error)?;
        if let Some(key) = self.person.get(row).filter(|_| !self.has_person_id) {
            put(&mut claim, &["person", "id"], key.into());
        }
        Ok(Value::Object(claim))
    }

    /// The line of a row; a line without an id has its place in the claim, as in the check.
    pub(super) fn line(&mut self, row: usize, place: usize) -> Result<Value, RowError> {
        let mut line = self.line.json(row).map_err(row_error)?;
        line.entry("id").or_insert_with(|| (place + 1).to_string().into());
        Ok(Value::Object(line))
    }
}

/// The columns of a batch of rejects.
pub(super) struct ReportCells<'a>(RecordCells<'a>);

impl<'a> ReportCells<'a> {
    pub(super) fn new(frame: &'a Frame<'_>) -> Self {
        ReportCells(RecordCells::new(frame, columns_of(&REJECTS, "Report")))
    }

    /// What a row certainly says of its reject; none where anything is odd.
    pub(super) fn quick(&mut self, row: usize, dossier: &Dossier) -> Option<RejectReport> {
        let report: Report = self.0.read(row).ok()?;
        report.of_claim(&dossier.claim).ok()
    }

    /// What a row says of its reject.
    pub(super) fn report(&mut self, row: usize) -> Result<Value, RowError> {
        self.0.json(row).map(Value::Object).map_err(row_error)
    }
}
