//! `timeline`: the rights over time.

use crate::args::TimelineArgs;
use crate::failure::Failure;
use crate::input::dossier;
use std::process::ExitCode;

pub(crate) fn run(args: &TimelineArgs) -> Result<ExitCode, Failure> {
    let _dossier = dossier(&args.dossier)?;
    Err(Failure::NoRules)
}
