//! `test`: formatting, lints and every test, of the workspace and of the Python package.

use crate::abi::{self, WARNINGS};
use crate::process::{self, cargo, output};
use crate::python;
use crate::tidy;

/// Everything: what CI runs.
pub(crate) fn run(_arguments: &[String]) -> Result<String, String> {
    let rust = run_rust()?;
    lint_python()?;
    let python = python::passed(&python::test(&[])?);
    if python == 0 {
        return Err("no test of the Python package ran".to_owned());
    }
    let notebooks = python::notebooks(&["--quick".to_owned()])?;
    let all = rust.saturating_add(python);
    Ok(format!(
        "{all} passed ({python} of them in Python), 0 failed, {notebooks}"
    ))
}

/// The workspace alone.
pub(crate) fn rust(_arguments: &[String]) -> Result<String, String> {
    run_rust().map(|passed| format!("{passed} passed, 0 failed"))
}

/// The flags of cargo for a workspace of its own, whose formatting is right.
fn formatted(manifest: &str) -> Result<[&str; 2], String> {
    let manifest = ["--manifest-path", manifest];
    process::run(cargo().arg("fmt").args(manifest).arg("--check"))?;
    Ok(manifest)
}

/// The compiled part of the Python package is a workspace of its own: it is linted with the same strictness.
fn lint_python() -> Result<(), String> {
    let manifest = formatted("bindings/python/Cargo.toml")?;
    process::run(
        cargo()
            .args(["clippy", "--quiet", "--all-targets"])
            .args(manifest)
            .env("CARGO_TARGET_DIR", process::target())
            .args(["--", "-D", "warnings"]),
    )
}

/// Every crate with every feature, then the programs that only campaigns run: they are compiled here, so that they still
/// are programs on the day of a campaign.
fn run_rust() -> Result<u32, String> {
    process::run(cargo().args(["fmt", "--all", "--check"]))?;
    tidy::run(&[])?;
    let everything = ["--quiet", "--workspace", "--all-features"];
    let strictly = ["--all-targets", "--", "-D", "warnings"];
    process::run(cargo().arg("clippy").args(everything).args(strictly))?;
    let text = output(cargo().arg("test").args(everything).arg("--no-fail-fast"))?;
    fuzz_targets()?;
    benches()?;
    proofs_in_c()?;
    if cfg!(target_os = "linux") {
        abi::grown(&[])?;
    }
    let passed = |line: &str| -> Option<u32> {
        let rest = line.strip_prefix("test result: ok. ")?;
        rest.split_once(" passed")?.0.parse().ok()
    };
    Ok(text.lines().filter_map(passed).sum())
}

/// The fuzz targets are a workspace of their own, which the instrumentation of a campaign is left out of here.
fn fuzz_targets() -> Result<(), String> {
    let manifest = formatted("fuzz/Cargo.toml")?;
    process::run(
        cargo()
            .args(["clippy", "--quiet"])
            .args(manifest)
            .env("CARGO_TARGET_DIR", process::target())
            // Nothing is linked, so that the fuzzer itself, which is C++, need not be built.
            .env("CUSTOM_LIBFUZZER_PATH", process::target().join("libfuzzer.a"))
            .args(["--", "-D", "warnings"]),
    )
}

/// The benches are a workspace of their own, which the engines beside ours make large: they are checked, not built.
fn benches() -> Result<(), String> {
    let manifest = formatted("tests/bench/Cargo.toml")?;
    process::run(
        cargo()
            .args(["check", "--quiet", "--all-targets"])
            .args(manifest)
            .env("CARGO_TARGET_DIR", process::target()),
    )
}

/// The programs of `cargo xtask abi`. Where Rust links with `cc`, it is there; elsewhere, that command compiles them.
fn proofs_in_c() -> Result<(), String> {
    if !cfg!(unix) {
        return Ok(());
    }
    for folder in ["crates/capi/proofs", "examples/c"] {
        let folder = process::root().join(folder);
        let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| error.to_string())?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // One stands in for a library of Windows, and only its compiler takes it.
            if !name.ends_with(".c") || name == "bcryptprimitives.c" {
                continue;
            }
            process::captured(
                process::program("cc")
                    .args(["-std=c11", "-fsyntax-only", "-Iinclude", "-Ibindings/c/include"])
                    .args(WARNINGS)
                    .arg(&path),
            )?;
        }
    }
    Ok(())
}
