//! `pages`: a page per rule, written from the tables, the texts and the cases, so that a lawyer or a pharmacist can
//! review them; and the pictures of the README.

mod examples;
mod index;
mod page;
mod pictures;

use crate::process::root;
use examples::Examples;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tierspayant::Engine;

/// What the pages are written from.
pub(crate) struct Material {
    engine: Engine,
    examples: Examples,
}

impl Material {
    pub(crate) fn read() -> Result<Self, String> {
        let engine = Engine::embedded();
        let examples = Examples::read(&engine)?;
        Ok(Material { engine, examples })
    }
}

/// The folder of the pages.
pub(crate) fn folder() -> PathBuf {
    root().join("docs/rules")
}

/// Every page, by the name of its file.
pub(crate) fn written(material: &Material) -> BTreeMap<String, String> {
    let rules = material.engine.tables().decision.rules.rules();
    let mut pages: BTreeMap<String, String> = rules
        .iter()
        .map(|rule| (format!("{}.md", rule.id), page::page(material, rule)))
        .collect();
    pages.insert("README.md".to_owned(), index::index(material));
    pages
}

/// The files that are not as they should be: other text, missing, or of no rule.
pub(crate) fn out_of_date(folder: &Path, pages: &BTreeMap<String, String>) -> Result<Vec<String>, String> {
    let mut wrong = Vec::new();
    for (name, page) in pages {
        if fs::read_to_string(folder.join(name)).ok().as_ref() != Some(page) {
            wrong.push(name.clone());
        }
    }
    for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
        let name = entry.map_err(|error| error.to_string())?.file_name();
        let name = name.to_string_lossy().into_owned();
        if !pages.contains_key(&name) {
            wrong.push(name);
        }
    }
    Ok(wrong)
}

pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let material = Material::read()?;
    let check = arguments.iter().any(|one| one == "--check");
    let rules = brought_up(&folder(), &written(&material), check)?;
    let pictures = brought_up(&pictures::folder(), &pictures::written(&material.engine)?, check)?;
    Ok(format!("{rules}; pictures: {pictures}"))
}

/// Writes what is out of date in a folder, or only says it.
fn brought_up(folder: &Path, pages: &BTreeMap<String, String>, check: bool) -> Result<String, String> {
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let wrong = out_of_date(folder, pages)?;
    if check {
        return if wrong.is_empty() {
            Ok(format!("{} pages, 0 out of date", pages.len()))
        } else {
            Err(format!("out of date: {}", wrong.join(", ")))
        };
    }
    for name in &wrong {
        let path = folder.join(name);
        match pages.get(name) {
            Some(page) => fs::write(&path, page),
            None => fs::remove_file(&path),
        }
        .map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{name}");
    }
    Ok(format!("{} pages, {} written", pages.len(), wrong.len()))
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
