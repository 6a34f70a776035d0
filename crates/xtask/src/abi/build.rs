//! Building the library and C programs against it.

use crate::dist;
use crate::process::{cargo, program, root, run, target};
use std::fs;
use std::path::{Path, PathBuf};

/// The library as it is shipped, and as it is built to be made to panic.
pub(crate) struct Library {
    /// The folder that an installation would be made of.
    pub(crate) folder: PathBuf,
    /// The shared library with forced panics in it.
    pub(crate) forced: PathBuf,
}

impl Library {
    /// Builds both, and lays out the one that is shipped as it would be installed.
    pub(crate) fn build() -> Result<Self, String> {
        let shipped = dist::built("x86_64-unknown-linux-gnu")?;
        let forced = folder("forced")?.join("libtierspayant.so");
        let forcing = ["--features", "forced-panic"];
        run(cargo()
            .args(["build", "--quiet", "--package", "tierspayant-capi"])
            .args(forcing))?;
        let built = target().join("debug/libtierspayant.so");
        fs::copy(&built, &forced).map_err(|error| format!("{}: {error}", built.display()))?;
        let folder = folder("abi")?.join("installed");
        run(program("bindings/c/install.sh").arg(shipped).arg(&folder))?;
        Ok(Library { folder, forced })
    }

    /// Where the libraries are.
    pub(crate) fn lib(&self) -> PathBuf {
        self.folder.join("lib")
    }

    /// The shared library.
    pub(crate) fn shared(&self) -> PathBuf {
        self.lib().join("libtierspayant.so")
    }
}

/// A folder for what a proof makes.
pub(crate) fn folder(name: &str) -> Result<PathBuf, String> {
    let folder = target().join("proofs").join(name);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// Every warning, as an error.
pub(crate) const WARNINGS: &[&str] = &["-Wall", "-Wextra", "-Wpedantic", "-Werror"];

/// Compiles a C or C++ program against the library, with more flags than the usual ones.
pub(crate) fn compile(
    compiler: &str,
    source: &str,
    lib: &Path,
    to: &Path,
    flags: &[&str],
) -> Result<PathBuf, String> {
    let standard = if source.ends_with(".cpp") {
        "-std=c++17"
    } else {
        "-std=c11"
    };
    run(program(compiler)
        .args([standard, "-g", "-O1"])
        .args(WARNINGS)
        .arg(format!("-I{}", root().join("include").display()))
        .arg(format!("-I{}", root().join("bindings/c/include").display()))
        .arg(source)
        .args(flags)
        .arg(format!("-L{}", lib.display()))
        .args(["-ltierspayant", "-lpthread", "-ldl", "-o"])
        .arg(to))?;
    Ok(to.to_path_buf())
}
