//! Laying out an archive, and packing it so that the same files are the same bytes.

use super::build::{Made, version};
use super::exports;
use super::links;
use super::papers::{self, Shipped};
use super::target::{System, Target, Tool};
use crate::process::{captured, program, run, target};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders and files of the sources that every archive has, and where they come to lie in it.
const SHIPPED: &[(&str, &str)] = &[
    ("bindings/c/packaging/README.md", "README.md"),
    ("bindings/c/README.md", "share/doc/tierspayant/README.md"),
    ("bindings/c/symbols.txt", "share/doc/tierspayant/symbols.txt"),
    ("bindings/c/coverage.txt", "share/doc/tierspayant/coverage.txt"),
    ("docs/serve.md", "share/doc/tierspayant/serve.md"),
    ("docs/format.md", "share/doc/tierspayant/format.md"),
    ("docs/facts.md", "share/doc/tierspayant/facts.md"),
    ("docs/columns.md", "share/doc/tierspayant/columns.md"),
    ("docs/tables.md", "share/doc/tierspayant/tables.md"),
    ("docs/triage.md", "share/doc/tierspayant/triage.md"),
    ("docs/returns.md", "share/doc/tierspayant/returns.md"),
    ("docs/conventions.md", "share/doc/tierspayant/conventions.md"),
    ("docs/rules", "share/doc/tierspayant/rules"),
    ("docs/errors.md", "share/doc/tierspayant/errors.md"),
    ("docs/glossary.md", "share/doc/tierspayant/glossary.md"),
    ("docs/schema", "share/tierspayant/schema"),
    ("bindings/generated", "share/tierspayant/bindings"),
    ("examples/c", "share/tierspayant/examples/c"),
    ("examples/cpp", "share/tierspayant/examples/cpp"),
    ("examples/cmake", "share/tierspayant/examples/cmake"),
    ("examples/csharp", "share/tierspayant/examples/csharp"),
    ("examples/java", "share/tierspayant/examples/java"),
    ("examples/node", "share/tierspayant/examples/node"),
    ("examples/pascal", "share/tierspayant/examples/pascal"),
    ("examples/php", "share/tierspayant/examples/php"),
    ("examples/serve", "share/tierspayant/examples/serve"),
    ("examples/vb", "share/tierspayant/examples/vb"),
    ("examples/windev", "share/tierspayant/examples/windev"),
    ("examples/data", "share/tierspayant/examples/data"),
    ("examples/counter", "share/tierspayant/examples/counter"),
    ("crates/tables/data", "share/tierspayant/tables"),
    ("crates/text/data", "share/tierspayant/texts"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("SECURITY.md", "SECURITY.md"),
];

/// The moment that every file of an archive has: what it holds says how old it is.
const MOMENT: &str = "2026-01-01 00:00:00 UTC";

/// The name of a target's archive, without its end.
fn stem(of: &Target) -> Result<String, String> {
    Ok(format!("tierspayant-{}-{}", version()?, of.name))
}

/// The name of a target's archive.
pub(super) fn name(of: &Target) -> Result<String, String> {
    let end = if of.is_windows() { "zip" } else { "tar.gz" };
    Ok(format!("{}.{end}", stem(of)?))
}

/// Packs a target, and gives the name of its archive and the bytes of its library.
pub(super) fn pack(of: &Target, made: &Made, to: &Path) -> Result<(String, u64), String> {
    let name = stem(of)?;
    let staged = target().join("dist-stage");
    let folder = staged.join(&name);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    match of.tool {
        Tool::MinGw(prefix) => windows(of, prefix, made, &folder)?,
        Tool::Zig => {
            run(program("bash")
                .arg(made.source.join("bindings/c/install.sh"))
                .arg(&made.folder)
                .arg(&folder))?;
        }
    }
    shared(&made.source, &folder)?;
    copy(
        &made.folder.join(of.command()),
        &folder.join("bin").join(of.command()),
    )?;
    if of.system() == System::Linux {
        // What is stripped is written anew: a link to it would become a second library.
        let library = fs::canonicalize(folder.join(of.shipped())).map_err(|error| error.to_string())?;
        captured(
            program("llvm-strip")
                .arg("--strip-all")
                .arg(library)
                .arg(folder.join("bin").join(of.command())),
        )?;
    }
    copy(
        &made.source.join("include/tierspayant_flat.h"),
        &folder.join("include/tierspayant_flat.h"),
    )?;
    let shipped = Shipped::archive(of.triple, &made.source);
    papers::notices(&shipped, &folder.join("THIRD-PARTY.txt"))?;
    papers::sbom(&shipped, &folder.join("tierspayant.cdx.json"))?;
    exports::agree(of, &folder)?;
    let size = fs::metadata(folder.join(of.shipped()))
        .map_err(|error| error.to_string())?
        .len();
    let archive = self::name(of)?;
    if of.is_windows() {
        run(program("python3")
            .arg("crates/xtask/scripts/zip.py")
            .arg(&staged)
            .arg(&name)
            .arg(to.join(&archive)))?;
        Ok((archive, size))
    } else {
        let tar = to.join(format!("{name}.tar"));
        run(program("tar")
            .args([
                "--sort=name",
                "--owner=0",
                "--group=0",
                "--numeric-owner",
                "--format=ustar",
            ])
            .args(["--mode=u+rwX,go+rX,go-w", "--mtime", MOMENT, "-C"])
            .arg(&staged)
            .arg("-cf")
            .arg(&tar)
            .arg(&name))?;
        run(program("gzip").args(["-9", "-n", "-f"]).arg(&tar))?;
        Ok((archive, size))
    }
}

/// What every archive has: files of the sources as they are, and pages whose links lead to what is there.
fn shared(source: &Path, folder: &Path) -> Result<(), String> {
    for (from, to) in SHIPPED {
        copy(&source.join(from), &folder.join(to))?;
    }
    pages(source, folder)?;
    links::lead_somewhere(folder).map(|_| ())
}

/// Writes every page anew with links that lead to where its archive has what they name.
fn pages(source: &Path, folder: &Path) -> Result<(), String> {
    for (from, to) in SHIPPED {
        let shipped = source.join(from);
        let mut files = Vec::new();
        if shipped.is_dir() {
            exports::below(&shipped, &mut files)?;
        } else {
            files.push(shipped.clone());
        }
        for page in files.iter().filter(|file| links::is_page(file)) {
            let (mut from, mut to) = (PathBuf::from(from), PathBuf::from(to));
            for part in page.strip_prefix(&shipped).unwrap_or(page) {
                from.push(part);
                to.push(part);
            }
            let failed = |error: std::io::Error| format!("{}: {error}", page.display());
            let text = fs::read_to_string(page).map_err(failed)?;
            fs::write(folder.join(&to), links::moved(&text, &from, &to, SHIPPED)?).map_err(failed)?;
        }
    }
    Ok(())
}

fn windows(of: &Target, prefix: &str, made: &Made, folder: &Path) -> Result<(), String> {
    for sub in ["include", "bin", "lib"] {
        fs::create_dir_all(folder.join(sub)).map_err(|error| error.to_string())?;
    }
    copy(&made.folder.join(of.library()), &folder.join(of.shipped()))?;
    copy(
        &made.folder.join("libtierspayant.a"),
        &folder.join("lib/libtierspayant.a"),
    )?;
    for header in ["include/tierspayant.h", "bindings/c/include/tierspayant.hpp"] {
        let name = Path::new(header).file_name().unwrap_or_default();
        copy(&made.source.join(header), &folder.join("include").join(name))?;
    }
    let (def, machine) = if of.is_32_bits() {
        ("bindings/c/tierspayant-x86.def", "i386")
    } else {
        ("bindings/c/tierspayant.def", "i386:x86-64")
    };
    copy(&made.source.join(def), &folder.join("lib/tierspayant.def"))?;
    // The name of what is made for the import library is part of it: it is made where the name is always the same.
    captured(
        program(format!("{prefix}-dlltool"))
            .args([
                "-m",
                machine,
                "-k",
                "-t",
                "tp",
                "-d",
                "lib/tierspayant.def",
                "-l",
                "lib/tierspayant.lib",
            ])
            .current_dir(folder),
    )?;
    captured(
        program(format!("{prefix}-strip"))
            .args(["-D", "-g"])
            .arg(folder.join("lib/libtierspayant.a")),
    )
    .map(|_| ())
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", from.display());
    if from.is_dir() {
        fs::create_dir_all(to).map_err(failed)?;
        for entry in fs::read_dir(from).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if let Some(name) = path.file_name() {
                copy(&path, &to.join(name))?;
            }
        }
        return Ok(());
    }
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    fs::copy(from, to).map(|_| ()).map_err(failed)
}

#[cfg(test)]
mod tests {
    use crate::process::root;
    use std::fs;

    #[test]
    fn a_page_that_is_shipped_links_to_nothing_that_is_not() -> Result<(), String> {
        let folder = std::env::temp_dir().join(format!("tierspayant-pages-{}", std::process::id()));
        super::shared(&root(), &folder)?;
        fs::remove_dir_all(folder).map_err(|error| error.to_string())
    }
}
