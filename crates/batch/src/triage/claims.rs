//! The claims that rejects name, out of the lines of everybody: only their rows are kept.

use super::document::ClaimCells;
use crate::column::Id;
use crate::error::{BatchError, CellFault, RowError};
use crate::frame::{Frame, Input, next_batch};
use crate::schema::{Bound, Extra, LINES};
use arrow_array::{RecordBatch, UInt64Array};
use arrow_select::take::take_record_batch;
use hashbrown::HashMap;
use serde_json::{Map, Value};
use tierspayant::core::model::Claim;

/// The ids of claims, each with its place. A number and the text that writes it are one id.
#[derive(Default)]
pub(super) struct Named {
    numbers: HashMap<i64, usize>,
    texts: HashMap<String, usize>,
}

impl Named {
    /// The place of an id, if it is known.
    #[inline]
    pub(super) fn find(&self, id: Id<'_>) -> Option<usize> {
        match id {
            Id::Number(number) => self.numbers.get(&number).copied(),
            Id::Text(text) => match number(text) {
                Some(number) => self.numbers.get(&number).copied(),
                None => self.texts.get(text).copied(),
            },
        }
    }

    /// Adds an id.
    pub(super) fn add(&mut self, id: Id<'_>) {
        let next = self.len();
        let number = match id {
            Id::Number(number) => Some(number),
            Id::Text(text) => number(text),
        };
        match (number, id) {
            (Some(number), _) => drop(self.numbers.entry(number).or_insert(next)),
            (None, id) => drop(self.texts.entry_ref(&*id.written()).or_insert(next)),
        }
    }

    /// How many ids there are.
    fn len(&self) -> usize {
        self.numbers.len() + self.texts.len()
    }
}

/// The number that is written as this text.
fn number(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits == "0" && digits.len() == text.len() || !digits.starts_with(['0', '+', '-']);
    text.parse().ok().filter(|_| plain)
}

/// The rows of claims.
pub(super) struct Rows {
    bound: Bound,
    /// The columns that are read.
    columns: Vec<usize>,
    /// For each batch of lines that has some, those rows.
    batches: Vec<RecordBatch>,
    /// For each claim its rows, each with its batch, in their order.
    claims: Vec<Vec<(usize, usize)>>,
}

impl Rows {
    /// Reads the lines to their end, and keeps the rows of these claims.
    pub(super) fn of(
        named: &Named,
        mut lines: Input,
        extra: Extra,
        midnights: bool,
    ) -> Result<Self, BatchError> {
        let extra = match extra {
            Extra::Refuse => Extra::Refuse,
            Extra::Ignore | Extra::Keep => Extra::Ignore,
        };
        let schema = lines.schema();
        // Refuses what is to be refused; of the others only the columns that are read are kept.
        Bound::new(&LINES, &schema, extra, midnights)?;
        let known = |name: &str| LINES.columns.iter().any(|column| column.name == name);
        let fields = schema.fields().iter().enumerate();
        let columns: Vec<usize> = fields
            .filter(|(_, field)| known(field.name()))
            .map(|(place, _)| place)
            .collect();
        let schema = schema
            .project(&columns)
            .map_err(|error| BatchError::stream(LINES.name, error))?;
        let mut kept = Rows {
            bound: Bound::new(&LINES, &schema, extra, midnights)?,
            columns,
            batches: Vec::new(),
            claims: vec![Vec::new(); named.len()],
        };
        while let Some(batch) = next_batch(&mut lines, LINES.name) {
            kept.keep(named, &batch?)?;
        }
        Ok(kept)
    }

    /// Keeps the rows of a batch that are of these claims.
    fn keep(&mut self, named: &Named, batch: &RecordBatch) -> Result<(), BatchError> {
        let stream = |error| BatchError::stream(LINES.name, error);
        let batch = batch.project(&self.columns).map_err(stream)?;
        let frame = Frame::new(&LINES, &self.bound, &batch);
        let ids = frame.ids("claim_id");
        let starts = ids.starts(batch.num_rows());
        let ends = starts.iter().skip(1).copied().chain([batch.num_rows()]);
        let number = self.batches.len();
        let mut rows: Vec<u64> = Vec::new();
        for (start, end) in starts.iter().zip(ends) {
            let claim = ids.get(*start).and_then(|id| named.find(id));
            if let Some(claim) = claim.and_then(|claim| self.claims.get_mut(claim)) {
                for row in (0_u64..).take(end).skip(*start) {
                    claim.push((number, rows.len()));
                    rows.push(row);
                }
            }
        }
        drop(frame);
        if !rows.is_empty() {
            let rows = take_record_batch(&batch, &UInt64Array::from(rows));
            self.batches.push(rows.map_err(stream)?);
        }
        Ok(())
    }

    /// The batches with their columns by name.
    pub(super) fn frames(&self) -> Vec<Frame<'_>> {
        let frame = |batch| Frame::new(&LINES, &self.bound, batch);
        self.batches.iter().map(frame).collect()
    }
}

/// The claims of some rows.
pub(super) struct Claims<'a> {
    rows: &'a Rows,
    cells: Vec<ClaimCells<'a>>,
    /// The rows of the claim at hand.
    at_hand: Vec<usize>,
}

/// A claim as the table of lines tells it, word by word.
pub(super) struct Told<'a> {
    /// The key of its person.
    pub(super) person: Option<&'a str>,
    /// The claim as the format writes it.
    pub(super) claim: Result<Value, RowError>,
}

impl<'a> Claims<'a> {
    pub(super) fn new(rows: &'a Rows, frames: &'a [Frame<'a>]) -> Self {
        Claims {
            rows,
            cells: frames.iter().map(ClaimCells::new).collect(),
            at_hand: Vec::new(),
        }
    }

    /// The claim of a place with the key of its person, where it certainly is right; none where anything is odd, and then
    /// [`Claims::told`] says what.
    pub(super) fn quick(&mut self, claim: usize) -> Option<(Option<&'a str>, Claim)> {
        let rows = self.rows.claims.get(claim)?;
        let (batch, first) = *rows.first()?;
        self.at_hand.clear();
        for (other, row) in rows {
            if *other != batch {
                return None;
            }
            self.at_hand.push(*row);
        }
        let cells = self.cells.get_mut(batch)?;
        Some((cells.person(first), cells.quick(&self.at_hand)?))
    }

    /// What the rows of a claim tell, the first thing that is wrong where something is; nothing where there is no row.
    pub(super) fn told(&mut self, claim: usize) -> Option<Told<'a>> {
        let rows = self.rows.claims.get(claim)?;
        let (batch, first) = *rows.first()?;
        let person = self.cells.get(batch)?.person(first);
        let mut lines = Vec::with_capacity(rows.len());
        let mut known: Option<Map<String, Value>> = None;
        let mut fault = None;
        for (place, (batch, row)) in rows.iter().enumerate() {
            let cells = self.cells.get_mut(*batch)?;
            match (cells.claim(*row), cells.line(*row, place)) {
                (Err(error), _) | (_, Err(error)) => {
                    fault = Some(error);
                    break;
                }
                (Ok(told), Ok(line)) => {
                    lines.push(line);
                    let same = known.as_ref().is_none_or(|known| *known == told);
                    if !same || cells.person(*row) != person {
                        fault = Some(RowError {
                            place: "claim_id".into(),
                            fault: CellFault::ClaimDiffers,
                        });
                        break;
                    }
                    known = Some(told);
                }
            }
        }
        let claim = match fault {
            Some(fault) => Err(fault),
            None => {
                let mut claim = known.unwrap_or_default();
                claim.insert("lines".to_owned(), Value::Array(lines));
                Ok(Value::Object(claim))
            }
        };
        Some(Told { person, claim })
    }
}

#[cfg(test)]
#[path = "claims_tests.rs"]
mod tests;
