//! The cost of each call through C over plain Rust, in instructions and in time, all in one run. The library and the
//! program in Rust are compiled alike, so that what differs is the door; what is shipped is made smaller, and slower.

use super::build::{compile, folder};
use crate::process::{captured, cargo, program, run, target};
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// The doors that are compared over the cases: what, the call of Rust, the call of C.
const DOORS: &[(&str, &str, &str)] = &[
    ("typed", "decide", "summary"),
    ("JSON without what-if", "json-short", "json-short"),
    ("JSON", "json", "json"),
];

/// One case in so many is asked.
const EACH: usize = 10;

/// How much more than Rust a door may cost, in thousandths.
const MORE: u64 = 30;

pub(crate) fn prove() -> Result<String, String> {
    let release = ["build", "--release", "--quiet"];
    run(cargo().args(release).args(["--package", "tierspayant-capi"]))?;
    run(cargo()
        .args(release)
        .args(["--package", "xtask", "--bin", "bench_rust"]))?;
    let rust = target().join("release/bench_rust");
    let installed = folder("bench")?.join("installed");
    run(program("bindings/c/install.sh")
        .arg(target().join("release"))
        .arg(&installed))?;
    let library = &installed.join("lib");
    let c = compile(
        "gcc",
        "crates/capi/proofs/bench.c",
        library,
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
    println!("\n{}", figures.join(", "));
    over_cases(library, &rust, &c)
}

/// What each door costs over Rust, in instructions, over the same cases.
fn over_cases(library: &Path, rust: &Path, c: &Path) -> Result<String, String> {
    let folder = folder("c")?;
    let (all, answers, some) = (
        folder.join("bench-all.jsonl"),
        folder.join("bench-answers.jsonl"),
        folder.join("bench.jsonl"),
    );
    super::write_cases(&all, &answers)?;
    let text = std::fs::read_to_string(&all).map_err(|error| error.to_string())?;
    let asked: Vec<&str> = text.lines().step_by(EACH).collect();
    std::fs::write(&some, asked.join("\n") + "\n").map_err(|error| error.to_string())?;
    let count = u64::try_from(asked.len()).unwrap_or(u64::MAX);
    let (mut told, mut reached) = (Vec::new(), 0);
    for (door, of_rust, of_c) in DOORS {
        let each = |main: &Path, call: &str| -> Result<u64, String> {
            let two = counted(library, main, call, 2, Some(&some))?;
            let one = counted(library, main, call, 1, Some(&some))?;
            Ok(two.saturating_sub(one).checked_div(count).unwrap_or_default())
        };
        let (rust, c) = (each(rust, of_rust)?, each(c, of_c)?);
        let thousandths = c.saturating_mul(1000).checked_div(rust).unwrap_or_default();
        let more = thousandths.saturating_sub(1000);
        reached += u32::from(more <= MORE);
        println!("{door:<24} Rust {rust:>9} instructions, C {c:>9}, {more} thousandths more");
        told.push(format!("{door} {}.{} %", more / 10, more % 10));
    }
    Ok(format!(
        "{reached} of {} doors of C within 3 % of Rust over {count} cases, in instructions: {} more",
        DOORS.len(),
        told.join(", ")
    ))
}

fn with_library(mut command: Command, library: &Path) -> Command {
    command.env("LD_LIBRARY_PATH", library);
    command
}

/// The best of three.
fn time(library: &Path, main: &Path, call: &str, times: u32) -> Result<u64, String> {
    let mut best = u64::MAX;
    for _ in 0..3 {
        let printed =
            captured(with_library(program(main), library).args([call, &times.to_string(), DOSSIER]))?;
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
fn instructions(library: &Path, main: &Path, call: &str, times: u32) -> Result<u64, String> {
    let many = counted(library, main, call, times, None)?;
    let few = counted(library, main, call, times / 2, None)?;
    let asked = u64::from(times - times / 2);
    Ok(many.saturating_sub(few).checked_div(asked).unwrap_or_default())
}

fn counted(library: &Path, main: &Path, call: &str, times: u32, cases: Option<&Path>) -> Result<u64, String> {
    let out: PathBuf = folder("c")?.join("callgrind.out");
    let option = format!("--callgrind-out-file={}", out.display());
    let mut counting = program("valgrind");
    counting.args(["--tool=callgrind", "--quiet", &option]).arg(main);
    captured(
        with_library(counting, library)
            .args([call, &times.to_string(), DOSSIER])
            .args(cases),
    )?;
    let text = std::fs::read_to_string(&out).map_err(|error| error.to_string())?;
    let total = text
        .lines()
        .find_map(|line| line.strip_prefix("summary: ").or(line.strip_prefix("totals: ")));
    let total = total.ok_or("callgrind gives no total")?;
    total.trim().parse().map_err(|_| format!("not a number: {total}"))
}
