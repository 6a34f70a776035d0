//! The header, the list of symbols and the `.def` file are those that the sources give.
//!
//! `TP_UPDATE=1 cargo test -p tierspayant-capi --test header` writes them again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what is wrong by failing"
)]

mod generate;
mod items;
mod sections;

use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Compares a committed file with what it should be, or writes it when asked to.
fn same(path: &str, expected: &str) {
    let file = root().join(path);
    if std::env::var_os("TP_UPDATE").is_some() {
        fs::write(&file, expected).unwrap();
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    let differs = committed
        .lines()
        .zip(expected.lines())
        .position(|(one, other)| one != other);
    assert!(
        committed == expected,
        "{path} is not current (first difference after line {}): run TP_UPDATE=1 cargo test -p tierspayant-capi --test header",
        differs.unwrap_or(committed.lines().count().min(expected.lines().count()))
    );
}

#[test]
fn the_header_is_current() {
    same("include/tierspayant.h", &sections::arranged(&generate::printed()));
    same(
        "include/tierspayant_flat.h",
        &sections::arranged_flat(&generate::printed_flat()),
    );
}

#[test]
fn the_list_of_symbols_is_that_of_the_header() {
    let mut names = sections::functions(&generate::printed());
    let flat = sections::arguments(&generate::printed_flat());
    names.extend(flat.iter().map(|(name, _)| name.clone()));
    names.sort();
    same("bindings/c/symbols.txt", &(names.join("\n") + "\n"));
    let def = format!("LIBRARY tierspayant.dll\nEXPORTS\n    {}\n", names.join("\n    "));
    same("bindings/c/tierspayant.def", &def);
    // Where stdcall decorates names with the bytes of their arguments, import libraries want to know them; the DLL does not.
    let mut narrow = String::from("LIBRARY tierspayant.dll\nEXPORTS\n");
    for name in &names {
        let bytes = flat
            .iter()
            .find(|(one, _)| one == name)
            .map(|(_, count)| count * 4);
        let end = bytes.map_or_else(String::new, |bytes| format!("@{bytes}"));
        narrow.push_str(&format!("    {name}{end}\n"));
    }
    same("bindings/c/tierspayant-x86.def", &narrow);
}

#[test]
fn every_function_and_every_struct_says_what_it_does() {
    let flat = sections::arranged_flat(&generate::printed_flat());
    let header = sections::arranged(&generate::printed()) + &flat;
    let mut before = "";
    for line in header.lines() {
        let declares = line.starts_with("TP_API ") || line.starts_with("typedef struct");
        let forward = line.ends_with(';') && line.starts_with("typedef struct");
        if declares && !forward {
            assert!(before == " */", "nothing is said of: {line}");
        }
        before = line;
    }
}
