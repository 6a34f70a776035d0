//! The Python package: installed in an environment of its own, tested, measured.

use crate::install;
use crate::process::{captured, cargo, output, program, root, run, target};
use std::path::PathBuf;

/// How the package is compiled for an environment of its own.
#[derive(Clone, Copy)]
enum Build {
    /// Quickly, with what the tests of the workspace have compiled before.
    Quick,
    /// As users get it.
    Release,
}

impl Build {
    const fn folder(self) -> &'static str {
        match self {
            Build::Quick => "python",
            Build::Release => "python-release",
        }
    }

    const fn arguments(self) -> &'static str {
        match self {
            Build::Quick => "--profile dev",
            Build::Release => "--profile release",
        }
    }
}

/// Sees to it that environments can be made at all: Debian keeps that in a package of its own.
fn venv() -> Result<(), String> {
    if captured(program("python3").args(["-c", "import ensurepip, venv"])).is_ok() {
        return Ok(());
    }
    install::distribution(&["python3", "python3-venv"])
}

/// The environment with the package and its extras, made where it is not there.
fn environment(extras: &str, build: Build) -> Result<PathBuf, String> {
    let folder = target().join(build.folder());
    let python = folder.join("bin").join("python");
    if !python.exists() {
        venv()?;
        run(program("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    run(program(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .arg(format!("./bindings/python[{extras}]"))
        .env("CARGO_TARGET_DIR", target())
        .env("MATURIN_PEP517_ARGS", build.arguments()))?;
    Ok(python)
}

/// Runs a tool of the package; its last line is the figure.
fn tool(extras: &str, build: Build, name: &str, arguments: &[String]) -> Result<String, String> {
    let python = environment(extras, build)?;
    let file = root().join("bindings/python/tools").join(name);
    let text = output(program(python).arg(file).args(arguments))?;
    Ok(text.lines().last().unwrap_or_default().to_owned())
}

/// Every test of the package.
pub(crate) fn test(arguments: &[String]) -> Result<String, String> {
    let python = environment("test", Build::Quick)?;
    // Answers are compared with those of the command line, byte for byte.
    run(cargo().args(["build", "--quiet", "-p", "tierspayant-cli"]))?;
    let text = output(
        program(python)
            .current_dir(root().join("bindings/python"))
            .args(["-m", "pytest", "-q", "-p", "no:cacheprovider"])
            .env("TIERSPAYANT", target().join("debug").join("tierspayant"))
            .args(arguments),
    )?;
    Ok(text.lines().last().unwrap_or_default().to_owned())
}

/// How many tests a line of pytest counts as passed.
pub(crate) fn passed(figure: &str) -> u32 {
    let words: Vec<&str> = figure.split_whitespace().collect();
    let count = words.windows(2).find_map(|pair| match pair {
        [count, word] if word.trim_end_matches(',') == "passed" => count.parse().ok(),
        _ => None,
    });
    count.unwrap_or(0)
}

/// The speed table.
pub(crate) fn bench(arguments: &[String]) -> Result<String, String> {
    tool("test", Build::Release, "bench.py", arguments)
}

/// What one check costs.
pub(crate) fn bench_check(arguments: &[String]) -> Result<String, String> {
    tool("bench", Build::Release, "bench_check.py", arguments)
}

/// The batch on other engines.
pub(crate) fn engines(arguments: &[String]) -> Result<String, String> {
    install::packages(&[("openjdk-17-jre-headless", "java")])?;
    tool("engines", Build::Release, "engines.py", arguments)
}

/// The notebooks of the examples.
pub(crate) fn notebooks(arguments: &[String]) -> Result<String, String> {
    tool("notebooks", Build::Quick, "notebooks.py", arguments)
}

#[cfg(test)]
#[path = "python_tests.rs"]
mod tests;
