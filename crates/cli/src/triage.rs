//! `triage`: what a reject is, why it came, what puts it right.

use crate::args::{Form, TriageArgs};
use crate::failure::Failure;
use crate::input::{Input, engine};
use crate::output::print;
use std::process::ExitCode;
use tierspayant::Options;
use tierspayant_format::{Limits, parse_reject_within};

/// Exit status of a reject whose class is not known.
const UNKNOWN: u8 = 2;

pub(crate) fn run(args: &TriageArgs) -> Result<ExitCode, Failure> {
    let input = Input(&args.file);
    let limits = Limits::default();
    let bytes = input.bytes(&limits)?;
    let document = parse_reject_within(&bytes, &limits).map_err(|error| input.refused(&error))?;
    let engine = engine(&args.tables)?;
    let text = match args.format {
        Form::Json => {
            let options = Options {
                lang: args.show.lang.into(),
                ..Options::default()
            };
            engine.triage(&document, &options).to_json_pretty() + "\n"
        }
        Form::Html => engine.explain_triage(
            &document,
            args.show.lang.into(),
            args.audience.into(),
            args.show.html(),
        ),
        Form::Text => engine.explain_triage(
            &document,
            args.show.lang.into(),
            args.audience.into(),
            args.show.style(),
        ),
    };
    print(|out| out.write_all(text.as_bytes()))?;
    let class = engine.triage_of(&document).class();
    Ok(class.map_or(ExitCode::from(UNKNOWN), |_| ExitCode::SUCCESS))
}
