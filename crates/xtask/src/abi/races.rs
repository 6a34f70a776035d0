//! Races: the library and its standard library, both watched by the thread sanitizer, asked and changed by many threads.

use super::build::{WARNINGS, folder};
use crate::install;
use crate::process::{captured, program, root, run, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A standard library that is watched has to be built from its sources.
const PACKAGES: &[(&str, &str)] = &[
    ("gcc", "gcc"),
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
    let answers = captured(watched(&threads, &folder).arg(dossiers))?;
    Ok(format!(
        "{} answers by 8 threads without a race, the standard library watched as well",
        answers.trim()
    ))
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

/// A program in C, watched as well, with what watches: the run-time library of the compiler in use, which the one of the
/// distribution comes without.
fn compiled(name: &str, folder: &Path) -> Result<PathBuf, String> {
    let (object, to) = (folder.join(format!("{name}.o")), folder.join(name));
    run(program("gcc")
        .args(["-std=c11", "-g", "-O1", "-fsanitize=thread"])
        .args(WARNINGS)
        .arg(format!("-I{}", root().join("include").display()))
        .arg("-c")
        .arg(root().join(format!("crates/capi/proofs/{name}.c")))
        .arg("-o")
        .arg(&object))?;
    run(program("gcc")
        .arg(&object)
        .arg("-Wl,--whole-archive")
        .arg(runtime()?)
        .args(["-Wl,--no-whole-archive", "-rdynamic"])
        .arg(format!("-L{}", folder.display()))
        .args(["-ltierspayant", "-lpthread", "-ldl", "-lrt", "-lm", "-o"])
        .arg(&to))?;
    Ok(to)
}

fn runtime() -> Result<PathBuf, String> {
    let home = captured(program("rustc").args(["--print", "sysroot"]))?;
    let libraries = Path::new(home.trim())
        .join("lib/rustlib")
        .join(TRIPLE)
        .join("lib");
    let entries = fs::read_dir(&libraries).map_err(|error| format!("{}: {error}", libraries.display()))?;
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.to_string_lossy().ends_with("_rt.tsan.a"))
        .ok_or_else(|| format!("{}: no thread sanitizer", libraries.display()))
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
