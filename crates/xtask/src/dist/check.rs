//! `dist --check`: each archive, as somebody meets it who has nothing else: unpacked into an empty folder, looked at, and
//! used by clients that are built against it.

use super::build::{self, remapped, version};
use super::target::{Target, Tool};
use super::{chosen, folder};
use crate::install;
use crate::process::{captured, program, root, target};
use crate::windows::machine::{self, Machine};
use std::fs;
use std::path::{Path, PathBuf};

/// What a check runs with, beside what builds.
const PACKAGES: &[(&str, &str)] = &[
    ("g++", "g++"),
    ("pkg-config", "pkg-config"),
    ("cmake", "cmake"),
    ("mono-mcs", "mcs"),
    ("mono-runtime", "mono"),
    ("php-cli", "php"),
    ("fp-compiler-3.2.2", "fpc"),
    ("gcc-aarch64-linux-gnu", "aarch64-linux-gnu-gcc"),
    ("libc6-dev-arm64-cross", "/usr/aarch64-linux-gnu/lib/libc.so.6"),
    ("qemu-user", "qemu-aarch64"),
    ("musl-tools", "musl-gcc"),
];

/// Larger than this, and a till notices.
const LARGEST: u64 = 2 << 20;

pub(super) fn run(names: &[String]) -> Result<String, String> {
    let (targets, _) = chosen(names)?;
    build::install()?;
    install::packages(PACKAGES)?;
    captured(
        program("sha256sum")
            .args(["--check", "--quiet", "SHA256SUMS"])
            .current_dir(folder()),
    )?;
    let mut said: Option<(String, String)> = None;
    let mut figures = Vec::new();
    let mut root32 = None;
    for of in targets {
        let name = format!("tierspayant-{}-{}", version()?, of.name);
        let end = if of.is_windows() { "zip" } else { "tar.gz" };
        let archive = folder().join(format!("{name}.{end}"));
        if !archive.exists() {
            figures.push(format!("{}: not made", of.name));
            continue;
        }
        if of.is_windows() && of.is_32_bits() && root32.is_none() {
            root32 = Some(machine::root32()?);
        }
        let home = unpacked(&archive, &name)?;
        let files = nothing_of_the_builder(&home)?;
        let size = whole(of, &home)?;
        let clients = clients(of, &home, root32.as_deref().unwrap_or(Path::new("/")))?;
        for (client, kind, text) in &clients {
            let page = kind == "page";
            let same = |first: &(String, String)| *text == if page { &first.1 } else { &first.0 }.as_str();
            match &said {
                None if page => return Err("the first client prints the reasons".to_owned()),
                None => {
                    let page = clients
                        .iter()
                        .find(|(_, kind, _)| kind == "page")
                        .map(|(_, _, text)| text.clone());
                    said = Some((text.clone(), page.unwrap_or_default()));
                }
                Some(first) if !same(first) => {
                    return Err(format!("{}: {client} prints something else:\n{text}", of.name));
                }
                Some(_) => {}
            }
        }
        let names: Vec<&str> = clients.iter().map(|(client, ..)| client.as_str()).collect();
        figures.push(format!(
            "{}: {files} files, {size} bytes, {}",
            of.name,
            names.join(" ")
        ));
    }
    let Some((reasons, page)) = said else {
        return Err("nothing was made".to_owned());
    };
    if !reasons.starts_with("not_billable\n") || !page.contains("L’exonération ALD") {
        return Err(format!(
            "the clients do not print what they should:\n{reasons}\n{page}"
        ));
    }
    let wheels = wheels()?;
    Ok(format!("dist: {}; {wheels}; 0 failed", figures.join("; ")))
}

/// An empty folder with nothing but an archive in it.
fn unpacked(archive: &Path, name: &str) -> Result<PathBuf, String> {
    let empty = target().join("dist-check");
    fs::create_dir_all(&empty).map_err(|error| error.to_string())?;
    if empty.join(name).exists() {
        fs::remove_dir_all(empty.join(name)).map_err(|error| error.to_string())?;
    }
    if name.contains("windows") {
        captured(
            program("python3")
                .args(["-m", "zipfile", "-e"])
                .arg(archive)
                .arg(&empty),
        )?;
    } else {
        captured(program("tar").arg("-xf").arg(archive).arg("-C").arg(&empty))?;
    }
    Ok(empty.join(name))
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            files(&path, into)?;
        } else {
            into.push(path);
        }
    }
    Ok(())
}

/// No file names a folder of the machine that built it.
fn nothing_of_the_builder(home: &Path) -> Result<usize, String> {
    let mut all = Vec::new();
    files(home, &mut all)?;
    let places: Vec<String> = remapped(&root())
        .into_iter()
        .map(|(from, _)| format!("{}/", from.display()))
        .filter(|place| place.len() > 2)
        .collect();
    for file in &all {
        let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        for place in &places {
            if bytes.windows(place.len()).any(|part| part == place.as_bytes()) {
                return Err(format!(
                    "{}: names {place}, a folder of the builder",
                    file.display()
                ));
            }
        }
    }
    Ok(all.len())
}

/// The library exports what is listed, needs nothing but the system, and is small; gives its bytes.
fn whole(of: &Target, home: &Path) -> Result<u64, String> {
    for paper in [
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "THIRD-PARTY.txt",
        "tierspayant.cdx.json",
        "include/tierspayant.h",
    ] {
        if !home.join(paper).exists() {
            return Err(format!("{}: {paper} is missing", of.name));
        }
    }
    let library = if of.is_windows() {
        home.join("bin/tierspayant.dll")
    } else {
        home.join("lib/libtierspayant.so")
    };
    let listed = fs::read_to_string(home.join("share/doc/tierspayant/symbols.txt"))
        .map_err(|error| error.to_string())?;
    let text = captured(
        program("objdump")
            .arg(if of.is_windows() { "-p" } else { "-T" })
            .arg(&library),
    )?;
    let ours = |name: &&str| name.starts_with("tp_") || name.starts_with("tpw_");
    let mut names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.rsplit([' ', '\t']).next())
        .filter(ours)
        .collect();
    names.sort_unstable();
    names.dedup();
    if names != listed.lines().collect::<Vec<_>>() {
        return Err(format!(
            "{}: exports other symbols than the list: {names:?}",
            of.name
        ));
    }
    if let Some(oldest) = of.glibc {
        let newest = newest_glibc(&text).ok_or_else(|| format!("{}: asks no glibc at all", of.name))?;
        if newest > numbers(oldest) {
            return Err(format!("{}: asks glibc {newest:?}, newer than {oldest}", of.name));
        }
    }
    if of.is_windows() {
        let needed = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("DLL Name: "));
        let win10 = ["bcryptprimitives.dll", "api-ms-win-core-synch-l1-2-0.dll"];
        for dll in needed {
            let old = of.triple.contains("win7") && win10.iter().any(|one| dll.eq_ignore_ascii_case(one));
            if old
                || ["libgcc", "vcruntime", "ucrt", "libwinpthread"]
                    .iter()
                    .any(|no| dll.to_lowercase().starts_with(no))
            {
                return Err(format!("{}: {dll} is needed", of.name));
            }
        }
        if !text.contains(".rsrc") {
            return Err(format!("{}: no version that Windows can show", of.name));
        }
    }
    let size = fs::metadata(&library).map_err(|error| error.to_string())?.len();
    if size > LARGEST {
        println!("{}: {size} bytes, more than {LARGEST}", of.name);
    }
    Ok(size)
}

fn numbers(version: &str) -> Vec<u32> {
    version.split('.').filter_map(|part| part.parse().ok()).collect()
}

/// The newest version of glibc that a symbol asks.
fn newest_glibc(text: &str) -> Option<Vec<u32>> {
    let asked = text.split("GLIBC_").skip(1);
    asked
        .map(|rest| numbers(rest.split([')', ' ', '\n']).next().unwrap_or_default()))
        .max()
}

/// The clients of a target: a name, what it prints, and that.
fn clients(of: &Target, home: &Path, root32: &Path) -> Result<Vec<(String, String, String)>, String> {
    let share = home.join("share/tierspayant");
    let counter = |name: &str| share.join("examples/counter").join(name).display().to_string();
    let inputs = vec![
        counter("card.in"),
        counter("adri.json"),
        counter("claim.json"),
        "20261120091200".to_owned(),
    ];
    let mut said = Vec::new();
    let mut add = |name: &str, kind: &str, text: String| {
        said.push((name.to_owned(), kind.to_owned(), text.replace("\r\n", "\n")))
    };
    let check = share.join("examples/c/check.c");
    let include = format!("-I{}", home.join("include").display());
    let flat = root().join("crates/capi/proofs/flat.c");
    let made = home.join("made");
    fs::create_dir_all(&made).map_err(|error| error.to_string())?;
    let machine = match (of.is_windows(), of.is_32_bits()) {
        (true, true) => Some(Machine::Wine32),
        (true, false) => Some(Machine::Wine64),
        _ => None,
    };
    if let (Some(machine), Tool::MinGw(prefix)) = (machine, of.tool) {
        let gcc = format!("{prefix}-gcc");
        fs::copy(home.join("bin/tierspayant.dll"), made.join("tierspayant.dll"))
            .map_err(|error| error.to_string())?;
        if !of.triple.contains("win7") {
            machine::stand_in(&gcc, &made)?;
        }
        let build =
            |source: &Path, name: &str, flags: &[&str], library: Option<&str>| -> Result<PathBuf, String> {
                let to = made.join(name);
                let mut compiler = program(&gcc);
                compiler
                    .args(["-std=c11", "-O1", &include])
                    .args(flags)
                    .arg(source);
                compiler.args(library.map(|library| home.join("lib").join(library)));
                compiler.args([
                    "-lkernel32",
                    "-lntdll",
                    "-luserenv",
                    "-lws2_32",
                    "-ldbghelp",
                    "-lbcrypt",
                    "-ladvapi32",
                    "-o",
                ]);
                captured(compiler.arg(&to))?;
                Ok(to)
            };
        let main = build(&check, "check.exe", &[], Some("tierspayant.lib"))?;
        add("C", "reasons", machine.run(root32, &made, &main, &inputs)?);
        let main = build(&flat, "flat.exe", &["-D__USE_MINGW_ANSI_STDIO=1"], None)?;
        let library = vec!["tierspayant.dll".to_owned()];
        add(
            if of.is_32_bits() { "stdcall" } else { "flat" },
            "page",
            machine.run(root32, &made, &main, &[library, inputs.clone()].concat())?,
        );
        let main = build(&check, "static.exe", &["-DTP_STATIC"], Some("libtierspayant.a"))?;
        add("C-static", "reasons", machine.run(root32, &made, &main, &inputs)?);
        if of.is_32_bits() && share.join("examples/pascal/check.pas").exists() {
            let main = machine::pascal(root32, &made)?;
            add("Pascal", "reasons", machine.run(root32, &made, &main, &inputs)?);
        }
        return Ok(said);
    }
    let (gcc, runner): (&str, &[&str]) = match of.name {
        "linux-aarch64" => (
            "aarch64-linux-gnu-gcc",
            &["qemu-aarch64", "-L", "/usr/aarch64-linux-gnu"],
        ),
        "linux-x86_64-musl" => ("musl-gcc", &[]),
        _ => ("gcc", &[]),
    };
    let lib = home.join("lib");
    let execute = |main: &Path, arguments: &[String]| -> Result<String, String> {
        let mut command = match runner {
            [] => program(main),
            [first, rest @ ..] => {
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
        };
        if runner.is_empty() {
            command.env("LD_LIBRARY_PATH", &lib);
        }
        captured(command.args(arguments))
    };
    let build = |source: &Path, name: &str, flags: &[&str], libraries: &[&str]| -> Result<PathBuf, String> {
        let to = made.join(name);
        captured(
            program(gcc)
                .args(["-std=c11", "-O1", &include])
                .args(flags)
                .arg(source)
                .arg(format!("-L{}", lib.display()))
                .args(libraries)
                .arg("-o")
                .arg(&to),
        )?;
        Ok(to)
    };
    add(
        "C",
        "reasons",
        execute(&build(&check, "check", &[], &["-ltierspayant"])?, &inputs)?,
    );
    let library = vec![lib.join("libtierspayant.so").display().to_string()];
    let main = build(&flat, "flat", &["-D_GNU_SOURCE"], &["-ldl"])?;
    add(
        "flat",
        "page",
        execute(&main, &[library, inputs.clone()].concat())?,
    );
    if of.name == "linux-x86_64" {
        let flags = captured(
            program("pkg-config")
                .args(["--static", "--libs", "tierspayant"])
                .env("PKG_CONFIG_PATH", lib.join("pkgconfig")),
        )?;
        let flags = flags.replace("-ltierspayant", "-l:libtierspayant.a");
        let flags: Vec<&str> = flags.split_whitespace().collect();
        add(
            "C-static",
            "reasons",
            execute(&build(&check, "static", &[], &flags)?, &inputs)?,
        );
        others(&share, &lib, &made, &inputs, &mut add)?;
    }
    Ok(said)
}

/// Clients in other languages, from the bindings and examples of the archive.
fn others(
    share: &Path,
    lib: &Path,
    made: &Path,
    inputs: &[String],
    add: &mut impl FnMut(&str, &str, String),
) -> Result<(), String> {
    let examples = share.join("examples");
    let bindings = share.join("bindings");
    let csharp = made.join("Check.exe");
    if bindings.join("csharp/TiersPayant.cs").exists() {
        captured(
            program("mcs")
                .arg("-warnaserror")
                .arg(bindings.join("csharp/TiersPayant.cs"))
                .arg(examples.join("csharp/Check.cs"))
                .arg(format!("-out:{}", csharp.display())),
        )?;
        add(
            "C#",
            "reasons",
            captured(
                program("mono")
                    .arg(&csharp)
                    .args(inputs)
                    .env("LD_LIBRARY_PATH", lib),
            )?,
        );
    }
    if bindings.join("delphi/tierspayant.pas").exists() {
        let pascal = made.join("check-pascal");
        captured(
            program("fpc")
                .args([
                    "-v0e",
                    &format!("-Fu{}", bindings.join("delphi").display()),
                    &format!("-Fl{}", lib.display()),
                ])
                .args([
                    &format!("-FE{}", made.display()),
                    &format!("-o{}", pascal.display()),
                ])
                .arg(examples.join("pascal/check.pas")),
        )?;
        add(
            "Pascal",
            "reasons",
            captured(program(&pascal).args(inputs).env("LD_LIBRARY_PATH", lib))?,
        );
    }
    if examples.join("php/check.php").exists() {
        let mut php = program("php");
        php.env("TIERSPAYANT_BINDING", bindings.join("php/TiersPayant.php"));
        php.args(["-d", "ffi.enable=1"])
            .arg(examples.join("php/check.php"))
            .args(inputs);
        add(
            "PHP",
            "reasons",
            captured(php.env("TIERSPAYANT_LIBRARY", lib.join("libtierspayant.so")))?,
        );
    }
    Ok(())
}

/// Each wheel, in an environment that has nothing else.
fn wheels() -> Result<String, String> {
    let made: Vec<PathBuf> = fs::read_dir(folder())
        .map_err(|error| error.to_string())?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "whl"))
        .collect();
    let Some(wheel) = made.first() else {
        return Ok("wheels: not made".to_owned());
    };
    let empty = target().join("dist-check/wheel");
    if empty.exists() {
        fs::remove_dir_all(&empty).map_err(|error| error.to_string())?;
    }
    captured(program("python3").args(["-m", "venv"]).arg(&empty))?;
    captured(
        program(empty.join("bin/pip"))
            .args(["install", "--quiet", "--no-deps"])
            .arg(wheel),
    )?;
    let inside = empty.join("inside");
    captured(
        program("python3")
            .args(["-m", "zipfile", "-e"])
            .arg(wheel)
            .arg(&inside),
    )?;
    let files = nothing_of_the_builder(&inside)?;
    let asked = "import tierspayant; print(tierspayant.Engine().edition)";
    let edition = captured(program(empty.join("bin/python")).args(["-c", asked]))?;
    let name = wheel
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    Ok(format!("{name}: {files} files, edition {}", edition.trim()))
}
