//! `serve`: one process for many documents, for hosts that can speak to a program and cannot load a library.
//!
//! One JSON document a line comes in, one JSON answer a line goes out, in the same order. A dossier is checked, a reject
//! is triaged, and what is refused is answered with an error; there is no state, so that each answer depends on its own
//! line alone. It ends when its input does.

use crate::args::ServeArgs;
use crate::failure::Failure;
use crate::input::engine;
use serde_json::json;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Write};
use std::process::ExitCode;
use tierspayant::{Engine, Options};
use tierspayant_format::{InputError, Limits, REJECT_FORMAT, parse_dossier_within, parse_reject_within};

/// The format of an answer to what is refused.
const ERROR_FORMAT: &str = "tierspayant-error/1";

/// A buffer that grew past this is given back once its line is answered.
const KEPT: usize = 1024 * 1024;

pub(crate) fn run(args: &ServeArgs) -> Result<ExitCode, Failure> {
    let engine = engine(&args.tables)?;
    let options = Options {
        lang: args.lang.into(),
        what_if: !args.without_what_if,
        ..Options::default()
    };
    let answer = |line: Line<'_>| answer(&engine, &options, line);
    match serve(
        io::stdin().lock(),
        io::stdout().lock(),
        &Limits::default(),
        answer,
    ) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        // The host went away: there is nobody left to answer.
        Err(Broken::Output(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(Broken::Output(error)) => Err(Failure::Output(error)),
        Err(Broken::Input(error)) => Err(Failure::data(
            "standard input",
            format_args!("cannot be read: {error}"),
        )),
    }
}

/// One line of the input, without its end.
enum Line<'a> {
    Whole(&'a [u8]),
    /// Longer than any document may be, and left out.
    TooLong,
}

/// What ended the conversation.
enum Broken {
    Input(io::Error),
    Output(io::Error),
}

/// Answers each line of the input, until it ends.
fn serve(
    input: impl Read,
    output: impl Write,
    limits: &Limits,
    answer: impl Fn(Line<'_>) -> String,
) -> Result<(), Broken> {
    let mut input = BufReader::new(input);
    let mut output = BufWriter::new(output);
    let mut line = Vec::new();
    loop {
        line.clear();
        line.shrink_to(KEPT);
        let most = limits.bytes.saturating_add(1);
        let read = input.by_ref().take(most).read_until(b'\n', &mut line);
        if read.map_err(Broken::Input)? == 0 {
            return Ok(());
        }
        let said = match line.as_slice() {
            [whole @ .., b'\n'] => Line::Whole(whole),
            short
                if limits
                    .check_size(short.len().try_into().unwrap_or(u64::MAX))
                    .is_ok() =>
            {
                Line::Whole(short)
            }
            _ => {
                skip_line(&mut input).map_err(Broken::Input)?;
                Line::TooLong
            }
        };
        let mut text = answer(said);
        text.push('\n');
        output.write_all(text.as_bytes()).map_err(Broken::Output)?;
        // The host may wait for this answer before it asks again; only a line that is here already shows that it does not.
        if !input.buffer().contains(&b'\n') {
            output.flush().map_err(Broken::Output)?;
        }
    }
}

/// Reads to the end of the line and keeps nothing of it.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let here = input.fill_buf()?;
        let (used, ended) = match here.iter().position(|byte| *byte == b'\n') {
            Some(place) => (place.saturating_add(1), true),
            None => (here.len(), here.is_empty()),
        };
        input.consume(used);
        if ended {
            return Ok(());
        }
    }
}

fn answer(engine: &Engine, options: &Options, line: Line<'_>) -> String {
    let limits = Limits::default();
    let answered = match line {
        Line::Whole(bytes) => document(engine, options, bytes, &limits),
        Line::TooLong => limits.check_size(u64::MAX).map(|()| String::new()),
    };
    answered.unwrap_or_else(|error| {
        let text = json!({
            "format": ERROR_FORMAT,
            "code": error.code(),
            "place": error.place(),
            "message": error.fault().to_string(),
        });
        text.to_string()
    })
}

/// A dossier, or a reject with its dossier.
fn document(engine: &Engine, options: &Options, bytes: &[u8], limits: &Limits) -> Result<String, InputError> {
    match parse_dossier_within(bytes, limits) {
        Ok(dossier) => Ok(engine.check(&dossier).to_json(options)),
        Err(error) if names_a_reject(bytes) => match parse_reject_within(bytes, limits) {
            Ok(document) => Ok(engine.triage(&document, options).to_json()),
            // What is wrong with its format is no reject that is wrong otherwise.
            Err(refused) if refused.place() == "format" => Err(error),
            Err(refused) => Err(refused),
        },
        Err(error) => Err(error),
    }
}

/// Whether a refused dossier may be a reject: a look that costs little beside reading it again.
fn names_a_reject(bytes: &[u8]) -> bool {
    let name = REJECT_FORMAT.as_bytes();
    bytes.windows(name.len()).any(|here| here == name)
}

#[cfg(test)]
#[path = "serve_tests.rs"]
mod tests;
