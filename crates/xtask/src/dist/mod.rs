//! `dist`: what a vendor downloads, into `dist/`: an archive for each machine, the Python wheels, the papers, the sums.
//!
//! `dist TARGET…` makes some of them, `dist --check TARGET…` unpacks each into an empty folder and uses it there as a newcomer
//! would, `dist --twice TARGET…` builds from a copy of the sources in another folder and compares the bytes, `dist --costs`
//! tells what each part of the library weighs.

mod archive;
mod build;
mod check;
mod costs;
mod exports;
mod links;
mod papers;
mod target;
mod wheel;

use crate::process::{captured, program, root, target};
use std::fs;
use std::path::{Path, PathBuf};
use target::{LINUX32, TARGETS, Target};

pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    match arguments.first().map(String::as_str) {
        Some("--check") => check::run(arguments.get(1..).unwrap_or_default()),
        Some("--costs") => costs::told(),
        Some("--twice") => twice(arguments.get(1..).unwrap_or_default()),
        _ => make(arguments),
    }
}

/// The folder of the library as it is shipped for a machine, or would be: built where it is not yet.
pub(crate) fn built(triple: &str) -> Result<PathBuf, String> {
    let mut all = TARGETS.iter().chain([&LINUX32]);
    let target = all
        .find(|one| one.triple == triple)
        .ok_or_else(|| format!("{triple}: no such target"))?;
    build::install()?;
    Ok(build::library(target, &root(), &build::target_folder())?.folder)
}

/// Where everything that is shipped comes to lie.
fn folder() -> PathBuf {
    root().join("dist")
}

/// The targets that were named, or all of them, and whether the wheels were.
fn chosen(names: &[String]) -> Result<(Vec<&'static Target>, bool), String> {
    let unknown = |name: &&String| *name != "wheels" && TARGETS.iter().all(|one| one.triple != **name);
    if let Some(name) = names.iter().find(unknown) {
        return Err(format!("{name}: no such target"));
    }
    let named = |name: &str| names.is_empty() || names.iter().any(|one| one == name);
    let targets = TARGETS.iter().filter(|one| named(one.triple)).collect();
    Ok((targets, named("wheels")))
}

fn make(names: &[String]) -> Result<String, String> {
    let (targets, wheels) = chosen(names)?;
    build::install()?;
    fs::create_dir_all(folder()).map_err(|error| error.to_string())?;
    let mut figures = Vec::new();
    for target in targets {
        let made = build::library(target, &root(), &build::target_folder())?;
        let (archive, size) = archive::pack(target, &made, &folder())?;
        figures.push(format!("{archive} (library {size} bytes)"));
    }
    if wheels {
        let built = target().join("dist-wheel");
        figures.extend(wheel::build(&root(), &built, &folder())?);
    }
    papers::write(&folder())?;
    sums()?;
    Ok(format!("dist: {}", figures.join(", ")))
}

/// `SHA256SUMS` of everything beside it.
fn sums() -> Result<(), String> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .map_err(|error| error.to_string())?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name != "SHA256SUMS")
        .collect();
    names.sort();
    let sums = captured(program("sha256sum").args(&names).current_dir(folder()))?;
    fs::write(folder().join("SHA256SUMS"), sums).map_err(|error| error.to_string())
}

/// The same sources in another folder give the same archives. What was built there stays until all that was asked is the same:
/// a run that was broken off goes on where it was.
fn twice(names: &[String]) -> Result<String, String> {
    let (targets, wheels) = chosen(names)?;
    build::install()?;
    let elsewhere = std::env::temp_dir().join("tierspayant-twice");
    let (source, packed) = (elsewhere.join("another/place"), elsewhere.join("packed"));
    fs::create_dir_all(&source).map_err(|error| error.to_string())?;
    if copy_sources(&source)? && packed.exists() {
        fs::remove_dir_all(&packed).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(&packed).map_err(|error| error.to_string())?;
    let mut same = Vec::new();
    let mut compare = |made: String| -> Result<(), String> {
        let bytes = |from: &Path| fs::read(from.join(&made)).map_err(|error| format!("{made}: {error}"));
        if bytes(&packed)? != bytes(&folder())? {
            let place = packed.display();
            return Err(format!(
                "{made}: other bytes when built in another folder: {place}"
            ));
        }
        println!("{made}: the same bytes");
        same.push(made);
        Ok(())
    };
    for target in targets {
        let name = archive::name(target)?;
        if packed.join(&name).exists() {
            compare(name)?;
            continue;
        }
        let built = elsewhere.join("target");
        let made = build::library(target, &source, &built)?;
        compare(archive::pack(target, &made, &packed)?.0)?;
        // A target takes half a gigabyte, and the next one uses nothing of it.
        fs::remove_dir_all(built.join(target.triple)).map_err(|error| error.to_string())?;
    }
    if wheels {
        for made in wheel::build(&source, &elsewhere.join("wheel"), &packed)? {
            compare(made)?;
        }
    }
    fs::remove_dir_all(elsewhere).map_err(|error| error.to_string())?;
    Ok(format!("dist: built twice, the same bytes: {}", same.join(", ")))
}

/// What is under version control, as it is now; gives whether anything there was otherwise.
fn copy_sources(to: &Path) -> Result<bool, String> {
    let listed = captured(program("git").args(["ls-files"]))?;
    let mut changed = false;
    for name in listed.lines() {
        let (from, to) = (root().join(name), to.join(name));
        if !from.is_file() {
            continue;
        }
        let text = fs::read(&from).map_err(|error| format!("{name}: {error}"))?;
        // What is written again is built again.
        if fs::read(&to).is_ok_and(|there| there == text) {
            continue;
        }
        changed = true;
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(|error| error.to_string())?;
        }
        fs::copy(&from, &to).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(changed)
}
