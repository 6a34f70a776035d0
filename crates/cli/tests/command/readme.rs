//! README's first command prints what README shows, and exits as README says.

use crate::run::command;
use std::path::Path;

#[test]
fn the_first_command_prints_what_readme_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let readme = readme.replace(['\u{a0}', '\u{202f}'], " ");
    let written = readme
        .split_once("cargo run -q -p tierspayant-cli -- ")
        .unwrap()
        .1;
    let written = written.split("\n\n").next().unwrap().replace("\\\n", " ");
    let arguments: Vec<&str> = written.split_ascii_whitespace().collect();
    let output = command(&arguments).current_dir(root).output().unwrap();
    assert_eq!(output.status.code(), Some(1));

    // README is typed with plain blanks, where French typography has narrow ones that do not break.
    let printed = String::from_utf8(output.stdout).unwrap();
    let printed = printed.replace(['\u{a0}', '\u{202f}'], " ");
    let shown = readme
        .split_once("```text\n")
        .unwrap()
        .1
        .split_once("```")
        .unwrap()
        .0;
    let shown = shown.lines().map(|line| line.trim_end_matches('…').trim_end());
    let mut rest = printed.as_str();
    let mut lines = 0;
    for line in shown.filter(|line| !line.is_empty()) {
        let found = rest.split_once(line);
        assert!(
            found.is_some(),
            "`{line}` is not printed, or not there:\n{printed}"
        );
        rest = found.unwrap().1;
        lines += 1;
    }
    assert!(lines > 5, "README shows {lines} lines");
}
