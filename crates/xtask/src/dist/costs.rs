//! `dist --costs`: what each part of the library for Linux weighs: its code by the names in the static library, which the shared
//! one was linked from and has no more; everything else by the sections of the shared one.

use super::build::target_folder;
use crate::process::{captured, program};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Parts that are told apart, by a part of the name of a symbol; the first that fits counts.
const PARTS: &[(&str, &[&str])] = &[
    ("tables: the loader", &["tierspayant_tables", "toml"]),
    ("documents in JSON", &["tierspayant_format", "serde_json"]),
    (
        "readers of cards and services",
        &["tierspayant_readers", "roxmltree"],
    ),
    (
        "texts, pages and pictures",
        &["tierspayant_text", "unicode_width"],
    ),
    ("the decision", &["tierspayant_core"]),
    // Both crates have one name.
    (
        "the engine and the functions of C",
        &["tierspayant::", "facade::", "tp_", "tpw_"],
    ),
    (
        "the standard library",
        &["std::", "core::", "alloc::", "rust_", "__rust"],
    ),
];

/// Sections that hold what is not code.
const SECTIONS: &[(&str, &[&str])] = &[
    ("constants", &[".rodata"]),
    ("constants with pointers", &[".data.rel.ro", ".data", ".got"]),
    ("what puts these pointers right", &[".rela.dyn"]),
    ("unwinding", &[".eh_frame", ".eh_frame_hdr", ".gcc_except_table"]),
];

pub(super) fn told() -> Result<String, String> {
    let folder = target_folder().join("x86_64-unknown-linux-gnu/dist");
    let library = folder.join("libtierspayant.so");
    if !library.exists() {
        return Err("cargo xtask dist x86_64-unknown-linux-gnu comes first".to_owned());
    }
    let hexadecimal = |text: &str| u64::from_str_radix(text, 16).unwrap_or_default();
    let mut parts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut names = program("nm");
    names
        .args(["-CS", "--defined-only"])
        .arg(folder.join("libtierspayant.a"));
    let symbols = captured(&mut names)?;
    for line in symbols.lines() {
        let words: Vec<&str> = line.splitn(4, ' ').collect();
        let [_, size, "t" | "T" | "W", name] = words.as_slice() else {
            continue;
        };
        let fits = |(_, signs): &&(&str, &[&str])| signs.iter().any(|sign| name.contains(sign));
        let part = PARTS.iter().find(fits).map_or("others", |(part, _)| part);
        *parts.entry(part).or_default() += hexadecimal(size);
    }
    let sections = captured(program("readelf").args(["-SW"]).arg(&library))?;
    for line in sections.lines() {
        let after = line.split_once(']').map_or("", |(_, after)| after);
        let words: Vec<&str> = after.split_whitespace().collect();
        let [name, kind, _, _, size, ..] = words.as_slice() else {
            continue;
        };
        let part = SECTIONS.iter().find(|(_, names)| names.contains(name));
        if let Some((part, _)) = part.filter(|_| *kind != "NOBITS") {
            *parts.entry(part).or_default() += hexadecimal(size);
        }
    }
    let mut sorted: Vec<_> = parts.into_iter().collect();
    sorted.sort_by_key(|(_, size)| Reverse(*size));
    let all: u64 = sorted.iter().map(|(_, size)| size).sum();
    for (part, size) in sorted {
        println!("| {part} | {} KB |", size / 1_000);
    }
    Ok(format!("dist: {} KB in all parts", all / 1_000))
}
