//! The archives for macOS, as far as they can be looked at here: nothing here runs them.

use super::super::build::tools;
use super::super::target::{OLDEST_MACOS, Target};
use super::{Clients, Place};
use crate::process::{captured, program};
use std::path::Path;

/// Where a program looks for the library, whatever folder it lies in.
const NAME: &str = "@rpath/libtierspayant.0.dylib";

/// The library has the form that the system loads, and the examples in C and C++ link against it and against the static one.
pub(super) fn linked(of: &Target, place: &Place) -> Result<Clients, String> {
    let lib = place.home.join("lib");
    let command = place.home.join("bin").join(of.command());
    let library = lib.join("libtierspayant.dylib");
    let said = commands(of, &library)?;
    if !said.contains("LC_ID_DYLIB") || !said.contains(NAME) {
        return Err(format!("{}: the library does not name itself {NAME}", of.name));
    }
    for (file, said) in [(&library, &said), (&command, &commands(of, &command)?)] {
        form(said).map_err(|wrong| format!("{}: {}: {wrong}", of.name, file.display()))?;
        signed(of, file)?;
    }
    let system = of.triple.replace("-apple-darwin", "-macos");
    let link = |compiler: &str, standard: &str, source: &str, libraries: &[&str]| -> Result<String, String> {
        let main = place.made.join(source.replace(['/', '.'], "-"));
        captured(
            program(tools().join("python-zig"))
                .args([compiler, "-target", &system, standard, &place.include()])
                .arg(place.share.join("examples").join(source))
                .arg(format!("-L{}", lib.display()))
                .args(libraries)
                .args(["-Wl,-rpath,@executable_path/../lib", "-o"])
                .arg(&main),
        )?;
        commands(of, &main)
    };
    let shared = link("cc", "-std=c11", "c/check.c", &["-ltierspayant"])?;
    if !shared.contains(NAME) {
        return Err(format!("{}: a program does not ask for {NAME}", of.name));
    }
    let fixed = lib.join("libtierspayant.a").display().to_string();
    let fixed = link("cc", "-std=gnu11", "c/check.c", &[&fixed])?;
    if fixed.contains(NAME) {
        return Err(format!(
            "{}: what holds the static library asks for the other",
            of.name
        ));
    }
    link("c++", "-std=c++17", "cpp/check.cpp", &["-ltierspayant"])?;
    Ok(Clients::default())
}

/// What a file of macOS asks of the system that loads it.
fn commands(of: &Target, file: &Path) -> Result<String, String> {
    let said = captured(
        program("llvm-objdump")
            .args(["--macho", "--private-headers"])
            .arg(file),
    )?;
    let processor = if of.triple.starts_with("aarch64") {
        "ARM64"
    } else {
        "X86_64"
    };
    if said.contains(processor) {
        Ok(said)
    } else {
        Err(format!("{}: {} is not for {processor}", of.name, file.display()))
    }
}

/// What is loaded needs the system alone, and no newer one than is said.
fn form(commands: &str) -> Result<(), String> {
    for asked in ["LC_BUILD_VERSION", "LC_UUID"] {
        if !commands.contains(asked) {
            return Err(format!("no {asked}"));
        }
    }
    let oldest = commands
        .lines()
        .find_map(|line| line.trim().strip_prefix("minos "));
    if oldest != Some(OLDEST_MACOS) {
        return Err(format!("asks macOS {oldest:?}, and not {OLDEST_MACOS}"));
    }
    let needed = commands.split("LC_LOAD_DYLIB").skip(1);
    let mut names = needed.filter_map(|one| one.split_once(" name ")?.1.split_whitespace().next());
    match names.find(|name| !name.starts_with("/usr/lib/")) {
        Some(name) => Err(format!("{name} is needed")),
        None => Ok(()),
    }
}

/// Processors of Apple run nothing that is not signed, or that was changed after it was.
fn signed(of: &Target, file: &Path) -> Result<(), String> {
    if !of.triple.starts_with("aarch64") {
        return Ok(());
    }
    captured(
        program("python3")
            .arg("crates/xtask/scripts/signature.py")
            .arg(file),
    )
    .map(|_| ())
}
