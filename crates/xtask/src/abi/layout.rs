//! What a compiled program relies on: symbols, prototypes, numbers and layouts, compared with the last release.
//!
//! `TP_UPDATE=1 cargo xtask abi` writes the baseline again, which only a release does.

use super::build::{Library, WARNINGS, folder};
use super::grown::PREVIOUS;
use crate::process::{captured, program, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The ABI of the last release.
const BASELINE: &str = "bindings/c/abi.txt";

pub(crate) fn prove(library: &Library) -> Result<String, String> {
    let exported = captured(program("nm").args(["-D", "--defined-only"]).arg(library.shared()))?;
    let mut exported: Vec<&str> = exported
        .lines()
        .filter_map(|line| line.split(' ').nth(2))
        .collect();
    exported.sort_unstable();
    let listed = read(&root().join("bindings/c/symbols.txt"))?;
    if exported != listed.lines().collect::<Vec<_>>() {
        return Err("the library exports other symbols than bindings/c/symbols.txt lists".to_owned());
    }
    let needed = captured(program("readelf").arg("-d").arg(library.shared()))?;
    let major = number("TP_ABI_MAJOR")?;
    if !needed.contains(&format!("[libtierspayant.so.{major}]")) {
        return Err("the SONAME is not the major version of the ABI".to_owned());
    }
    let now = baseline_of(&[("64", "-m64"), ("32", "-m32")])?;
    let summary = compare(&now, BASELINE)?;
    Ok(format!("{} symbols, {summary}", exported.len()))
}

/// The lines that describe the ABI, the layouts once for each width: its name and the flag that asks for it.
pub(crate) fn baseline_of(widths: &[(&str, &str)]) -> Result<Vec<String>, String> {
    let header = read(&root().join("include/tierspayant.h"))?;
    let mut lines: Vec<String> = prototypes(&header);
    lines.extend(header.lines().filter_map(|line| {
        let (name, value) = line.strip_prefix("#define TP_")?.split_once(' ')?;
        let value = value.split("/*").next().unwrap_or_default().trim();
        let versions = name.starts_with("VERSION") || name.starts_with("ABI_MINOR");
        let macros = ["CALL", "API"].contains(&name);
        (!versions && !macros).then(|| format!("number TP_{name} = {value}"))
    }));
    let folder = folder("layout")?;
    let source = folder.join("layout.c");
    fs::write(&source, layout_program(&header)).map_err(|error| error.to_string())?;
    for (width, flag) in widths {
        let to = folder.join(format!("layout-{width}"));
        captured(
            program("gcc")
                .args(["-std=c11", "-Iinclude"])
                .args(WARNINGS)
                .arg(flag)
                .arg(&source)
                .arg("-o")
                .arg(&to),
        )?;
        let printed = captured(&mut program(&to))?;
        lines.extend(printed.lines().map(|line| format!("layout{width} {line}")));
    }
    Ok(lines)
}

/// Nothing that was released may change or go; what is new must be named by a higher minor version.
pub(crate) fn compare(now: &[String], baseline: &str) -> Result<String, String> {
    let file = root().join(baseline);
    if std::env::var_os("TP_UPDATE").is_some() {
        let minor = number("TP_ABI_MINOR")?;
        let text = format!("minor {minor}\n{}\n", now.join("\n"));
        fs::write(&file, text).map_err(|error| error.to_string())?;
        fs::copy(root().join("include/tierspayant.h"), root().join(PREVIOUS))
            .map_err(|error| error.to_string())?;
    }
    let released = read(&file)?;
    let (first, released) = released.split_once('\n').ok_or("the baseline is empty")?;
    let released: BTreeSet<&str> = released.lines().collect();
    let current: BTreeSet<&str> = now.iter().map(String::as_str).collect();
    let broken = broken(&released, &current);
    if !broken.is_empty() {
        return Err(format!("changed since the last release: {broken:#?}"));
    }
    let added = current.difference(&released).count();
    if added > 0 && first == format!("minor {}", number("TP_ABI_MINOR")?) {
        return Err(format!(
            "{added} additions since the last release, under the same TP_ABI_MINOR"
        ));
    }
    Ok(format!(
        "{} lines of ABI as released, {added} added",
        released.len()
    ))
}

/// The lines that no client of the last release may meet. A struct may grow by fields at its end: past the size that it
/// was released with, since what lies before it, padding included, is memory that an older client has.
fn broken(released: &BTreeSet<&str>, current: &BTreeSet<&str>) -> Vec<String> {
    let sizes = |lines: &BTreeSet<&str>| -> BTreeMap<String, usize> {
        let size = |line: &&str| {
            let (name, size) = line.strip_prefix("layout")?.rsplit_once(' ')?;
            let whole = !name.contains('.');
            whole.then(|| Some((name.to_owned(), size.parse().ok()?)))?
        };
        lines.iter().filter_map(size).collect()
    };
    let (before, now) = (sizes(released), sizes(current));
    let grown = |line: &str| {
        let name = line
            .strip_prefix("layout")
            .and_then(|rest| rest.rsplit_once(' '))
            .map(|(name, _)| name);
        let sizes = name.and_then(|name| before.get(name).zip(now.get(name)));
        sizes.is_some_and(|(before, now)| before < now)
    };
    let gone = released.difference(current).filter(|line| !grown(line));
    // `64 tp_line.amount 16 8`: the width and the field, its place, its size.
    let inside = |line: &&&str| {
        let mut words = line.strip_prefix("layout")?.split(' ');
        let (width, field, place) = (words.next()?, words.next()?, words.next()?);
        let (name, _) = field.split_once('.')?;
        let size = before.get(&format!("{width} {name}"))?;
        Some(place.parse::<usize>().ok()? < *size)
    };
    let added = current.difference(released);
    let inserted = added.filter(|line| inside(line) == Some(true));
    gone.chain(inserted).map(|line| (*line).to_owned()).collect()
}

/// The value of a number of the header.
fn number(name: &str) -> Result<String, String> {
    let header = read(&root().join("include/tierspayant.h"))?;
    let of = |line: &str| -> Option<String> {
        let rest = line
            .strip_prefix("#define ")?
            .strip_prefix(name)?
            .strip_prefix(' ')?;
        rest.split_whitespace().next().map(str::to_owned)
    };
    header
        .lines()
        .find_map(of)
        .ok_or(format!("{name} is not in the header"))
}

/// Every prototype on one line.
fn prototypes(header: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut lines = header.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("TP_API ") {
            let mut whole = line.to_owned();
            while !whole.ends_with(';') {
                whole.push_str(lines.next().unwrap_or(";").trim_start());
                if whole.ends_with(',') {
                    whole.push(' ');
                }
            }
            all.push(format!(
                "function {}",
                whole.replace("TP_API ", "").replace("TP_CALL ", "")
            ));
        }
    }
    all
}

/// A program that prints the size of every struct, and the place and size of every field.
fn layout_program(header: &str) -> String {
    let mut out = "#include <stdio.h>\n#include <tierspayant.h>\n\nint main(void)\n{\n".to_owned();
    let mut inside: Option<&str> = None;
    for line in header.lines() {
        if let Some(name) = line
            .strip_prefix("typedef struct ")
            .and_then(|rest| rest.strip_suffix(" {"))
        {
            inside = Some(name);
            let _ = writeln!(out, "    printf(\"{name} %zu\\n\", sizeof({name}));");
        } else if line.starts_with('}') {
            inside = None;
        } else if let (Some(name), Some(field)) = (inside, line.strip_suffix(';')) {
            let field = field.rsplit([' ', '*']).next().unwrap_or_default();
            let _ = writeln!(
                out,
                "    printf(\"{name}.{field} %zu %zu\\n\", offsetof({name}, {field}), sizeof((({name} *)0)->{field}));"
            );
        }
    }
    out.push_str("    return 0;\n}\n");
    out
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;
