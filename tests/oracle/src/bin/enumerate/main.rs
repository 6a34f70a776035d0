//! Every cell of exemption code, ground on record, source, status, class of date, relation and card state, each decided
//! or explicitly undetermined. Writes `docs/enumeration.md`.

mod cells;
mod table;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(problem) => {
            println!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<u64, String> {
    let tables = tierspayant_tables::embedded()
        .map_err(|error| error.to_string())?
        .decision;
    let tree = cells::all(&tables)?;
    let text = table::document(&tree, &tables.edition);
    let lines = text.lines().count();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/enumeration.md");
    std::fs::write(&path, text).map_err(|error| error.to_string())?;
    println!("{lines} lines in docs/enumeration.md");
    if tree.disagreements > 0 {
        println!(
            "{} cells on which the two implementations disagree",
            tree.disagreements
        );
    }
    println!("{} cells, {} undecided", tree.count, tree.undecided);
    Ok(tree.undecided + tree.disagreements)
}
