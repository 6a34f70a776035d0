//! The clients of `examples`: each language does the same thing, and prints the same bytes.

use super::build::{Library, compile, folder};
use super::proofs::with_library;
use crate::install;
use crate::process::{captured, program, root, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The package through which Node calls C.
const KOFFI: &str = "2.16.3";

/// A client, ready to be run.
pub(crate) struct Client {
    pub(crate) language: &'static str,
    pub(crate) command: Command,
}

/// What every client is given: a card, an ADRi answer, a claim, and the moment at which both were read.
pub(crate) fn inputs() -> Vec<String> {
    let file = |path: &str| root().join(path).display().to_string();
    vec![
        file("tests/readers/card-family.in"),
        file("tests/readers/adri-answer.json"),
        file("examples/data/claim.json"),
        "20261120091200".to_owned(),
    ]
}

/// Started without anything to read, a client says in one line what it wants.
fn usage(language: &str, command: &mut Command) -> Result<(), String> {
    let done = command.output().map_err(|error| format!("{language}: {error}"))?;
    let told = String::from_utf8_lossy(&done.stderr);
    if done.status.code() == Some(64) && told.lines().count() == 1 && told.contains("CARD ADRI CLAIM MOMENT")
    {
        Ok(())
    } else {
        Err(format!(
            "the client in {language}, started without arguments: {}\n{told}",
            done.status
        ))
    }
}

pub(crate) fn prove(library: &Library) -> Result<String, String> {
    let folder = folder("clients")?;
    let mut clients = vec![
        c(library, &folder, "gcc", "c/check.c", &[], "C")?,
        c(library, &folder, "clang", "c/check.c", &[], "C (clang)")?,
        c(
            library,
            &folder,
            "gcc",
            "c/check.c",
            &["-fsanitize=address,undefined"],
            "C (sanitized)",
        )?,
        c(library, &folder, "g++", "cpp/check.cpp", &[], "C++")?,
        c(
            library,
            &folder,
            "g++",
            "cpp/check.cpp",
            &["-fsanitize=address,undefined"],
            "C++ (sanitized)",
        )?,
        linked_statically(library, &folder)?,
        csharp(library, &folder)?,
        pascal(library, &folder)?,
        java(library, &folder)?,
        node(library, &folder)?,
        php(library),
    ];
    clients.extend(java22(library)?);
    let mut first: Option<String> = None;
    let mut languages = Vec::new();
    for Client {
        language,
        mut command,
    } in clients
    {
        usage(language, &mut command)?;
        let printed = captured(command.args(inputs()))?;
        match &first {
            None => {
                print!("{printed}");
                if !printed.starts_with("not_billable\n") || !printed.contains("\n  -> ") {
                    return Err("the client in C does not print what it should".to_owned());
                }
                first = Some(printed);
            }
            Some(first) if *first != printed => {
                return Err(format!(
                    "the client in {language} prints something else:\n{printed}"
                ));
            }
            Some(_) => {}
        }
        languages.push(language);
    }
    for source in ["c-gcc", "cpp-g++"] {
        let wrapper = &["valgrind", "--quiet", "--error-exitcode=9", "--leak-check=full"];
        captured(with_library(wrapper, &folder.join(source), library).args(inputs()))?;
    }
    packages(library, &folder)?;
    Ok(format!(
        "{} clients print the same: {}",
        languages.len(),
        languages.join(", ")
    ))
}

/// A client in C or C++, with the shared library.
fn c(
    library: &Library,
    folder: &Path,
    compiler: &str,
    source: &str,
    flags: &[&str],
    language: &'static str,
) -> Result<Client, String> {
    let kind = if flags.is_empty() { "" } else { "-sanitized" };
    let name = format!(
        "{}-{compiler}{kind}",
        source.split('/').next().unwrap_or_default()
    );
    let main = compile(
        compiler,
        &format!("examples/{source}"),
        &library.lib(),
        &folder.join(name),
        flags,
    )?;
    Ok(Client {
        language,
        command: with_library(&[], &main, library),
    })
}

/// The client in C, with the static library and the libraries that pkg-config names for it.
fn linked_statically(library: &Library, folder: &Path) -> Result<Client, String> {
    let flags = captured(
        program("pkg-config")
            .args(["--static", "--libs", "--cflags", "tierspayant"])
            .env("PKG_CONFIG_PATH", library.lib().join("pkgconfig")),
    )?;
    let flags = flags.replace("-ltierspayant", "-l:libtierspayant.a");
    let main = folder.join("c-static");
    run(program("gcc")
        .args(["-std=c11", "examples/c/check.c", "-o"])
        .arg(&main)
        .args(flags.split_whitespace()))?;
    Ok(Client {
        language: "C (static, pkg-config)",
        command: program(main),
    })
}

fn csharp(library: &Library, folder: &Path) -> Result<Client, String> {
    let main = folder.join("Check.exe");
    run(program("mcs")
        .args([
            "-warnaserror",
            "bindings/generated/csharp/TiersPayant.cs",
            "examples/csharp/Check.cs",
        ])
        .arg(format!("-out:{}", main.display())))?;
    Ok(Client {
        language: "C#",
        command: with_library(&["mono"], &main, library),
    })
}

fn pascal(library: &Library, folder: &Path) -> Result<Client, String> {
    let main = folder.join("check-pascal");
    run(program("fpc")
        .args([
            "-v0we",
            "-Fubindings/generated/delphi",
            "examples/pascal/check.pas",
        ])
        .arg(format!("-Fl{}", library.lib().display()))
        .arg(format!("-FE{}", folder.display()))
        .arg(format!("-o{}", main.display())))?;
    Ok(Client {
        language: "Pascal",
        command: with_library(&[], &main, library),
    })
}

fn java(library: &Library, folder: &Path) -> Result<Client, String> {
    const JNA: &str = "/usr/share/java/jna.jar";
    run(program("javac")
        .args(["-Xlint:all", "-Werror", "-cp", JNA, "-d"])
        .arg(folder)
        .args([
            "bindings/generated/java/TiersPayant.java",
            "examples/java/Check.java",
        ]))?;
    let mut command = with_library(&["java"], Path::new("-cp"), library);
    command
        .arg(format!("{JNA}:{}", folder.display()))
        .arg(format!("-Djna.library.path={}", library.lib().display()))
        .arg("-Dfile.encoding=UTF-8")
        .arg("Check");
    Ok(Client {
        language: "Java",
        command,
    })
}

/// The classes without JNA, where there is a Java that has what they need.
fn java22(library: &Library) -> Result<Option<Client>, String> {
    let Some(bin) = install::java22() else {
        println!("no Java 22 or later here: its binding is not run");
        return Ok(None);
    };
    let classes = folder("clients/java22")?;
    run(program(bin.join("javac"))
        .args(["-Xlint:all,-restricted,-this-escape", "-Werror", "-d"])
        .arg(&classes)
        .args([
            "bindings/generated/java22/TiersPayant.java",
            "examples/java/Check.java",
        ]))?;
    let mut command = with_library(&[], &bin.join("java"), library);
    command
        .args(["--enable-native-access=ALL-UNNAMED", "-cp"])
        .arg(&classes)
        .arg("Check");
    Ok(Some(Client {
        language: "Java without JNA",
        command,
    }))
}

fn node(library: &Library, folder: &Path) -> Result<Client, String> {
    install::node_package(folder, "koffi", KOFFI)?;
    let mut command = with_library(&["node"], &PathBuf::from("examples/node/check.mjs"), library);
    command.env("NODE_PATH", folder.join("node_modules"));
    command.env(
        "TIERSPAYANT_BINDING",
        root().join("bindings/generated/node/tierspayant.mjs"),
    );
    command.env("TIERSPAYANT_LIBRARY", library.shared());
    Ok(Client {
        language: "Node",
        command,
    })
}

fn php(library: &Library) -> Client {
    let mut command = with_library(&["php"], Path::new("-d"), library);
    command.args(["ffi.enable=1", "examples/php/check.php"]);
    command.env(
        "TIERSPAYANT_BINDING",
        root().join("bindings/generated/php/TiersPayant.php"),
    );
    command.env("TIERSPAYANT_LIBRARY", library.shared());
    Client {
        language: "PHP",
        command,
    }
}

/// The example of CMake builds, finds the library and passes its test.
fn packages(library: &Library, folder: &Path) -> Result<(), String> {
    let build = folder.join("cmake");
    run(program("cmake")
        // What another folder of the sources left there would be refused.
        .args(["--fresh", "-S", "examples/cmake", "-B"])
        .arg(&build)
        .arg(format!("-DCMAKE_PREFIX_PATH={}", library.folder.display())))?;
    run(program("cmake").arg("--build").arg(&build))?;
    run(program("ctest")
        .args(["--output-on-failure", "--test-dir"])
        .arg(&build))
}
