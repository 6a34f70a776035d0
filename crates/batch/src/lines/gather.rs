//! Lines whose claims do not stand together, gathered; and the answers put back into the order of the lines.

use super::apart::Closed;
use crate::column::{Id, Ids};
use crate::error::BatchError;
use crate::frame::{Frame, Input, input, next_batch};
use crate::schema::{Bound, LINES};
use arrow_array::{RecordBatch, UInt64Array};
use arrow_select::concat::concat_batches;
use arrow_select::take::take_record_batch;
use std::collections::HashMap;

/// The place of each row of the lines among the answers.
#[derive(Clone, Debug)]
pub(crate) struct Order(UInt64Array);

/// Reads the lines to their end, and gathers the rows of each claim at the place of its first one. `None` where they stand together already: then the
/// lines come back as they were.
pub(crate) fn gathered(mut lines: Input, bound: &Bound) -> Result<(Input, Option<Order>), BatchError> {
    let schema = lines.schema();
    let mut batches = Vec::new();
    while let Some(batch) = next_batch(&mut lines, LINES.name) {
        batches.push(batch?);
    }
    let mut closed = Closed::default();
    let mut apart = false;
    for batch in &batches {
        let frame = Frame::new(&LINES, bound, batch);
        let ids = frame.ids("claim_id");
        apart |= !closed.apart(&ids, &ids.starts(batch.num_rows())).is_empty();
    }
    if !apart {
        return Ok((input(schema, batches), None));
    }
    let stream = |error| BatchError::stream(LINES.name, error);
    let whole = concat_batches(&schema, &batches).map_err(stream)?;
    let frame = Frame::new(&LINES, bound, &whole);
    let order = order(&frame.ids("claim_id"), whole.num_rows());
    let mut places = vec![0_u64; order.len()];
    for (place, row) in (0_u64..).zip(&order) {
        if let Some(slot) = usize::try_from(*row).ok().and_then(|row| places.get_mut(row)) {
            *slot = place;
        }
    }
    let sorted = take_record_batch(&whole, &UInt64Array::from(order)).map_err(stream)?;
    Ok((input(schema, vec![sorted]), Some(Order(places.into()))))
}

/// The rows in an order in which claims stand together, each claim at the place of its first row, its rows in their own order.
fn order(ids: &Ids<'_>, rows: usize) -> Vec<u64> {
    let mut claims: HashMap<Key<'_>, usize> = HashMap::new();
    let mut members: Vec<Vec<u64>> = Vec::new();
    for (row, number) in (0..rows).zip(0_u64..) {
        let next = members.len();
        let claim = match ids.get(row) {
            None => next,
            Some(Id::Number(id)) => *claims.entry(Key::Number(id)).or_insert(next),
            Some(Id::Text(id)) => *claims.entry(Key::Text(id)).or_insert(next),
        };
        match members.get_mut(claim) {
            Some(members) => members.push(number),
            None => members.push(vec![number]),
        }
    }
    members.concat()
}

/// An id that can be looked up: the ids of one column are all numbers or all texts.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Number(i64),
    Text(&'a str),
}

impl Order {
    /// The answers in the order of the lines.
    pub(crate) fn restore(&self, answers: &[RecordBatch]) -> Result<Vec<RecordBatch>, BatchError> {
        let Some(first) = answers.first() else {
            return Ok(Vec::new());
        };
        let stream = |error| BatchError::stream("answer", error);
        let whole = concat_batches(&first.schema(), answers).map_err(stream)?;
        Ok(vec![take_record_batch(&whole, &self.0).map_err(stream)?])
    }
}
