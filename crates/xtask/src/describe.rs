//! `describe`: the files that are written from the declarations of the documents: `docs/format.md`, the schemas of
//! `docs/schema`, the typed classes of Python, the columns of the batch, the types of
//! TypeScript, and the codes of errors.

use crate::codes;
use crate::process::root;
use std::fs;
use tierspayant::OUTPUTS;
use tierspayant::format::describe::{
    Described, INPUTS, columns_in_rust, columns_page, page, python, schema, typescript,
};

/// Every document, in and out.
fn documents() -> Vec<Described> {
    [INPUTS, OUTPUTS].concat()
}

/// Every file, by its path from the root.
fn files() -> Vec<(String, String)> {
    let mut files = vec![
        ("docs/format.md".to_owned(), page(&documents())),
        ("docs/columns.md".to_owned(), columns_page()),
        ("docs/errors.md".to_owned(), codes::page()),
        ("crates/batch/src/schema/tables.rs".to_owned(), columns_in_rust()),
        (
            "bindings/python/python/tierspayant/_typed.py".to_owned(),
            python(INPUTS),
        ),
        (
            "bindings/wasm/documents.d.ts".to_owned(),
            typescript(&documents()),
        ),
    ];
    for one in documents() {
        files.push((format!("docs/schema/{}.json", one.name), schema(&one)));
    }
    files
}

/// The files that are not current.
fn out_of_date() -> Vec<String> {
    let current =
        |path: &str, text: &str| fs::read_to_string(root().join(path)).is_ok_and(|found| found == text);
    let all = files().into_iter();
    all.filter(|(path, text)| !current(path, text))
        .map(|(path, _)| path)
        .collect()
}

/// Writes the files, or says which are not current.
pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let wrong = out_of_date();
    if arguments.iter().any(|one| one == "--check") {
        return match &wrong[..] {
            [] => Ok(format!("{} files, all current", files().len())),
            _ => Err(format!("not current: {}", wrong.join(", "))),
        };
    }
    let said = |error: std::io::Error| error.to_string();
    fs::create_dir_all(root().join("docs/schema")).map_err(said)?;
    for (path, text) in files() {
        fs::write(root().join(path), text).map_err(said)?;
    }
    Ok(format!(
        "{} files, {} of them changed",
        files().len(),
        wrong.len()
    ))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_file_is_current() {
        let wrong = super::out_of_date();
        assert!(wrong.is_empty(), "run `cargo xtask describe`: {wrong:?}");
    }
}
