//! `mutate-returns --cases N [--seed S]`: spoilt files of returns, each refused with its offset or read.

use crate::process::figure;

/// The campaign runs in release, as a program of the crate of returns.
pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let package = ["--release", "-p", "tierspayant-returns"];
    let program = ["--features", "test-files", "--bin", "mutate-returns"];
    figure(&[package.as_slice(), &program].concat(), arguments)
}
