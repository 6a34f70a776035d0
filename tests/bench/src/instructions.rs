//! Instructions, counted by callgrind: the same number on every run, whatever else the machine does.

use crate::Failure;
use crate::aims::Aims;
use crate::works;
use std::collections::BTreeMap;
use std::process::Command;

/// The word by which this program asks itself for passes of one work and nothing else.
pub const PASSES: &str = "passes";

const FEW: usize = 1;
const MANY: usize = 3;

/// The instructions of each work for one of its things; none where callgrind is not there.
pub type Counted = BTreeMap<&'static str, u64>;

pub fn passes(name: &str, count: &str) -> Result<(), Failure> {
    let mut work = works::named(name)?;
    for _ in 0..count.parse::<usize>()? {
        (work.pass)();
    }
    Ok(())
}

/// What is asked of a work: at most so many instructions, or so many times those of another work.
enum Asked {
    Instructions(f64),
    Times(f64, &'static str),
    Nothing,
}

/// What each work was asked to cost. Five microseconds are taken as 15,000 instructions.
fn asked(name: &str) -> Asked {
    match name {
        "check" => Asked::Instructions(1_200.0),
        "check-1000-entries" => Asked::Times(3.0, "check-10-entries"),
        "verdict" => Asked::Times(1.5, "parse"),
        "answer-no-digest" => Asked::Times(2.5, "parse"),
        "triage-bulk" => Asked::Instructions(15_000.0),
        "batch" => Asked::Instructions(900.0),
        "batch-verdict" => Asked::Instructions(600.0),
        "batch-verdict-dictionary" => Asked::Instructions(300.0),
        _ => Asked::Nothing,
    }
}

/// What many passes take more than few, for each work; then how the answer grows with its document.
pub fn run(aims: &mut Aims) -> Result<Counted, Failure> {
    println!("\ninstructions (callgrind), each");
    let mut counted = Counted::new();
    for name in works::NAMES {
        let Some(total) = more(name)? else {
            println!("  valgrind is not there");
            return Ok(Counted::new());
        };
        let each = total / works::named(name)?.count as u64;
        counted.insert(name, each);
        let found = each as f64;
        let mut beside = String::new();
        match asked(name) {
            Asked::Instructions(most) => aims.at_most(format!("{name}, instructions"), found, most),
            Asked::Times(most, other) => {
                let times = found / counted.get(other).copied().unwrap_or(1) as f64;
                beside = format!("{times:.2} × {other}");
                aims.at_most(format!("{name}, × {other}"), times, most);
            }
            Asked::Nothing => {}
        }
        println!("  {name:<26} {each:>10}   {beside}");
    }
    println!("\ngrowth of the whole answer with what-if, as an exponent of its size; at most 1.1");
    for (direction, few, many) in crate::grown::DIRECTIONS {
        let at = |size: &usize| more(&format!("{direction} {size}"));
        if let (Some(small), Some(large)) = (at(few)?, at(many)?) {
            let grown = (large as f64 / small as f64).ln() / (*many as f64 / *few as f64).ln();
            println!("  {direction:<20} {few:>6} to {many:>6}: {small:>12} to {large:>12}   {grown:.2}");
            aims.at_most(format!("growth with {direction}, exponent"), grown, 1.1);
        }
    }
    Ok(counted)
}

/// What a pass takes, from many passes less few.
fn more(name: &str) -> Result<Option<u64>, Failure> {
    let (Some(few), Some(many)) = (count(name, FEW)?, count(name, MANY)?) else {
        return Ok(None);
    };
    Ok(Some(many.saturating_sub(few) / (MANY - FEW) as u64))
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
