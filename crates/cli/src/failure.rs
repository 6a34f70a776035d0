//! What ends a command without an answer: one line on standard error and an exit status.
//!
//! | status | meaning |
//! |---|---|
//! | 64 | wrong usage |
//! | 65 | bad data, or a file that cannot be read |
//! | 74 | the output cannot be written |

use crate::output::note;
use std::fmt::Display;
use std::io;
use std::process::ExitCode;

const USAGE: u8 = 64;

/// Why there is no answer.
pub(crate) enum Failure {
    /// A command line that asks for what cannot be done.
    Usage(&'static str),
    /// An input that cannot be read or is refused: its name and what is wrong with it.
    Data { input: String, problem: String },
    /// The output cannot be written.
    Output(io::Error),
}

impl Failure {
    /// An input that cannot be read or is refused.
    pub(crate) fn data(input: impl Display, problem: impl Display) -> Self {
        Failure::Data {
            input: input.to_string(),
            problem: problem.to_string(),
        }
    }

    /// Says it in one line and gives the status to exit with.
    pub(crate) fn report(&self) -> ExitCode {
        let status = match self {
            Failure::Usage(problem) => {
                note(problem);
                USAGE
            }
            Failure::Data { input, problem } => {
                note(format_args!("{input}: {problem}"));
                65
            }
            Failure::Output(error) => {
                note(format_args!("the output cannot be written: {error}"));
                74
            }
        };
        ExitCode::from(status)
    }
}

/// Prints what the parser of the command line says: help and version are answers, anything else is wrong usage.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    // A closed pipe leaves nobody to tell.
    let _ = error.print();
    if error.use_stderr() {
        ExitCode::from(USAGE)
    } else {
        ExitCode::SUCCESS
    }
}
