//! Loads the tables of `data/*.toml`, every value checked, and writes them as constants, so that they cost nothing at run
//! time.

mod constant;
#[path = "../src/error.rs"]
mod error;
#[path = "../src/files.rs"]
mod files;
#[path = "../src/given.rs"]
mod given;
#[path = "../src/load/mod.rs"]
mod load;
mod records;
#[path = "../src/set.rs"]
mod set;
#[path = "../src/triage.rs"]
mod triage;
#[path = "../src/wire.rs"]
mod wire;

pub(crate) use error::TableError;
pub(crate) use files::Files;
pub(crate) use set::TableSet;

use constant::Constant as _;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    for part in ["build", "data", "src"] {
        println!("cargo::rerun-if-changed={part}");
    }
    let tables = load::load(&files::embedded_files())?;
    let source = format!(
        "// Written by the build script from `data/*.toml`.\nstatic TABLES: TableSet = {};\n",
        tables.constant()
    );
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("tables.rs"), source)?;
    Ok(())
}
