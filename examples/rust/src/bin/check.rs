//! Checks a dossier and prints the page for the counter.
//!
//! `cargo run -p tierspayant-examples --bin check -- examples/data/dossier.json`
//!
//! The exit status is the verdict: 0 billable, 1 not billable, 2 undetermined; 65 when the dossier cannot be read.

use std::error::Error;
use std::process::ExitCode;
use tierspayant::{Audience, Engine, Lang, Style, Verdict, parse_dossier};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: check DOSSIER.json")?;
    let bytes = std::fs::read(path)?;

    // Once for the whole program: threads may share it.
    let engine = Engine::embedded();

    let dossier = match parse_dossier(&bytes) {
        Ok(dossier) => dossier,
        Err(error) => {
            // The place and the fault, never a value of the input: this line may go into a log.
            eprintln!("{} [{}]", error, error.code());
            return Ok(ExitCode::from(65));
        }
    };

    let style = Style {
        width: 100,
        ..Style::default()
    };
    let checked = engine.check(&dossier);
    print!("{}", checked.explain(Lang::Fr, Audience::Counter, style));

    // Three answers, never two: a program that treats "undetermined" as one of the others does not compile by accident.
    Ok(ExitCode::from(match checked.verdict() {
        Verdict::Billable => 0,
        Verdict::NotBillable(_) => 1,
        Verdict::Undetermined(_) => 2,
    }))
}
