//! Asks one dossier many times in plain Rust: what calls through C are compared with.
//!
//! `bench_rust CALL TIMES DOSSIER` prints the nanoseconds of one question. CALL: `decide` (the decision), `json` (JSON
//! in and out), `json-short` (the same without what-if), `none`.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;
use tierspayant::format::parse_dossier;
use tierspayant::{Engine, Options};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [call, times, file] = arguments.as_slice() else {
        return Err("bench_rust CALL TIMES DOSSIER".into());
    };
    let times: u32 = times.parse()?;
    let json = std::fs::read(file)?;
    let engine = Engine::embedded();
    let dossier = parse_dossier(&json)?;
    let options = Options {
        what_if: call == "json",
        ..Options::default()
    };
    let start = Instant::now();
    for _ in 0..times {
        match call.as_str() {
            "decide" => {
                black_box(engine.check(black_box(&dossier)).verdict());
            }
            "json" | "json-short" => {
                black_box(engine.check_json(black_box(&json), &options)?);
            }
            _ => {}
        }
    }
    println!(
        "{}",
        start
            .elapsed()
            .as_nanos()
            .checked_div(u128::from(times))
            .unwrap_or(0)
    );
    Ok(())
}
