//! Asks one dossier many times in plain Rust: what calls through C are compared with.
//!
//! `bench_rust CALL TIMES DOSSIER [CASES]` asks the dossier, or each of a file of dossiers, one a line, and prints the nanoseconds of one question. CALL: `decide` (the decision), `json` (JSON
//! in and out), `json-short` (the same without what-if), `none`.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;
use tierspayant::format::parse_dossier;
use tierspayant::{Engine, Options};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [call, times, file, cases @ ..] = arguments.as_slice() else {
        return Err("bench_rust CALL TIMES DOSSIER [CASES]".into());
    };
    let times: u32 = times.parse()?;
    let documents: Vec<String> = match cases.first() {
        Some(cases) => std::fs::read_to_string(cases)?
            .lines()
            .map(str::to_owned)
            .collect(),
        None => vec![std::fs::read_to_string(file)?],
    };
    let engine = Engine::embedded();
    let dossiers = documents.iter().map(|one| parse_dossier(one.as_bytes()));
    let dossiers = dossiers.collect::<Result<Vec<_>, _>>()?;
    let options = Options {
        what_if: call == "json",
        ..Options::default()
    };
    let (decide, json) = (call == "decide", call.starts_with("json"));
    let start = Instant::now();
    for _ in 0..times {
        for (text, dossier) in documents.iter().zip(&dossiers) {
            if decide {
                black_box(engine.check(black_box(dossier)).verdict());
            } else if json {
                black_box(engine.check_json(black_box(text.as_bytes()), &options)?);
            }
        }
    }
    println!(
        "{}",
        start
            .elapsed()
            .as_nanos()
            .checked_div(u128::from(times).saturating_mul(documents.len() as u128))
            .unwrap_or(0)
    );
    Ok(())
}
