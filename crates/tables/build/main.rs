//! Loads the tables of `data/*.toml`, every value checked, and writes them as constants, so that they cost nothing at run
//! time; and the files themselves, packed, for who changes one.

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
use miniz_oxide::deflate::compress_to_vec;
use std::error::Error;
use std::path::Path;

/// The level of DEFLATE that takes longest.
const SMALLEST: u8 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    for part in ["build", "data", "src"] {
        println!("cargo::rerun-if-changed={part}");
    }
    let mut files = Files::new();
    let (mut whole, mut lengths) = (Vec::new(), Vec::new());
    for name in files::NAMES {
        let text = std::fs::read_to_string(Path::new("data").join(name))?;
        lengths.push(text.len());
        whole.extend_from_slice(text.as_bytes());
        files.insert((*name).to_owned(), text);
    }
    let tables = load::load(&files)?;
    let source = format!(
        "// Written by the build script from `data/*.toml`.\nstatic TABLES: TableSet = {};\n",
        tables.constant()
    );
    let packed = format!(
        "// Written by the build script from `data/*.toml`.\nstatic PACKED: &[u8] = include_bytes!(\"files.deflate\");\n\
         static LENGTHS: &[usize] = &{lengths:?};\n"
    );
    let out = std::env::var("OUT_DIR")?;
    let out = Path::new(&out);
    std::fs::write(out.join("tables.rs"), source)?;
    std::fs::write(out.join("files.deflate"), compress_to_vec(&whole, SMALLEST))?;
    std::fs::write(out.join("packed.rs"), packed)?;
    Ok(())
}
