//! The mutants of the core, as cargo-mutants lists them.

use crate::process::{self, cargo};
use serde_json::Value;

/// One small change of the core.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mutant {
    /// What cargo-mutants calls it: place and change.
    pub name: String,
    /// The source, from the root of the project.
    pub file: String,
    pub genre: Genre,
    /// What stands in the place of the text that is changed.
    pub replacement: String,
    /// Where that text begins: line and column, both from 1.
    pub start: (usize, usize),
}

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Genre {
    /// A whole function gives back one value.
    FnValue,
    BinaryOperator,
    UnaryOperator,
    MatchArmGuard,
    MatchArm,
    /// A field that is taken from the base instead.
    StructField,
    /// Anything else that cargo-mutants knows.
    Other,
}

/// Every mutant, in the order of cargo-mutants.
pub(super) fn list(package: &str) -> Result<Vec<Mutant>, String> {
    let text = process::captured(cargo().args(["mutants", "--list", "--json", "--package", package]))?;
    read(&text)
}

fn read(text: &str) -> Result<Vec<Mutant>, String> {
    let list: Vec<Value> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mutants: Option<Vec<Mutant>> = list.iter().map(mutant).collect();
    mutants.ok_or_else(|| "the list of cargo-mutants has a form that is not known here".to_owned())
}

fn mutant(one: &Value) -> Option<Mutant> {
    let text = |key: &str| one.get(key)?.as_str().map(str::to_owned);
    let number = |key: &str| {
        let number = one.pointer(&format!("/span/start/{key}"))?.as_u64()?;
        usize::try_from(number).ok()
    };
    Some(Mutant {
        name: text("name")?,
        file: text("file")?,
        genre: match text("genre")?.as_str() {
            "FnValue" => Genre::FnValue,
            "BinaryOperator" => Genre::BinaryOperator,
            "UnaryOperator" => Genre::UnaryOperator,
            "MatchArmGuard" => Genre::MatchArmGuard,
            "MatchArm" => Genre::MatchArm,
            "StructField" => Genre::StructField,
            _ => Genre::Other,
        },
        replacement: text("replacement")?,
        start: (number("line")?, number("column")?),
    })
}
