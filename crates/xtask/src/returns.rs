//! `mutate-returns --cases N [--seed S]`: spoilt files of returns, each refused with its offset or read.

use crate::process::{cargo, output};

/// The campaign runs in release, as a program of the crate of returns.
pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--release",
        "-p",
        "tierspayant-returns",
        "--features",
        "test-files",
        "--bin",
        "mutate-returns",
        "--",
    ]);
    let text = output(command.args(arguments))?;
    Ok(text.lines().last().unwrap_or_default().to_owned())
}
