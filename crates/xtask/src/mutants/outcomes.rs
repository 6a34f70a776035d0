//! What became of the mutants.

use core::fmt;
use serde_json::Value;

/// How many mutants were caught, and which ones were not.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outcomes {
    caught: usize,
    timeout: usize,
    unviable: usize,
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
            match (one.get("summary").and_then(Value::as_str), name) {
                (Some("CaughtMutant"), _) => outcomes.caught += 1,
                (Some("Timeout"), Some(_)) => outcomes.timeout += 1,
                (Some("Unviable"), _) => outcomes.unviable += 1,
                (Some("MissedMutant"), Some(name)) => outcomes.survivors.push(without_column(name)),
                _ => {}
            }
        }
        Ok(outcomes)
    }
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
