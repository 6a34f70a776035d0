//! Every cell of exemption code, ground on record, source, status, class of date, relation and card state, and of nature
//! and standing of the prescriber, each decided or explicitly undetermined. Writes `docs/enumeration.md` and
//! `docs/enumeration-natures.md`.

mod cells;
mod table;

use cells::Cells;
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
    let tables = &tierspayant_tables::embedded().decision;
    let of_exemptions = cells::all(tables)?;
    let of_natures = cells::of_natures(tables)?;
    let write = |tree: &Cells, file: &str, title: &str, intro: &str| {
        let text = table::document(tree, &tables.edition, title, intro);
        let lines = text.lines().count();
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../docs")
            .join(file);
        std::fs::write(&path, text).map_err(|error| error.to_string())?;
        println!("{lines} lines in docs/{file}");
        Ok::<(), String>(())
    };
    write(
        &of_exemptions,
        "enumeration.md",
        "Every cell of the exemptions",
        OF_EXEMPTIONS,
    )?;
    write(
        &of_natures,
        "enumeration-natures.md",
        "Every cell of the natures",
        OF_NATURES,
    )?;
    let mut disagreements = 0;
    for cells in [&of_exemptions, &of_natures] {
        for (kind, (count, first)) in &cells.disagreements {
            println!("{count} cells on which the two implementations disagree, first {first:?}: {kind:?}");
            disagreements += count;
        }
    }
    let undecided = of_exemptions.undecided + of_natures.undecided;
    println!(
        "{} cells, {undecided} undecided",
        of_exemptions.count + of_natures.count
    );
    Ok(undecided + disagreements)
}

const OF_EXEMPTIONS: &str = "One drug, billed by a pharmacy under nature 10 for the AMO share alone, prescribed and \
     delivered on the same day. One\nsource is asked on that day; it shows open base rights and at most one exemption. \
     The scheme is 01, and 04 for code 6.";

const OF_NATURES: &str = "One drug, billed by a pharmacy for the AMO share alone, prescribed and delivered on 1 March \
     2027, the card read. One\nsource is asked on that day; it shows open base rights and at most one exemption, which \
     holds. The scheme is 01.";
