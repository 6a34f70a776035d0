//! Each wheel: in an environment that has nothing else, of every Python that is here; one for another system is only looked at.

use super::super::build::version;
use super::super::{folder, links, wheel};
use super::nothing_of_the_builder;
use crate::process::{captured, program, target};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The Pythons with which a wheel is tried, where they are found.
const PYTHONS: &[&str] = &[
    "python3.10",
    "python3.11",
    "python3.12",
    "python3.13",
    "python3.14",
];

/// What every wheel must hold about itself.
const PAPERS: &[&str] = &[
    "licenses/LICENSE-MIT",
    "licenses/LICENSE-APACHE",
    "licenses/THIRD-PARTY.txt",
    "sboms/tierspayant.cdx.json",
];

const ASKED: &str = "import sys, tierspayant\n\
                     assert tierspayant.check(open(sys.argv[1], 'rb').read()).verdict is tierspayant.Verdict.BILLABLE\n\
                     print('%d.%d' % sys.version_info[:2])";

pub(super) fn check() -> Result<String, String> {
    let made = wheel::names(&folder())?;
    if made.is_empty() {
        return Ok("wheels: not made".to_owned());
    }
    let empty = target().join("dist-check/wheel");
    if empty.exists() {
        fs::remove_dir_all(&empty).map_err(|error| error.to_string())?;
    }
    let mut figures = Vec::new();
    for name in made {
        let file = folder().join(&name);
        let inside = empty.join(format!("{name}-inside"));
        captured(
            program("python3")
                .args(["-m", "zipfile", "-e"])
                .arg(&file)
                .arg(&inside),
        )?;
        let files = nothing_of_the_builder(&inside)?;
        let about = format!("tierspayant-{}.dist-info", version()?);
        if let Some(paper) = PAPERS
            .iter()
            .find(|paper| !inside.join(&about).join(paper).exists())
        {
            return Err(format!("{name}: {paper} is missing"));
        }
        let page = fs::read_to_string(inside.join(&about).join("METADATA"))
            .map_err(|error| format!("{name}: METADATA: {error}"))?;
        if let Some(link) = links::to_a_file(&page) {
            return Err(format!("{name}: its page links to {link}, which no wheel has"));
        }
        let mut ran = Vec::new();
        if name.contains("linux_x86_64") || name.contains("28_x86_64") {
            for python in pythons() {
                let environment = empty.join(format!("environment-{}", ran.len()));
                captured(Command::new(python).args(["-m", "venv"]).arg(&environment))?;
                captured(
                    program(environment.join("bin/pip"))
                        .args(["install", "--quiet", "--no-deps"])
                        .arg(&file),
                )?;
                let version = captured(program(environment.join("bin/python")).args([
                    "-c",
                    ASKED,
                    "examples/data/dossier.json",
                ]))?;
                ran.push(version.trim().to_owned());
            }
            if ran.is_empty() {
                return Err(format!("{name}: no Python to try it with"));
            }
        }
        let ran = if ran.is_empty() {
            "not run here".to_owned()
        } else {
            format!("asked by Python {}", ran.join(", "))
        };
        figures.push(format!("{name}: {files} files, {ran}"));
    }
    Ok(figures.join("; "))
}

/// Every Python that answers: by name, or where pyenv keeps them.
fn pythons() -> Vec<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let kept = fs::read_dir(home.join(".pyenv/versions"));
    let kept: Vec<PathBuf> = kept
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .collect();
    PYTHONS
        .iter()
        .filter_map(|name| {
            let in_folders = kept.iter().map(|folder| folder.join(name));
            let mut places = std::iter::once(PathBuf::from(name)).chain(in_folders);
            places.find(|place| crate::process::answers(Command::new(place).arg("--version")))
        })
        .collect()
}
