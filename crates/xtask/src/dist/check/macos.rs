//! The archives for macOS, as far as they can be looked at here: nothing here runs them.

use super::super::build::tools;
use super::super::target::Target;
use super::{Clients, Place};
use crate::process::{captured, program};

/// Where a program looks for the library, whatever folder it lies in.
const NAME: &str = "@rpath/libtierspayant.0.dylib";

/// The library has the form that the system loads, and the examples in C and C++ link against it and against the static one.
pub(super) fn linked(of: &Target, place: &Place) -> Result<Clients, String> {
    let lib = place.home.join("lib");
    form(of, &commands(of, &lib.join("libtierspayant.dylib"))?)?;
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
fn commands(of: &Target, file: &std::path::Path) -> Result<String, String> {
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

/// A library that names itself by its place among those of a program, needs the system alone, and is signed where that is asked.
fn form(of: &Target, commands: &str) -> Result<(), String> {
    for asked in ["LC_ID_DYLIB", NAME, "LC_BUILD_VERSION", "LC_UUID"] {
        if !commands.contains(asked) {
            return Err(format!("{}: no {asked}", of.name));
        }
    }
    // Processors of Apple run nothing that is not signed.
    if of.triple.starts_with("aarch64") && !commands.contains("LC_CODE_SIGNATURE") {
        return Err(format!("{}: not signed", of.name));
    }
    let needed = commands.split("LC_LOAD_DYLIB").skip(1);
    let names = needed.filter_map(|one| one.split_once(" name ")?.1.split_whitespace().next());
    match names.into_iter().find(|name| !name.starts_with("/usr/lib/")) {
        Some(name) => Err(format!("{}: {name} is needed", of.name)),
        None => Ok(()),
    }
}
