//! Races: the library and its standard library, both watched by the thread sanitizer, asked and changed by many threads.

use super::build::{WARNINGS, folder};
use crate::install;
use crate::process::{program, root, run, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A standard library that is watched has to be built from its sources.
const PACKAGES: &[(&str, &str)] = &[
    ("clang", "clang"),
    ("rustc-web", "/usr/bin/rustc"),
    ("cargo-web", "/usr/bin/cargo"),
    ("rust-web-src", "/usr/share/doc/rust-web-src"),
];

const TRIPLE: &str = "x86_64-unknown-linux-gnu";

/// Runs the threads of `threads.c`, on some of the dossiers; a planted race must be found first.
pub(super) fn prove(dossiers: &Path) -> Result<String, String> {
    install::packages(PACKAGES)?;
    let folder = folder("races")?;
    let built = built()?;
    for name in ["libtierspayant.so", "libtierspayant.so.0"] {
        fs::copy(&built, folder.join(name)).map_err(|error| format!("{}: {error}", built.display()))?;
    }
    let planted = compiled("planted-race", &folder)?;
    if run(&mut watched(&planted, &folder)).is_ok() {
        return Err("the thread sanitizer does not find a planted race".to_owned());
    }
    let threads = compiled("threads", &folder)?;
    run(watched(&threads, &folder).arg(dossiers))?;
    Ok("no race under the thread sanitizer, in the library and in its standard library".to_owned())
}

fn built() -> Result<PathBuf, String> {
    let to = target().join("watched");
    // The compiler, cargo and these sources are of one release.
    run(program("/usr/bin/cargo")
        .args(["build", "--quiet", "--package", "tierspayant-capi"])
        .args(["-Zbuild-std=std,panic_unwind", "--target", TRIPLE, "--target-dir"])
        .arg(&to)
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        // What watches is linked into the program in C.
        .env("RUSTFLAGS", "-Zsanitizer=thread -Zexternal-clangrt"))?;
    Ok(to.join(TRIPLE).join("debug/libtierspayant.so"))
}

fn compiled(name: &str, folder: &Path) -> Result<PathBuf, String> {
    let to = folder.join(name);
    run(program("clang")
        .args(["-std=c11", "-g", "-O1", "-fsanitize=thread"])
        .args(WARNINGS)
        .arg(format!("-I{}", root().join("include").display()))
        .arg(root().join(format!("crates/capi/proofs/{name}.c")))
        .arg(format!("-L{}", folder.display()))
        .args(["-ltierspayant", "-lpthread", "-o"])
        .arg(&to))?;
    Ok(to)
}

/// A program that ends at its first race. The sanitizer wants its memory where it expects it.
fn watched(main: &Path, folder: &Path) -> Command {
    let mut command = program("setarch");
    command
        .arg("-R")
        .arg(main)
        .env("LD_LIBRARY_PATH", folder)
        .env("TSAN_OPTIONS", "halt_on_error=1");
    command
}
