//! What a check costs: time, instructions and allocations, alone and beside two rules engines.
//!
//! Every figure is a median; times move with the machine, ratios and instruction counts much less.

mod cases;
mod count;
#[cfg(feature = "peers")]
mod engines;
mod grown;
mod growth;
mod instructions;
mod json;
mod measure;
mod prepared;
mod works;

use cases::Cases;
use std::process::ExitCode;
use tierspayant::Engine;

/// How many cases are generated.
const CASES: usize = 10_000;

#[global_allocator]
static ALLOCATOR: count::Counting = count::Counting;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        [instructions::PASSES, name, passes] => instructions::passes(name, passes),
        ["instructions"] => instructions::run().map(|_| ()),
        [] => all(),
        _ => Err("it takes no argument".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: failed: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Why a figure could not be made.
type Failure = Box<dyn std::error::Error>;

fn all() -> Result<(), Failure> {
    let engine = Engine::embedded();
    let cases = Cases::generate(&engine, CASES)?;
    println!(
        "{CASES} generated cases, {} lines on average",
        cases.lines_on_average()
    );
    let check = prepared::run(&engine, &cases);
    let instructions = instructions::run()?;
    json::run(&engine, &cases)?;
    growth::run(&engine)?;
    #[cfg(feature = "peers")]
    let engines = engines::run(&cases, check.nanoseconds)?;
    #[cfg(not(feature = "peers"))]
    let engines = "no other engine was built";
    let counted = instructions
        .get("check")
        .map_or("not counted".to_owned(), u64::to_string);
    println!(
        "bench: check {:.0} ns, {counted} instructions, {} allocations; {engines}",
        check.nanoseconds, check.allocations
    );
    Ok(())
}
