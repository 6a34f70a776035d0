//! The columns of the answer.

use crate::error::{BatchError, RowError};
use crate::projection::Columns;
use crate::words::{BASES, Coder, Encoding, REJECTS};
use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, Date32Array, Int16Array, ListArray};
use arrow_buffer::{BooleanBuffer, NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use std::ops::Range;
use std::sync::Arc;
use tierspayant::core::decision::{Decision, LineDecision};
use tierspayant::core::finding::Severity;
use tierspayant::core::ids::{ReasonId, RejectClass};
use tierspayant::core::tables::{DateRole, Rulebook};
use tierspayant::core::verdict::{ExemptionState, Guarantee, Verdict};

/// The names of the columns of the answer, in order.
pub const ANSWER: &[&str] = &[
    "verdict",
    "basis",
    "guarantee",
    "exemption_state",
    "date",
    "date_role",
    "amo",
    "amo_basis",
    "amc",
    "amc_basis",
    "claim_verdict",
    "claim_basis",
    "cause",
    "reasons",
    "rejects",
    "error_code",
    "error",
];

/// These columns of the answer, in their order.
pub(crate) fn fields(encoding: Encoding, columns: &Columns) -> Vec<Field> {
    let word = encoding.word();
    let list = DataType::List(Arc::new(Field::new_list_field(word.clone(), true)));
    let field = |name: &'static str| {
        let of = match name {
            "date" => DataType::Date32,
            "reasons" | "rejects" => list.clone(),
            "error_code" | "error" => DataType::Utf8,
            _ => word.clone(),
        };
        Field::new(name, of, true)
    };
    columns.iter().map(field).collect()
}

/// The schema of the answer, without the columns of the lines that may stand before it.
pub fn answer_schema(encoding: Encoding) -> Schema {
    Schema::new(fields(encoding, &Columns::default()))
}

/// The answers to the rows of one batch.
pub(crate) struct Answers<'c> {
    /// The rules, which say the reject that a reason lets expect.
    rules: &'c Rulebook,
    /// The columns that are asked for: lists that are not are not made.
    wanted: &'c Columns,
    /// The answers to the lines of the claim at hand.
    lines: Vec<LineAnswer>,
    words: Vec<i16>,
    rows: Vec<RowAnswer>,
    reasons: Lists,
    rejects: Lists,
    /// The rows without an answer, in order.
    errors: Vec<(usize, RowError)>,
}

/// An empty cell among the places of words.
const EMPTY: i16 = -1;

/// What the columns of one word say of a row: the place of each word, or [`EMPTY`].
#[derive(Clone, Copy)]
struct RowAnswer {
    day: i32,
    verdict: i16,
    basis: i16,
    guarantee: i16,
    exemption: i16,
    date_role: i16,
    amo: i16,
    amo_basis: i16,
    amc: i16,
    amc_basis: i16,
    claim_verdict: i16,
    claim_basis: i16,
    cause: i16,
}

const NO_ANSWER: RowAnswer = RowAnswer {
    day: 0,
    verdict: EMPTY,
    basis: EMPTY,
    guarantee: EMPTY,
    exemption: EMPTY,
    date_role: EMPTY,
    amo: EMPTY,
    amo_basis: EMPTY,
    amc: EMPTY,
    amc_basis: EMPTY,
    claim_verdict: EMPTY,
    claim_basis: EMPTY,
    cause: EMPTY,
};

/// The answer to a line of the claim at hand, with the places of its words.
struct LineAnswer {
    row: RowAnswer,
    reasons: Range<usize>,
    rejects: Range<usize>,
}

/// Lists of words: where each ends, and the words.
struct Lists {
    ends: Vec<usize>,
    words: Vec<i16>,
}

impl Lists {
    fn new(rows: usize) -> Self {
        Lists {
            ends: Vec::with_capacity(rows),
            words: Vec::with_capacity(rows.saturating_mul(2)),
        }
    }

    fn push(&mut self, words: &[i16]) {
        self.words.extend_from_slice(words);
        self.ends.push(self.words.len());
    }
}

impl<'c> Answers<'c> {
    /// No answer yet.
    pub(crate) fn new(rules: &'c Rulebook, rows: usize, wanted: &'c Columns) -> Self {
        Answers {
            rules,
            wanted,
            lines: Vec::new(),
            words: Vec::new(),
            rows: Vec::with_capacity(rows),
            reasons: Lists::new(rows),
            rejects: Lists::new(rows),
            errors: Vec::new(),
        }
    }

    /// Takes the answers to the lines of a claim, which rows are given one by one.
    pub(crate) fn decided(&mut self, decision: &Decision) {
        self.lines.clear();
        self.words.clear();
        let whole = placed(Some(decision.verdict()));
        let guarantee = code(decision.guarantee() as u8);
        for (place, line) in decision.lines.iter().enumerate() {
            let answer = self.line(decision, line, place, whole, guarantee);
            self.lines.push(answer);
        }
    }

    fn line(
        &mut self,
        decision: &Decision,
        line: &LineDecision,
        place: usize,
        (claim_verdict, claim_basis): (i16, i16),
        guarantee: i16,
    ) -> LineAnswer {
        let parts = [line.amo, line.amc].into_iter().flatten();
        let (verdict, basis) = placed(Some(parts.fold(Verdict::Billable, Verdict::worse)));
        let (amo, amo_basis) = placed(line.amo);
        let (amc, amc_basis) = placed(line.amc);
        let mine = || {
            let concerns = move |line: Option<u16>| line.is_none_or(|one| usize::from(one) == place);
            decision.reasons.iter().filter(move |one| concerns(one.line))
        };
        let weighty = || mine().filter(|one| one.effect.severity() != Severity::Notice);
        let mut reasons = 0..0;
        if self.wanted.has("reasons") {
            reasons = self.add(mine().map(|one| code(one.id as u8)));
        }
        let mut rejects = 0..0;
        if self.wanted.has("rejects") {
            let rules = self.rules;
            let classes = weighty().filter_map(|one| one.reject(rules));
            rejects = self.add(classes.map(|class| code(class as u8)));
        }
        LineAnswer {
            row: RowAnswer {
                day: line.day.unix_days(),
                verdict,
                basis,
                guarantee,
                exemption: code(line.exemption as u8),
                date_role: code(line.date_role as u8),
                amo,
                amo_basis,
                amc,
                amc_basis,
                claim_verdict,
                claim_basis,
                cause: weighty().next().map_or(EMPTY, |one| code(one.id as u8)),
            },
            reasons,
            rejects,
        }
    }

    /// Adds words, each once.
    fn add(&mut self, words: impl Iterator<Item = i16>) -> Range<usize> {
        let start = self.words.len();
        for word in words {
            if !self.words.get(start..).unwrap_or(&[]).contains(&word) {
                self.words.push(word);
            }
        }
        start..self.words.len()
    }

    /// The answer to a row, which is that of a line of the claim at hand.
    pub(crate) fn push(&mut self, line: u16) {
        let Some(line) = self.lines.get(usize::from(line)) else {
            return;
        };
        let words = |range: &Range<usize>| self.words.get(range.clone()).unwrap_or(&[]);
        self.reasons.push(words(&line.reasons));
        self.rejects.push(words(&line.rejects));
        self.rows.push(line.row);
    }

    /// The answer to a row of a claim that has a row without an answer: what is answered of the line alone stands, and the claim has no verdict.
    pub(crate) fn push_of_part(&mut self, line: u16) {
        self.push(line);
        if let Some(row) = self.rows.last_mut() {
            (row.claim_verdict, row.claim_basis) = (EMPTY, EMPTY);
        }
    }

    /// A row without an answer.
    pub(crate) fn fail(&mut self, error: RowError) {
        self.errors.push((self.rows.len(), error));
        self.rows.push(NO_ANSWER);
        self.reasons.push(&[]);
        self.rejects.push(&[]);
    }

    /// The columns that are asked for, in their order.
    pub(crate) fn finish(self, coder: &Coder) -> Result<Vec<ArrayRef>, BatchError> {
        self.columns(coder)
            .map_err(|error| BatchError::stream("answer", error))
    }

    fn columns(&self, coder: &Coder) -> Result<Vec<ArrayRef>, ArrowError> {
        let answered = self.answered();
        let lists = |words, lists| list(coder, words, lists, answered.clone());
        let column = |name| match name {
            "verdict" => self.column(coder, &coder.verdicts, |row| row.verdict),
            "basis" => self.column(coder, &coder.bases, |row| row.basis),
            "guarantee" => self.column(coder, &coder.guarantees, |row| row.guarantee),
            "exemption_state" => self.column(coder, &coder.exemptions, |row| row.exemption),
            "date" => {
                let days = self.rows.iter().map(|row| row.day).collect::<Vec<i32>>();
                Ok(Arc::new(Date32Array::new(days.into(), answered.clone())) as ArrayRef)
            }
            "date_role" => self.column(coder, &coder.date_roles, |row| row.date_role),
            "amo" => self.column(coder, &coder.verdicts, |row| row.amo),
            "amo_basis" => self.column(coder, &coder.bases, |row| row.amo_basis),
            "amc" => self.column(coder, &coder.verdicts, |row| row.amc),
            "amc_basis" => self.column(coder, &coder.bases, |row| row.amc_basis),
            "claim_verdict" => self.column(coder, &coder.verdicts, |row| row.claim_verdict),
            "claim_basis" => self.column(coder, &coder.bases, |row| row.claim_basis),
            "cause" => self.column(coder, &coder.reasons, |row| row.cause),
            "reasons" => lists(&coder.reasons, &self.reasons),
            "rejects" => lists(&coder.rejects, &self.rejects),
            "error_code" => Ok(self.error_texts(|error, text| text.push_str(error.fault.code()))),
            "error" => Ok(self.error_texts(|error, text| text.push_str(&error.to_string()))),
            other => Err(ArrowError::SchemaError(format!("no column {other}"))),
        };
        self.wanted.iter().map(column).collect()
    }

    fn column(
        &self,
        coder: &Coder,
        words: &ArrayRef,
        of: impl Fn(&RowAnswer) -> i16,
    ) -> Result<ArrayRef, ArrowError> {
        coder.column(words, places_of(self.rows.iter().map(of).collect()))
    }

    /// Which rows have an answer; `None` when all have.
    fn answered(&self) -> Option<NullBuffer> {
        let some = !self.errors.is_empty();
        some.then(|| self.rows.iter().map(|row| row.verdict != EMPTY).collect())
    }

    fn error_texts(&self, write: fn(&RowError, &mut String)) -> ArrayRef {
        let mut texts = StringBuilder::with_capacity(self.rows.len(), 0);
        let mut text = String::new();
        let mut next = 0;
        for (row, error) in &self.errors {
            texts.append_nulls(row.saturating_sub(next));
            text.clear();
            write(error, &mut text);
            texts.append_value(&text);
            next = row.saturating_add(1);
        }
        texts.append_nulls(self.rows.len().saturating_sub(next));
        Arc::new(texts.finish())
    }
}

/// Places as an array, in which [`EMPTY`] is an empty cell.
fn places_of(places: Vec<i16>) -> Int16Array {
    let some_empty = places.iter().fold(0, |all, place| all | place) < 0;
    let nulls = some_empty.then(|| {
        let full = places.chunks(64).map(|chunk| {
            let bits = chunk.iter().rev();
            bits.fold(0_u64, |bits, place| bits << 1 | u64::from(*place != EMPTY))
        });
        // Words in the order of memory, the first row in the lowest bit.
        let bytes: Vec<u8> = full.flat_map(u64::to_le_bytes).collect();
        NullBuffer::new(BooleanBuffer::new(bytes.into(), 0, places.len()))
    });
    Int16Array::new(places.into(), nulls)
}

fn list(
    coder: &Coder,
    words: &ArrayRef,
    lists: &Lists,
    answered: Option<NullBuffer>,
) -> Result<ArrayRef, ArrowError> {
    let mut offsets = Vec::with_capacity(lists.ends.len().saturating_add(1));
    offsets.push(0_i32);
    for end in &lists.ends {
        offsets.push(i32::try_from(*end).map_err(|error| ArrowError::ExternalError(Box::new(error)))?);
    }
    let values = coder.column(words, Int16Array::new(lists.words.clone().into(), None))?;
    let item = Arc::new(Field::new_list_field(values.data_type().clone(), true));
    let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
    Ok(Arc::new(ListArray::try_new(item, offsets, values, answered)?))
}

/// The places of the words of a verdict and of its basis.
fn placed(verdict: Option<Verdict>) -> (i16, i16) {
    match verdict {
        None => (EMPTY, EMPTY),
        Some(Verdict::Billable) => (0, EMPTY),
        Some(Verdict::NotBillable(basis)) => (1, code(basis as u8)),
        Some(Verdict::Undetermined(basis)) => (2, code(basis as u8).saturating_add(BASES)),
    }
}

/// The place of a word.
fn code(place: u8) -> i16 {
    i16::from(place)
}

const _: () = assert!(ReasonId::ALL.len() < 256 && RejectClass::ALL.len() == REJECTS);
const _: () =
    assert!(Guarantee::ALL.len() < 128 && ExemptionState::ALL.len() < 128 && DateRole::ALL.len() < 128);
