//! Rows as parts of a document.

use crate::cells::{RecordCells, Word, columns_of, put};
use crate::column::Text;
use crate::error::{CellFault, RowError};
use crate::frame::{ColumnFault, Frame};
use crate::schema::{LINES, REJECTS};
use serde_json::{Map, Value as Json};
use tierspayant::core::model::record::{Input, Misplaced, Record, Value};
use tierspayant::core::model::{Claim, Dossier};
use tierspayant::core::triage::RejectReport;
use tierspayant::format::{Fault, Report, claim_of};

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
    pub(super) fn person(&self, row: usize) -> Option<&'a str> {
        self.person.get(row)
    }

    /// The claim that some rows certainly are; none where anything is odd.
    pub(super) fn quick(&mut self, rows: &[usize]) -> Option<Claim> {
        let (first, others) = rows.split_first()?;
        let person = self.person(*first);
        for row in others {
            if self.person(*row) != person || !self.claim.agree(*first, *row) {
                return None;
            }
        }
        let mut claim = claim_of(ClaimOf {
            claim: &mut self.claim,
            lines: LinesOf {
                line: &mut self.line,
                rows,
            },
        })?;
        // The key is also the id of the person, where no column says another.
        if let Some(key) = person.filter(|_| !self.has_person_id) {
            claim.person.id = Some(key.parse().ok()?);
        }
        Some(claim)
    }

    /// What a row tells of its claim. The key is also the id of the person, where no column says another.
    pub(super) fn claim(&mut self, row: usize) -> Result<Map<String, Json>, RowError> {
        let mut claim = self.claim.json(row).map_err(row_error)?;
        if let Some(key) = self.person.get(row).filter(|_| !self.has_person_id) {
            put(&mut claim, &["person", "id"], key.into());
        }
        Ok(claim)
    }

    /// The line of a row; a line without an id has its place in the claim, as in the check.
    pub(super) fn line(&mut self, row: usize, place: usize) -> Result<Json, RowError> {
        let mut line = self.line.json(row).map_err(row_error)?;
        line.entry("id").or_insert_with(|| id_of_place(place).into());
        Ok(Json::Object(line))
    }
}

/// The id of a line that has none: its place in the claim, from 1 on.
fn id_of_place(place: usize) -> String {
    (place + 1).to_string()
}

/// A claim, of which each row says the same, and its lines.
struct ClaimOf<'r, 'a> {
    claim: &'r mut RecordCells<'a>,
    lines: LinesOf<'r, 'a>,
}

/// The lines of some rows.
struct LinesOf<'r, 'a> {
    line: &'r mut RecordCells<'a>,
    rows: &'r [usize],
}

/// The line of one row, and its place in the claim.
struct LineOf<'r, 'a> {
    line: &'r mut RecordCells<'a>,
    row: usize,
    place: usize,
}

/// A part that holds other parts is no value of its own.
macro_rules! no_value {
    () => {
        type Error = ColumnFault;

        fn text<T>(self, _: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, ColumnFault> {
            Err(self.refuse(Fault::Shape))
        }

        fn number<T>(self, _: impl FnOnce(u64) -> Result<T, Fault>) -> Result<Option<T>, ColumnFault> {
            Err(self.refuse(Fault::Shape))
        }

        fn boolean(self) -> Result<Option<bool>, ColumnFault> {
            Err(self.refuse(Fault::Shape))
        }

        fn refuse(self, fault: Fault) -> ColumnFault {
            refused(fault)
        }
    };
}

/// Nor is it a list, where it is one record.
macro_rules! no_list {
    () => {
        fn list<T: Value, U>(
            self,
            _: impl FnOnce(Vec<T>) -> Result<U, Misplaced>,
        ) -> Result<Option<U>, ColumnFault> {
            Err(self.refuse(Fault::Shape))
        }
    };
}

fn refused(fault: impl Into<CellFault>) -> ColumnFault {
    ("claim_id", fault.into())
}

impl Input for ClaimOf<'_, '_> {
    no_value!();
    no_list!();

    fn record<R: Record>(self) -> Result<Option<R>, ColumnFault> {
        let mut draft = R::Draft::default();
        if let Some(first) = self.lines.rows.first() {
            self.claim.read_into::<R>(&mut draft, *first)?;
        }
        R::take(&mut draft, "lines", self.lines)?;
        R::finish(draft).map(Some).map_err(|found| refused(found.fault))
    }
}

impl Input for LinesOf<'_, '_> {
    no_value!();

    fn list<T: Value, U>(
        self,
        make: impl FnOnce(Vec<T>) -> Result<U, Misplaced>,
    ) -> Result<Option<U>, ColumnFault> {
        let mut lines = Vec::with_capacity(self.rows.len());
        for (place, row) in self.rows.iter().enumerate() {
            let line = LineOf {
                line: &mut *self.line,
                row: *row,
                place,
            };
            lines.extend(T::read(line)?);
        }
        make(lines).map(Some).map_err(|found| refused(found.fault))
    }

    fn record<R: Record>(self) -> Result<Option<R>, ColumnFault> {
        Err(self.refuse(Fault::Shape))
    }
}

impl Input for LineOf<'_, '_> {
    no_value!();
    no_list!();

    fn record<R: Record>(self) -> Result<Option<R>, ColumnFault> {
        let mut draft = R::Draft::default();
        self.line.read_into::<R>(&mut draft, self.row)?;
        if self.line.is_empty("line_id", self.row) {
            R::take(&mut draft, "id", Word(&id_of_place(self.place))).map_err(refused)?;
        }
        R::finish(draft).map(Some).map_err(|found| refused(found.fault))
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
    pub(super) fn report(&mut self, row: usize) -> Result<Json, RowError> {
        self.0.json(row).map(Json::Object).map_err(row_error)
    }
}
