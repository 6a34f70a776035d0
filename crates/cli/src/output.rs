//! Standard output and standard error.

use crate::failure::Failure;
use clap::ColorChoice;
use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, Write};

/// Writes to standard output. A reader that went away is no failure.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}

/// Says one line on standard error, whatever is in it: names of files and places may hold any character.
pub(crate) fn note(message: impl Display) {
    let line: String = message
        .to_string()
        .chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect();
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(io::stderr(), "tierspayant: {line}");
}

/// The columns of the terminal, as the shell gives them, or a common width.
pub(crate) fn width() -> usize {
    const COMMON: usize = 100;
    std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok())
        .unwrap_or(COMMON)
}

/// Whether a text is coloured: always, never, or on a terminal that can, unless the environment says no.
pub(crate) fn colored(
    when: ColorChoice,
    terminal: bool,
    variable: impl Fn(&str) -> Option<OsString>,
) -> bool {
    let refused = || {
        variable("NO_COLOR").is_some_and(|value| !value.is_empty())
            || variable("TERM").is_some_and(|value| value == "dumb")
    };
    match when {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal && !refused(),
    }
}

#[cfg(test)]
#[path = "output_tests.rs"]
mod tests;
