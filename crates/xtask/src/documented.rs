//! Commands and paths that the pages name exist, and every command is in the list of proofs.

use crate::process::{captured, program, root};
use std::collections::BTreeSet;
use std::fs;

const PROOFS: &str = "docs/proofs.md";

/// What the pages and the tasks say differently.
pub(crate) fn differences(tasks: &[&str]) -> Result<Vec<String>, String> {
    let pages = captured(
        program("git")
            .current_dir(root())
            .args(["ls-files", "--", "*.md", "*.toml", ".ci/*"]),
    )?;
    let mut wrong = Vec::new();
    for page in pages.lines() {
        let text = fs::read_to_string(root().join(page)).unwrap_or_default();
        let unknown = named(&text).into_iter().filter(|name| !tasks.contains(name));
        wrong.extend(unknown.map(|name| format!("{page}: there is no `cargo xtask {name}`")));
        // What is gone stays in the changelog, and a vendor's pages name the places of the archive.
        let of_here = page != "CHANGELOG.md" && !page.starts_with("bindings/c/");
        if page.ends_with(".md") && of_here {
            let gone = paths(&text).filter(|path| !root().join(path).exists());
            wrong.extend(gone.map(|path| format!("{page}: there is no `{path}`")));
        }
    }
    let proofs = fs::read_to_string(root().join(PROOFS)).map_err(|error| format!("{PROOFS}: {error}"))?;
    let listed = listed(&proofs);
    let missing = tasks.iter().filter(|name| !listed.contains(*name));
    wrong.extend(missing.map(|name| format!("{PROOFS} does not list `{name}`")));
    let gone = listed.iter().filter(|name| !tasks.contains(name));
    wrong.extend(gone.map(|name| format!("{PROOFS} lists `{name}`, which is no task")));
    Ok(wrong)
}

/// The tasks that a text tells to run.
fn named(text: &str) -> BTreeSet<&str> {
    let after = text.split("cargo xtask ").skip(1);
    let word = |rest: &'_ str| {
        rest.find(|c: char| !c.is_ascii_lowercase() && c != '-')
            .unwrap_or(rest.len())
    };
    after
        .filter_map(|rest| rest.get(..word(rest)))
        .filter(|name| !name.is_empty())
        .collect()
}

/// The folders whose files pages name from the root on.
const FOLDERS: [&str; 7] = [
    "crates/",
    "docs/",
    "tests/",
    "bindings/",
    "examples/",
    "fuzz/",
    "include/",
];

/// The paths between backticks, but for those that stand for several or for one still to be made.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let several = |path: &str| {
        path.contains([' ', '{', '*', '…', '(']) || path.contains("NAME") || path.contains("FAMILY")
    };
    quoted.filter(move |path| FOLDERS.iter().any(|folder| path.starts_with(folder)) && !several(path))
}

/// The tasks in the first column of the table of proofs.
fn listed(text: &str) -> BTreeSet<&str> {
    let rows = text
        .lines()
        .filter(|line| line.starts_with("| `") && !line.starts_with("| `cargo "));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    let commands = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    commands.filter_map(|command| command.split(' ').next()).collect()
}

#[cfg(test)]
mod tests {
    use super::{listed, named, paths};

    #[test]
    fn commands_of_a_page_are_found() {
        let text = "run `cargo xtask dist --check`, then\ncargo xtask abi\n`cargo xtask NAME` and `cargo xtask` alone";
        assert_eq!(named(text).into_iter().collect::<Vec<_>>(), ["abi", "dist"]);
    }

    #[test]
    fn paths_of_a_page_are_found() {
        let text = "`docs/a.md`, `tests/NAME/`, `crates/{a,b}` and `other/c`; `cargo xtask test`";
        assert_eq!(paths(text).collect::<Vec<_>>(), ["docs/a.md"]);
    }

    #[test]
    fn the_first_column_lists_the_tasks() {
        let text = "| `cargo xtask` | x |\n| `a`, `b --x` | what `c` shows |\n| other | `d` |\n";
        assert_eq!(listed(text).into_iter().collect::<Vec<_>>(), ["a", "b"]);
    }
}
