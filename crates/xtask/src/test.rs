//! `test`: formatting, lints and every test, of the workspace and of the Python package.

use crate::process::{self, cargo, output};
use crate::python;

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

/// The compiled part of the Python package is a workspace of its own: it is linted with the same strictness.
fn lint_python() -> Result<(), String> {
    let manifest = ["--manifest-path", "bindings/python/Cargo.toml"];
    process::run(cargo().arg("fmt").args(manifest).arg("--check"))?;
    process::run(
        cargo()
            .args(["clippy", "--quiet", "--all-targets"])
            .args(manifest)
            .env("CARGO_TARGET_DIR", process::target())
            .args(["--", "-D", "warnings"]),
    )
}

fn run_rust() -> Result<u32, String> {
    process::run(cargo().args(["fmt", "--all", "--check"]))?;
    process::run(cargo().args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    let text = output(cargo().args(["test", "--quiet", "--workspace", "--no-fail-fast"]))?;
    let passed = |line: &str| -> Option<u32> {
        let rest = line.strip_prefix("test result: ok. ")?;
        rest.split_once(" passed")?.0.parse().ok()
    };
    Ok(text.lines().filter_map(passed).sum())
}
