//! `tierspayant` on the command line: can each line of this claim be billed in tiers payant?
//!
//! The exit status is the verdict; statuses of failures are in [`failure`].
#![forbid(unsafe_code)]

mod args;
#[cfg(feature = "batch")]
mod batch;
mod check;
mod failure;
mod input;
mod output;
mod read;
mod returns;
mod serve;
mod timeline;
mod triage;

use args::{Cli, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return failure::usage(&error),
    };
    let done = match cli.command {
        Command::Check(args) => check::run(&args),
        #[cfg(feature = "batch")]
        Command::Batch(args) => batch::run(&args),
        Command::Read(args) => read::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Timeline(args) => timeline::run(&args),
        Command::Triage(args) => triage::run(&args),
        Command::Returns(args) => returns::table(&args),
        Command::Todo(args) => returns::todo(&args),
    };
    done.unwrap_or_else(|failure| failure.report())
}
