//! Runs the test programs with one mutant on.

use super::build::TestProgram;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What became of one mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Caught,
    /// A test never ended.
    Timeout,
    Missed,
}

/// A test program, and how long it takes when no mutant is on.
#[derive(Clone, Debug)]
pub(super) struct Timed {
    test: TestProgram,
    takes: Duration,
}

/// Runs every program once with no mutant on: all must pass. The quickest come first from then on.
///
/// # Errors
///
/// One of them fails.
pub(super) fn baseline(programs: Vec<TestProgram>) -> Result<Vec<Timed>, String> {
    let mut timed = Vec::new();
    for test in programs {
        let start = Instant::now();
        if let Some(outcome) = ended(&test, 0, Duration::from_secs(900))? {
            return Err(format!(
                "{}: {outcome:?} with no mutant on",
                test.program.display()
            ));
        }
        let takes = start.elapsed();
        timed.push(Timed { test, takes });
    }
    timed.sort_by_key(|one| one.takes);
    Ok(timed)
}

/// What becomes of a mutant: the first program that fails or does not end tells.
pub(super) fn outcome(programs: &[Timed], mutant: usize) -> Result<Outcome, String> {
    for one in programs {
        let limit = one.takes.saturating_mul(10).max(Duration::from_secs(30));
        if let Some(outcome) = ended(&one.test, mutant, limit)? {
            return Ok(outcome);
        }
    }
    Ok(Outcome::Missed)
}

/// How a program ends, where it does not pass.
fn ended(test: &TestProgram, mutant: usize, limit: Duration) -> Result<Option<Outcome>, String> {
    let error = |error: std::io::Error| format!("{}: {error}", test.program.display());
    let mut command = Command::new(&test.program);
    command
        .current_dir(&test.folder)
        .env("MUTANT", mutant.to_string());
    command.env("CARGO_MANIFEST_DIR", &test.folder);
    // A failing property is not made smaller: that it fails is enough.
    command
        .env("PROPTEST_MAX_SHRINK_ITERS", "0")
        .env("PROPTEST_FAILURE_PERSISTENCE", "off");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().map_err(error)?;
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().map_err(error)? {
            return Ok((!status.success()).then_some(Outcome::Caught));
        }
        if start.elapsed() > limit {
            child.kill().and_then(|()| child.wait()).map_err(error)?;
            return Ok(Some(Outcome::Timeout));
        }
        sleep(Duration::from_millis(5));
    }
}
