//! Instructions, counted by callgrind: the same number on every run, whatever else the machine does.

use crate::Failure;
use crate::works;
use std::collections::BTreeMap;
use std::process::Command;

/// The word by which this program asks itself for passes of one work and nothing else.
pub const PASSES: &str = "passes";

const FEW: usize = 1;
const MANY: usize = 5;

/// The instructions of each work for one of its things; none where callgrind is not there.
pub type Counted = BTreeMap<&'static str, u64>;

pub fn passes(name: &str, count: &str) -> Result<(), Failure> {
    let mut work = works::named(name)?;
    for _ in 0..count.parse::<usize>()? {
        (work.pass)();
    }
    Ok(())
}

/// What many passes take more than few, for each work.
pub fn run() -> Result<Counted, Failure> {
    println!("\ninstructions (callgrind), each");
    let mut counted = Counted::new();
    for name in works::NAMES {
        let (Some(few), Some(many)) = (count(name, FEW)?, count(name, MANY)?) else {
            println!("  valgrind is not there");
            return Ok(Counted::new());
        };
        let each = many.saturating_sub(few) / ((MANY - FEW) * works::named(name)?.count) as u64;
        println!("  {name:<20} {each:>10}");
        counted.insert(name, each);
    }
    Ok(counted)
}

fn count(name: &str, passes: usize) -> Result<Option<u64>, Failure> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    command
        .arg(std::env::current_exe()?)
        .args([PASSES, name, &passes.to_string()]);
    let Ok(done) = command.output() else {
        return Ok(None);
    };
    let said = String::from_utf8_lossy(&done.stderr);
    let total = said.lines().find_map(|line| line.split_once("Collected : "));
    Ok(total.and_then(|(_, number)| number.trim().parse().ok()))
}
