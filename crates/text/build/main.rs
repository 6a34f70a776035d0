//! Compiles the texts of `data/*.toml` into constants, proved, so that they cost nothing at run time.

mod compile;
mod data;
mod error;
mod files;
#[path = "../src/kind.rs"]
mod kind;
mod known;
mod pack;
mod proof;
#[path = "../src/template.rs"]
#[expect(dead_code, reason = "texts are looked up by name at run time only")]
mod template;
mod tree;
#[path = "../src/typography.rs"]
#[expect(dead_code, reason = "amounts are written at run time only")]
mod typography;
#[path = "../src/values.rs"]
mod values;
#[path = "../src/voice.rs"]
#[expect(dead_code, reason = "languages and audiences are asked for at run time only")]
mod voice;
mod voices;
mod write;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    for part in ["build", "data", "src"] {
        println!("cargo::rerun-if-changed={part}");
    }
    let compiled = voices::compiled(files::FILES.iter().copied())?;
    let folder = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("texts.rs"), write::source(&compiled))?;
    Ok(())
}
