//! What became of the mutants.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// How many mutants were caught, and which ones were not.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outcomes {
    caught: usize,
    timeout: usize,
    unviable: usize,
    /// How many have no outcome yet.
    untried: usize,
    modules: BTreeMap<String, Module>,
    /// The mutants that no test noticed, each with its place.
    pub survivors: Vec<String>,
}

/// A test noticed it.
pub(super) const CAUGHT: &str = "CaughtMutant";
/// A test did not end.
pub(super) const TIMEOUT: &str = "Timeout";
/// No test noticed it.
pub(super) const MISSED: &str = "MissedMutant";
/// It does not compile.
pub(super) const UNVIABLE: &str = "Unviable";

/// The outcomes in a report of cargo-mutants: the name of each mutant and the word for what became of it.
pub(super) fn read(text: &str) -> Result<Vec<(String, String)>, String> {
    let report: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let list = report.get("outcomes").and_then(Value::as_array);
    let found = list.ok_or("no list of outcomes")?.iter().filter_map(|one| {
        let name = one.pointer("/scenario/Mutant/name").and_then(Value::as_str)?;
        let word = one.get("summary").and_then(Value::as_str)?;
        Some((name.to_owned(), word.to_owned()))
    });
    Ok(found.collect())
}

impl Outcomes {
    /// Counts one mutant.
    pub fn add(&mut self, name: &str, word: &str) {
        let killed = match word {
            CAUGHT => {
                self.caught += 1;
                true
            }
            TIMEOUT => {
                self.timeout += 1;
                true
            }
            MISSED => {
                self.survivors.push(without_column(name));
                false
            }
            UNVIABLE => {
                self.unviable += 1;
                return;
            }
            _ => return,
        };
        let module = self.modules.entry(module(name)).or_default();
        module.killed += usize::from(killed);
        module.tried += 1;
    }

    /// Counts one mutant that was not tried.
    pub fn add_untried(&mut self, name: &str) {
        self.untried += 1;
        self.modules.entry(module(name)).or_default().untried += 1;
    }

    /// A line for each module of the core.
    pub fn by_module(&self) -> impl Iterator<Item = String> {
        self.modules
            .iter()
            .map(|(name, module)| format!("{name}: {module}"))
    }
}

/// What became of the mutants of one module.
#[derive(Debug, Default, PartialEq, Eq)]
struct Module {
    killed: usize,
    tried: usize,
    untried: usize,
}

impl fmt::Display for Module {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (killed, tried) = (self.killed, self.tried);
        write!(
            f,
            "{killed} of {tried} killed ({}), {} not tried",
            percent(killed, tried),
            self.untried
        )
    }
}

/// A share with one digit after the point, rounded down.
fn percent(part: usize, all: usize) -> String {
    let share = (part * 1000).checked_div(all).unwrap_or(1000);
    format!("{}.{} %", share / 10, share % 10)
}

/// The module of the core that a mutant is in: the first part of its path below `src`.
fn module(name: &str) -> String {
    let path = name.split(':').next().unwrap_or_default();
    let below = path.split_once("/src/").map_or(path, |(_, below)| below);
    let first = below.split('/').next().unwrap_or(below);
    first.trim_end_matches(".rs").to_owned()
}

/// A mutant by its file and what was changed: lines move with every edit.
fn without_column(name: &str) -> String {
    let mut parts = name.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_line), Some(_column), Some(change)) => format!("{file}:{change}"),
        _ => name.to_owned(),
    }
}

impl fmt::Display for Outcomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let killed = self.caught + self.timeout;
        let all = killed + self.survivors.len();
        write!(
            f,
            "{killed} of {all} mutants killed ({}), {} by time, {} survived, {} not viable, {} not tried",
            percent(killed, all),
            self.timeout,
            self.survivors.len(),
            self.unviable,
            self.untried
        )
    }
}

#[cfg(test)]
#[path = "outcomes_tests.rs"]
mod tests;
