//! The proofs in C: cases, threads, chance, forced panics and tries to kill, under valgrind and the sanitizers.

use super::answers;
use super::build::{Library, compile, folder};
use crate::process::{captured, output, program, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SOURCES: &str = "crates/capi/proofs";
/// The file of the dossiers that slow tools are given.
pub(super) const FEW: &str = "few";
/// An engine is made of so many allocations that only one place in so many is tried; of other calls, every place.
const ENGINE_STEP: &str = "97";
/// Children of a server that forks while it answers.
const CHILDREN: &str = "1000";
const SANITIZERS: &[&str] = &["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];

pub(crate) fn prove(library: &Library, seconds: &str) -> Result<String, String> {
    let folder = folder("c")?;
    let (dossiers, answers) = (folder.join("dossiers"), folder.join("answers"));
    let cases = answers::write(&dossiers, &answers)?;
    let built = |name: &str, kind: &str, flags: &[&str]| -> Result<PathBuf, String> {
        let to = folder.join(format!("{name}-{kind}"));
        compile("gcc", &format!("{SOURCES}/{name}.c"), &library.lib(), &to, flags)
    };
    let run_with = |wrapper: &[&str], program: &Path, arguments: &[&Path]| -> Result<String, String> {
        let mut command = with_library(wrapper, program, library);
        captured(command.args(arguments))
    };
    same_answers(
        &run_with(&[], &built("cases", "plain", &[])?, &[&dossiers])?,
        &answers,
    )?;

    let symbols = root().join("bindings/c/symbols.txt");
    let walk = built("walk", "plain", &[])?;
    let walked = run_with(&[], &walk, &[&library.shared(), &symbols])?;
    let guarded = run_with(&[], &walk, &[&library.forced, &symbols, Path::new("forced")])?;
    run_with(&[], &built("handles", "plain", &["-Wno-use-after-free"])?, &[])?;
    let tries = run_with(&[], &built("kill", "plain", &[])?, &[])?;
    let inputs = [
        "data/dossier.json",
        "counter/card.in",
        "counter/adri.json",
        "data/reject.json",
    ];
    let inputs = inputs.map(|name| root().join("examples").join(name));
    let [dossier, card, adri, reject] = &inputs;
    let starved = run_with(
        &[],
        &built("memory", "plain", &[])?,
        &[dossier, card, adri, reject, Path::new(ENGINE_STEP)],
    )?;
    let forked = run_with(
        &[],
        &built("fork", "plain", &[])?,
        &[&dossiers, Path::new(CHILDREN)],
    )?;
    let asked = run_with(&[], &built("threads", "plain", &[])?, &[&dossiers])?;

    // A planted fault must be found, or a clean run would prove nothing.
    let faulty = built("planted", "plain", &["-O0", "-Wno-use-after-free"])?;
    let faulty_sanitized = built(
        "planted",
        "sanitized",
        &[&["-O0", "-Wno-use-after-free"], SANITIZERS].concat(),
    )?;
    let valgrind = &["valgrind", "--quiet", "--error-exitcode=9", "--leak-check=full"];
    for (found, tool) in [
        (run_with(valgrind, &faulty, &[]), "valgrind"),
        (run_with(&[], &faulty_sanitized, &[]), "the address sanitizer"),
    ] {
        if found.is_ok() {
            return Err(format!("{tool} does not find a planted use after free"));
        }
    }
    let mut clean = 0;
    for (name, arguments) in [("kill", &[][..]), ("threads", &[dossiers.as_path()][..])] {
        run_with(&[], &built(name, "sanitized", SANITIZERS)?, arguments)?;
        clean += 1;
    }
    let few = folder.join(FEW);
    let text = fs::read_to_string(&dossiers).map_err(|error| error.to_string())?;
    let lines: Vec<&str> = text.lines().step_by(20).collect();
    fs::write(&few, lines.join("\n") + "\n").map_err(|error| error.to_string())?;
    for (name, arguments) in [("cases", &[few.as_path()][..]), ("threads", &[few.as_path()][..])] {
        run_with(valgrind, &built(name, "plain", &[])?, arguments)?;
        clean += 1;
    }
    // Races: helgrind looks at every access, and needs no build of its own.
    let races = &["valgrind", "--tool=helgrind", "--quiet", "--error-exitcode=9"];
    run_with(
        races,
        &built("threads", "plain", &[])?,
        &[few.as_path(), Path::new("asking")],
    )?;
    clean += 1;
    let calls = chance(library, &built("fuzz", "sanitized", SANITIZERS)?, seconds)?;
    Ok(format!(
        "{} cases byte for byte, {} symbols walked, {} guarded, {} tries to kill, {} without memory, {} children of a fork, {} answers by 8 threads, \
         {clean} runs clean under valgrind or sanitizers, {calls} calls at random",
        cases,
        walked.trim(),
        guarded.trim(),
        tries.trim(),
        starved.trim(),
        forked.trim(),
        asked.trim(),
    ))
}

/// A program that finds the library, maybe run by another one.
pub(crate) fn with_library(wrapper: &[&str], main: &Path, library: &Library) -> Command {
    let mut command = match wrapper {
        [] => program(main),
        [first, rest @ ..] => {
            let mut command = program(first);
            command.args(rest).arg(main);
            command
        }
    };
    command.env("LD_LIBRARY_PATH", library.lib());
    command
}

/// The answers of C, but for their order on the screen, are those of Rust.
fn same_answers(got: &str, expected: &Path) -> Result<(), String> {
    let expected = fs::read_to_string(expected).map_err(|error| error.to_string())?;
    if got == expected {
        return Ok(());
    }
    let differs = got
        .lines()
        .zip(expected.lines())
        .position(|(one, other)| one != other);
    Err(format!("C and Rust differ at case {differs:?}"))
}

/// Calls and buffers by chance, on every sample there is.
fn chance(library: &Library, fuzz: &Path, seconds: &str) -> Result<String, String> {
    let samples = root().join("tests/readers");
    let mut files: Vec<PathBuf> = fs::read_dir(samples)
        .map_err(|error| error.to_string())?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|file| file.extension().is_some_and(|end| end == "json" || end == "in"))
        .collect();
    files.sort();
    files.truncate(14);
    files.extend(["dossier", "reject"].map(|name| root().join(format!("examples/data/{name}.json"))));
    let mut command = with_library(&[], fuzz, library);
    let seed = std::env::var("TP_SEED").unwrap_or_else(|_| "1".to_owned());
    let calls = output(command.args([seconds, &seed]).args(files))?;
    Ok(calls.trim().to_owned())
}
