//! How long a table takes: LINES PEOPLE THREADS,
//! `cargo run --release --manifest-path tests/bench/Cargo.toml --bin batch -- 1000000 100000 1`.

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
    let made = lines(&recipe);
    let schema = made.schema();
    let batches = made.collect::<Result<Vec<_>, _>>()?;
    let engine = tierspayant::Engine::embedded();
    let options = Options {
        threads,
        extra: Extra::Ignore,
        ..Options::default()
    };
    let started = Instant::now();
    let mut answers = check_lines(
        engine,
        Arc::new(index),
        tierspayant_batch::input(schema, batches),
        &options,
    )?;
    let mut rows = 0_usize;
    while let Some(batch) = answers.next_batch() {
        rows += batch?.num_rows();
    }
    let took = started.elapsed();
    println!(
        "{rows} lines, {threads} threads: {took:?}, {:.0} ns a line",
        took.as_secs_f64() * 1e9 / rows as f64
    );
    Ok(())
}
