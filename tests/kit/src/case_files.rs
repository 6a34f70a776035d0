//! The cases of the project as they are kept, for every test that goes through them.

use serde_json::Value;
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
