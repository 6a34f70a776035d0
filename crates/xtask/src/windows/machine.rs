//! Machines that the library is built for and this one is not: how a program runs there.

use crate::install;
use crate::process::{captured, program, root, run, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What builds and runs for other machines, and a program or file by which to see that it is there.
const PACKAGES: &[(&str, &str)] = &[
    ("gcc", "gcc"),
    ("gcc-multilib", "/usr/lib32/crt1.o"),
    ("rustc-web", "/usr/bin/rustc"),
    ("cargo-web", "/usr/bin/cargo"),
    ("rust-web-src", "/usr/share/doc/rust-web-src"),
    ("gcc-mingw-w64-x86-64-win32", "x86_64-w64-mingw32-gcc"),
    ("gcc-mingw-w64-i686-win32", "i686-w64-mingw32-gcc"),
    ("wine", "wine"),
    ("wine64", "/usr/lib/wine/wine64"),
    ("debootstrap", "debootstrap"),
    ("fp-compiler-3.2.2", "ppcx64"),
];

/// Where a program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Machine {
    /// This machine, with 32 bits.
    Linux32,
    /// Wine, with 64 bits.
    Wine64,
    /// Wine in the 32-bit root.
    Wine32,
}

impl Machine {
    pub(crate) const fn is_windows(self) -> bool {
        !matches!(self, Machine::Linux32)
    }

    /// The name of the shared library.
    pub(crate) const fn library(self) -> &'static str {
        match self {
            Machine::Linux32 => "libtierspayant.so",
            _ => "tierspayant.dll",
        }
    }

    /// Runs a program that stands in a folder with the library, and gives back what it prints.
    pub(crate) fn run(
        self,
        root32: &Path,
        folder: &Path,
        main: &Path,
        files: &[String],
    ) -> Result<String, String> {
        let name = main.file_name().unwrap_or_default();
        match self {
            Machine::Linux32 => captured(program(main).env("LD_LIBRARY_PATH", folder).args(files)),
            Machine::Wine64 => captured(
                wine(program("wine"), &target().join("proofs/wine64"))
                    .arg(main)
                    .args(files),
            ),
            Machine::Wine32 => {
                let inside = root32.join("t");
                copy_all(folder, &inside)?;
                let mut arguments = Vec::new();
                for file in files {
                    let path = Path::new(file);
                    let base = path
                        .file_name()
                        .unwrap_or_default()
                        .to_string_lossy()
                        .into_owned();
                    if path.exists() {
                        fs::copy(path, inside.join(&base)).map_err(|error| error.to_string())?;
                        arguments.push(format!("/t/{base}"));
                    } else {
                        arguments.push(file.clone());
                    }
                }
                let mut chroot = program("chroot");
                chroot.arg(root32).arg("env").arg("HOME=/root");
                chroot.args(["WINEPREFIX=/prefix", "WINEDEBUG=-all", "RUST_BACKTRACE=0", "wine"]);
                captured(chroot.arg(Path::new("/t").join(name)).args(arguments))
            }
        }
    }
}

fn wine(mut command: Command, prefix: &Path) -> Command {
    command
        .env("WINEPREFIX", prefix)
        .env("WINEDEBUG", "-all")
        .env("RUST_BACKTRACE", "0");
    command
}

pub(crate) fn install() -> Result<(), String> {
    install::packages(PACKAGES)
}

/// A root of the same distribution with 32 bits, in which Wine runs 32-bit programs and Free Pascal makes them.
pub(crate) fn root32() -> Result<PathBuf, String> {
    let root32 = target().join("i386-root");
    if !root32.join("usr/bin/wine").exists() {
        let sources = fs::read_to_string("/etc/apt/sources.list.d/debian.sources").unwrap_or_default();
        let mirror = sources
            .lines()
            .find_map(|line| line.strip_prefix("URIs: "))
            .unwrap_or("http://deb.debian.org/debian");
        run(program("debootstrap")
            .args([
                "--arch=i386",
                "--variant=minbase",
                "--include=wine,wine32",
                "bookworm",
            ])
            .arg(&root32)
            .arg(mirror))?;
    }
    if !root32.join("proc/self").exists() {
        run(program("mount")
            .args(["-t", "proc", "proc"])
            .arg(root32.join("proc")))?;
    }
    if !root32.join("usr/share/fpcsrc").exists() {
        let packages = ["fp-compiler-3.2.2", "fp-units-rtl-3.2.2", "fpc-source-3.2.2"];
        let mut chroot = program("chroot");
        chroot.arg(&root32);
        run(chroot
            .args(["apt-get", "install", "-y", "-qq", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    fs::create_dir_all(root32.join("t")).map_err(|error| error.to_string())?;
    Ok(root32)
}

/// Where the sources of Free Pascal are, in the 32-bit root.
const SOURCES: &str = "usr/share/fpcsrc/3.2.2";

/// The client in Pascal, compiled for Windows from a folder of the example and one of the binding: with 32 bits in the 32-bit
/// root, whose compiler makes such programs.
pub(crate) fn pascal(
    machine: Machine,
    root32: &Path,
    example: &Path,
    binding: &Path,
    to: &Path,
) -> Result<PathBuf, String> {
    let script = root().join("crates/xtask/scripts/pascal-rtl.sh");
    let main = to.join("check-pascal.exe");
    if machine == Machine::Wine64 {
        let library = target().join("proofs/rtl-win64");
        run(program("bash")
            .arg(script)
            .arg("win64")
            .arg(root32.join(SOURCES))
            .arg(&library))?;
        run(program("ppcx64")
            .args(["-n", "-Twin64", "-v0e", "-vw-"])
            .arg(format!("-Fu{}", library.display()))
            .arg(format!("-Fu{}", binding.display()))
            .arg(format!("-FE{}", to.display()))
            .arg(format!("-o{}", main.display()))
            .arg(example.join("check.pas")))?;
        return Ok(main);
    }
    let inside = root32.join("t");
    copy_all(example, &inside)?;
    copy_all(binding, &inside)?;
    fs::copy(script, inside.join("pascal-rtl.sh")).map_err(|error| error.to_string())?;
    let within = |command: &[&str]| run(program("chroot").arg(root32).args(command));
    within(&[
        "bash",
        "/t/pascal-rtl.sh",
        "win32",
        &format!("/{SOURCES}"),
        "/rtl-win32",
    ])?;
    within(&[
        "ppc386",
        "-n",
        "-Twin32",
        "-Fu/rtl-win32",
        "-Fu/t",
        "-FE/t",
        "-v0e",
        "-vw-",
        "-o/t/check-pascal.exe",
        "/t/check.pas",
    ])?;
    fs::copy(inside.join("check-pascal.exe"), &main).map_err(|error| error.to_string())?;
    Ok(main)
}

fn copy_all(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", from.display());
    for entry in fs::read_dir(from).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            fs::copy(&path, to.join(name)).map_err(failed)?;
        }
    }
    Ok(())
}

/// The folder of the library that stands in for one that Wine lacks.
pub(crate) fn stand_in(gcc: &str, to: &Path) -> Result<(), String> {
    run(program(gcc)
        .args([
            "-shared",
            "-O1",
            "crates/capi/proofs/bcryptprimitives.c",
            "-ladvapi32",
        ])
        .args(["-Wl,--kill-at", "-o"])
        .arg(to.join("bcryptprimitives.dll")))
}
