//! `dist --check`: each archive, as somebody meets it who has nothing else: unpacked into an empty folder, looked at, and
//! used by clients that are built against it.

mod languages;
mod macos;
mod unix;
mod wheels;
mod windows;
mod windows_languages;

use super::build::{self, remapped, version};
use super::target::{System, Target};
use super::{chosen, folder};
use super::{exports, links};
use crate::install;
use crate::process::{captured, program, root, target};
use crate::windows::machine;
use std::collections::BTreeMap;
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
    ("default-jdk-headless", "javac"),
    ("libjna-java", "/usr/share/java/jna.jar"),
    ("nodejs", "node"),
    ("npm", "npm"),
    ("gcc-aarch64-linux-gnu", "aarch64-linux-gnu-gcc"),
    ("libc6-dev-arm64-cross", "/usr/aarch64-linux-gnu/lib/libc.so.6"),
    ("qemu-user", "qemu-aarch64"),
    ("musl-tools", "musl-gcc"),
    ("llvm", "llvm-objdump"),
];

/// What the library for Linux of 64 bits must stay below: the others have other instructions, and are as large as these ask.
const LARGEST: (&str, u64) = ("linux-x86_64", 2_000_000);

/// What every archive must hold, beside its library and its command.
const PAPERS: &[&str] = &[
    "README.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "THIRD-PARTY.txt",
    "tierspayant.cdx.json",
    "include/tierspayant.h",
];

/// What a client prints: all clients of a kind, of all archives, print the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// The programs of `examples`: verdict, reasons, remedies, page.
    Example,
    /// The page for the counter, through the flat functions.
    Page,
    /// What the command says of a dossier.
    Command,
    /// Answers of `serve --stdio`.
    Served,
    /// A program that asks the command: verdict, reasons, what to do, page.
    Asked,
}

/// A client of an archive.
struct Client {
    name: String,
    kind: Kind,
    printed: String,
}

/// The clients of an archive, as they are run one after the other.
#[derive(Default)]
struct Clients(Vec<Client>);

impl Clients {
    fn add(&mut self, name: &str, kind: Kind, printed: &str) {
        self.0.push(Client {
            name: name.to_owned(),
            kind,
            printed: printed.replace("\r\n", "\n"),
        });
    }
}

/// Where an archive was unpacked, and what its clients read.
struct Place {
    home: PathBuf,
    /// `share/tierspayant` of the archive.
    share: PathBuf,
    /// Where clients are made.
    made: PathBuf,
    /// A card, an ADRi answer, a claim, a moment.
    inputs: Vec<String>,
    dossier: PathBuf,
}

impl Place {
    fn new(home: PathBuf) -> Result<Self, String> {
        let share = home.join("share/tierspayant");
        let counter = |name: &str| share.join("examples/counter").join(name).display().to_string();
        let made = home.join("made");
        fs::create_dir_all(&made).map_err(|error| error.to_string())?;
        Ok(Place {
            inputs: vec![
                counter("card.in"),
                counter("adri.json"),
                counter("claim.json"),
                "20261120091200".to_owned(),
            ],
            dossier: share.join("examples/data/dossier.json"),
            home,
            share,
            made,
        })
    }

    fn include(&self) -> String {
        format!("-I{}", self.home.join("include").display())
    }
}

pub(super) fn run(names: &[String]) -> Result<String, String> {
    let (targets, wheels) = chosen(names)?;
    build::install()?;
    install::packages(PACKAGES)?;
    captured(
        program("sha256sum")
            .args(["--check", "--quiet", "SHA256SUMS"])
            .current_dir(folder()),
    )?;
    let mut said: BTreeMap<Kind, String> = BTreeMap::new();
    let mut figures = Vec::new();
    let mut found = wheels;
    let mut root32 = None;
    for of in targets {
        let name = format!("tierspayant-{}-{}", version()?, of.name);
        let end = if of.is_windows() { "zip" } else { "tar.gz" };
        let archive = folder().join(format!("{name}.{end}"));
        if !archive.exists() {
            figures.push(format!("{}: not made", of.name));
            continue;
        }
        found = true;
        if of.is_windows() && root32.is_none() {
            root32 = Some(machine::root32()?);
        }
        let home = unpacked(&archive, &name)?;
        let files = nothing_of_the_builder(&home)?;
        let size = whole(of, &home)?;
        let place = Place::new(home)?;
        let clients = match of.system() {
            System::Linux => unix::clients(of, &place)?,
            System::Windows => windows::clients(of, &place, root32.as_deref().unwrap_or(Path::new("/")))?,
            System::MacOs => macos::linked(of, &place)?,
        };
        for client in &clients.0 {
            let first = said.entry(client.kind).or_insert_with(|| client.printed.clone());
            if *first != client.printed {
                return Err(format!(
                    "{}: {} prints something else:\n{}\nand not:\n{first}",
                    of.name, client.name, client.printed
                ));
            }
        }
        let names: Vec<&str> = clients.0.iter().map(|client| client.name.as_str()).collect();
        let names = if names.is_empty() {
            "linked, not run".to_owned()
        } else {
            names.join(" ")
        };
        figures.push(format!(
            "{}: {files} files, library {size} bytes, {names}",
            of.name
        ));
    }
    if !found {
        return Err("nothing was made".to_owned());
    }
    for (kind, start, part) in [
        (Kind::Example, "not_billable\n", "L’exonération ALD"),
        (Kind::Page, "", "L’exonération ALD"),
        (Kind::Command, "✓ Facturable", ""),
        (Kind::Asked, "billable\n", "\n✓ Facturable"),
        (
            Kind::Served,
            "{\"format\":\"tierspayant/1\"",
            "\"verdict\":\"billable\"",
        ),
    ] {
        let printed = said.get(&kind);
        if printed.is_some_and(|text| !text.starts_with(start) || !text.contains(part)) {
            return Err(format!("{kind:?}: not what it should print: {printed:?}"));
        }
    }
    if wheels {
        figures.push(wheels::check()?);
    }
    Ok(format!("dist: {}; 0 failed", figures.join("; ")))
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

/// No file names a folder of the machine that built it.
fn nothing_of_the_builder(home: &Path) -> Result<usize, String> {
    let mut all = Vec::new();
    exports::below(home, &mut all)?;
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

/// The papers are there, the library exports what everything beside it names and needs nothing but the system; gives its bytes.
fn whole(of: &Target, home: &Path) -> Result<u64, String> {
    let command = format!("bin/{}", of.command());
    for paper in PAPERS.iter().copied().chain([command.as_str()]) {
        if !home.join(paper).exists() {
            return Err(format!("{}: {paper} is missing", of.name));
        }
    }
    exports::agree(of, home)?;
    links::lead_somewhere(home)?;
    let library = home.join(of.shipped());
    if !of.is_windows() && !library.is_symlink() {
        return Err(format!("{}: {} is no link to the library", of.name, of.shipped()));
    }
    let text = exports::table(of, &library)?;
    if let Some(oldest) = of.glibc {
        let newest = newest_glibc(&text).ok_or_else(|| format!("{}: asks no glibc at all", of.name))?;
        if newest > numbers(oldest) {
            return Err(format!("{}: asks glibc {newest:?}, newer than {oldest}", of.name));
        }
    }
    if of.is_windows() {
        windows::needs_the_system_alone(of, &text)?;
    }
    let size = fs::metadata(&library).map_err(|error| error.to_string())?.len();
    let (name, largest) = LARGEST;
    if of.name == name && size > largest {
        return Err(format!("{name}: {size} bytes, more than {largest}"));
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
