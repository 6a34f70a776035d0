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
    /// Killed and tested, by module of the core.
    modules: BTreeMap<String, (usize, usize)>,
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
        *module = (module.0 + usize::from(killed), module.1 + 1);
    }

    /// How many were counted.
    pub fn tried(&self) -> usize {
        self.caught + self.timeout + self.unviable + self.survivors.len()
    }

    /// A line for each module of the core: killed of tested.
    pub fn by_module(&self) -> impl Iterator<Item = String> {
        let line =
            |(name, (killed, tested)): (&String, &(usize, usize))| format!("{name}: {killed} of {tested}");
        self.modules.iter().map(line)
    }
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
        let score = (killed * 1000).checked_div(all).unwrap_or(1000);
        write!(
            f,
            "{killed} of {all} mutants killed ({}.{} %), {} by time, {} survived, {} not viable",
            score / 10,
            score % 10,
            self.timeout,
            self.survivors.len(),
            self.unviable
        )
    }
}

#[cfg(test)]
#[path = "outcomes_tests.rs"]
mod tests;
