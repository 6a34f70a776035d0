//! Building the library for one machine: without a folder of the builder in it, and the same bytes each time.

use super::target::{OLDEST_MACOS, System, Target, Tool};
use crate::install;
use crate::process::{captured, program, root, run, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What builds for other machines, and a program or file by which to see that it is there.
const PACKAGES: &[(&str, &str)] = &[
    ("gcc", "gcc"),
    ("binutils", "objdump"),
    ("rustc-web", "/usr/bin/rustc"),
    ("cargo-web", "/usr/bin/cargo"),
    ("rust-web-src", "/usr/share/doc/rust-web-src"),
    ("gcc-mingw-w64-x86-64-win32", "x86_64-w64-mingw32-gcc"),
    ("gcc-mingw-w64-i686-win32", "i686-w64-mingw32-gcc"),
    ("python3-venv", "python3"),
    ("llvm", "llvm-strip"),
];

/// What links against an old C library, and what builds wheels: packages of Python, in an environment of their own.
const PYTHON: &[&str] = &["ziglang==0.17.1", "cargo-zigbuild==0.24.1", "maturin==1.16.0"];

/// The libraries of a target, as cargo made them, and what was made of them.
pub(super) struct Made {
    pub(super) folder: PathBuf,
    /// The sources that they were made from.
    pub(super) source: PathBuf,
}

pub(super) fn install() -> Result<(), String> {
    install::packages(PACKAGES)?;
    if !tools().join("cargo-zigbuild").exists() || !tools().join("maturin").exists() {
        run(program("python3")
            .args(["-m", "venv"])
            .arg(target().join("dist-tools")))?;
        run(program(tools().join("pip"))
            .args(["install", "--quiet"])
            .args(PYTHON))?;
    }
    Ok(())
}

/// The programs of the environment of Python.
pub(super) fn tools() -> PathBuf {
    target().join("dist-tools/bin")
}

/// Where builds that are shipped go.
pub(super) fn target_folder() -> PathBuf {
    target().join("dist-build")
}

pub(super) fn sysroot() -> PathBuf {
    target().join("sysroot")
}

/// Every folder of this machine that could be named in a library, with what stands there instead.
pub(super) fn remapped(source: &Path) -> Vec<(PathBuf, &'static str)> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    // The last one that fits wins, so the widest comes first.
    vec![
        (home.clone(), "/home"),
        (cargo.unwrap_or_else(|| home.join(".cargo")), "/cargo"),
        (sysroot(), "/sysroot"),
        (source.to_path_buf(), "/tierspayant"),
    ]
}

/// Builds the library and the command for a target.
pub(super) fn library(target: &Target, source: &Path, to: &Path) -> Result<Made, String> {
    run(program("bash")
        .arg("crates/xtask/scripts/sysroot.sh")
        .arg(sysroot())
        .arg(target.triple))?;
    let mut flags: Vec<String> = remapped(source)
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect();
    flags.push(format!("--sysroot={}", sysroot().display()));
    let mut cargo = match target.tool {
        Tool::Zig => {
            let suffix = target
                .glibc
                .map(|version| format!(".{version}"))
                .unwrap_or_default();
            let mut cargo = Command::new(tools().join("cargo-zigbuild"));
            cargo
                .arg("zigbuild")
                .arg("--target")
                .arg(format!("{}{suffix}", target.triple));
            cargo
        }
        Tool::MinGw(prefix) => {
            flags.push("-Clink-arg=-Wl,--no-insert-timestamp".to_owned());
            flags.push(format!(
                "-Clink-arg={}",
                version_resource(prefix, source, to)?.display()
            ));
            let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            cargo.args(["build", "--target", target.triple]);
            cargo
        }
    };
    if target.triple.starts_with("x86_64-unknown-linux") {
        // Where each function keeps its frame, what unwinding must know of it is a quarter smaller, and its code no larger.
        flags.push("-Cforce-frame-pointers=yes".to_owned());
    }
    if target.triple.ends_with("musl") {
        flags.push("-Ctarget-feature=-crt-static".to_owned());
    }
    if target.system() != System::Windows {
        // What is packed of Linux is stripped there, so that what each part costs can be told. Nothing here strips what is for
        // macOS without breaking its signature.
        cargo.env("CARGO_PROFILE_DIST_STRIP", "none");
    }
    if target.system() == System::MacOs {
        // What stands in the profile of a single crate makes cargo strip it all the same.
        flags.push("-Cstrip=none".to_owned());
        cargo.env("MACOSX_DEPLOYMENT_TARGET", OLDEST_MACOS);
    }
    let name = format!(
        "CARGO_TARGET_{}_RUSTFLAGS",
        target.triple.replace('-', "_").to_uppercase()
    );
    run(cargo
        .args(["--profile", "dist", "--locked", "--quiet"])
        .args(["--package", "tierspayant-capi", "--package", "tierspayant-cli"])
        .arg("--target-dir")
        .arg(to)
        .current_dir(source)
        .env(name, flags.join(" "))
        // Without what describes fields and words: pages and schemas are written from that, not answers.
        .env("TIERSPAYANT_SMALL", "1")
        .env("RUSTC", "/usr/bin/rustc")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("RUSTFLAGS")
        .env("PATH", with_tools()?))?;
    Ok(Made {
        folder: to.join(target.triple).join("dist"),
        source: source.to_path_buf(),
    })
}

pub(super) fn with_tools() -> Result<std::ffi::OsString, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools()).chain(std::env::split_paths(&path));
    std::env::join_paths(folders).map_err(|error| error.to_string())
}

/// The version of the library, from its manifest.
pub(super) fn version() -> Result<String, String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).map_err(|error| error.to_string())?;
    let line = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \""));
    let version = line.and_then(|rest| rest.strip_suffix('"'));
    version
        .map(str::to_owned)
        .ok_or("the manifest has no version".to_owned())
}

/// What Windows shows of a DLL, and installers compare: an object that is linked into it.
fn version_resource(prefix: &str, source: &Path, to: &Path) -> Result<PathBuf, String> {
    let version = version()?;
    let commas = version.replace('.', ",");
    let text = format!(
        "1 VERSIONINFO\nFILEVERSION {commas},0\nPRODUCTVERSION {commas},0\nFILEOS 0x40004\nFILETYPE 0x2\nBEGIN\n\
         BLOCK \"StringFileInfo\"\nBEGIN\nBLOCK \"040904E4\"\nBEGIN\n\
         VALUE \"CompanyName\", \"tierspayant\"\n\
         VALUE \"FileDescription\", \"Can this claim be billed in tiers payant, and why\"\n\
         VALUE \"FileVersion\", \"{version}\"\nVALUE \"InternalName\", \"tierspayant\"\n\
         VALUE \"LegalCopyright\", \"MIT or Apache-2.0\"\nVALUE \"OriginalFilename\", \"tierspayant.dll\"\n\
         VALUE \"ProductName\", \"tierspayant\"\nVALUE \"ProductVersion\", \"{version}\"\nEND\nEND\n\
         BLOCK \"VarFileInfo\"\nBEGIN\nVALUE \"Translation\", 0x409, 1252\nEND\nEND\n"
    );
    let folder = to.join("version").join(prefix);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    fs::write(folder.join("version.rc"), text).map_err(|error| error.to_string())?;
    let object = folder.join("version.o");
    captured(
        Command::new(format!("{prefix}-windres"))
            .args(["-O", "coff", "-i"])
            .arg(folder.join("version.rc"))
            .arg("-o")
            .arg(&object)
            .current_dir(source),
    )?;
    Ok(object)
}
