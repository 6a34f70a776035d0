//! Instructions of a check, counted by callgrind: the same number on every run.

use crate::Failure;
use crate::cases::Cases;
use std::fmt;
use std::hint::black_box;
use std::process::Command;
use tierspayant::Engine;
use tierspayant::core::decision::Checker;

/// The word by which this program asks itself for passes over the cases and nothing else.
pub const PASSES: &str = "passes";

/// Fewer cases than for time: callgrind is slow.
const CASES: usize = 1_000;
const FEW: u64 = 1;
const MANY: u64 = 11;

/// How many instructions a check takes; unknown where callgrind is not there.
pub struct Instructions(Option<u64>);

impl fmt::Display for Instructions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(count) => write!(f, "{count} instructions"),
            None => f.write_str("instructions not counted"),
        }
    }
}

pub fn passes(count: &str) -> Result<(), Failure> {
    let engine = Engine::embedded();
    let cases = Cases::generate(&engine, CASES)?;
    let mut checker = Checker::new(&engine.tables().decision);
    for _ in 0..count.parse::<u64>()? {
        for case in &cases.prepared {
            black_box(checker.check(case));
        }
    }
    Ok(())
}

/// What many passes take more than few, for one check.
pub fn run() -> Result<Instructions, Failure> {
    println!("\ninstructions of a check (callgrind)");
    let (Some(few), Some(many)) = (count(FEW)?, count(MANY)?) else {
        println!("  valgrind is not there");
        return Ok(Instructions(None));
    };
    let each = many.saturating_sub(few) / ((MANY - FEW) * CASES as u64);
    println!("  {each} instructions");
    Ok(Instructions(Some(each)))
}

fn count(passes: u64) -> Result<Option<u64>, Failure> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    command
        .arg(std::env::current_exe()?)
        .args([PASSES, &passes.to_string()]);
    let Ok(done) = command.output() else {
        return Ok(None);
    };
    let said = String::from_utf8_lossy(&done.stderr);
    let total = said.lines().find_map(|line| line.split_once("Collected : "));
    Ok(total.and_then(|(_, number)| number.trim().parse().ok()))
}
