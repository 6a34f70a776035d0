//! The header is current, and every C and C++ compiler takes it without a warning.

use super::build::{WARNINGS, folder};
use crate::process::{cargo, program, root, run};
use std::fs;

pub(crate) fn prove() -> Result<String, String> {
    run(cargo().args(["test", "--quiet", "--package", "tierspayant-capi"]))?;
    let folder = folder("header")?;
    let mut compiled = 0;
    for (file, language, standards) in [
        ("header.c", "c", &["c99", "c11", "c17"][..]),
        ("header.cpp", "c++", &["c++11", "c++17"][..]),
    ] {
        let source = folder.join(file);
        let wrapper = if language == "c" {
            ""
        } else {
            "#include <tierspayant.hpp>\n"
        };
        fs::write(
            &source,
            format!("#include <tierspayant.h>\n{wrapper}int main(void) {{ return 0; }}\n"),
        )
        .map_err(|error| error.to_string())?;
        for compiler in ["gcc", "clang"] {
            for standard in standards {
                run(program(compiler)
                    .args([
                        "-fsyntax-only",
                        "-Iinclude",
                        "-Ibindings/c/include",
                        "-x",
                        language,
                    ])
                    .arg(format!("-std={standard}"))
                    .args(WARNINGS)
                    .arg(&source))?;
                compiled += 1;
            }
        }
    }
    // What the README shows compiles as it stands.
    let readme =
        fs::read_to_string(root().join("bindings/c/README.md")).map_err(|error| error.to_string())?;
    for (place, block) in readme.split("```c\n").skip(1).enumerate() {
        let source = folder.join(format!("readme{place}.c"));
        let code = block.split("```").next().unwrap_or_default();
        fs::write(&source, code).map_err(|error| error.to_string())?;
        run(program("gcc")
            .args(["-std=c11", "-fsyntax-only", "-Iinclude"])
            .args(WARNINGS)
            .arg(source))?;
        compiled += 1;
    }
    Ok(format!(
        "header current, {compiled} compilations without a warning"
    ))
}
