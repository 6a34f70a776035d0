//! `abi`: every proof of the C library that runs on Linux.

mod answers;
mod bench;
mod build;
mod clients;
mod grown;
mod header;
mod layout;
mod miri;
mod proofs;
mod races;

use crate::install;
use build::Library;

pub(crate) use answers::write as write_cases;
pub(crate) use build::{WARNINGS, folder};
pub(crate) use clients::inputs;
pub(crate) use grown::run_alone as grown;
pub(crate) use layout::{baseline_of, compare};

/// What the proofs run with: the package and a program or file by which to see that it is there.
const PACKAGES: &[(&str, &str)] = &[
    ("gcc", "gcc"),
    ("g++", "g++"),
    ("clang", "clang"),
    ("binutils", "nm"),
    ("valgrind", "valgrind"),
    ("pkg-config", "pkg-config"),
    ("cmake", "cmake"),
    ("make", "make"),
    ("mono-mcs", "mcs"),
    ("mono-runtime", "mono"),
    ("fp-compiler-3.2.2", "fpc"),
    (
        "fp-units-rtl-3.2.2",
        "/usr/lib/x86_64-linux-gnu/fpc/3.2.2/units/x86_64-linux/rtl",
    ),
    ("gcc-multilib", "/usr/lib32/crt1.o"),
    ("libjna-java", "/usr/share/java/jna.jar"),
    ("default-jdk-headless", "javac"),
    ("php-cli", "php"),
    ("nodejs", "node"),
    ("npm", "npm"),
];

/// Seconds of chance when none are asked for: `cargo xtask abi SECONDS`.
const SECONDS: &str = "10";

pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let seconds = arguments.first().map_or(SECONDS, String::as_str);
    install::packages(PACKAGES)?;
    let library = Library::build()?;
    let header = header::prove()?;
    let layout = layout::prove(&library)?;
    let grown = grown::prove(&library.shared())?;
    let clients = clients::prove(&library)?;
    let proofs = proofs::prove(&library, seconds)?;
    let races = races::prove(&folder("c")?.join(proofs::FEW))?;
    let miri = miri::prove()?;
    Ok(format!(
        "abi: {header}; {layout}; {grown}; {clients}; {proofs}; {races}; {miri}; 0 failed"
    ))
}

pub(crate) fn bench(_arguments: &[String]) -> Result<String, String> {
    install::packages(&[("gcc", "gcc"), ("valgrind", "valgrind")])?;
    bench::prove()
}
