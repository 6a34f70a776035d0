//! The columns of the answer.

use crate::error::{BatchError, RowError};
use crate::words::{BASES, Coder, Encoding, REJECTS};
use arrow_array::{ArrayRef, Date32Array, ListArray, StringArray};
use arrow_buffer::{OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field};
use std::sync::Arc;
use tierspayant::core::decision::{
    Decision, ExemptionState, Guarantee, LineDecision, ReasonId, RejectClass, Severity, Verdict,
};
use tierspayant::core::tables::{DateRole, Rulebook};

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

/// The columns of the answer, in order.
pub(crate) fn fields(encoding: Encoding) -> Vec<Field> {
    let word = encoding.word();
    let list = DataType::List(Arc::new(Field::new_list_field(word.clone(), true)));
    let field = |name: &&str| {
        let of = match *name {
            "date" => DataType::Date32,
            "reasons" | "rejects" => list.clone(),
            "error_code" | "error" => DataType::Utf8,
            _ => word.clone(),
        };
        Field::new(*name, of, true)
    };
    ANSWER.iter().map(field).collect()
}

/// The answers to the rows of one batch.
#[derive(Default)]
pub(crate) struct Answers {
    verdict: Column,
    basis: Column,
    guarantee: Column,
    exemption: Column,
    date: Vec<Option<i32>>,
    date_role: Column,
    amo: Column,
    amo_basis: Column,
    amc: Column,
    amc_basis: Column,
    claim_verdict: Column,
    claim_basis: Column,
    cause: Column,
    reasons: Lists,
    rejects: Lists,
    errors: Vec<Option<RowError>>,
}

type Column = Vec<Option<i8>>;

/// Lists of words: where each ends, and the words.
#[derive(Default)]
struct Lists {
    ends: Vec<Option<usize>>,
    words: Column,
}

impl Lists {
    fn start(&self) -> usize {
        self.ends.iter().rev().flatten().next().copied().unwrap_or(0)
    }

    fn add(&mut self, from: usize, word: i8) {
        let open = self.words.get(from..).unwrap_or(&[]);
        if !open.contains(&Some(word)) {
            self.words.push(Some(word));
        }
    }

    fn close(&mut self) {
        self.ends.push(Some(self.words.len()));
    }
}

impl Answers {
    /// The answer to one line of a decision.
    pub(crate) fn push(&mut self, rules: &Rulebook, decision: &Decision, line: &LineDecision, place: u16) {
        let parts = [line.amo, line.amc].into_iter().flatten();
        let whole = parts.fold(Verdict::Billable, Verdict::worse);
        put(&mut self.verdict, &mut self.basis, Some(whole));
        put(&mut self.amo, &mut self.amo_basis, line.amo);
        put(&mut self.amc, &mut self.amc_basis, line.amc);
        put(
            &mut self.claim_verdict,
            &mut self.claim_basis,
            Some(decision.verdict()),
        );
        self.guarantee.push(Some(code(decision.guarantee() as u8)));
        self.exemption.push(Some(code(line.exemption as u8)));
        self.date.push(Some(line.day.unix_days()));
        self.date_role.push(Some(code(line.role as u8)));
        let (first_reason, first_reject) = (self.reasons.start(), self.rejects.start());
        let mut cause = None;
        for reason in &decision.reasons {
            if reason.line.is_some_and(|one| one != place) {
                continue;
            }
            let id = code(reason.id as u8);
            self.reasons.add(first_reason, id);
            if reason.effect.severity() != Severity::Notice {
                cause = cause.or(Some(id));
                if let Some(class) = rules.reason(reason.id).and_then(|info| info.reject) {
                    self.rejects.add(first_reject, code(class as u8));
                }
            }
        }
        self.cause.push(cause);
        self.reasons.close();
        self.rejects.close();
        self.errors.push(None);
    }

    /// A row without an answer.
    pub(crate) fn fail(&mut self, error: RowError) {
        for column in [
            &mut self.verdict,
            &mut self.basis,
            &mut self.guarantee,
            &mut self.exemption,
            &mut self.date_role,
            &mut self.amo,
            &mut self.amo_basis,
            &mut self.amc,
            &mut self.amc_basis,
            &mut self.claim_verdict,
            &mut self.claim_basis,
            &mut self.cause,
        ] {
            column.push(None);
        }
        self.date.push(None);
        self.reasons.ends.push(None);
        self.rejects.ends.push(None);
        self.errors.push(Some(error));
    }

    /// The columns, in the order of [`fields`].
    pub(crate) fn finish(self, coder: &Coder) -> Result<Vec<ArrayRef>, BatchError> {
        let columns = self
            .columns(coder)
            .map_err(|error| BatchError::stream("answer", error))?;
        Ok(columns)
    }

    fn columns(self, coder: &Coder) -> Result<Vec<ArrayRef>, ArrowError> {
        let errors = &self.errors;
        let codes: StringArray = errors
            .iter()
            .map(|one| one.as_ref().map(|one| one.fault.code()))
            .collect();
        let texts: StringArray = errors
            .iter()
            .map(|one| one.as_ref().map(ToString::to_string))
            .collect();
        let words = |words, column| coder.column(words, column);
        Ok(vec![
            words(&coder.verdicts, self.verdict)?,
            words(&coder.bases, self.basis)?,
            words(&coder.guarantees, self.guarantee)?,
            words(&coder.exemptions, self.exemption)?,
            Arc::new(Date32Array::from(self.date)),
            words(&coder.date_roles, self.date_role)?,
            words(&coder.verdicts, self.amo)?,
            words(&coder.bases, self.amo_basis)?,
            words(&coder.verdicts, self.amc)?,
            words(&coder.bases, self.amc_basis)?,
            words(&coder.verdicts, self.claim_verdict)?,
            words(&coder.bases, self.claim_basis)?,
            words(&coder.reasons, self.cause)?,
            list(coder, &coder.reasons, self.reasons)?,
            list(coder, &coder.rejects, self.rejects)?,
            Arc::new(codes),
            Arc::new(texts),
        ])
    }
}

fn list(coder: &Coder, words: &ArrayRef, lists: Lists) -> Result<ArrayRef, ArrowError> {
    let mut offsets = Vec::with_capacity(lists.ends.len().saturating_add(1));
    offsets.push(0_i32);
    let mut last = 0_i32;
    for end in &lists.ends {
        if let Some(end) = end {
            last = i32::try_from(*end).map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
        }
        offsets.push(last);
    }
    let nulls = lists.ends.iter().map(Option::is_some).collect();
    let values = coder.column(words, lists.words)?;
    let item = Arc::new(Field::new_list_field(values.data_type().clone(), true));
    let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
    Ok(Arc::new(ListArray::try_new(item, offsets, values, Some(nulls))?))
}

/// The places of the words of a verdict and of its basis.
fn put(words: &mut Column, bases: &mut Column, verdict: Option<Verdict>) {
    let (word, basis) = match verdict {
        None => (None, None),
        Some(Verdict::Billable) => (Some(0), None),
        Some(Verdict::NotBillable(basis)) => (Some(1), Some(code(basis as u8))),
        Some(Verdict::Undetermined(basis)) => (Some(2), Some(code(basis as u8).saturating_add(BASES))),
    };
    words.push(word);
    bases.push(basis);
}

/// The place of a word among fewer than 128.
fn code(place: u8) -> i8 {
    i8::try_from(place).unwrap_or(i8::MAX)
}

const _: () = assert!(ReasonId::ALL.len() < 128 && RejectClass::ALL.len() == REJECTS);
const _: () =
    assert!(Guarantee::ALL.len() < 128 && ExemptionState::ALL.len() < 128 && DateRole::ALL.len() < 128);
