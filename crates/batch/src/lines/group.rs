//! Batches cut between claims: the rows of a claim are answered together, wherever the batches of the input end.

use super::apart::Closed;
use crate::error::BatchError;
use crate::frame::{Frame, Input, next_batch};
use crate::schema::{Bound, LINES};
use arrow_array::RecordBatch;
use arrow_select::concat::concat_batches;
use std::ops::Range;

/// A batch of whole claims.
pub(crate) struct Batch {
    pub(crate) lines: RecordBatch,
    /// The rows that begin a claim.
    pub(crate) starts: Vec<usize>,
    /// The rows that begin a claim of which rows were given before: it is refused, as its lines do not stand together.
    pub(crate) apart: Vec<usize>,
}

/// Batches of lines in which no claim is cut.
pub(crate) struct Claims {
    input: Input,
    bound: Bound,
    /// At most so many rows in a batch, unless a claim alone has more.
    rows: usize,
    /// What was read and not given yet.
    pending: Option<RecordBatch>,
    closed: Closed,
}

impl Claims {
    pub(crate) fn new(input: Input, bound: Bound, rows: usize) -> Self {
        Claims {
            input,
            bound,
            rows: rows.max(1),
            pending: None,
            closed: Closed::default(),
        }
    }

    /// The next batch.
    pub(crate) fn next(&mut self) -> Option<Result<Batch, BatchError>> {
        let lines = match self.cut_next()? {
            Ok(lines) => lines,
            Err(error) => return Some(Err(error)),
        };
        let frame = Frame::new(&LINES, &self.bound, &lines);
        let ids = frame.ids("claim_id");
        let starts = ids.starts(lines.num_rows());
        let apart = self.closed.apart(&ids, &starts);
        Some(Ok(Batch { lines, starts, apart }))
    }

    fn cut_next(&mut self) -> Option<Result<RecordBatch, BatchError>> {
        loop {
            if let Some(batch) = &self.pending
                && let Some(cut) = self.cut(batch)
            {
                let given = batch.slice(0, cut);
                let rest = batch.slice(cut, batch.num_rows() - cut);
                self.pending = Some(rest);
                return Some(Ok(given));
            }
            match next_batch(&mut self.input, LINES.name) {
                Some(Ok(next)) if next.num_rows() == 0 => {}
                Some(Ok(next)) => match self.pending.take() {
                    None => self.pending = Some(next),
                    Some(tail) => match self.joined(&tail, next) {
                        Ok(Joined { given, pending }) => {
                            self.pending = Some(pending);
                            if let Some(given) = given {
                                return Some(Ok(given));
                            }
                        }
                        Err(error) => return Some(Err(error)),
                    },
                },
                Some(Err(error)) => return Some(Err(error)),
                None => return self.pending.take().map(Ok),
            }
        }
    }

    /// Where a batch may be cut so that what follows starts a claim: as late as the limit allows. `None` when the
    /// batch is all one claim, or small enough to wait for what follows its last claim.
    fn cut(&self, batch: &RecordBatch) -> Option<usize> {
        let rows = batch.num_rows();
        if rows <= self.rows {
            return self.starts(batch, 1..rows, true);
        }
        // Only what the limit allows is looked at, unless a claim is larger.
        let window = batch.slice(0, self.rows + 1);
        let early = self.starts(&window, 1..self.rows + 1, true);
        early.or_else(|| self.starts(batch, self.rows + 1..rows, false))
    }

    /// The first or last row of a range that starts a claim.
    fn starts(&self, batch: &RecordBatch, mut range: Range<usize>, last: bool) -> Option<usize> {
        let frame = Frame::new(&LINES, &self.bound, batch);
        let ids = frame.ids("claim_id");
        let starts = |row: &usize| {
            let id = ids.get(*row);
            id.is_none() || id != ids.get(row.saturating_sub(1))
        };
        if last {
            range.rev().find(starts)
        } else {
            range.find(starts)
        }
    }

    /// The tail of a batch, whose last claim may go on in the next one.
    fn joined(&self, tail: &RecordBatch, next: RecordBatch) -> Result<Joined, BatchError> {
        let (tail_frame, next_frame) = (
            Frame::new(&LINES, &self.bound, tail),
            Frame::new(&LINES, &self.bound, &next),
        );
        let open = tail_frame.ids("claim_id").get(tail.num_rows().saturating_sub(1));
        let ids = next_frame.ids("claim_id");
        let more = match open {
            None => 0,
            Some(_) => (0..next.num_rows())
                .find(|row| ids.get(*row) != open)
                .unwrap_or(next.num_rows()),
        };
        if more == 0 {
            return Ok(Joined {
                given: Some(tail.clone()),
                pending: next,
            });
        }
        let whole = concat_batches(&tail.schema(), [tail, &next.slice(0, more)])
            .map_err(|error| BatchError::stream(LINES.name, error))?;
        Ok(if more == next.num_rows() {
            Joined {
                given: None,
                pending: whole,
            }
        } else {
            Joined {
                given: Some(whole),
                pending: next.slice(more, next.num_rows() - more),
            }
        })
    }
}

struct Joined {
    given: Option<RecordBatch>,
    pending: RecordBatch,
}
