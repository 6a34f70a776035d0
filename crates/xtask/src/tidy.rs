//! `tidy`: the sizes of the files, the names of the public types, the commands that pages name, and how much source there is.

use crate::documented;
use crate::process::{captured, program, root};
use std::collections::BTreeMap;
use std::fs;

/// No file is longer.
const LONGEST: usize = 600;
/// Half of the files are not longer than this.
const MEDIAN: usize = 200;

/// Checks them; the last line tells how many lines of source there are, tests aside.
pub(crate) fn run(_arguments: &[String]) -> Result<String, String> {
    let files = files()?;
    let mut lines: Vec<(usize, &str)> = files
        .iter()
        .map(|(name, text)| (text.lines().count(), name.as_str()))
        .collect();
    lines.sort_unstable();
    let too_long: Vec<&(usize, &str)> = lines.iter().filter(|(count, _)| *count > LONGEST).collect();
    if !too_long.is_empty() {
        return Err(format!("longer than {LONGEST} lines: {too_long:?}"));
    }
    let middle = lines.get(lines.len() / 2).map_or(0, |(count, _)| *count);
    if middle > MEDIAN {
        return Err(format!(
            "half of the files are longer than {middle} lines, not {MEDIAN}"
        ));
    }
    let twice = named_twice(&files);
    if !twice.is_empty() {
        return Err(format!("two public types of one name: {}", twice.join("; ")));
    }
    let tasks: Vec<&str> = crate::TASKS.iter().map(|task| task.name).collect();
    let wrong = documented::differences(&tasks)?;
    if !wrong.is_empty() {
        return Err(wrong.join("; "));
    }
    let longest = lines.last().map_or(0, |(count, _)| *count);
    let source = lines.iter().filter(|(_, name)| ships(name));
    let source: usize = source.map(|(count, _)| count).sum();
    Ok(format!(
        "{} files of at most {longest} lines, half of them of at most {middle}; {source} lines of source, tests aside",
        files.len()
    ))
}

/// Every file of Rust and Python that is written by hand or by `describe`, with its text.
fn files() -> Result<Vec<(String, String)>, String> {
    let names = captured(program("git").current_dir(root()).args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "*.rs",
        "*.py",
        "*.pyi",
    ]))?;
    let read = |name: &str| Some((name.to_owned(), fs::read_to_string(root().join(name)).ok()?));
    let files: Vec<_> = names.lines().filter_map(read).collect();
    if files.is_empty() {
        return Err("git lists no file".to_owned());
    }
    Ok(files)
}

/// Whether a file is of what is shipped, or of what builds and proves it, and no test.
fn ships(name: &str) -> bool {
    let tests = ["/tests/", "/examples/", "/proofs/"];
    !name.starts_with("tests/")
        && !tests.iter().any(|part| name.contains(part))
        && !name.ends_with("_tests.rs")
        && !name.ends_with("/tests.rs")
}

/// Names that two public types of one crate have, with their files.
fn named_twice(files: &[(String, String)]) -> Vec<String> {
    let mut found: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for (name, text) in files.iter().filter(|(name, _)| ships(name)) {
        let Some((of, _)) = name.split_once("/src/") else {
            continue;
        };
        for public in types(text) {
            found.entry((of, public)).or_default().push(name);
        }
    }
    let twice = found.into_iter().filter(|(_, places)| places.len() > 1);
    twice
        .map(|((_, public), places)| format!("{public} in {}", places.join(" and ")))
        .collect()
}

/// The public types of a file; what a macro declares has its name alone on the second line, behind its comments.
fn types(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut declares = false;
    for line in text.lines() {
        if line == "text_enum! {" || line == "record! {" {
            declares = true;
            continue;
        }
        let declared = line.trim_start().strip_suffix(" {").filter(|_| declares);
        let written = ["pub struct ", "pub enum ", "pub trait ", "pub type "]
            .iter()
            .find_map(|start| line.strip_prefix(start));
        if let Some(rest) = written.or(declared) {
            let end = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            found.extend(rest.get(..end));
            declares = false;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{named_twice, types};

    #[test]
    fn types_are_found_however_they_are_declared() {
        let text =
            "pub struct One<T>(T);\nstruct Hidden;\nrecord! {\n    /// About.\n    Two {\n        a: u8,\n";
        assert_eq!(types(text), ["One", "Two"]);
    }

    #[test]
    fn a_name_of_two_types_is_told_with_its_places() {
        let file = |name: &str| (name.to_owned(), "pub enum Same {\n".to_owned());
        let files = [
            file("crates/a/src/x.rs"),
            file("crates/a/src/y.rs"),
            file("crates/b/src/x.rs"),
        ];
        assert_eq!(
            named_twice(&files),
            ["Same in crates/a/src/x.rs and crates/a/src/y.rs"]
        );
    }
}
