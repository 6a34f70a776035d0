//! Answers of the shape that engines hand over.

mod answers;
mod traps;

use serde_json::{Value, json};
use tierspayant_core::model::{Period, Snapshot, Source};

use crate::{FieldProblem, Format, ReadError, ReadOptions, ReadResult, Refusal, Why, read};

const ANSWER: &[u8] = include_bytes!("../../../../../tests/readers/adri-answer.json");
const ENDED: &[u8] = include_bytes!("../../../../../tests/readers/adri-ended.json");
const ERROR: &[u8] = include_bytes!("../../../../../tests/readers/adri-error.json");

fn result(bytes: &[u8]) -> ReadResult {
    read(Format::AdriJson, bytes, &ReadOptions::default()).unwrap()
}

fn of(answer: &Value) -> ReadResult {
    result(answer.to_string().as_bytes())
}

fn only(answer: &Value) -> Snapshot {
    let mut snapshots = of(answer).snapshots;
    assert_eq!(snapshots.len(), 1);
    snapshots.remove(0)
}

fn error(answer: &Value) -> ReadError {
    read(
        Format::AdriJson,
        answer.to_string().as_bytes(),
        &ReadOptions::default(),
    )
    .unwrap_err()
}

fn period(start: &str, end: &str) -> Period {
    Period::new(start.parse().ok(), end.parse().ok()).unwrap()
}

fn why(result: &ReadResult, place: &str) -> Option<Why> {
    result
        .unused
        .iter()
        .find(|unused| unused.place == place)
        .map(|unused| unused.why)
}

fn person(fields: Value) -> Value {
    json!({ "dateReponse": "20261120", "beneficiaireDeSoins": fields })
}
