//! `check`: the answer to one dossier.

use crate::args::{CheckArgs, Form};
use crate::failure::Failure;
use crate::input::{dossier, engine};
use crate::output::print;
use std::process::ExitCode;
use tierspayant::Options;
use tierspayant::core::verdict::Verdict;

pub(crate) fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let dossier = dossier(&args.dossier)?;
    let engine = engine(&args.tables)?;
    let checked = engine.check(&dossier);
    let text = match args.format {
        Form::Json => {
            let options = Options {
                lang: args.show.lang.into(),
                ..Options::default()
            };
            checked.to_json_pretty(&options) + "\n"
        }
        Form::Html => checked.explain(args.show.lang.into(), args.audience.into(), args.show.html()),
        Form::Text => checked.explain(args.show.lang.into(), args.audience.into(), args.show.style()),
    };
    print(|out| out.write_all(text.as_bytes()))?;
    Ok(status(checked.verdict()))
}

/// The exit status is the verdict on the claim.
fn status(verdict: Verdict) -> ExitCode {
    ExitCode::from(match verdict {
        Verdict::Billable => 0,
        Verdict::NotBillable(_) => 1,
        Verdict::Undetermined(_) => 2,
    })
}
