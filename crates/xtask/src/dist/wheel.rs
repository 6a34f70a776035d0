//! The Python wheels: each for every Python from 3.10 on with a GIL (abi3), for systems with glibc 2.28 or later and for Windows.

use super::build::{remapped, sysroot, tools, with_tools};
use super::papers::{self, Shipped};
use crate::process::{output, program, run};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A wheel: what it is built for, and what its name must end with.
struct Wheel {
    triple: &'static str,
    tag: &'static str,
    /// The options of maturin that make it so.
    options: &'static [&'static str],
}

const WHEELS: &[Wheel] = &[
    Wheel {
        triple: "x86_64-unknown-linux-gnu",
        tag: "abi3-manylinux_2_28_x86_64.whl",
        options: &[
            "--zig",
            "--compatibility",
            "manylinux_2_28",
            "--interpreter",
            "python3",
        ],
    },
    Wheel {
        triple: "x86_64-pc-windows-gnu",
        tag: "abi3-win_amd64.whl",
        options: &[],
    },
];

/// Builds every wheel from these sources and gives their names.
pub(super) fn build(source: &Path, built: &Path, to: &Path) -> Result<Vec<String>, String> {
    WHEELS.iter().map(|wheel| one(wheel, source, built, to)).collect()
}

fn one(wheel: &Wheel, source: &Path, built: &Path, to: &Path) -> Result<String, String> {
    run(program("bash")
        .arg("crates/xtask/scripts/sysroot.sh")
        .arg(sysroot())
        .arg(wheel.triple))?;
    let mut flags: Vec<String> = remapped(source)
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect();
    flags.push(format!("--sysroot={}", sysroot().display()));
    if wheel.triple.contains("windows") {
        flags.push("-Clink-arg=-Wl,--no-insert-timestamp".to_owned());
    }
    let name = format!(
        "CARGO_TARGET_{}_RUSTFLAGS",
        wheel.triple.replace('-', "_").to_uppercase()
    );
    let manifest = source.join("bindings/python");
    output(
        Command::new(tools().join("maturin"))
            .args(["build", "--release", "--locked", "--strip"])
            .args(["--target", wheel.triple])
            .args(wheel.options)
            .arg("--out")
            .arg(to)
            .current_dir(&manifest)
            .env("CARGO_TARGET_DIR", built)
            .env("SOURCE_DATE_EPOCH", "1767225600")
            .env("RUSTC", "/usr/bin/rustc")
            .env_remove("RUSTUP_TOOLCHAIN")
            .env_remove("RUSTFLAGS")
            .env(name, flags.join(" "))
            .env("PATH", with_tools()?),
    )?;
    let made = names(to)?.into_iter().find(|name| name.ends_with(wheel.tag));
    let made = made.ok_or_else(|| format!("no wheel {} was made", wheel.tag))?;
    let shipped = Shipped {
        triple: wheel.triple,
        manifest: &manifest,
        crates: &["tierspayant-python"],
        holds: "The package holds",
    };
    let (notices, bill) = (built.join("THIRD-PARTY.txt"), built.join("tierspayant.cdx.json"));
    papers::notices(&shipped, &notices)?;
    papers::sbom(&shipped, &bill)?;
    run(program("python3")
        .arg("crates/xtask/scripts/wheel.py")
        .arg(to.join(&made))
        .args([
            source.join("LICENSE-MIT"),
            source.join("LICENSE-APACHE"),
            notices,
            bill,
        ]))?;
    Ok(made)
}

/// The names of the wheels in a folder.
pub(super) fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut wheels: Vec<String> = names.filter(|name| name.ends_with(".whl")).collect();
    wheels.sort();
    Ok(wheels)
}
