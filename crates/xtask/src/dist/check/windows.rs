//! Clients on Windows, under Wine.

use super::super::target::{Target, Tool};
use super::{Clients, Kind, Place, windows_languages};
use crate::process::{captured, program, root};
use crate::windows::machine::{self, Machine};
use std::fs;
use std::path::{Path, PathBuf};

/// Libraries of the system that a static library asks for.
const SYSTEM: &[&str] = &[
    "-lkernel32",
    "-lntdll",
    "-luserenv",
    "-lws2_32",
    "-ldbghelp",
    "-lbcrypt",
    "-ladvapi32",
];

pub(super) fn clients(of: &Target, place: &Place, root32: &Path) -> Result<Clients, String> {
    let Tool::MinGw(prefix) = of.tool else {
        return Err(format!("{}: not made with MinGW", of.name));
    };
    let machine = if of.is_32_bits() {
        Machine::Wine32
    } else {
        Machine::Wine64
    };
    let gcc = format!("{prefix}-gcc");
    for name in ["tierspayant.dll", of.command()] {
        fs::copy(place.home.join("bin").join(name), place.made.join(name))
            .map_err(|error| error.to_string())?;
    }
    if !of.triple.contains("win7") {
        machine::stand_in(&gcc, &place.made)?;
    }
    let build =
        |source: &Path, name: &str, flags: &[&str], library: Option<&str>| -> Result<PathBuf, String> {
            let to = place.made.join(name);
            let mut compiler = program(&gcc);
            compiler
                .args(["-std=c11", "-O1", &place.include()])
                .args(flags)
                .arg(source);
            compiler.args(library.map(|library| place.home.join("lib").join(library)));
            captured(compiler.args(SYSTEM).arg("-o").arg(&to))?;
            Ok(to)
        };
    let run = |main: &Path, arguments: &[String]| machine.run(root32, &place.made, main, arguments);
    let mut clients = Clients::default();
    let check = place.share.join("examples/c/check.c");
    let main = build(&check, "check.exe", &[], Some("tierspayant.lib"))?;
    clients.add("C", Kind::Example, &run(&main, &place.inputs)?);

    let flat = root().join("crates/capi/proofs/flat.c");
    let main = build(&flat, "flat.exe", &["-D__USE_MINGW_ANSI_STDIO=1"], None)?;
    let library = vec!["tierspayant.dll".to_owned()];
    clients.add(
        if of.is_32_bits() { "stdcall" } else { "flat" },
        Kind::Page,
        &run(&main, &[library, place.inputs.clone()].concat())?,
    );

    let main = build(&check, "static.exe", &["-DTP_STATIC"], Some("libtierspayant.a"))?;
    clients.add("C-static", Kind::Example, &run(&main, &place.inputs)?);

    let asked = vec!["check".to_owned(), place.dossier.display().to_string()];
    clients.add(
        "command",
        Kind::Command,
        &run(&place.made.join(of.command()), &asked)?,
    );

    let main = machine::pascal(
        machine,
        root32,
        &place.share.join("examples/pascal"),
        &place.share.join("bindings/delphi"),
        &place.made,
    )?;
    clients.add("Pascal", Kind::Example, &run(&main, &place.inputs)?);

    windows_languages::add(place, of.is_32_bits().then_some(root32), &mut clients)?;
    Ok(clients)
}

/// No library is needed that Windows does not have, and the version is one that Windows can show.
pub(super) fn needs_the_system_alone(of: &Target, table: &str) -> Result<(), String> {
    let needed = table
        .lines()
        .filter_map(|line| line.trim().strip_prefix("DLL Name: "));
    let since_10 = ["bcryptprimitives.dll", "api-ms-win-core-synch-l1-2-0.dll"];
    for dll in needed {
        let too_new = of.triple.contains("win7") && since_10.iter().any(|one| dll.eq_ignore_ascii_case(one));
        let foreign = ["libgcc", "vcruntime", "ucrt", "libwinpthread"]
            .iter()
            .any(|no| dll.to_lowercase().starts_with(no));
        if too_new || foreign {
            return Err(format!("{}: {dll} is needed", of.name));
        }
    }
    if table.contains(".rsrc") {
        Ok(())
    } else {
        Err(format!("{}: no version that Windows can show", of.name))
    }
}
