//! `mutants`: each small change of the core that no test notices.
//!
//! cargo-mutants lists the changes. Nearly all of them are put into one copy of the project, each behind a switch, so that it is built once and its tests
//! are run once for each mutant; the few that cannot stand behind a switch (in a `const fn`, or of a type that has no such value) are built one by one by
//! cargo-mutants. Each outcome is kept in `target/mutants` under the state of the sources that it was found on: stopped and started again, the task goes on
//! where it was. `--most N` stops after N more mutants, `--only TEXT` takes those whose name holds it, `--threads N` (1) runs so many at a time.

mod build;
mod list;
mod outcomes;
mod run;
mod switch;

use crate::process::{self, answers, cargo, root};
use list::Mutant;
use outcomes::Outcomes;
use run::{Outcome, Timed};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
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
    only: String,
}

pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let options = options(arguments)?;
    if !answers(cargo().args(["mutants", "--version"])) {
        process::run(cargo().args(["install", "--locked", "cargo-mutants"]))?;
    }
    let mutants = list::list(PACKAGE)?;
    let folder = process::target().join("mutants");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let kept = Kept::open(&folder.join(format!("{}.tsv", state()?)))?;
    let chosen = |mutant: &&Mutant| mutant.name.contains(&options.only);
    let missing = || mutants.iter().filter(chosen).filter(|one| !kept.has(&one.name));
    if missing().next().is_some() {
        switched(&folder, &mutants, &kept, &options)?;
        let most = options.most.saturating_sub(kept.found());
        let rest: Vec<&Mutant> = missing().take(most).collect();
        one_by_one(&folder, &rest, &kept)?;
    }
    let outcomes = kept.outcomes(mutants.iter().filter(chosen));
    report(&outcomes);
    println!(
        "{} of {} mutants tried",
        outcomes.tried(),
        mutants.iter().filter(chosen).count()
    );
    Ok(outcomes.to_string())
}

fn options(arguments: &[String]) -> Result<Options, String> {
    let mut options = Options {
        most: usize::MAX,
        threads: 1,
        only: String::new(),
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("{argument} takes a value"))?;
        let number = || {
            value
                .parse()
                .map_err(|_| format!("{argument} takes a whole number"))
        };
        match argument.as_str() {
            "--most" => options.most = number()?,
            "--threads" => options.threads = number()?.max(1),
            "--only" => options.only.clone_from(value),
            other => {
                return Err(format!(
                    "{other} is no option of mutants: --most, --threads, --only"
                ));
            }
        }
    }
    Ok(options)
}

/// The state of the sources, whatever the commit.
fn state() -> Result<String, String> {
    let mut trees = String::new();
    for source in SOURCES {
        let tree = process::captured(process::program("git").args(["rev-parse", &format!("HEAD:{source}")]))?;
        trees.extend(tree.chars().take(6));
    }
    Ok(trees)
}

/// Runs the mutants that stand behind a switch.
fn switched(folder: &Path, mutants: &[Mutant], kept: &Kept, options: &Options) -> Result<(), String> {
    let copy = build::Copy::new(&folder.join("copy"), PACKAGE, mutants)?;
    for (number, mutant) in (1..).zip(mutants) {
        if copy.unviable.contains(&number) && !kept.has(&mutant.name) {
            kept.add(&mutant.name, outcomes::UNVIABLE)?;
        }
    }
    let programs = run::baseline(copy.test_programs(TESTED)?)?;
    let numbered = (1..).zip(mutants);
    let missing: Vec<(usize, &Mutant)> = numbered
        .filter(|(number, one)| copy.placed.contains(number) && !kept.has(&one.name))
        .filter(|(_, one)| one.name.contains(&options.only))
        .take(options.most)
        .collect();
    let next = AtomicUsize::new(0);
    let work = || -> Result<(), String> {
        while let Some((number, mutant)) = missing.get(next.fetch_add(1, Ordering::Relaxed)) {
            try_one(&programs, *number, mutant, kept)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..options.threads).map(|_| scope.spawn(work)).collect();
        let mut ended = threads.into_iter().map(|thread| thread.join());
        ended.try_for_each(|ended| ended.unwrap_or_else(|_| Err("a thread ended early".to_owned())))
    })
}

fn try_one(programs: &[Timed], number: usize, mutant: &Mutant, kept: &Kept) -> Result<(), String> {
    let outcome = run::outcome(programs, number)?;
    if outcome == Outcome::Missed {
        println!("missed: {}", mutant.name);
    }
    let word = match outcome {
        Outcome::Caught => outcomes::CAUGHT,
        Outcome::Timeout => outcomes::TIMEOUT,
        Outcome::Missed => outcomes::MISSED,
    };
    kept.add(&mutant.name, word)
}

/// Runs those that cannot stand behind a switch, each built by cargo-mutants.
fn one_by_one(folder: &Path, mutants: &[&Mutant], kept: &Kept) -> Result<(), String> {
    for mutant in mutants {
        let output = folder.join("one");
        fs::create_dir_all(&output).map_err(|error| error.to_string())?;
        let mut command = cargo();
        command.args([
            "mutants",
            "--package",
            PACKAGE,
            "--test-package",
            TESTED,
            "--colors",
            "never",
        ]);
        command.args(["--baseline", "skip", "--timeout", "300"]);
        command.args(["--re", &format!("^{}$", escaped(&mutant.name))]);
        process::run_allowing(command.arg("--output").arg(&output), &[SURVIVED, TIMEOUT])?;
        let text = fs::read_to_string(output.join("mutants.out/outcomes.json"));
        let text = text.map_err(|error| error.to_string())?;
        for (name, word) in outcomes::read(&text)? {
            kept.add(&name, &word)?;
        }
    }
    Ok(())
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

/// The outcomes found so far, a line each in a file.
struct Kept {
    found: Mutex<(BTreeMap<String, String>, File)>,
    new: AtomicUsize,
}

impl Kept {
    fn open(file: &Path) -> Result<Self, String> {
        let error = |error: std::io::Error| format!("{}: {error}", file.display());
        let text = if file.exists() {
            fs::read_to_string(file).map_err(error)?
        } else {
            String::new()
        };
        let lines = text.lines().filter_map(|line| line.split_once('\t'));
        let found = lines
            .map(|(word, name)| (name.to_owned(), word.to_owned()))
            .collect();
        let file = File::options()
            .create(true)
            .append(true)
            .open(file)
            .map_err(error)?;
        Ok(Kept {
            found: Mutex::new((found, file)),
            new: AtomicUsize::new(0),
        })
    }

    fn has(&self, name: &str) -> bool {
        self.found.lock().is_ok_and(|found| found.0.contains_key(name))
    }

    /// How many this run has found.
    fn found(&self) -> usize {
        self.new.load(Ordering::Relaxed)
    }

    fn add(&self, name: &str, word: &str) -> Result<(), String> {
        let mut found = self
            .found
            .lock()
            .map_err(|_| "the outcomes are lost".to_owned())?;
        writeln!(found.1, "{word}\t{name}").map_err(|error| error.to_string())?;
        found.0.insert(name.to_owned(), word.to_owned());
        self.new.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn outcomes<'m>(&self, mutants: impl Iterator<Item = &'m Mutant>) -> Outcomes {
        let mut outcomes = Outcomes::default();
        if let Ok(found) = self.found.lock() {
            for mutant in mutants {
                if let Some(word) = found.0.get(&mutant.name) {
                    outcomes.add(&mutant.name, word);
                }
            }
        }
        outcomes
    }
}

/// Says which survivors the page names, and the score of each module.
fn report(outcomes: &Outcomes) {
    let told = fs::read_to_string(page()).unwrap_or_default();
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
