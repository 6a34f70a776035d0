//! The engine: with the tables compiled in, or with others from a folder.

use super::Input;
use crate::args::TablesArgs;
use crate::failure::Failure;
use std::path::{Path, PathBuf};
use tierspayant::Engine;
use tierspayant::tables::{TableError, embedded_files};
use tierspayant_format::Limits;

/// The engine that a command line asks for. A table that is wrong is refused with its file and its line.
pub(crate) fn engine(args: &TablesArgs) -> Result<Engine, Failure> {
    let Some(folder) = &args.tables else {
        return Ok(Engine::embedded());
    };
    let mut files = embedded_files();
    for path in tables_in(folder)? {
        let input = Input(&path);
        let bytes = input.bytes(&Limits::default())?;
        let text = String::from_utf8(bytes).map_err(|_| Failure::data(input, "not UTF-8"))?;
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        files.insert(name, text);
    }
    Engine::with_tables(&files).map_err(|error| refused(folder, error))
}

/// The tables of a folder: its files that end in `.toml`, in the order of their names.
fn tables_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unreadable =
        |error: std::io::Error| Failure::data(folder.display(), format_args!("cannot be read: {error}"));
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|end| end == "toml") {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        return Err(Failure::data(
            folder.display(),
            "there is no table in this folder",
        ));
    }
    paths.sort();
    Ok(paths)
}

fn refused(folder: &Path, error: TableError) -> Failure {
    let file = |name: &str| folder.join(name);
    match error {
        TableError::Wrong {
            file: name,
            line,
            why,
        } => Failure::data(format_args!("{}:{line}", file(name).display()), why),
        TableError::NotATable { file: name } => {
            Failure::data(file(&name).display(), "there is no such table")
        }
        TableError::Missing { file: name } => Failure::data(file(name).display(), "this table is missing"),
    }
}
