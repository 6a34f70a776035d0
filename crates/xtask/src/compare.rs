//! `compare --cases N [--seed S]`: the core and the second implementation on generated dossiers.

use crate::process::{self, cargo};

/// The campaign runs in release, as a program of the second implementation.
pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--release",
        "-p",
        "tierspayant-oracle",
        "--bin",
        "compare",
        "--",
    ]);
    process::output(command.args(arguments)).and_then(|text| {
        let figure = text.lines().last().unwrap_or_default().to_owned();
        if figure.ends_with(", 0 differences") {
            Ok(figure)
        } else {
            Err(figure)
        }
    })
}
