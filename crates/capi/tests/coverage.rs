//! `bindings/c/coverage.txt` names everything public in Rust, with the functions of C that reach it or why none does.
//!
//! A line is `path = tp_name tp_name…` or `path - reason`, where the path is the public one, such as
//! `core::triage::Evidence`; `core::tables::* - reason` stands for a whole module. Of the core, types and free functions
//! are listed; of the other crates, methods as well.

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

/// What follows the `<…>` that a text starts with.
fn after_generics(text: &str) -> &str {
    let mut depth = 0_i32;
    for (place, c) in text.char_indices() {
        match c {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return if place == 0 {
                text
            } else {
                text.get(place + 1..).unwrap()
            };
        }
    }
    text
}

/// The public items of a file, as `Type`, `Type::method` or `function`.
fn items(text: &str, methods: bool) -> Vec<String> {
    let mut items = Vec::new();
    let mut of = String::new();
    let mut declares = false;
    for line in text.lines() {
        let start = line.trim_start();
        let deep = start.len() != line.len();
        if line == "text_enum! {" || line == "record! {" {
            declares = true;
            continue;
        }
        if line.starts_with("impl") {
            let rest = line.rsplit(" for ").next().unwrap();
            of = after_generics(rest.trim_start_matches("impl"))
                .trim_start()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
        }
        let Some(item) = start.strip_prefix("pub ") else {
            // A word list or a record is declared by a macro: the name stands alone before its variants.
            if let (true, Some(name)) = (declares, start.strip_suffix(" {")) {
                // The parts of an answer are declared to be written, and are no interface of their own.
                if !name.ends_with("Out") {
                    items.push(name.to_owned());
                }
                declares = false;
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

/// The path under which the parts of a file are shown: public modules give their name, those in others do not. Nothing
/// for the private modules of the core, which shows nothing at its root.
fn public_path(name: &str, source: &Path, file: &Path) -> Option<String> {
    let mut path = name.to_owned();
    let mut folder = source.to_path_buf();
    let mut front = fs::read_to_string(source.join("lib.rs")).unwrap();
    for part in file.strip_prefix(source).unwrap() {
        let module = part.to_string_lossy();
        let module = module.trim_end_matches(".rs");
        if !front.contains(&format!("\npub mod {module};")) {
            break;
        }
        path = format!("{path}::{module}");
        folder.push(module);
        front = fs::read_to_string(folder.join("mod.rs")).unwrap_or_default();
    }
    (path != "core").then_some(path)
}

/// The public paths of what is public, which are all different.
fn public() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for name in CRATES {
        let source = root().join("crates").join(name).join("src");
        let mut files = Vec::new();
        sources(&source, &mut files);
        for file in files {
            let Some(path) = public_path(name, &source, &file) else {
                continue;
            };
            let found = items(&fs::read_to_string(&file).unwrap(), name != "core");
            for item in found.into_iter().collect::<BTreeSet<_>>() {
                let path = format!("{path}::{item}");
                assert!(all.insert(path.clone()), "{path} is public twice");
            }
        }
    }
    all
}

/// The crates that the library is made of.
const CRATES: [&str; 6] = ["core", "format", "readers", "tables", "text", "tierspayant"];

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
    let under = |item: &str, said: &str| {
        said.strip_suffix('*')
            .is_some_and(|module| item.starts_with(module))
    };
    let listed = |item: &&String| said.contains_key(*item) || said.keys().any(|one| under(item, one));
    let missing: Vec<&String> = public.iter().filter(|item| !listed(item)).collect();
    let stands = |one: &&String| public.contains(*one) || public.iter().any(|item| under(item, one));
    let gone: Vec<&String> = said.keys().filter(|one| !stands(one)).collect();
    assert!(missing.is_empty(), "not listed: {missing:#?}");
    assert!(gone.is_empty(), "no longer public: {gone:#?}");
}
