//! What a check costs: time, instructions and allocations, alone and beside two rules engines.
//!
//! Every figure is a median; times move with the machine, ratios and instruction counts much less.

mod aims;
mod cases;
mod count;
#[cfg(feature = "peers")]
mod engines;
mod grown;
mod growth;
mod instructions;
mod json;
mod measure;
mod once;
mod prepared;
mod threads;
mod works;

use aims::Aims;
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
        ["instructions"] => counted(),
        ["threads"] => two_threads(),
        #[cfg(feature = "peers")]
        ["peers"] => peers(),
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

/// The instructions alone, which need no other engine and no quiet machine.
fn counted() -> Result<(), Failure> {
    let mut aims = Aims::default();
    instructions::run(&mut aims)?;
    println!("bench: {}", aims.print());
    Ok(())
}

/// What two threads gain alone, for which the machine has to be quiet.
fn two_threads() -> Result<(), Failure> {
    let mut aims = Aims::default();
    threads::run(&mut aims)?;
    println!("bench: {}", aims.print());
    Ok(())
}

/// A check beside other engines alone.
#[cfg(feature = "peers")]
fn peers() -> Result<(), Failure> {
    let cases = Cases::generate(&Engine::embedded(), CASES)?;
    let mut aims = Aims::default();
    let engines = engines::run(&cases, &mut aims)?;
    println!("bench: {}; {engines}", aims.print());
    Ok(())
}

fn all() -> Result<(), Failure> {
    let engine = Engine::embedded();
    let cases = Cases::generate(&engine, CASES)?;
    println!(
        "{CASES} generated cases, {} lines on average",
        cases.lines_on_average()
    );
    let mut aims = Aims::default();
    once::engine(&mut aims);
    let check = prepared::run(&engine, &cases);
    aims.at_most("check, ns", check.nanoseconds, 200.0);
    aims.at_most("check, allocations", check.allocations as f64, 0.0);
    let instructions = instructions::run(&mut aims)?;
    json::run(&engine, &cases)?;
    growth::run(&engine)?;
    once::large(&mut aims)?;
    threads::run(&mut aims)?;
    #[cfg(feature = "peers")]
    let engines = engines::run(&cases, &mut aims)?;
    #[cfg(not(feature = "peers"))]
    let engines = "no other engine was built";
    let counted = instructions
        .get("check")
        .map_or("not counted".to_owned(), u64::to_string);
    println!(
        "bench: {}; check {:.0} ns, {counted} instructions, {} allocations; {engines}",
        aims.print(),
        check.nanoseconds,
        check.allocations
    );
    Ok(())
}
