//! `compare --cases N [--seed S]`: the core and the second implementation on generated dossiers.

use crate::process::figure;

/// The campaign runs in release, as a program of the second implementation.
pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let program = ["--release", "-p", "tierspayant-oracle", "--bin", "compare"];
    let figure = figure(&program, arguments)?;
    if figure.ends_with(", 0 differences") {
        Ok(figure)
    } else {
        Err(figure)
    }
}
