//! `--tables`: tables read when the command runs, and refused with their file and line.

use crate::run::{Done, run, run_with};
use std::path::PathBuf;

const DOSSIER: &[u8] = br#"{
  "format": "tierspayant/1",
  "claim": { "care_date": "2026-11-20", "card": "read", "nature": "10", "third_party": ["amo"],
             "lines": [ { "id": "1", "category": "drug", "exemption": "0" } ] },
  "rights": [ { "source": "adri", "observed_at": "2026-11-20", "coverage": [ {} ] } ]
}"#;

/// A folder of its own with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, content) in files {
        std::fs::write(folder.join(name), content).unwrap();
    }
    folder
}

fn check(folder: &std::path::Path) -> Done {
    let folder = folder.to_str().unwrap();
    run_with(&["check", "-", "--tables", folder, "--format", "json"], DOSSIER)
}

#[test]
fn a_file_replaces_the_one_that_is_compiled_in() {
    let edition = "edition = \"2031.01\"\ncovers_from = \"2005-01-01\"\ncovers_to = \"2026-11-19\"\n";
    let folder = folder(
        "tables-edition",
        &[("edition.toml", edition), ("notes.txt", "not a table")],
    );
    let done = check(&folder);
    assert_eq!(done.status, Some(2), "{}", done.err);
    assert!(done.out.contains("\"edition\": \"2031.01\""), "{}", done.out);
    assert!(done.out.contains("rules.beyond"), "{}", done.out);
    let before = run_with(&["check", "-", "--format", "json"], DOSSIER);
    assert_eq!(before.status, Some(0), "{}", before.err);
}

#[test]
fn a_table_that_is_wrong_is_refused_with_its_line() {
    let edition = "edition = \"2031.01\"\ncovers_from = \"2005-01-01\"\ncovers_to = \"2004\"\n";
    let folder = folder("tables-wrong", &[("edition.toml", edition)]);
    let done = check(&folder);
    assert_eq!((done.status, &*done.out), (Some(65), ""));
    let place = format!("tierspayant: {}:3: ", folder.join("edition.toml").display());
    assert!(done.err.starts_with(&place), "{}", done.err);
    assert_eq!(done.err.lines().count(), 1);
}

#[test]
fn a_file_that_is_no_table_is_refused() {
    let folder = folder("tables-extra", &[("editions.toml", "")]);
    let done = check(&folder);
    let expected = format!(
        "tierspayant: {}: there is no such table\n",
        folder.join("editions.toml").display()
    );
    assert_eq!((done.status, done.err), (Some(65), expected));
}

#[test]
fn a_folder_without_tables_is_refused() {
    let empty = folder("tables-none", &[]);
    assert_eq!(check(&empty).status, Some(65));
    let nowhere = run(&["check", "-", "--tables", "no such folder"]);
    assert_eq!(nowhere.status, Some(65), "{}", nowhere.err);
}

#[test]
fn the_timeline_takes_them_too() {
    let edition = "edition = \"2031.01\"\ncovers_from = \"2005-01-01\"\ncovers_to = \"2004\"\n";
    let folder = folder("tables-timeline", &[("edition.toml", edition)]);
    let done = run_with(&["timeline", "-", "--tables", folder.to_str().unwrap()], DOSSIER);
    assert_eq!(done.status, Some(65), "{}", done.out);
}
