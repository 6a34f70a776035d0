//! Undefined behaviour: tests of the C library under Miri, where a nightly toolchain has it
//! (`rustup component add miri rust-src --toolchain nightly`).

use crate::process::{answers, captured, program, target};
use std::process::Command;

/// The tests by a part of their names. Those that go through every text, or read documents by chance, would take hours: valgrind and
/// the address sanitizer look at what they do.
const TESTS: &[&str] = &[
    "handle",
    "options",
    "misaligned",
    "panic_stays",
    "names_its_place",
    "any_release",
    "moment_is",
    "versions",
];

pub(super) fn prove() -> Result<String, String> {
    if !answers(miri().arg("--version")) {
        return Ok("Miri is not here".to_owned());
    }
    let printed = captured(
        miri()
            .args(["test", "--quiet", "--package", "tierspayant-capi", "--lib", "--"])
            .args(TESTS)
            .env("CARGO_TARGET_DIR", target().join("miri"))
            .env("MIRIFLAGS", "-Zmiri-disable-isolation"),
    )?;
    let passed = printed
        .lines()
        .find_map(|line| line.strip_prefix("test result: ok. ")?.split(' ').next());
    let passed = passed.ok_or_else(|| format!("Miri: no result\n{printed}"))?;
    if passed == "0" {
        return Err("Miri: no test has one of these names".to_owned());
    }
    Ok(format!("{passed} tests under Miri"))
}

fn miri() -> Command {
    let mut command = program("rustup");
    command
        .args(["run", "nightly", "cargo", "miri"])
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        .env_remove("RUSTC");
    command
}
