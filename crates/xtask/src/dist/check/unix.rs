//! Clients on Linux, of this machine and of another one.

use super::super::target::Target;
use super::{Clients, Kind, Place, languages};
use crate::process::{captured, program, root};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How programs for a target are compiled and run.
struct Way {
    gcc: &'static str,
    /// What runs them, where this machine does not.
    runner: &'static [&'static str],
}

fn way(of: &Target) -> Way {
    match of.name {
        "linux-aarch64" => Way {
            gcc: "aarch64-linux-gnu-gcc",
            runner: &["qemu-aarch64", "-L", "/usr/aarch64-linux-gnu"],
        },
        "linux-x86_64-musl" => Way {
            gcc: "musl-gcc",
            runner: &[],
        },
        _ => Way {
            gcc: "gcc",
            runner: &[],
        },
    }
}

impl Way {
    fn command(&self, main: &Path, lib: &Path) -> Command {
        let [first, rest @ ..] = self.runner else {
            let mut command = program(main);
            command.env("LD_LIBRARY_PATH", lib);
            return command;
        };
        let mut command = program(first);
        command
            .args(rest)
            .args([
                "-E",
                &format!("LD_LIBRARY_PATH={}:/usr/aarch64-linux-gnu/lib", lib.display()),
            ])
            .arg(main);
        command
    }

    fn build(
        &self,
        place: &Place,
        source: &Path,
        name: &str,
        flags: &[&str],
        libraries: &[&str],
    ) -> Result<PathBuf, String> {
        let to = place.made.join(name);
        captured(
            program(self.gcc)
                .args(["-std=c11", "-O1", &place.include()])
                .args(flags)
                .arg(source)
                .arg(format!("-L{}", place.home.join("lib").display()))
                .args(libraries)
                .arg("-o")
                .arg(&to),
        )?;
        Ok(to)
    }
}

pub(super) fn clients(of: &Target, place: &Place) -> Result<Clients, String> {
    let way = way(of);
    let lib = place.home.join("lib");
    let mut clients = Clients::default();
    let check = place.share.join("examples/c/check.c");
    let main = way.build(place, &check, "check", &[], &["-ltierspayant"])?;
    let printed = captured(way.command(&main, &lib).args(&place.inputs))?;
    clients.add("C", Kind::Example, &printed);

    let flat = root().join("crates/capi/proofs/flat.c");
    let main = way.build(place, &flat, "flat", &["-D_GNU_SOURCE"], &["-ldl"])?;
    let printed = captured(
        way.command(&main, &lib)
            .arg(lib.join("libtierspayant.so"))
            .args(&place.inputs),
    )?;
    clients.add("flat", Kind::Page, &printed);

    let command = place.home.join("bin").join(of.command());
    let printed = captured(way.command(&command, &lib).arg("check").arg(&place.dossier))?;
    clients.add("command", Kind::Command, &printed);
    let printed = served(way.command(&command, &lib), &place.dossier)?;
    clients.add("serve", Kind::Served, &printed);

    if of.name == "linux-x86_64" {
        let flags = captured(
            program("pkg-config")
                .args(["--static", "--libs", "tierspayant"])
                .env("PKG_CONFIG_PATH", lib.join("pkgconfig")),
        )?;
        let flags = flags.replace("-ltierspayant", "-l:libtierspayant.a");
        let flags: Vec<&str> = flags.split_whitespace().collect();
        let main = way.build(place, &check, "static", &[], &flags)?;
        let printed = captured(program(main).args(&place.inputs))?;
        clients.add("C-static", Kind::Example, &printed);
        languages::add(place, &lib, &mut clients)?;
    }
    Ok(clients)
}

/// The answer of `serve --stdio` to a dossier on one line.
fn served(mut command: Command, dossier: &Path) -> Result<String, String> {
    let text = std::fs::read_to_string(dossier).map_err(|error| error.to_string())?;
    let line = text.replace('\n', " ") + "\n";
    let failed = |error: std::io::Error| format!("serve: {error}");
    let mut running = command
        .args(["serve", "--stdio"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    if let Some(mut input) = running.stdin.take() {
        std::io::Write::write_all(&mut input, line.as_bytes()).map_err(failed)?;
    }
    let done = running.wait_with_output().map_err(failed)?;
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    } else {
        Err(format!("serve: {}", done.status))
    }
}
