//! `check`: the answer to one dossier.

use crate::args::CheckArgs;
use crate::failure::Failure;
use crate::input::dossier;
use std::process::ExitCode;

pub(crate) fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let _dossier = dossier(&args.dossier)?;
    Err(Failure::NoRules)
}
