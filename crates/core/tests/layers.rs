//! Data flows one way: a module of the core uses only those above it in the table of `src/lib.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

type Result<T> = std::io::Result<T>;

/// The modules of the table in the first lines of `lib.rs`, from the ground up.
fn layers(lib: &str) -> Vec<String> {
    lib.lines()
        .filter_map(|line| line.strip_prefix("//! | ")?.split_once(" | "))
        .flat_map(|(names, _)| names.split(", "))
        .filter_map(|name| name.trim_matches(['[', ']']).strip_prefix('`')?.strip_suffix('`'))
        .map(str::to_owned)
        .collect()
}

/// The modules that `lib.rs` declares.
fn declared(lib: &str) -> BTreeSet<String> {
    let name = |line: &str| {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        Some(line.strip_prefix("mod ")?.strip_suffix(';')?.to_owned())
    };
    lib.lines().filter_map(name).collect()
}

/// The top modules that a source names, comments left aside: `crate::a::b`, `crate::{a::b, c}`.
fn used(source: &str) -> BTreeSet<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for path in code.split("crate::").skip(1) {
        match path.strip_prefix('{') {
            None => names.extend(first_name(path)),
            Some(group) => {
                let mut depth = 1_usize;
                let mut at_name = true;
                for (place, sign) in group.char_indices() {
                    match sign {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 1 => at_name = true,
                        _ if at_name && sign.is_alphabetic() => {
                            names.extend(group.get(place..).and_then(first_name));
                            at_name = false;
                        }
                        _ => {}
                    }
                    if depth == 0 {
                        break;
                    }
                }
            }
        }
    }
    names
}

fn first_name(path: &str) -> Option<String> {
    let end = path
        .find(|sign: char| !sign.is_alphanumeric() && sign != '_')
        .unwrap_or(path.len());
    let name = path.get(..end)?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// Every source below a folder, tests left aside: they may ask anything.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            sources(&path, found)?;
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
            found.push(path);
        }
    }
    Ok(())
}

/// What a source uses that does not stand above its own module.
fn upward(layers: &[String], module: &str, source: &str) -> Vec<String> {
    let rank = |name: &str| layers.iter().position(|layer| layer == name);
    let below = |name: &String| name != module && rank(name) >= rank(module);
    let named = used(source).into_iter();
    // What is no module (a macro, a constant of the crate) has no rank.
    named.filter(|name| rank(name).is_some() && below(name)).collect()
}

#[test]
fn each_module_uses_only_those_above_it() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lib = fs::read_to_string(root.join("lib.rs"))?;
    let layers = layers(&lib);
    let known: BTreeSet<String> = layers.iter().cloned().collect();
    assert_eq!(known, declared(&lib), "the table of lib.rs and its modules");

    let mut files = Vec::new();
    sources(&root, &mut files)?;
    let mut arrows = 0_usize;
    let mut faults = Vec::new();
    for file in files {
        let inner = file.strip_prefix(&root).unwrap_or(&file);
        let parts: Vec<String> = inner
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        let module = parts.first().map_or("", |first| first.trim_end_matches(".rs"));
        if module == "lib" {
            continue;
        }
        let source = fs::read_to_string(&file)?;
        arrows += used(&source).len();
        for name in upward(&layers, module, &source) {
            faults.push(format!("{}: crate::{name}", inner.display()));
        }
        // `super` as often as the file is deep would reach another module without naming the crate.
        let depth = parts.len() - usize::from(inner.ends_with("mod.rs"));
        if source.contains(&"super::".repeat(depth)) {
            faults.push(format!("{}: leaves its module through super", inner.display()));
        }
    }
    assert!(
        arrows > 100,
        "only {arrows} uses were found: the sources were not read"
    );
    assert_eq!(faults, Vec::<String>::new(), "data flows one way");
    Ok(())
}

#[test]
fn a_use_of_a_later_module_is_found() {
    let layers = ["model", "tables", "rules", "decision"].map(str::to_owned);
    let up = |source: &str| upward(&layers, "rules", source);
    assert_eq!(up("use crate::decision::check;"), ["decision"]);
    assert_eq!(up("use crate::{model::{Date, Share}, decision};"), ["decision"]);
    assert_eq!(
        up("let verdict = crate::decision::check(tables, case);"),
        ["decision"]
    );
    assert!(up("use crate::model::Date;\nuse crate::rules::ald;\n// as in crate::decision").is_empty());
}
