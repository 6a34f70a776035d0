//! `bindings/c/coverage.txt` names everything public in Rust, with the functions of C that reach it or why none does.
//!
//! A line is `item = tp_name tp_name…` or `item - reason`. Of the core, types and free functions are listed; of the
//! other crates, methods as well.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Sources under a folder, without tests.
fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.contains("test") || name == "sample.rs" || name == "encode.rs" {
            continue;
        }
        if path.is_dir() {
            sources(&path, out);
        } else if name.ends_with(".rs") {
            out.push(path);
        }
    }
}

/// The public items of a file, as `Type`, `Type::method` or `function`.
fn items(text: &str, methods: bool) -> Vec<String> {
    let mut items = Vec::new();
    let mut of = String::new();
    for line in text.lines() {
        let start = line.trim_start();
        let deep = start.len() != line.len();
        if line.starts_with("impl") {
            let rest = line.rsplit(" for ").next().unwrap();
            let rest = rest.trim_start_matches("impl").trim_start();
            let rest = rest.rsplit("> ").next().unwrap_or(rest);
            of = rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
        }
        let Some(item) = start.strip_prefix("pub ") else {
            // A word list is declared by a macro: the name stands alone before its variants.
            if deep && text.contains("text_enum! {") && start.ends_with(" {") {
                let name = start.trim_end_matches(" {");
                if name.chars().all(char::is_alphanumeric) && name.starts_with(char::is_uppercase) {
                    items.push(name.to_owned());
                }
            }
            continue;
        };
        let item = item.trim_start_matches("const ").trim_start_matches("unsafe ");
        let named = |word: &str| -> Option<String> {
            let rest = item.strip_prefix(word)?;
            Some(
                rest.chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect(),
            )
        };
        if let Some(name) = named("fn ") {
            if !deep {
                items.push(name);
            } else if methods {
                items.push(format!("{of}::{name}"));
            }
        } else if !deep {
            items.extend(
                named("struct ")
                    .or_else(|| named("enum "))
                    .or_else(|| named("type ")),
            );
        }
    }
    items
}

fn public() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let listed = [
        ("tierspayant", "tierspayant/src", true),
        ("dossier", "dossier/src", true),
        ("readers", "readers/src", true),
        ("tables", "tables/src", true),
        ("text", "text/src", true),
        ("core", "core/src/model", false),
        ("core", "core/src/finding", false),
        ("core", "core/src/ids", false),
        ("core", "core/src/decision", false),
        ("core", "core/src/whatif", false),
        ("core", "core/src/triage", false),
    ];
    for (name, folder, methods) in listed {
        let mut files = Vec::new();
        sources(&root().join("crates").join(folder), &mut files);
        if name == "core" && folder.ends_with("whatif") {
            let single = ["timeline", "question", "verdict"];
            files.extend(single.map(|file| root().join(format!("crates/core/src/{file}.rs"))));
        }
        for file in files {
            for item in items(&fs::read_to_string(file).unwrap(), methods) {
                all.insert(format!("{name}::{item}"));
            }
        }
    }
    all
}

#[test]
fn everything_public_in_rust_is_in_c_or_has_a_reason_not_to_be() {
    let listed = fs::read_to_string(root().join("bindings/c/coverage.txt")).unwrap_or_default();
    let symbols = fs::read_to_string(root().join("bindings/c/symbols.txt")).unwrap();
    let header = fs::read_to_string(root().join("include/tierspayant.h")).unwrap();
    let symbols: BTreeSet<&str> = symbols.lines().collect();
    let mut said = BTreeMap::new();
    for line in listed
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let (item, rest) = line.split_once(' ').unwrap();
        if let Some(names) = rest.strip_prefix("= ") {
            for name in names.split(' ') {
                let known = symbols.contains(name) || header.contains(name);
                assert!(known, "{item}: {name} is not in the header");
            }
        } else {
            assert!(
                rest.starts_with("- ") && rest.len() > 12,
                "{item}: neither reached nor excused"
            );
        }
        assert!(
            said.insert(item.to_owned(), rest).is_none(),
            "{item} is listed twice"
        );
    }
    let public = public();
    let missing: Vec<&String> = public.iter().filter(|item| !said.contains_key(*item)).collect();
    let gone: Vec<&String> = said.keys().filter(|item| !public.contains(*item)).collect();
    assert!(missing.is_empty(), "not listed: {missing:#?}");
    assert!(gone.is_empty(), "no longer public: {gone:#?}");
}
