//! Running the commands of the toolchain from the root of the project.

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The root of the project.
pub(crate) fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root.pop();
    root
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A program, run at the root of the project.
pub(crate) fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// The cargo that runs this program.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Runs a command to its end; its output is shown.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    run_allowing(command, &[])
}

/// Runs a command to its end, which may also end with one of these statuses.
pub(crate) fn run_allowing(command: &mut Command, statuses: &[i32]) -> Result<(), String> {
    let shown = shown(command);
    println!("$ {shown}");
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| format!("{shown}: {error}"))?;
    let allowed = status.code().is_some_and(|code| statuses.contains(&code));
    if status.success() || allowed {
        Ok(())
    } else {
        Err(format!("{shown}: {status}"))
    }
}

/// Runs a command to its end and gives back what it prints, which is shown as well.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let shown = shown(command);
    println!("$ {shown}");
    let done = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{shown}: {error}"))?;
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    print!("{text}");
    if done.status.success() {
        Ok(text)
    } else {
        Err(format!("{shown}: {}", done.status))
    }
}

/// Runs a command to its end and gives back what it prints, which is too much to be shown.
pub(crate) fn captured(command: &mut Command) -> Result<String, String> {
    let shown = shown(command);
    println!("$ {shown}");
    let done = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{shown}: {error}"))?;
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    } else {
        Err(format!("{shown}: {}", done.status))
    }
}

/// Runs a program of the project and gives back its last line, which is its figure. `flags` are those of `cargo run`.
pub(crate) fn figure(flags: &[&str], arguments: &[String]) -> Result<String, String> {
    let mut command = cargo();
    command
        .args(["run", "--quiet"])
        .args(flags)
        .arg("--")
        .args(arguments);
    let text = output(&mut command)?;
    let last = text.lines().next_back();
    last.map(str::to_owned)
        .ok_or_else(|| format!("{}: it printed nothing", shown(&command)))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a command is there and answers.
pub(crate) fn answers(command: &mut Command) -> bool {
    command.output().is_ok_and(|done| done.status.success())
}
