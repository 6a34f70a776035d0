//! Runs the test programs with one mutant on.

use super::build::TestProgram;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;

/// What became of one mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Caught,
    /// A test never ended.
    Timeout,
    Missed,
    /// It does not compile by itself.
    Unviable,
    /// No test comes to where it stands, and a build may have been there before: only a build of its own tells.
    InConst,
}

/// The signal that ends a program whose time of the processor is over.
const OUT_OF_TIME: i32 = 24;

/// The status of a program that comes to what no build of the mutant holds: see `no_build` in `mutant.txt`.
const NO_BUILD: i32 = 99;

/// The most memory that a program may ask for, in bytes: a mutant may ask without end.
const MEMORY: &str = "8000000000";

/// A test program, what it costs and what it has found.
#[derive(Debug)]
struct Timed {
    test: TestProgram,
    /// Hundredths of a second of the processor, when no mutant is on.
    ticks: u64,
    /// The mutants that it comes to.
    reached: BTreeSet<usize>,
    /// How many mutants it was run on, and how many of these it noticed.
    record: Mutex<(u64, u64)>,
}

/// The test programs.
#[derive(Debug)]
pub(super) struct Programs {
    programs: Vec<Timed>,
}

impl Programs {
    /// Runs every program once with no mutant on, and keeps what it costs and which mutants it comes to. One that fails as it is tells nothing
    /// of a mutant: it is named and left out.
    ///
    /// # Errors
    ///
    /// None of them passes, or one cannot be run.
    pub fn new(tests: Vec<TestProgram>, folder: &Path) -> Result<Self, String> {
        let list = folder.join("reached");
        let mut programs = Vec::new();
        for test in tests {
            drop(fs::remove_file(&list));
            let before = ticks_of_children()?;
            let mut command = command(&test, 0, 900);
            if let Some(outcome) = ended(command.env("MUTANTS_REACHED", &list), &test)? {
                println!(
                    "LEFT OUT {}: {outcome:?} with no mutant on",
                    test.program.display()
                );
                continue;
            }
            let ticks = ticks_of_children()?.saturating_sub(before);
            let reached = fs::read_to_string(&list).unwrap_or_default();
            let reached: BTreeSet<usize> = reached.lines().filter_map(|line| line.parse().ok()).collect();
            println!(
                "{}: {} mutants reached, {} ms",
                test.name(),
                reached.len(),
                ticks * 10
            );
            programs.push(Timed {
                test,
                ticks,
                reached,
                record: Mutex::default(),
            });
        }
        if programs.is_empty() {
            return Err("no test program passes with no mutant on".to_owned());
        }
        Ok(Programs { programs })
    }

    /// What becomes of a mutant: the first program that fails or does not end tells. Those come first that have noticed the most for their cost.
    pub fn outcome(&self, mutant: usize, in_const: bool) -> Result<Outcome, String> {
        let mut coming: Vec<&Timed> = self.programs.iter().collect();
        coming.retain(|one| one.reached.contains(&mutant));
        if coming.is_empty() && in_const {
            return Ok(Outcome::InConst);
        }
        coming.sort_by_key(|one| one.cost_of_one_noticed());
        for one in coming {
            let seconds = one.ticks.saturating_mul(5).div_ceil(100).saturating_add(3);
            let outcome = ended(&mut command(&one.test, mutant, seconds), &one.test)?;
            one.ran(outcome.is_some());
            if let Some(outcome) = outcome {
                return Ok(outcome);
            }
        }
        Ok(Outcome::Missed)
    }
}

/// Tries many mutants on the whole answers to the cases, in one process: see `screen.txt`. What it does not name is not settled by it.
pub(super) fn screen(
    tests: &[TestProgram],
    mutants: &[usize],
    folder: &Path,
) -> Result<BTreeMap<usize, Outcome>, String> {
    let error = |error: std::io::Error| format!("the screen: {error}");
    let list = folder.join("screen");
    let out = folder.join("screen.out");
    let numbers: String = mutants.iter().map(|number| format!("{number}\n")).collect();
    fs::write(&list, numbers).map_err(error)?;
    let answers = tests.iter().find(|test| test.name() == "answers");
    let answers = answers.ok_or("there is no test program of the answers")?;
    let mut command = command(answers, 0, 36_000);
    if let Some(outcome) = ended(command.arg("screen").env("MUTANTS_SCREEN", &list), answers)? {
        return Err(format!("the screen: {outcome:?}"));
    }
    let lines = fs::read_to_string(out).map_err(error)?;
    let pairs = lines.lines().filter_map(|line| line.split_once(' '));
    let statuses = pairs.filter_map(|(number, status)| Some((number.parse().ok()?, status.parse().ok()?)));
    let settled = statuses.filter_map(|(number, status)| Some((number, told(ExitStatus::from_raw(status))?)));
    Ok(settled.collect())
}

impl Timed {
    /// Its cost by how often it notices a mutant; one that was never run counts as one that notices half.
    fn cost_of_one_noticed(&self) -> u64 {
        let (ran, noticed) = self.record.lock().map_or((0, 0), |record| *record);
        (self.ticks + 1) * 1000 * (ran + 2) / (noticed + 1)
    }

    fn ran(&self, noticed: bool) {
        if let Ok(mut record) = self.record.lock() {
            *record = (record.0 + 1, record.1 + u64::from(noticed));
        }
    }
}

/// A program with a mutant on, which may use the processor for so many seconds. It ends at the first test that fails.
fn command(test: &TestProgram, mutant: usize, seconds: u64) -> Command {
    let mut command = Command::new("prlimit");
    command.args(["--core=0", &format!("--as={MEMORY}"), &format!("--cpu={seconds}")]);
    command.arg(&test.program);
    command.args(["-Zunstable-options", "--fail-fast", "--test-threads=1"]);
    command
        .current_dir(&test.folder)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUST_BACKTRACE", "0")
        .env("MUTANT", mutant.to_string())
        .env("CARGO_MANIFEST_DIR", &test.folder);
    // A failing property is not made smaller: that it fails is enough.
    command
        .env("PROPTEST_MAX_SHRINK_ITERS", "0")
        .env("PROPTEST_FAILURE_PERSISTENCE", "off");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// How a program ends, where it does not pass.
fn ended(command: &mut Command, test: &TestProgram) -> Result<Option<Outcome>, String> {
    let error = |error: std::io::Error| format!("{}: {error}", test.program.display());
    Ok(told(command.status().map_err(error)?))
}

/// What the end of a program tells, where it does not pass.
fn told(status: ExitStatus) -> Option<Outcome> {
    if status.success() {
        None
    } else if status.code() == Some(NO_BUILD) {
        Some(Outcome::Unviable)
    } else if status.signal() == Some(OUT_OF_TIME) {
        Some(Outcome::Timeout)
    } else {
        Some(Outcome::Caught)
    }
}

/// How long the processor has run for the processes that this one has started, in hundredths of a second.
fn ticks_of_children() -> Result<u64, String> {
    let text = fs::read_to_string("/proc/self/stat").map_err(|error| error.to_string())?;
    // After the name, which stands in brackets: user's and system's time of the children are the 14th and 15th words.
    let after = text.rsplit_once(')').map(|(_, after)| after).unwrap_or_default();
    let times = after.split_whitespace().skip(13).take(2);
    let ticks: Vec<u64> = times.filter_map(|word| word.parse().ok()).collect();
    Ok(ticks.iter().sum())
}
