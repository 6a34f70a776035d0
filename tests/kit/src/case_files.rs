//! The cases of the project as they are kept, for every test that goes through them.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::Result;
use std::path::{Path, PathBuf};

/// Every file of `tests/cases` by its name without an end, in the order of their names.
pub fn case_files() -> Result<Vec<(String, Value)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files = entries.collect::<Result<Vec<PathBuf>>>()?;
    files.retain(|path| path.extension().is_some_and(|end| end == "json"));
    files.sort();
    let read = |path: &PathBuf| {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Ok((name, serde_json::from_slice(&fs::read(path)?)?))
    };
    files.iter().map(read).collect()
}

fn pending_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/pending.txt")
}

/// The cases whose right answer is known and not given yet, as `file/name`: `tests/cases/pending.txt`, one a line.
///
/// A test that goes through the cases expects these to fall short, so that the list only shrinks.
pub fn pending_cases() -> Result<BTreeSet<String>> {
    let lines = fs::read_to_string(pending_file())?;
    let names = lines.lines().map(str::trim);
    let kept = names.filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(kept.map(str::to_owned).collect())
}

/// Takes these names off the list of what is pending. Nothing ever adds to it but a hand.
pub fn strike_pending(right: &BTreeSet<String>) -> Result<()> {
    let lines = fs::read_to_string(pending_file())?;
    let kept = lines.lines().filter(|line| !right.contains(line.trim()));
    fs::write(
        pending_file(),
        kept.map(|line| format!("{line}\n")).collect::<String>(),
    )
}
