//! Clients compiled with the header of the last release, of today and of a next release in which every struct has grown,
//! each with the library of today: they say the same, and no byte is written past what they have.

use super::build::{WARNINGS, folder};
use crate::process::{captured, cargo, program, root, run, target};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The header of the last release, which `TP_UPDATE=1 cargo xtask abi` writes again.
pub(super) const PREVIOUS: &str = "bindings/c/previous/tierspayant.h";

const CLIENT: &str = "crates/capi/proofs/grown.c";
const CARD: &str = "tests/readers/card-family.in";

/// Builds the library and proves it, where programs of C can be made.
pub(crate) fn run_alone(_arguments: &[String]) -> Result<String, String> {
    run(cargo().args(["build", "--quiet", "--package", "tierspayant-capi"]))?;
    prove(&target().join("debug/libtierspayant.so"))
}

pub(crate) fn prove(library: &Path) -> Result<String, String> {
    let made = folder("grown")?;
    let lib = laid_out(library, &made)?;
    let today = read(&root().join("include/tierspayant.h"))?;
    let next = made.join("next");
    fs::create_dir_all(&next).map_err(|error| error.to_string())?;
    fs::write(next.join("tierspayant.h"), grown(&today)?).map_err(|error| error.to_string())?;
    let previous = root().join(PREVIOUS);
    let headers = [
        ("previous", previous.parent().unwrap_or(&previous).to_path_buf()),
        ("today", root().join("include")),
        ("next", next),
    ];
    let mut said: Vec<(usize, String)> = Vec::new();
    for (name, header) in &headers {
        let bytes = sizes(&made, name, header)?;
        let client = made.join(format!("client-{name}"));
        let mut compiler = program("cc");
        compiler.args(["-std=c11", "-g", "-O1"]).args(WARNINGS);
        compiler
            .arg(format!("-I{}", header.display()))
            .arg(root().join(CLIENT));
        if *name == "next" {
            compiler.arg("-DTP_NEXT");
        }
        compiler
            .arg(format!("-L{}", lib.display()))
            .args(["-ltierspayant", "-o"]);
        captured(compiler.arg(&client))?;
        let text = captured(
            program(&client)
                .arg(root().join(CARD))
                .env("LD_LIBRARY_PATH", &lib),
        )?;
        said.push((bytes, text));
    }
    let [(before, first), rest @ ..] = said.as_slice() else {
        return Err("no client ran".to_owned());
    };
    if first.lines().count() < 20 || rest.iter().any(|(_, text)| text != first) {
        return Err(format!(
            "clients of other releases are told something else: see {}",
            made.display()
        ));
    }
    let bytes: Vec<String> = rest.iter().map(|(bytes, _)| bytes.to_string()).collect();
    Ok(format!(
        "clients of structs of {before}, {} bytes say the same {} lines",
        bytes.join(" and "),
        first.lines().count()
    ))
}

/// The library under the names that a client finds it by.
fn laid_out(library: &Path, made: &Path) -> Result<PathBuf, String> {
    let lib = made.join("lib");
    fs::create_dir_all(&lib).map_err(|error| error.to_string())?;
    let needed = captured(program("readelf").arg("-d").arg(library))?;
    let soname = needed
        .lines()
        .find(|line| line.contains("(SONAME)"))
        .and_then(|line| line.split(['[', ']']).nth(1))
        .ok_or("the library has no SONAME")?;
    for name in ["libtierspayant.so", soname] {
        fs::copy(library, lib.join(name)).map_err(|error| format!("{}: {error}", library.display()))?;
    }
    Ok(lib)
}

/// The names of the structs of a header that say their size, each with the line that ends it.
fn structs(header: &str) -> Vec<(&str, String)> {
    let names = header
        .lines()
        .filter_map(|line| line.strip_prefix("typedef struct ")?.strip_suffix(" {"));
    names
        .map(|name| (name, format!("}} {name};")))
        .filter(|(name, _)| *name != "tp_str")
        .collect()
}

/// The header with one more field at the end of every struct.
fn grown(header: &str) -> Result<String, String> {
    let mut grown = header.to_owned();
    let all = structs(header);
    for (name, end) in &all {
        if grown.matches(end.as_str()).count() != 1 {
            return Err(format!("{name} does not end once in the header"));
        }
        grown = grown.replace(end.as_str(), &format!("    int64_t of_the_next;\n{end}"));
    }
    if all.len() < 20 {
        return Err(format!("only {} structs in the header", all.len()));
    }
    Ok(grown)
}

/// The bytes of all structs together, as a header has them.
fn sizes(made: &Path, name: &str, header: &Path) -> Result<usize, String> {
    let text = read(&header.join("tierspayant.h"))?;
    let mut code =
        "#include <stdio.h>\n#include <tierspayant.h>\nint main(void)\n{\n    size_t all = 0;\n".to_owned();
    for (name, _) in structs(&text) {
        let _ = writeln!(code, "    all += sizeof({name});");
    }
    code.push_str("    printf(\"%zu\\n\", all);\n    return 0;\n}\n");
    let (source, to) = (
        made.join(format!("sizes-{name}.c")),
        made.join(format!("sizes-{name}")),
    );
    fs::write(&source, code).map_err(|error| error.to_string())?;
    captured(
        program("cc")
            .arg(format!("-I{}", header.display()))
            .arg(source)
            .arg("-o")
            .arg(&to),
    )?;
    let printed = captured(&mut program(&to))?;
    printed
        .trim()
        .parse()
        .map_err(|_| format!("sizes of {name}: {printed}"))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
