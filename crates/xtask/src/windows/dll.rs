//! What a library of another machine exports and needs.

use super::{Build, machine};
use crate::process::{captured, program, root, run};
use std::fs;
use std::path::Path;

/// The only libraries that a DLL may need: all of them are in every Windows since 10.
const SYSTEM: &[&str] = &[
    "kernel32.dll",
    "msvcrt.dll",
    "ntdll.dll",
    "userenv.dll",
    "ws2_32.dll",
    "bcryptprimitives.dll",
    "api-ms-win-core-synch-l1-2-0.dll",
];

/// The DLL exports the listed symbols, undecorated, and needs nothing but the system; its import libraries are made.
pub(crate) fn prove(build: &Build, made: &Path, to: &Path) -> Result<usize, String> {
    let dll = made.join("tierspayant.dll");
    let text = captured(program("objdump").arg("-p").arg(&dll))?;
    for line in text.lines() {
        if let Some(needed) = line.trim().strip_prefix("DLL Name: ") {
            let system = SYSTEM.iter().any(|one| one.eq_ignore_ascii_case(needed));
            // The export table names the library itself in the same way.
            if !system && needed != "tierspayant.dll" {
                return Err(format!("{}: {needed} is needed", build.target));
            }
        }
    }
    let mut names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix('['))
        .filter_map(|line| line.rsplit(' ').next())
        .filter(|name| name.starts_with("tp_") || name.starts_with("tpw_"))
        .collect();
    names.sort_unstable();
    let listed = listed()?;
    if names != listed.lines().collect::<Vec<_>>() {
        return Err(format!(
            "{}: exports other symbols than the list:\n{names:?}",
            build.target
        ));
    }
    let bytes = fs::read(&dll).map_err(|error| error.to_string())?;
    let here = root().display().to_string();
    if bytes.windows(here.len()).any(|part| part == here.as_bytes()) {
        return Err(format!("{}: names a folder of this machine", build.target));
    }
    machine::stand_in(build.gcc, to)?;
    // The import library for compilers that do not take that of cargo, from the .def file that is shipped.
    let machine = if build.target.starts_with("i686") {
        "i386"
    } else {
        "i386:x86-64"
    };
    let dlltool = build.gcc.replace("gcc", "dlltool");
    run(program(dlltool)
        .args(["-m", machine, "-k", "-d", "bindings/c/tierspayant.def", "-l"])
        .arg(to.join("tierspayant.lib")))?;
    Ok(names.len())
}

/// The same for a library of Linux.
pub(crate) fn elf(library: &Path) -> Result<usize, String> {
    let text = captured(program("nm").args(["-D", "--defined-only"]).arg(library))?;
    let mut names: Vec<&str> = text.lines().filter_map(|line| line.split(' ').nth(2)).collect();
    names.sort_unstable();
    let listed = listed()?;
    if names == listed.lines().collect::<Vec<_>>() {
        Ok(names.len())
    } else {
        Err(format!(
            "{}: exports other symbols than the list",
            library.display()
        ))
    }
}

fn listed() -> Result<String, String> {
    fs::read_to_string(root().join("bindings/c/symbols.txt")).map_err(|error| error.to_string())
}
