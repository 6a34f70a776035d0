//! `mutants`: each small change of the core that no test notices. Other arguments go to cargo-mutants, such as
//! `--shard 0/20` or `--file crates/core/src/triage/causes.rs`.

mod outcomes;

use crate::process::{self, cargo, root};
use outcomes::Outcomes;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The packages whose tests are run on each mutant; those that are not there yet are left out.
const TESTED: &[&str] = &[
    "tierspayant-core",
    "tierspayant-tables",
    "tierspayant",
    "tierspayant-oracle",
];

/// cargo-mutants ends with this status when some mutants survived.
const SURVIVED: i32 = 2;
/// And with this one when some ran out of time.
const TIMEOUT: i32 = 3;

pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    install()?;
    let output = process::target().join("mutants");
    fs::create_dir_all(&output).map_err(|error| error.to_string())?;
    let mut command = cargo();
    command.args([
        "mutants",
        "--package",
        "tierspayant-core",
        "--no-shuffle",
        "--colors",
        "never",
    ]);
    command.arg("--output").arg(&output);
    if !arguments.iter().any(|one| one.starts_with("--test-package")) {
        let tested: Vec<&str> = TESTED.iter().copied().filter(|name| is_there(name)).collect();
        command.args(["--test-package", &tested.join(",")]);
    }
    if has_nextest() {
        command.args(["--test-tool", "nextest"]);
    }
    command.args(arguments);
    process::run_allowing(&mut command, &[SURVIVED, TIMEOUT])?;
    let file = output.join("mutants.out/outcomes.json");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let outcomes = Outcomes::read(&text)?;
    let told = fs::read_to_string(page()).unwrap_or_default();
    for survivor in &outcomes.survivors {
        let known = told.contains(survivor.as_str());
        println!("{} {survivor}", if known { "told    " } else { "NOT TOLD" });
    }
    Ok(outcomes.to_string())
}

/// The page that names the survivors, each with the reason.
fn page() -> PathBuf {
    root().join("docs/mutants.md")
}

fn is_there(package: &str) -> bool {
    let folder = package.strip_prefix("tierspayant-").unwrap_or(package);
    root().join("crates").join(folder).join("Cargo.toml").exists()
}

fn has_nextest() -> bool {
    answers(cargo().args(["nextest", "--version"]))
}

fn install() -> Result<(), String> {
    if answers(cargo().args(["mutants", "--version"])) {
        return Ok(());
    }
    process::run(cargo().args(["install", "--locked", "cargo-mutants"]))
}

/// Whether a command is there and answers.
fn answers(command: &mut Command) -> bool {
    command.output().is_ok_and(|done| done.status.success())
}
