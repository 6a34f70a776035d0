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

impl Outcomes {
    /// Reads the report of cargo-mutants.
    pub fn read(text: &str) -> Result<Self, String> {
        let report: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let mut outcomes = Outcomes::default();
        let list = report.get("outcomes").and_then(Value::as_array);
        for one in list.ok_or("no list of outcomes")? {
            let name = one.pointer("/scenario/Mutant/name").and_then(Value::as_str);
            let Some(name) = name else {
                continue;
            };
            let killed = match one.get("summary").and_then(Value::as_str) {
                Some("CaughtMutant") => {
                    outcomes.caught += 1;
                    true
                }
                Some("Timeout") => {
                    outcomes.timeout += 1;
                    true
                }
                Some("MissedMutant") => {
                    outcomes.survivors.push(without_column(name));
                    false
                }
                Some("Unviable") => {
                    outcomes.unviable += 1;
                    continue;
                }
                _ => continue,
            };
            let module = outcomes.modules.entry(module(name)).or_default();
            *module = (module.0 + usize::from(killed), module.1 + 1);
        }
        Ok(outcomes)
    }

    /// Adds what another run found.
    pub fn add(&mut self, other: Outcomes) {
        self.caught += other.caught;
        self.timeout += other.timeout;
        self.unviable += other.unviable;
        self.survivors.extend(other.survivors);
        for (name, (killed, tested)) in other.modules {
            let module = self.modules.entry(name).or_default();
            *module = (module.0 + killed, module.1 + tested);
        }
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
