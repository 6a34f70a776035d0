//! `mutants`: each small change of the core that no test notices.
//!
//! All of the core in shards, each kept in `target/mutants` under the state of the core that it was run on: stopped and started again, the task
//! goes on with the first shard that is missing. `--shards N` (80) says into how many parts, `--most N` how many of them to run now.
//! With other arguments, such as `--file crates/core/src/triage/causes.rs`, one run of cargo-mutants with these, and its figure alone.

mod outcomes;

use crate::process::{self, answers, cargo, root};
use outcomes::Outcomes;
use std::fs;
use std::path::{Path, PathBuf};

/// The packages whose tests are run on each mutant.
const TESTED: &str = "tierspayant-core,tierspayant-tables,tierspayant,tierspayant-oracle";

/// cargo-mutants ends with this status when some mutants survived.
const SURVIVED: i32 = 2;
/// And with this one when some ran out of time.
const TIMEOUT: i32 = 3;

pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    if !answers(cargo().args(["mutants", "--version"])) {
        process::run(cargo().args(["install", "--locked", "cargo-mutants"]))?;
    }
    let (mut shards, mut most, mut others) = (80_usize, usize::MAX, Vec::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut number = || {
            let value = rest.next().and_then(|value| value.parse().ok());
            value.ok_or_else(|| format!("{argument} takes a whole number"))
        };
        match argument.as_str() {
            "--shards" => shards = number()?,
            "--most" => most = number()?,
            other => others.push(other.to_owned()),
        }
    }
    let outcomes = if others.is_empty() {
        in_shards(shards.max(1), most)?
    } else {
        test(&process::target().join("mutants"), &others)?
    };
    let told = fs::read_to_string(page()).unwrap_or_default();
    for survivor in &outcomes.survivors {
        let known = told.contains(survivor.as_str());
        println!("{} {survivor}", if known { "named    " } else { "NOT NAMED" });
    }
    for line in outcomes.by_module() {
        println!("{line}");
    }
    Ok(outcomes.to_string())
}

/// Every shard that this state of the core has not been through, and the outcomes of all that it has.
fn in_shards(shards: usize, most: usize) -> Result<Outcomes, String> {
    let folder = process::target()
        .join("mutants")
        .join(format!("{}-{shards}", state()?));
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut all = Outcomes::default();
    let (mut done, mut run_now) = (0_usize, 0_usize);
    for shard in 0..shards {
        let kept = folder.join(format!("{shard}.json"));
        if !kept.exists() {
            if run_now >= most {
                continue;
            }
            run_now = run_now.saturating_add(1);
            let output = folder.join("running");
            test(&output, &["--shard".to_owned(), format!("{shard}/{shards}")])?;
            fs::rename(report(&output), &kept).map_err(|error| format!("{}: {error}", kept.display()))?;
        }
        all.add(read(&kept)?);
        done = done.saturating_add(1);
    }
    println!("{done} of {shards} shards");
    Ok(all)
}

/// The state of the core: what its sources are made of, whatever the commit.
fn state() -> Result<String, String> {
    let tree = process::captured(process::program("git").args(["rev-parse", "HEAD:crates/core/src"]))?;
    Ok(tree.trim().chars().take(12).collect())
}

/// One run of cargo-mutants.
fn test(output: &Path, arguments: &[String]) -> Result<Outcomes, String> {
    fs::create_dir_all(output).map_err(|error| error.to_string())?;
    let mut command = cargo();
    command.args([
        "mutants",
        "--package",
        "tierspayant-core",
        "--no-shuffle",
        "--colors",
        "never",
    ]);
    command.arg("--output").arg(output);
    if !arguments.iter().any(|one| one.starts_with("--test-package")) {
        command.args(["--test-package", TESTED]);
    }
    if answers(cargo().args(["nextest", "--version"])) {
        command.args(["--test-tool", "nextest"]);
    }
    command.args(arguments);
    process::run_allowing(&mut command, &[SURVIVED, TIMEOUT])?;
    read(&report(output))
}

fn report(output: &Path) -> PathBuf {
    output.join("mutants.out/outcomes.json")
}

fn read(file: &Path) -> Result<Outcomes, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Outcomes::read(&text)
}

/// The page that names the survivors, each with the reason.
fn page() -> PathBuf {
    root().join("docs/mutants.md")
}
