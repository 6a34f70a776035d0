//! The Python package: installed in an environment of its own, tested, measured.

use crate::process::{output, root, run};
use std::path::PathBuf;
use std::process::Command;

/// The environment, made where it is not there.
fn environment(extras: &str) -> Result<PathBuf, String> {
    let folder = root().join("target").join("python");
    let python = folder.join("bin").join("python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let package = format!("./bindings/python[{extras}]");
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(Command::new(&python)
        .current_dir(root())
        .args(install)
        .arg(package))?;
    Ok(python)
}

/// Runs a tool of the package; its last line is the figure.
fn tool(extras: &str, name: &str, arguments: &[String]) -> Result<String, String> {
    let python = environment(extras)?;
    let file = root().join("bindings/python/tools").join(name);
    let text = output(Command::new(python).current_dir(root()).arg(file).args(arguments))?;
    Ok(text.lines().last().unwrap_or_default().to_owned())
}

/// Every test of the package.
pub(crate) fn test(_arguments: &[String]) -> Result<String, String> {
    let python = environment("test")?;
    let folder = root().join("bindings/python");
    let text = output(
        Command::new(python)
            .current_dir(folder)
            .args(["-m", "pytest", "-q"]),
    )?;
    Ok(text.lines().last().unwrap_or_default().to_owned())
}

/// The speed table.
pub(crate) fn bench(arguments: &[String]) -> Result<String, String> {
    tool("test", "bench.py", arguments)
}

/// The batch on other engines.
pub(crate) fn engines(arguments: &[String]) -> Result<String, String> {
    tool("engines", "engines.py", arguments)
}

/// The notebooks of the examples.
pub(crate) fn notebooks(arguments: &[String]) -> Result<String, String> {
    tool("notebooks", "notebooks.py", arguments)
}
