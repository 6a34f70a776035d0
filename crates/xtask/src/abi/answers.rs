//! The dossiers of `tests/cases`, one per line, and the answers of Rust to them, one per line: what C must give.

use serde_json::Value;
use std::fs;
use std::path::Path;
use tierspayant::{Engine, Options};
use tierspayant_testkit::{case_files, pending_cases};

/// Writes both files, and gives how many dossiers there are.
pub(crate) fn write(dossiers: &Path, answers: &Path) -> Result<u32, String> {
    let engine = Engine::embedded();
    let (mut asked, mut answered, mut count) = (String::new(), String::new(), 0_u32);
    // A pending case may need words of the format that are not there yet.
    let pending = pending_cases().map_err(|error| error.to_string())?;
    for (family, file) in case_files().map_err(|error| error.to_string())? {
        if file.get("format").and_then(Value::as_str) != Some("tierspayant-cases/1") {
            continue;
        }
        for case in file.get("cases").and_then(Value::as_array).into_iter().flatten() {
            let Some(dossier) = case.get("dossier") else {
                continue;
            };
            let name = case.get("name").and_then(Value::as_str).unwrap_or_default();
            let name = format!("{family}/{name}");
            if pending.contains(&name) {
                continue;
            }
            let line = dossier.to_string();
            let answer = engine.check_json(line.as_bytes(), &Options::default());
            answered += &answer.map_err(|error| format!("{name}: {error}"))?;
            asked += &line;
            asked.push('\n');
            answered.push('\n');
            count = count.saturating_add(1);
        }
    }
    fs::write(dossiers, asked).map_err(|error| error.to_string())?;
    fs::write(answers, answered).map_err(|error| error.to_string())?;
    Ok(count)
}
