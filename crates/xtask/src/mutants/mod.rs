//! `mutants`: each small change of the core that no test notices.
//!
//! cargo-mutants lists the changes. Nearly all of them are put into one copy of the project, each behind a switch, so that it is built once. The tests
//! are run once with no mutant on, to see which program comes to which mutant, and then once for each mutant: only the programs that come to it, those that
//! notice the most for their cost first, until one fails. The few that cannot stand behind a switch (no build but their own holds them) are built one by
//! one by cargo-mutants.
//!
//! Each outcome is kept in `target/mutants/outcomes.tsv`, so that the task goes on where it was stopped. One that was killed is tried again when its file has
//! changed; one that survived, when anything has that the tests depend on.
//!
//! `--most N` stops after N more mutants, `--only TEXT` takes those whose name holds one of the texts (between commas), `--threads N` (1) runs so many at
//! a time, `--switched` leaves out those that are built one by one, and `--report` tries none.

mod build;
mod kept;
mod list;
mod outcomes;
mod run;
mod switch;

use crate::process::{self, answers, cargo, root};
use kept::Kept;
use list::Mutant;
use outcomes::Outcomes;
use run::{Outcome, Programs};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

const PACKAGE: &str = "tierspayant-core";

/// The packages whose tests are run on each mutant.
const TESTED: &str = "tierspayant-core,tierspayant-tables,tierspayant,tierspayant-oracle";

/// What of the project a test of the core depends on: an outcome holds for one state of these.
const SOURCES: &[&str] = &[
    "crates/core",
    "crates/tables",
    "crates/tierspayant",
    "tests/oracle",
    "tests/kit",
    "tests/cases",
];

/// cargo-mutants ends with this status when some mutants survived.
const SURVIVED: i32 = 2;
/// And with this one when some ran out of time.
const TIMEOUT: i32 = 3;

struct Options {
    most: usize,
    threads: usize,
    only: Vec<String>,
    switched: bool,
    report: bool,
}

impl Options {
    /// Whether the mutants of this name are asked for.
    fn takes(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|text| name.contains(text.as_str()))
    }
}

pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let options = options(arguments)?;
    if !answers(cargo().args(["mutants", "--version"])) {
        process::run(cargo().args(["install", "--locked", "cargo-mutants"]))?;
    }
    let mutants = list::list(PACKAGE)?;
    let folder = process::target().join("mutants");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let kept = Kept::open(&folder.join("outcomes.tsv"), &mutants, SOURCES)?;
    let chosen = |mutant: &&Mutant| options.takes(&mutant.name);
    let missing = || mutants.iter().filter(chosen).filter(|one| !kept.has(one));
    if missing().next().is_some() && !options.report {
        let mut rest = switched(&folder, &mutants, &kept, &options)?;
        checked(&folder, &rest, &kept)?;
        if !options.switched {
            rest.retain(|one| !kept.has(one));
            rest.truncate(options.most.saturating_sub(kept.found()));
            one_by_one(&folder, &rest, &kept)?;
        }
    }
    let outcomes = kept.outcomes(mutants.iter().filter(chosen));
    report(&outcomes);
    Ok(outcomes.to_string())
}

fn options(arguments: &[String]) -> Result<Options, String> {
    let mut options = Options {
        most: usize::MAX,
        threads: 1,
        only: Vec::new(),
        switched: false,
        report: false,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--switched" => {
                options.switched = true;
                continue;
            }
            "--report" => {
                options.report = true;
                continue;
            }
            _ => {}
        }
        let value = rest.next().ok_or_else(|| format!("{argument} takes a value"))?;
        let number = || {
            value
                .parse()
                .map_err(|_| format!("{argument} takes a whole number"))
        };
        match argument.as_str() {
            "--most" => options.most = number()?,
            "--threads" => options.threads = number()?.max(1),
            "--only" => options.only = value.split(',').map(str::to_owned).collect(),
            other => {
                return Err(format!(
                    "{other} is no option of mutants: --most, --threads, --only, --switched, --report"
                ));
            }
        }
    }
    Ok(options)
}

/// Runs the mutants that stand behind a switch, and gives back those of which that tells nothing.
fn switched<'m>(
    folder: &Path,
    mutants: &'m [Mutant],
    kept: &Kept,
    options: &Options,
) -> Result<Vec<&'m Mutant>, String> {
    let wanted = (1..).zip(mutants);
    let wanted = wanted.filter(|(_, one)| options.takes(&one.name) && !kept.has(one));
    let wanted = wanted.map(|(number, _)| number).collect();
    let copy = build::Copy::new(&folder.join("copy"), PACKAGE, mutants, wanted)?;
    for (number, mutant) in (1..).zip(mutants) {
        if copy.unviable.contains(&number) && !kept.has(mutant) {
            kept.add(mutant, outcomes::UNVIABLE)?;
        }
    }
    let tests = copy.test_programs(TESTED)?;
    let missing = |kept: &Kept| -> Vec<(usize, &Mutant)> {
        (1..)
            .zip(mutants)
            .filter(|(number, one)| copy.placed.contains(number) && !kept.has(one))
            .take(options.most)
            .collect()
    };
    let all: Vec<usize> = missing(kept).iter().map(|one| one.0).collect();
    let screened = run::screen(&tests, &all, folder)?;
    println!(
        "{} of {} mutants change an answer to a case",
        screened.len(),
        all.len()
    );
    for (number, outcome) in screened {
        if let Some(mutant) = mutants.get(number - 1) {
            try_one(outcome, mutant, kept)?;
        }
    }
    let programs = Programs::new(tests, folder)?;
    let missing = missing(kept);
    println!("{} mutants to try on the other tests", missing.len());
    let next = AtomicUsize::new(0);
    let work = || -> Result<(), String> {
        while let Some((number, mutant)) = missing.get(next.fetch_add(1, Ordering::Relaxed)) {
            let in_const = copy.in_const.contains(number);
            try_one(programs.outcome(*number, in_const)?, mutant, kept)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..options.threads).map(|_| scope.spawn(work)).collect();
        let mut ended = threads.into_iter().map(|thread| thread.join());
        ended.try_for_each(|ended| ended.unwrap_or_else(|_| Err("a thread ended early".to_owned())))
    })?;
    let left = (1..).zip(mutants).filter(|(number, one)| {
        let by_build = !copy.placed.contains(number) || copy.in_const.contains(number);
        by_build && options.takes(&one.name) && !kept.has(one)
    });
    Ok(left.map(|(_, one)| one).collect())
}

fn try_one(outcome: Outcome, mutant: &Mutant, kept: &Kept) -> Result<(), String> {
    let word = match outcome {
        Outcome::Caught => outcomes::CAUGHT,
        Outcome::Timeout => outcomes::TIMEOUT,
        Outcome::Missed => outcomes::MISSED,
        Outcome::Unviable => outcomes::UNVIABLE,
        Outcome::InConst => return Ok(()),
    };
    if outcome == Outcome::Missed {
        println!("missed: {}", mutant.name);
    }
    kept.add(mutant, word)
}

/// Asks the compiler about those that cannot stand behind a switch: most of them are in no build.
fn checked(folder: &Path, mutants: &[&Mutant], kept: &Kept) -> Result<(), String> {
    if mutants.is_empty() {
        return Ok(());
    }
    let found = cargo_mutants(&folder.join("check"), mutants, &["--check"])?;
    for mutant in mutants {
        if found
            .get(&mutant.name)
            .is_some_and(|word| word == outcomes::UNVIABLE)
        {
            kept.add(mutant, outcomes::UNVIABLE)?;
        }
    }
    Ok(())
}

/// Runs those that cannot stand behind a switch, each built by cargo-mutants.
fn one_by_one(folder: &Path, mutants: &[&Mutant], kept: &Kept) -> Result<(), String> {
    for mutant in mutants {
        let tests = ["--test-package", TESTED, "--timeout", "300"];
        let found = cargo_mutants(&folder.join("one"), &[mutant], &tests)?;
        if let Some(word) = found.get(&mutant.name) {
            kept.add(mutant, word)?;
        }
    }
    Ok(())
}

/// What cargo-mutants says of some mutants, each by its name.
fn cargo_mutants(
    output: &Path,
    mutants: &[&Mutant],
    more: &[&str],
) -> Result<BTreeMap<String, String>, String> {
    fs::create_dir_all(output).map_err(|error| error.to_string())?;
    let mut command = cargo();
    command.args([
        "mutants",
        "--package",
        PACKAGE,
        "--colors",
        "never",
        "--baseline",
        "skip",
    ]);
    for mutant in mutants {
        command.args(["--re", &format!("^{}$", escaped(&mutant.name))]);
    }
    command.args(more).arg("--output").arg(output);
    process::run_allowing(&mut command, &[SURVIVED, TIMEOUT])?;
    let text = fs::read_to_string(output.join("mutants.out/outcomes.json"));
    let found = outcomes::read(&text.map_err(|error| error.to_string())?)?;
    Ok(found.into_iter().collect())
}

/// A name as a regular expression that matches it alone.
fn escaped(name: &str) -> String {
    let mut escaped = String::new();
    for letter in name.chars() {
        if !letter.is_alphanumeric() && !letter.is_whitespace() && letter != '_' {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Says which survivors the page names, and the score of each module.
fn report(outcomes: &Outcomes) {
    // In a table of the page a bar is written with a backslash.
    let told = fs::read_to_string(page()).unwrap_or_default().replace("\\|", "|");
    for survivor in &outcomes.survivors {
        let known = told.contains(survivor.as_str());
        println!("{} {survivor}", if known { "named    " } else { "NOT NAMED" });
    }
    for line in outcomes.by_module() {
        println!("{line}");
    }
}

/// The page that names the survivors, each with the reason.
fn page() -> PathBuf {
    root().join("docs/mutants.md")
}
