//! `bench`: what a check costs. The package that measures stands apart, because the engines beside it are heavy.

use crate::process::{cargo, output, root};

/// The words that open the last line of the package.
const FIGURE: &str = "bench: ";

pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let manifest = root().join("tests/bench/Cargo.toml");
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "--locked", "--manifest-path"]);
    command.arg(manifest);
    if arguments
        .first()
        .is_some_and(|what| ["instructions", "threads"].contains(&what.as_str()))
    {
        // The other engines are heavy to build, and are not asked.
        command.arg("--no-default-features");
    }
    command.args(["--bin", "tierspayant-bench", "--"]).args(arguments);
    let text = output(&mut command)?;
    let last = text.lines().rev().find_map(|line| line.strip_prefix(FIGURE));
    last.map(str::to_owned)
        .ok_or_else(|| "it printed no figure".to_owned())
}
