//! Documents of any size in one direction, to see how the cost grows with it.

use crate::Failure;
use crate::works::Work;
use serde_json::{Value, json};
use std::hint::black_box;
use tierspayant::core::model::Date;
use tierspayant::{Engine, Options};

/// The directions, each with the two sizes that are compared.
pub const DIRECTIONS: &[(&str, usize, usize)] = &[
    ("lines", 250, 1_000),
    ("entries", 500, 2_000),
    ("snapshots", 200, 800),
    ("codes", 250, 1_000),
    ("contracts", 250, 1_000),
];

/// The whole answer, what-if included, to a document of that size.
pub fn named(direction: &str, size: usize) -> Result<Work, Failure> {
    let document = bytes(direction, size)?;
    let engine = Engine::embedded();
    let options = Options::default().without_digest();
    engine.check_json(&document, &options)?;
    Ok(Work {
        count: 1,
        pass: Box::new(move || {
            black_box(engine.check_json(&document, &options).is_ok());
        }),
    })
}

/// A document of that size in one direction.
pub fn bytes(direction: &str, size: usize) -> Result<Vec<u8>, Failure> {
    Ok(serde_json::to_vec(&document(direction, size)?)?)
}

fn document(direction: &str, size: usize) -> Result<Value, Failure> {
    let only = |name: &str| if name == direction { size } else { 1 };
    let lines: Vec<Value> = (0..only("lines"))
        .map(|place| {
            json!({ "id": place.to_string(), "category": "drug", "exemption": if place % 3 == 0 { "4" } else { "0" },
                    "relation": if place % 3 == 0 { "related" } else { "unrelated" } })
        })
        .collect();
    let each = |count: usize, one: &dyn Fn(&str, &str) -> Value| -> Vec<Value> {
        let period = |place: usize| Some((day(2 * place)?, day(2 * place + 1)?));
        (0..count)
            .filter_map(period)
            .map(|(start, end)| one(&start, &end))
            .collect()
    };
    let snapshots: Vec<Value> = (0..only("snapshots"))
        .map(|place| {
            json!({ "source": if place % 2 == 0 { "adri" } else { "bdo" },
                    "observed_at": format!("2026-11-{:02}T09:{:02}:00", 1 + place % 19, place % 60),
                    "coverage": each(only("entries"), &|start, end| json!({ "start": start, "end": end })),
                    "codes": each(only("codes"), &|start, end| json!({ "start": start, "end": end, "ald": "1", "situation": "0100" })),
                    "contracts": each(only("contracts"), &|start, end| json!({
                        "number": "99999997", "type": "89", "start": start, "end": end, "status": "active" })) })
        })
        .collect();
    Ok(json!({
        "format": "tierspayant/1",
        "claim": { "care_date": "2026-11-20", "card": "read", "nature": "10", "third_party": ["amo", "amc"],
                   "contract": { "number": "99999997", "type": "89" }, "lines": lines },
        "rights": snapshots
    }))
}

/// A day some days before the care.
fn day(before: usize) -> Option<String> {
    let care = Date::from_ymd(2026, 12, 31).ok()?;
    let before = i32::try_from(before).ok()?;
    // The earlier day first: the period of an entry ends after it starts.
    care.plus_days(before - 4_100).map(|day| day.to_string())
}
