//! Runs the built command.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a run of the command gave.
#[derive(Debug)]
pub struct Done {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

/// The command, ready to be given more.
pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tierspayant"));
    command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs it with nothing on standard input.
pub fn run(args: &[&str]) -> Done {
    run_with(args, b"")
}

/// Runs it with these bytes on standard input.
pub fn run_with(args: &[&str], stdin: &[u8]) -> Done {
    let mut child = command(args).stdin(Stdio::piped()).spawn().unwrap();
    // The command may refuse its input before it has read all of it.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    let output = child.wait_with_output().unwrap();
    Done {
        status: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A file with these bytes, in a place that belongs to these tests.
pub fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// A path that is given as an argument.
pub fn text(path: &std::path::Path) -> &str {
    path.to_str().unwrap()
}

/// A sample of what a service gives.
pub fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/readers")
        .join(name)
}
