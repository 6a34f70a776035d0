//! `test`: formatting, lints and every test of the workspace.

use crate::process::{self, cargo, output};

pub(crate) fn run(_arguments: &[String]) -> Result<String, String> {
    run_all().map(|passed| format!("{passed} passed, 0 failed"))
}

fn run_all() -> Result<u32, String> {
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
