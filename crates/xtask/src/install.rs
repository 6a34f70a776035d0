//! Installing what a proof needs, on a machine that has nothing but the distribution.

use crate::process::{captured, output, run};
use std::path::Path;
use std::process::Command;

/// Installs packages of the distribution, unless every one of these programs or files is there already.
pub(crate) fn packages(needed: &[(&str, &str)]) -> Result<(), String> {
    let missing: Vec<&str> = needed
        .iter()
        .filter(|(_, sign)| !is_there(sign))
        .map(|(package, _)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    distribution(&missing)
}

/// Installs packages of the distribution, or says which an administrator must install.
pub(crate) fn distribution(missing: &[&str]) -> Result<(), String> {
    if !captured(Command::new("id").arg("-u"))?.trim().eq("0") {
        let missing = missing.join(" ");
        return Err(format!(
            "this is needed first, by an administrator: apt-get install {missing}"
        ));
    }
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(missing)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

/// The programs of the newest Java that is here, where it has functions of C without JNA: 22 or later. No package of the
/// distribution has one.
pub(crate) fn java22() -> Option<std::path::PathBuf> {
    let homes = std::fs::read_dir("/usr/lib/jvm").ok()?;
    let newest = homes.filter_map(|home| {
        let home = home.ok()?.path();
        let release = std::fs::read_to_string(home.join("release")).ok()?;
        let version = release
            .lines()
            .find_map(|line| line.strip_prefix("JAVA_VERSION=\""))?;
        let major: u32 = version.split(['.', '"', '+']).next()?.parse().ok()?;
        Some((major, home.join("bin")))
    });
    newest
        .filter(|(major, bin)| *major >= 22 && bin.join("javac").exists())
        .max()
        .map(|(_, bin)| bin)
}

/// Whether a program is on the path, or a file is there.
fn is_there(sign: &str) -> bool {
    if sign.starts_with('/') {
        return Path::new(sign).exists();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(sign).exists())
}

/// Installs one package of Node into a folder, unless it is there in this version.
pub(crate) fn node_package(folder: &Path, package: &str, version: &str) -> Result<(), String> {
    let described = folder.join("node_modules").join(package).join("package.json");
    let there = std::fs::read_to_string(described).unwrap_or_default();
    if there.contains(&format!("\"version\": \"{version}\"")) {
        return Ok(());
    }
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    output(
        Command::new("npm")
            .args([
                "install",
                "--silent",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
            ])
            .arg(folder)
            .arg(format!("{package}@{version}")),
    )
    .map(|_| ())
}
