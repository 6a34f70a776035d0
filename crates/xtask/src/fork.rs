//! `fork`: a process forks while its threads check, and every child answers.

use crate::process::figure;

/// How often it forks.
const TIMES: &str = "1000";

pub(crate) fn run(_: &[String]) -> Result<String, String> {
    let program = ["--locked", "--package", "xtask", "--bin", "fork_while_checking"];
    figure(&program, &[TIMES.to_owned()])
}
