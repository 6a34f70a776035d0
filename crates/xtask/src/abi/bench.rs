//! The cost of each call through C over plain Rust, in instructions and in time, all in one run.

use super::build::{Library, compile, folder};
use super::proofs::with_library;
use crate::process::{captured, cargo, run, target};
use std::path::{Path, PathBuf};

const DOSSIER: &str = "examples/data/dossier.json";

/// What is compared: the program in Rust or C, its call, how often it is asked for time and for instructions.
const CALLS: &[(&str, bool, &str, u32, u32)] = &[
    ("Rust, decision", true, "decide", 100_000, 2_000),
    ("C, structs, summary", false, "summary", 100_000, 2_000),
    ("C, structs, result", false, "result", 100_000, 2_000),
    ("C, structs, built by calls", false, "build", 100_000, 2_000),
    ("Rust, JSON without what-if", true, "json-short", 20_000, 200),
    ("C, JSON without what-if", false, "json-short", 20_000, 200),
    ("Rust, JSON", true, "json", 5_000, 50),
    ("C, JSON", false, "json", 5_000, 50),
];

pub(crate) fn prove(library: &Library) -> Result<String, String> {
    run(cargo().args([
        "build",
        "--release",
        "--quiet",
        "--package",
        "xtask",
        "--bin",
        "bench_rust",
    ]))?;
    let rust = target().join("release/bench_rust");
    let c = compile(
        "gcc",
        "crates/capi/proofs/bench.c",
        &library.lib(),
        &folder("c")?.join("bench"),
        &["-O2"],
    )?;
    let mut rows = Vec::new();
    for (name, in_rust, call, times, counted) in CALLS {
        let main = if *in_rust { &rust } else { &c };
        let nanoseconds = time(library, main, call, *times)?;
        let instructions = instructions(library, main, call, *counted)?;
        rows.push((*name, *in_rust, instructions, nanoseconds));
    }
    println!(
        "{:<32} {:>14} {:>8} {:>12} {:>8}",
        "call", "instructions", "", "nanoseconds", ""
    );
    let (mut of_rust, mut figures) = ((1, 1), Vec::new());
    for (name, in_rust, instructions, nanoseconds) in rows {
        if in_rust {
            of_rust = (instructions, nanoseconds);
        }
        let times = |one: u64, other: u64| {
            let hundredths = one.saturating_mul(100).checked_div(other).unwrap_or_default();
            format!("{}.{:02}x", hundredths / 100, hundredths % 100)
        };
        let (i, n) = (times(instructions, of_rust.0), times(nanoseconds, of_rust.1));
        println!("{name:<32} {instructions:>14} {i:>8} {nanoseconds:>12} {n:>8}");
        figures.push(format!("{name} {instructions} instructions {nanoseconds} ns"));
    }
    Ok(format!("cost of one question: {}", figures.join(", ")))
}

/// The best of three.
fn time(library: &Library, main: &Path, call: &str, times: u32) -> Result<u64, String> {
    let mut best = u64::MAX;
    for _ in 0..3 {
        let printed = captured(with_library(&[], main, library).args([call, &times.to_string(), DOSSIER]))?;
        best = best.min(
            printed
                .trim()
                .parse()
                .map_err(|_| format!("not a number: {printed}"))?,
        );
    }
    Ok(best)
}

/// Instructions of one question: those of a run with many of them, less those of a run with half as many.
fn instructions(library: &Library, main: &Path, call: &str, times: u32) -> Result<u64, String> {
    let many = counted(library, main, call, times)?;
    let few = counted(library, main, call, times / 2)?;
    let asked = u64::from(times - times / 2);
    Ok(many.saturating_sub(few).checked_div(asked).unwrap_or_default())
}

fn counted(library: &Library, main: &Path, call: &str, times: u32) -> Result<u64, String> {
    let out: PathBuf = folder("c")?.join("callgrind.out");
    let option = format!("--callgrind-out-file={}", out.display());
    let wrapper = &["valgrind", "--tool=callgrind", "--quiet", &option];
    captured(with_library(wrapper, main, library).args([call, &times.to_string(), DOSSIER]))?;
    let text = std::fs::read_to_string(&out).map_err(|error| error.to_string())?;
    let total = text
        .lines()
        .find_map(|line| line.strip_prefix("summary: ").or(line.strip_prefix("totals: ")));
    let total = total.ok_or("callgrind gives no total")?;
    total.trim().parse().map_err(|_| format!("not a number: {total}"))
}
