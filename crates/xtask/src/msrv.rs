//! `msrv`: the oldest compiler that `rust-version` promises builds the C library and everything under it.
//!
//! That compiler comes from the distribution and is unpacked beside the one in use, not installed.

use crate::process::{self, captured, cargo, program, root, target};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

pub(crate) fn run(_arguments: &[String]) -> Result<String, String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).map_err(|error| error.to_string())?;
    let promised = manifest
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = \""))
        .and_then(|rest| rest.strip_suffix('"'))
        .ok_or("the manifest promises no version")?;
    let compiler = unpacked(promised)?;
    let folder = target().join("msrv");
    process::run(
        cargo()
            .args([
                "check",
                "--quiet",
                "--package",
                "tierspayant-capi",
                "--target-dir",
            ])
            .arg(folder)
            .env("RUSTC", compiler)
            .env_remove("RUSTUP_TOOLCHAIN"),
    )?;
    Ok(format!("msrv: the C library builds with {promised}; 0 failed"))
}

/// A script that runs the compiler of that version, which is downloaded once.
fn unpacked(version: &str) -> Result<PathBuf, String> {
    let folder = target().join(format!("rust-{version}"));
    let script = folder.join("rustc");
    if script.exists() {
        return Ok(script);
    }
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    process::run(program("apt-get").args(["update", "-qq"]))?;
    let known = captured(program("apt-cache").args(["madison", "rustc-web"]))?;
    let package = known
        .lines()
        .filter_map(|line| line.split('|').nth(1).map(str::trim))
        .find(|one| one.starts_with(&format!("{version}.")))
        .ok_or_else(|| format!("the distribution has no compiler {version}: {known}"))?;
    process::run(
        program("apt-get")
            .args(["download", "-qq"])
            .arg(format!("rustc-web={package}"))
            .arg(format!("libstd-rust-web-dev={package}"))
            .arg(format!("libstd-rust-web-{version}={package}"))
            .arg("libllvm19")
            .current_dir(&folder),
    )?;
    for entry in fs::read_dir(&folder).map_err(|error| error.to_string())? {
        let file = entry.map_err(|error| error.to_string())?.path();
        if file.extension().is_some_and(|end| end == "deb") {
            process::run(program("dpkg").arg("-x").arg(&file).arg(&folder))?;
        }
    }
    let usr = folder.join("usr");
    let text = format!(
        "#!/bin/sh\nexport LD_LIBRARY_PATH={usr}/lib/x86_64-linux-gnu:{usr}/lib\nexec {usr}/bin/rustc \"$@\"\n",
        usr = usr.display()
    );
    fs::write(&script, text).map_err(|error| error.to_string())?;
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).map_err(|error| error.to_string())?;
    Ok(script)
}
