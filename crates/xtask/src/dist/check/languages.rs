//! Clients in other languages, from the bindings and examples of the archive: each loads its binding, and prints what C does.

use super::{Clients, Kind, Place};
use crate::install;
use crate::process::{captured, program, target};
use std::path::{Path, PathBuf};

/// The package through which Node calls C.
pub(super) const KOFFI: &str = "2.16.3";
const JNA: &str = "/usr/share/java/jna.jar";

pub(super) fn add(place: &Place, lib: &Path, clients: &mut Clients) -> Result<(), String> {
    clients.add("PHP-serve", Kind::Asked, &php_serve(place, lib)?);
    let mut add = |name: &str, printed: Result<String, String>| -> Result<(), String> {
        clients.add(name, Kind::Example, &printed?);
        Ok(())
    };
    add("C++", cpp(place, lib))?;
    add("CMake", cmake(place))?;
    add("C#", csharp(place, lib))?;
    add("Pascal", pascal(place, lib))?;
    add("PHP", php(place, lib))?;
    add("Java", java(place, lib))?;
    if let Some(bin) = install::java22() {
        add("Java-22", java22(place, lib, &bin))?;
    }
    add("Node", node(place, lib))
}

fn cpp(place: &Place, lib: &Path) -> Result<String, String> {
    let main = place.made.join("check-cpp");
    captured(
        program("g++")
            .args(["-std=c++17", "-O1", &place.include()])
            .arg(place.share.join("examples/cpp/check.cpp"))
            .arg(format!("-L{}", lib.display()))
            .args(["-ltierspayant", "-o"])
            .arg(&main),
    )?;
    captured(program(main).args(&place.inputs).env("LD_LIBRARY_PATH", lib))
}

fn cmake(place: &Place) -> Result<String, String> {
    let built = place.made.join("cmake");
    captured(
        program("cmake")
            .arg("-S")
            .arg(place.share.join("examples/cmake"))
            .arg("-B")
            .arg(&built)
            .arg(format!("-DCMAKE_PREFIX_PATH={}", place.home.display())),
    )?;
    captured(program("cmake").arg("--build").arg(&built))?;
    captured(
        program("ctest")
            .args(["--output-on-failure", "--test-dir"])
            .arg(&built),
    )?;
    captured(program(built.join("check_c")).args(&place.inputs))
}

/// The program in C#, for whatever runs it.
pub(super) fn compiled_csharp(place: &Place, main: &Path) -> Result<(), String> {
    captured(
        program("mcs")
            .arg("-warnaserror")
            .arg(place.share.join("bindings/csharp/TiersPayant.cs"))
            .arg(place.share.join("examples/csharp/Check.cs"))
            .arg(format!("-out:{}", main.display())),
    )
    .map(|_| ())
}

fn csharp(place: &Place, lib: &Path) -> Result<String, String> {
    let main = place.made.join("Check.exe");
    compiled_csharp(place, &main)?;
    captured(
        program("mono")
            .arg(&main)
            .args(&place.inputs)
            .env("LD_LIBRARY_PATH", lib),
    )
}

fn pascal(place: &Place, lib: &Path) -> Result<String, String> {
    let main = place.made.join("check-pascal");
    captured(
        program("fpc")
            .arg("-v0e")
            .arg(format!("-Fu{}", place.share.join("bindings/delphi").display()))
            .arg(format!("-Fl{}", lib.display()))
            .arg(format!("-FE{}", place.made.display()))
            .arg(format!("-o{}", main.display()))
            .arg(place.share.join("examples/pascal/check.pas")),
    )?;
    captured(program(&main).args(&place.inputs).env("LD_LIBRARY_PATH", lib))
}

/// PHP finds its binding where the archive has it, and the library as every program does.
fn php(place: &Place, lib: &Path) -> Result<String, String> {
    captured(
        program("php")
            .args(["-d", "ffi.enable=1"])
            .arg(place.share.join("examples/php/check.php"))
            .args(&place.inputs)
            .env("LD_LIBRARY_PATH", lib),
    )
}

/// A PHP without FFI asks the program.
fn php_serve(place: &Place, lib: &Path) -> Result<String, String> {
    captured(
        program("php")
            .args(["-d", "ffi.enable=0"])
            .arg(place.share.join("examples/serve/check.php"))
            .arg(place.home.join("bin/tierspayant"))
            .arg(&place.dossier)
            .env("LD_LIBRARY_PATH", lib),
    )
}

fn java(place: &Place, lib: &Path) -> Result<String, String> {
    captured(
        program("javac")
            .args(["-cp", JNA, "-d"])
            .arg(&place.made)
            .arg(place.share.join("bindings/java/TiersPayant.java"))
            .arg(place.share.join("examples/java/Check.java")),
    )?;
    captured(
        program("java")
            .arg("-cp")
            .arg(format!("{JNA}:{}", place.made.display()))
            .arg(format!("-Djna.library.path={}", lib.display()))
            .arg("Check")
            .args(&place.inputs),
    )
}

/// The program in Java for 22 and later: the folder of its classes.
pub(super) fn compiled_java22(place: &Place, bin: &Path) -> Result<PathBuf, String> {
    let classes = place.made.join("java22");
    captured(
        program(bin.join("javac"))
            .arg("-d")
            .arg(&classes)
            .arg(place.share.join("bindings/java22/TiersPayant.java"))
            .arg(place.share.join("examples/java/Check.java")),
    )?;
    Ok(classes)
}

fn java22(place: &Place, lib: &Path, bin: &Path) -> Result<String, String> {
    let classes = compiled_java22(place, bin)?;
    captured(
        program(bin.join("java"))
            .args(["--enable-native-access=ALL-UNNAMED", "-cp"])
            .arg(&classes)
            .arg("Check")
            .args(&place.inputs)
            .env("LD_LIBRARY_PATH", lib),
    )
}

/// Node finds its binding where the archive has it.
fn node(place: &Place, lib: &Path) -> Result<String, String> {
    let packages = target().join("dist-check");
    install::node_package(&packages, "koffi", KOFFI)?;
    captured(
        program("node")
            .arg(place.share.join("examples/node/check.mjs"))
            .args(&place.inputs)
            .env("LD_LIBRARY_PATH", lib),
    )
}
