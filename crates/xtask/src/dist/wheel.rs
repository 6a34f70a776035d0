//! The Python wheel: one for every Python from 3.10 on, for systems with glibc 2.28 or later.

use super::build::{remapped, tools, with_tools};
use crate::process::{output, root, target};
use std::fs;
use std::path::Path;
use std::process::Command;

pub(super) fn build(to: &Path) -> Result<Vec<String>, String> {
    let flags: Vec<String> = remapped(&root())
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect();
    output(
        Command::new(tools().join("maturin"))
            .args([
                "build",
                "--release",
                "--locked",
                "--strip",
                "--zig",
                "--compatibility",
                "manylinux_2_28",
            ])
            .args(["--interpreter", "python3", "--out"])
            .arg(to)
            .current_dir(root().join("bindings/python"))
            .env("CARGO_TARGET_DIR", target().join("dist-wheel"))
            .env("SOURCE_DATE_EPOCH", "1767225600")
            .env("RUSTFLAGS", flags.join(" "))
            .env("PATH", with_tools()?),
    )?;
    let made: Vec<String> = fs::read_dir(to)
        .map_err(|error| error.to_string())?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".whl"))
        .collect();
    match made.iter().find(|name| !name.contains("abi3-manylinux_2_28")) {
        Some(name) => Err(format!("{name}: not a wheel for every Python")),
        None if made.is_empty() => Err("no wheel was made".to_owned()),
        None => Ok(made),
    }
}
