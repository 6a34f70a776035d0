//! The columns of the answer.

use crate::alike::LineAnswer;
use crate::classes::{Answer, Classes, EMPTY, WORDS, Word};
use crate::error::{BatchError, RowError};
use crate::gathered::Gathered;
use crate::projection::Columns;
use crate::words::{BASES, Coder, Encoding, REJECTS};
use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, Date32Array, Int16Array, ListArray, UInt32Array};
use arrow_buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use arrow_select::take::take;
use std::sync::Arc;
use tierspayant::core::decision::{ClaimDays, Decision, LineDecision};
use tierspayant::core::finding::Severity;
use tierspayant::core::ids::{ReasonId, RejectClass};
use tierspayant::core::model::Date;
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
    /// The columns that are asked for.
    wanted: &'c Columns,
    /// Whether the lists are: those that are not are not made.
    wants_reasons: bool,
    wants_rejects: bool,
    /// Whether the day of each row is.
    wants_days: bool,
    classes: &'c mut Classes,
    /// The answers to the lines of the claim at hand: the class and the day of each.
    lines: Vec<(u32, i32)>,
    /// The answer at hand.
    answer: Vec<i16>,
    /// The class of each row.
    rows: Vec<u32>,
    /// The day of each row, where it is asked for.
    days: Vec<i32>,
    /// The rows without an answer, in order.
    errors: Vec<(usize, RowError)>,
}

/// Lists of words: where each ends, and the words.
struct Lists {
    ends: Vec<i32>,
    words: Vec<i16>,
}

impl<'c> Answers<'c> {
    /// No answer yet.
    pub(crate) fn new(
        rules: &'c Rulebook,
        rows: usize,
        wanted: &'c Columns,
        classes: &'c mut Classes,
    ) -> Self {
        Answers {
            rules,
            wanted,
            wants_reasons: wanted.has("reasons"),
            wants_rejects: wanted.has("rejects"),
            wants_days: wanted.has("date"),
            classes,
            lines: Vec::new(),
            answer: Vec::new(),
            rows: Vec::with_capacity(rows),
            days: Vec::new(),
            errors: Vec::new(),
        }
    }

    /// Takes the answers to the lines of a claim, which rows are given one by one.
    pub(crate) fn decided(&mut self, decision: &Decision) {
        self.lines.clear();
        let whole = placed(Some(decision.verdict()));
        let guarantee = code(decision.guarantee() as u8);
        for (place, line) in decision.lines.iter().enumerate() {
            self.write(decision, line, place, whole, guarantee);
            let class = self.classes.of(&self.answer);
            self.lines.push((class, line.day.unix_days()));
        }
    }

    /// Takes the class and the day of each line of a claim, as they were kept of one that is alike.
    pub(crate) fn decided_as(&mut self, lines: impl Iterator<Item = (u32, i32)>) {
        self.lines.clear();
        self.lines.extend(lines);
    }

    /// The answers to some rows, which are those of lines of a claim that was answered: the place of each among the lines.
    #[inline]
    pub(crate) fn recalled(&mut self, lines: &[LineAnswer], places: &[u16], days: &ClaimDays) {
        let line = |place: &u16| {
            let line = lines.get(usize::from(*place)).copied();
            line.unwrap_or(LineAnswer::NONE)
        };
        if let [only] = lines {
            if let [_] = places {
                self.rows.push(only.class);
            } else {
                self.rows
                    .resize(self.rows.len().saturating_add(places.len()), only.class);
            }
        } else {
            self.rows.extend(places.iter().map(|place| line(place).class));
        }
        if !self.wants_days {
            return;
        }
        let care = days.care.unix_days();
        let prescribed = days.prescription.map_or(care, Date::unix_days);
        self.days
            .extend(places.iter().map(|place| line(place).day(care, prescribed)));
    }

    /// The class and the day of each line of the claim at hand.
    pub(crate) fn of_claim(&self) -> &[(u32, i32)] {
        &self.lines
    }

    /// Writes the answer to a line, but for its day.
    fn write(
        &mut self,
        decision: &Decision,
        line: &LineDecision,
        place: usize,
        (claim_verdict, claim_basis): (i16, i16),
        guarantee: i16,
    ) {
        let parts = [line.amo, line.amc].into_iter().flatten();
        let (verdict, basis) = placed(Some(parts.fold(Verdict::Billable, Verdict::worse)));
        let (amo, amo_basis) = placed(line.amo);
        let (amc, amc_basis) = placed(line.amc);
        let mine = || {
            let concerns = move |line: Option<u16>| line.is_none_or(|one| usize::from(one) == place);
            decision.reasons.iter().filter(move |one| concerns(one.line))
        };
        let weighty = || mine().filter(|one| one.effect.severity() != Severity::Notice);
        let words: [(Word, i16); WORDS] = [
            (Word::Verdict, verdict),
            (Word::Basis, basis),
            (Word::Guarantee, guarantee),
            (Word::Exemption, code(line.exemption as u8)),
            (Word::DateRole, code(line.date_role as u8)),
            (Word::Amo, amo),
            (Word::AmoBasis, amo_basis),
            (Word::Amc, amc),
            (Word::AmcBasis, amc_basis),
            (Word::ClaimVerdict, claim_verdict),
            (Word::ClaimBasis, claim_basis),
            (
                Word::Cause,
                weighty().next().map_or(EMPTY, |one| code(one.id as u8)),
            ),
            (Word::Reasons, 0),
        ];
        let mut places = [EMPTY; WORDS];
        for (word, place) in words {
            if let Some(held) = places.get_mut(word as usize) {
                *held = place;
            }
        }
        self.answer.clear();
        self.answer.extend_from_slice(&places);
        if self.wants_reasons {
            self.add(mine().map(|one| code(one.id as u8)));
            let reasons = self.answer.len().saturating_sub(WORDS);
            if let Some(count) = self.answer.get_mut(Word::Reasons as usize) {
                *count = i16::try_from(reasons).unwrap_or(i16::MAX);
            }
        }
        if self.wants_rejects {
            let rules = self.rules;
            let classes = weighty().filter_map(|one| one.reject(rules));
            self.add(classes.map(|class| code(class as u8)));
        }
    }

    /// Adds words to the answer at hand, each once.
    fn add(&mut self, words: impl Iterator<Item = i16>) {
        let start = self.answer.len();
        for word in words {
            if !self.answer.get(start..).unwrap_or(&[]).contains(&word) {
                self.answer.push(word);
            }
        }
    }

    /// Adds a row of this class and this day.
    fn add_row(&mut self, class: u32, day: i32) {
        self.rows.push(class);
        if self.wants_days {
            self.days.push(day);
        }
    }

    /// The answer to a row, which is that of a line of the claim at hand.
    pub(crate) fn push(&mut self, line: u16) {
        if let Some((class, day)) = self.lines.get(usize::from(line)).copied() {
            self.add_row(class, day);
        }
    }

    /// The answer to a row of a claim that has a row without an answer: what is answered of the line alone stands, and the claim has no verdict.
    pub(crate) fn push_of_part(&mut self, line: u16) {
        self.push(line);
        if let Some(class) = self.rows.last_mut() {
            let without = [(Word::ClaimVerdict, EMPTY), (Word::ClaimBasis, EMPTY)];
            *class = self.classes.with(*class, &without);
        }
    }

    /// A row without an answer.
    pub(crate) fn fail(&mut self, error: RowError) {
        self.errors.push((self.rows.len(), error));
        self.add_row(Classes::NONE, 0);
    }

    /// The columns that are asked for, in their order.
    pub(crate) fn finish(mut self, coder: &Coder) -> Result<Vec<ArrayRef>, BatchError> {
        let rows = std::mem::take(&mut self.rows);
        self.columns(coder, rows.into())
            .map_err(|error| BatchError::stream("answer", error))
    }

    fn columns(&self, coder: &Coder, rows: ScalarBuffer<u32>) -> Result<Vec<ArrayRef>, ArrowError> {
        // Where each row has an answer, the class of those without one empties no cell.
        let none = !self.errors.is_empty();
        let mut gathered = Gathered::new(self.classes.len(), none);
        let words = |name| Some((name, coder.of_column(name)?));
        let words: Vec<_> = self.wanted.iter().filter_map(words).collect();
        let words: Vec<_> = words
            .into_iter()
            .map(|(name, (words, word))| {
                let places: Vec<i16> = self.classes.iter().map(|answer| answer.word(word)).collect();
                (name, words, gathered.add(&places), places)
            })
            .collect();
        let nulls = gathered.nulls(&rows);
        let nulls = |pattern: usize| nulls.get(pattern).cloned().flatten();
        let word = |name| {
            let (_, words, pattern, places) = words.iter().find(|(one, ..)| *one == name)?;
            // An empty cell holds any place.
            let places: Vec<i16> = places.iter().map(|place| (*place).max(0)).collect();
            let of_classes = coder.column(words, Int16Array::new(places.into(), None));
            let rows = UInt32Array::new(rows.clone(), nulls(*pattern));
            Some(of_classes.and_then(|of_classes| take(&of_classes, &rows, None)))
        };
        let answered = || nulls(Gathered::ANSWERED);
        let lists = |words, of: Vec<&[i16]>| list(coder, words, lists_of(&of, &rows), answered());
        let column = |name| match name {
            "date" => {
                let days = self.days.clone();
                Ok(Arc::new(Date32Array::new(days.into(), answered())) as ArrayRef)
            }
            "reasons" => lists(&coder.reasons, self.classes.iter().map(Answer::reasons).collect()),
            "rejects" => lists(&coder.rejects, self.classes.iter().map(Answer::rejects).collect()),
            "error_code" => Ok(self.error_texts(rows.len(), |error, text| text.push_str(error.fault.code()))),
            "error" => Ok(self.error_texts(rows.len(), |error, text| text.push_str(&error.to_string()))),
            name => word(name).unwrap_or_else(|| Err(ArrowError::SchemaError(format!("no column {name}")))),
        };
        self.wanted.iter().map(column).collect()
    }

    fn error_texts(&self, rows: usize, write: fn(&RowError, &mut String)) -> ArrayRef {
        let mut texts = StringBuilder::with_capacity(rows, 0);
        let mut text = String::new();
        let mut next = 0;
        for (row, error) in &self.errors {
            texts.append_nulls(row.saturating_sub(next));
            text.clear();
            write(error, &mut text);
            texts.append_value(&text);
            next = row.saturating_add(1);
        }
        texts.append_nulls(rows.saturating_sub(next));
        Arc::new(texts.finish())
    }
}

/// The lists of the rows, from those of every class.
fn lists_of(of_classes: &[&[i16]], rows: &[u32]) -> Lists {
    let mut lists = Lists {
        ends: Vec::with_capacity(rows.len().saturating_add(1)),
        words: Vec::with_capacity(rows.len().saturating_mul(2)),
    };
    lists.ends.push(0);
    for class in rows {
        let place = usize::try_from(*class).unwrap_or(usize::MAX);
        let words = of_classes.get(place).copied().unwrap_or_default();
        // Most lists are so short that copying them costs less than asking for a copy.
        match words {
            [] => {}
            [one] => lists.words.push(*one),
            [one, two] => lists.words.extend([*one, *two]),
            more => lists.words.extend_from_slice(more),
        }
        // Too many words are refused when the column is made.
        lists
            .ends
            .push(i32::try_from(lists.words.len()).unwrap_or(i32::MAX));
    }
    lists
}

fn list(
    coder: &Coder,
    words: &ArrayRef,
    lists: Lists,
    answered: Option<NullBuffer>,
) -> Result<ArrayRef, ArrowError> {
    i32::try_from(lists.words.len()).map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
    let values = coder.column(words, Int16Array::new(lists.words.into(), None))?;
    let item = Arc::new(Field::new_list_field(values.data_type().clone(), true));
    let offsets = OffsetBuffer::new(ScalarBuffer::from(lists.ends));
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
