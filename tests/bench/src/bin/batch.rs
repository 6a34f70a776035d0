//! How long a table takes, and how much memory: LINES PEOPLE THREADS,
//! `cargo run --release --manifest-path tests/bench/Cargo.toml --bin batch -- 1000000 100000 1`; with `stream` after them
//! lines are made as they are asked for, so that only some are in memory, and what making them takes is counted.

use std::sync::Arc;
use std::time::Instant;
use tierspayant_batch::synthetic::{Recipe, lines, rights};
use tierspayant_batch::{Extra, List, Lists, Options, Rights, RightsOptions, check_lines};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize, default: u64| -> u64 {
        arguments
            .get(place)
            .and_then(|text| text.parse().ok())
            .unwrap_or(default)
    };
    let recipe = Recipe {
        lines: number(0, 1_000_000),
        people: u32::try_from(number(1, 100_000))?,
        ..Recipe::default()
    };
    let threads = usize::try_from(number(2, 1))?;
    let complete = Lists::default().with(List::Exemptions).with(List::Contracts);
    let started = Instant::now();
    let index = Rights::build(
        rights(&recipe),
        RightsOptions {
            complete,
            ..RightsOptions::default()
        },
    )?;
    println!("index: {:?} in {:?}", index, started.elapsed());
    let mut table = lines(&recipe);
    if arguments.get(3).map(String::as_str) != Some("stream") {
        let schema = table.schema();
        table = tierspayant_batch::input(schema, table.collect::<Result<Vec<_>, _>>()?);
    }
    let engine = tierspayant::Engine::embedded();
    let options = Options {
        threads,
        extra: Extra::Ignore,
        ..Options::default()
    };
    let started = Instant::now();
    let mut answers = check_lines(engine, Arc::new(index), table, &options)?;
    let mut rows = 0_usize;
    while let Some(batch) = answers.next_batch() {
        rows += batch?.num_rows();
    }
    let took = started.elapsed();
    println!(
        "{rows} lines, {threads} threads: {took:?}, {:.0} ns a line",
        took.as_secs_f64() * 1e9 / rows as f64
    );
    // Where the system tells it, the most that was in memory at once.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(peak) = status.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
        println!("at most {} in memory", peak.trim());
    }
    Ok(())
}
