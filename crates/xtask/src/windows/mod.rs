//! `windows`: the library for Windows, 64 and 32 bits, and for 32-bit Linux; its clients, under Wine where need be.

mod dll;
pub(crate) mod machine;

use crate::abi::{baseline_of, compare, folder, inputs};
use crate::dist;
use crate::process::{captured, cargo, program, root, run, target};
use machine::Machine;
use std::fs;
use std::path::{Path, PathBuf};

/// A build of the library for another machine.
pub(crate) struct Build {
    pub(crate) target: &'static str,
    /// The compiler of C programs for it, and its flags.
    pub(crate) gcc: &'static str,
    pub(crate) flags: &'static [&'static str],
    pub(crate) machine: Machine,
}

const BUILDS: &[Build] = &[
    Build {
        target: "i686-unknown-linux-gnu",
        gcc: "gcc",
        flags: &["-m32"],
        machine: Machine::Linux32,
    },
    Build {
        target: "x86_64-pc-windows-gnu",
        gcc: "x86_64-w64-mingw32-gcc",
        flags: &[],
        machine: Machine::Wine64,
    },
    Build {
        target: "i686-pc-windows-gnu",
        gcc: "i686-w64-mingw32-gcc",
        flags: &[],
        machine: Machine::Wine32,
    },
];

pub(crate) fn run_all(_arguments: &[String]) -> Result<String, String> {
    machine::install()?;
    let root32 = machine::root32()?;
    let expected = expected()?;
    let mut figures = Vec::new();
    for build in BUILDS {
        figures.push(prove(build, &root32, &expected)?);
    }
    Ok(format!("windows: {}; 0 failed", figures.join("; ")))
}

fn prove(build: &Build, root32: &Path, expected: &str) -> Result<String, String> {
    let made = dist::built(build.target)?;
    let folder = folder(build.target)?;
    let library = made.join(build.machine.library());
    let copied = folder.join(build.machine.library());
    fs::copy(&library, &copied).map_err(|error| format!("{}: {error}", library.display()))?;
    let symbols = if build.machine.is_windows() {
        dll::prove(build, &made, &folder)?
    } else {
        fs::copy(&library, folder.join("libtierspayant.so.0")).map_err(|error| error.to_string())?;
        dll::elf(&library)?
    };
    let mut clients = 0;
    let files = inputs();
    let mut same = |main: &Path| -> Result<(), String> {
        let printed = build.machine.run(root32, &folder, main, &files)?;
        if printed.replace("\r\n", "\n") != expected {
            return Err(format!("{} prints something else:\n{printed}", main.display()));
        }
        clients += 1;
        Ok(())
    };
    same(&compiled(build, &made, &folder, "examples/c/check.c", &[])?)?;
    if build.machine == Machine::Wine32 {
        // Where the host compiles with another convention by default, names would be decorated and not be found.
        compiled(build, &made, &folder, "examples/c/check.c", &["-mrtd"])?;
    }
    if build.machine.is_windows() {
        let (example, binding) = (
            root().join("examples/pascal"),
            root().join("bindings/generated/delphi"),
        );
        same(&machine::pascal(
            build.machine,
            root32,
            &example,
            &binding,
            &folder,
        )?)?;
    }
    let kill = compiled(
        build,
        &made,
        &folder,
        "crates/capi/proofs/kill.c",
        &["-Wno-format"],
    )?;
    let tries = build.machine.run(root32, &folder, &kill, &[])?;
    Ok(format!(
        "{}: {symbols} symbols, {clients} clients as on Linux, {} tries to kill",
        build.target,
        tries.trim()
    ))
}

/// A C program for the machine of a build.
fn compiled(
    build: &Build,
    made: &Path,
    folder: &Path,
    source: &str,
    flags: &[&str],
) -> Result<PathBuf, String> {
    let name = Path::new(source)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let suffix = if build.machine.is_windows() { ".exe" } else { "" };
    let to = folder.join(format!("{name}{}{suffix}", flags.len()));
    let library = if build.machine.is_windows() {
        made.join("libtierspayant.dll.a")
    } else {
        folder.join("libtierspayant.so")
    };
    run(program(build.gcc)
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-Iinclude"])
        .args(build.flags)
        .args(flags)
        .arg(source)
        .arg(library)
        .arg("-o")
        .arg(&to))?;
    Ok(to)
}

/// What the client prints on this machine; the layouts of 32 and 64 bits are those of the last release.
fn expected() -> Result<String, String> {
    let lines = baseline_of(&[("64", "-m64"), ("32", "-m32")])?;
    println!("{}", compare(&lines, "bindings/c/abi.txt")?);
    let folder = folder("expected")?;
    run(cargo().args(["build", "--quiet", "--package", "tierspayant-capi"]))?;
    let library = target().join("debug/libtierspayant.so");
    fs::copy(&library, folder.join("libtierspayant.so.0")).map_err(|error| error.to_string())?;
    let main = folder.join("check");
    run(program("gcc")
        .args(["-std=c11", "-Iinclude", "examples/c/check.c"])
        .arg(&library)
        .arg("-o")
        .arg(&main))?;
    captured(program(main).env("LD_LIBRARY_PATH", &folder).args(inputs()))
}
