//! What a library exports, beside what the files that go with it say of it.

use super::target::{System, Target};
use crate::process::{captured, program};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where an archive names functions: each file below these.
const NAMING: &[&str] = &[
    "include",
    "lib/tierspayant.def",
    "share/tierspayant/bindings",
    "share/tierspayant/examples",
];
const LIST: &str = "share/doc/tierspayant/symbols.txt";

/// What `objdump` or its like says of a library.
pub(super) fn table(of: &Target, library: &Path) -> Result<String, String> {
    let mut reader = match of.system() {
        System::Linux => program("objdump"),
        System::Windows => program("objdump"),
        System::MacOs => program("llvm-nm"),
    };
    reader.arg(match of.system() {
        System::Linux => "-T",
        System::Windows => "-p",
        System::MacOs => "-gU",
    });
    captured(reader.arg(library))
}

/// The functions of the library in such a table.
fn names(of: &Target, table: &str) -> BTreeSet<String> {
    let last = table.lines().filter_map(|line| line.rsplit([' ', '\t']).next());
    let plain = last.map(|name| match of.system() {
        System::MacOs => name.strip_prefix('_').unwrap_or(name),
        _ => name,
    });
    plain.filter(|name| is_ours(name)).map(str::to_owned).collect()
}

fn is_ours(name: &str) -> bool {
    name.starts_with("tp_") || name.starts_with("tpw_")
}

/// Refuses an archive whose list, header, bindings or examples name a function that its library has not, or whose library
/// has one that the list has not. Gives how many it exports.
pub(super) fn agree(of: &Target, archive: &Path) -> Result<usize, String> {
    let library = archive.join(of.shipped());
    let exported = names(of, &table(of, &library)?);
    let listed: BTreeSet<String> = read(&archive.join(LIST))?.lines().map(str::to_owned).collect();
    if let Some(name) = exported.symmetric_difference(&listed).next() {
        let place = if listed.contains(name) {
            "is listed and not exported"
        } else {
            "is exported and not listed"
        };
        return Err(format!("{}: {name} {place}", of.name));
    }
    let mut files = Vec::new();
    for place in NAMING {
        let place = archive.join(place);
        if place.is_dir() {
            below(&place, &mut files)?;
        } else if place.exists() {
            files.push(place);
        }
    }
    // Names of types begin in the same way.
    let header = read(&archive.join("include/tierspayant.h"))?;
    let types: BTreeSet<&str> = words(&header)
        .zip(words(&header).skip(1))
        .filter_map(|(before, name)| (before == "struct").then_some(name))
        .collect();
    for file in files {
        let text = String::from_utf8_lossy(&fs::read(&file).map_err(|error| error.to_string())?).into_owned();
        let unknown =
            words(&text).find(|word| is_ours(word) && !types.contains(word) && !exported.contains(*word));
        if let Some(name) = unknown {
            return Err(format!(
                "{}: {} names {name}, which the library beside it has not",
                of.name,
                file.display()
            ));
        }
    }
    Ok(exported.len())
}

/// The names in a text, one after the other.
fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|one: char| !one.is_ascii_alphanumeric() && one != '_')
        .filter(|word| !word.is_empty())
}

/// Every file below a folder.
pub(super) fn below(folder: &Path, into: &mut Vec<PathBuf>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            below(&path, into)?;
        } else {
            into.push(path);
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::super::target::TARGETS;
    use super::{names, words};

    #[test]
    fn a_function_is_found_in_the_table_of_each_system() {
        let of = |triple: &str| TARGETS.iter().find(|one| one.triple == triple);
        for (triple, table) in [
            (
                "x86_64-unknown-linux-gnu",
                "00 g DF .text 010 Base tp_check\n00 DF *UND* 0 (GLIBC_2.14) memcpy",
            ),
            ("x86_64-pc-windows-gnu", "\t[   3] +base[   4]  0003 tp_check\n"),
            ("aarch64-apple-darwin", "0000 T _tp_check\n0001 T _other\n"),
        ] {
            let found = of(triple).map(|target| names(target, table));
            assert_eq!(
                found.map(|names| names.into_iter().collect()),
                Some(vec!["tp_check".to_owned()])
            );
        }
    }

    #[test]
    fn a_name_is_a_whole_word() {
        let found: Vec<&str> = words("int tp_a(tp_b *x); \"tpw_c\"").collect();
        assert_eq!(found, ["int", "tp_a", "tp_b", "x", "tpw_c"]);
    }
}
