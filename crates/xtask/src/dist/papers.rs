//! The papers: notices of the crates that are in the library, their licences in full, and the bill of materials.

use super::build::version;
use crate::process::{captured, cargo, root};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// What is shipped, and for which machine: the papers are of the crates in it.
pub(super) struct Shipped<'a> {
    pub(super) triple: &'a str,
    /// Where the manifest and the lock file are.
    pub(super) manifest: &'a Path,
    /// The crates of this project that it was made from.
    pub(super) crates: &'static [&'static str],
    /// How the notices begin to speak of it: "The library holds".
    pub(super) holds: &'static str,
}

impl<'a> Shipped<'a> {
    /// An archive: the library and the command.
    pub(super) const fn archive(triple: &'a str, source: &'a Path) -> Self {
        Shipped {
            triple,
            manifest: source,
            crates: &["tierspayant-capi", "tierspayant-cli"],
            holds: "The library and the command hold",
        }
    }
}

/// A crate that ends up in one of them.
struct Part {
    name: String,
    version: String,
    licence: String,
    repository: Option<String>,
    /// Nothing for those of this project.
    source: Option<String>,
    folder: PathBuf,
}

/// The crates of the lock file that are linked into what is shipped.
fn parts(shipped: &Shipped) -> Result<Vec<Part>, String> {
    let text = captured(
        cargo()
            .args([
                "metadata",
                "--locked",
                "--format-version",
                "1",
                "--filter-platform",
                shipped.triple,
            ])
            .current_dir(shipped.manifest),
    )?;
    let all: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let list = |value: &Value, name: &str| {
        value
            .get(name)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let word = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let packages: BTreeMap<String, Value> = list(&all, "packages")
        .into_iter()
        .filter_map(|one| Some((word(&one, "id")?, one)))
        .collect();
    let nodes: BTreeMap<String, Value> = list(all.get("resolve").unwrap_or(&Value::Null), "nodes")
        .into_iter()
        .filter_map(|one| Some((word(&one, "id")?, one)))
        .collect();
    let runs_at_build = |id: &str| {
        let targets = packages
            .get(id)
            .map(|one| list(one, "targets"))
            .unwrap_or_default();
        targets
            .iter()
            .any(|one| list(one, "kind").iter().any(|kind| kind == "proc-macro"))
    };
    let ours = packages
        .iter()
        .filter(|(_, one)| word(one, "name").is_some_and(|name| shipped.crates.contains(&name.as_str())));
    let mut open: Vec<String> = ours.map(|(id, _)| id.clone()).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        for dependency in nodes.get(&id).map(|one| list(one, "deps")).unwrap_or_default() {
            let linked = list(&dependency, "dep_kinds")
                .iter()
                .any(|kind| kind.get("kind") == Some(&Value::Null));
            if let Some(id) = word(&dependency, "pkg").filter(|id| linked && !runs_at_build(id)) {
                open.push(id);
            }
        }
    }
    let mut parts = Vec::new();
    for id in seen {
        let Some(one) = packages.get(&id) else { continue };
        let name = word(one, "name").unwrap_or_default();
        let manifest = PathBuf::from(word(one, "manifest_path").unwrap_or_default());
        parts.push(Part {
            version: word(one, "version").unwrap_or_default(),
            licence: word(one, "license").ok_or_else(|| format!("{name} names no licence"))?,
            repository: word(one, "repository"),
            source: word(one, "source"),
            folder: manifest.parent().map(Path::to_path_buf).unwrap_or_default(),
            name,
        });
    }
    parts.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    if parts.len() < 10 {
        return Err(format!("only {} crates in an archive", parts.len()));
    }
    Ok(parts)
}

/// Whether a file of a crate is one that has to go with it.
fn is_licence(name: &str) -> bool {
    let name = name.to_uppercase();
    ["LICEN", "COPYING", "COPYRIGHT", "UNLICENSE", "NOTICE"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// Every crate with its licence, then every licence text once, under the crates that it is of.
pub(super) fn notices(of: &Shipped, to: &Path) -> Result<(), String> {
    let mut text = format!(
        "tierspayant {} is licensed under MIT or Apache-2.0, at your choice: LICENSE-MIT, LICENSE-APACHE.\n\n\
         {} code of these crates, each under its own licence, whose texts follow:\n\n",
        version()?,
        of.holds
    );
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in parts(of)? {
        if part.source.is_none() {
            continue;
        }
        let name = format!("{} {}", part.name, part.version);
        let _ = writeln!(text, "  {name}: {}", part.licence);
        let mut files: Vec<PathBuf> = fs::read_dir(&part.folder)
            .map_err(|error| format!("{name}: {error}"))?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| {
                path.is_file()
                    && path
                        .file_name()
                        .is_some_and(|name| is_licence(&name.to_string_lossy()))
            })
            .collect();
        files.sort();
        if files.is_empty() {
            // Some packages leave the text out. Where Apache-2.0 may be chosen, its text is the same for all.
            if !part.licence.contains("Apache-2.0") {
                return Err(format!("{name} comes without the text of its licence"));
            }
            files.push(root().join("LICENSE-APACHE"));
        }
        for file in files {
            let licence =
                fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            texts
                .entry(licence.replace("\r\n", "\n").trim().to_owned())
                .or_default()
                .push(name.clone());
        }
    }
    text.push_str(
        "\nThey also hold the standard library of Rust, under MIT or Apache-2.0, copyright The Rust Project Contributors.\n",
    );
    for (licence, names) in texts {
        let _ = write!(text, "\n{}\n{}\n\n{licence}\n", "=".repeat(78), names.join(", "));
    }
    fs::write(to, text).map_err(|error| error.to_string())
}

/// The bill of materials, in CycloneDX 1.5. No time and no serial number, so that it is the same each time.
pub(super) fn sbom(of: &Shipped, to: &Path) -> Result<(), String> {
    let parts = parts(of)?;
    let hashes = checksums(of.manifest)?;
    let component = |part: &Part| {
        let purl = format!("pkg:cargo/{}@{}", part.name, part.version);
        let mut one = json!({
            "type": "library",
            "bom-ref": purl,
            "name": part.name,
            "version": part.version,
            "scope": "required",
            "licenses": [{ "expression": part.licence.replace('/', " OR ") }],
            "purl": purl,
        });
        let more = one.as_object_mut();
        if let Some(more) = more {
            if let Some(hash) = hashes.get(&(part.name.clone(), part.version.clone())) {
                more.insert(
                    "hashes".to_owned(),
                    json!([{ "alg": "SHA-256", "content": hash }]),
                );
            }
            if let Some(repository) = &part.repository {
                more.insert(
                    "externalReferences".to_owned(),
                    json!([{ "type": "vcs", "url": repository }]),
                );
            }
        }
        one
    };
    let version = version()?;
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "library", "bom-ref": "tierspayant", "name": "tierspayant", "version": version,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            "properties": [{ "name": "target", "value": of.triple }],
        } },
        "components": parts.iter().filter(|part| part.source.is_some()).map(component).collect::<Vec<_>>(),
    });
    let text = serde_json::to_string_pretty(&bill).map_err(|error| error.to_string())?;
    fs::write(to, text + "\n").map_err(|error| error.to_string())
}

/// The sums of the lock file, by name and version.
fn checksums(source: &Path) -> Result<BTreeMap<(String, String), String>, String> {
    let lock = fs::read_to_string(source.join("Cargo.lock")).map_err(|error| error.to_string())?;
    let mut sums = BTreeMap::new();
    for package in lock.split("[[package]]") {
        let value = |name: &str| {
            let start = format!("{name} = \"");
            package
                .lines()
                .find_map(|line| line.strip_prefix(&start)?.strip_suffix('"').map(str::to_owned))
        };
        if let (Some(name), Some(version), Some(sum)) = (value("name"), value("version"), value("checksum")) {
            sums.insert((name, version), sum);
        }
    }
    Ok(sums)
}

/// The papers that stand beside the archives.
pub(super) fn write(to: &Path) -> Result<(), String> {
    for name in ["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md", "SECURITY.md"] {
        fs::copy(root().join(name), to.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
