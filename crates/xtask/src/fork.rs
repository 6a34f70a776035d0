//! `fork`: a process forks while its threads check, and every child answers.

use crate::process::{cargo, output};

/// How often it forks.
const TIMES: &str = "1000";

pub(crate) fn run(_: &[String]) -> Result<String, String> {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "xtask",
        "--bin",
        "fork_while_checking",
        "--",
        TIMES,
    ]);
    let text = output(&mut command)?;
    let last = text.lines().next_back();
    last.map(str::to_owned)
        .ok_or_else(|| "it printed nothing".to_owned())
}
