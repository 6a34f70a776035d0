//! The dossiers of `tests/cases`, one per line, and the answers of Rust to them, one per line: what the C door must give.
//!
//! `answers CASES_FOLDER DOSSIERS ANSWERS` prints how many there are.

use facade::{Engine, Options};
use serde_json::Value;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, dossiers, answers] = arguments.as_slice() else {
        return Err("answers CASES_FOLDER DOSSIERS ANSWERS".into());
    };
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    files.sort();
    let engine = Engine::embedded()?;
    let (mut asked, mut answered, mut count) = (String::new(), String::new(), 0_u32);
    for file in files {
        let file: Value = serde_json::from_slice(&fs::read(file)?)?;
        if file.get("format").and_then(Value::as_str) != Some("tierspayant-cases/1") {
            continue;
        }
        for case in file.get("cases").and_then(Value::as_array).into_iter().flatten() {
            let Some(dossier) = case.get("dossier") else {
                continue;
            };
            let line = dossier.to_string();
            answered += &engine.check_json(line.as_bytes(), &Options::default())?;
            asked += &line;
            asked.push('\n');
            answered.push('\n');
            count += 1;
        }
    }
    fs::write(dossiers, asked)?;
    fs::write(answers, answered)?;
    println!("{count}");
    Ok(())
}
