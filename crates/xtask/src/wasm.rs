//! `wasm`: the engine as WebAssembly, its cases in Node and in Deno, and the page of `examples/web` in a browser.

use crate::install;
use crate::process::{cargo, output, program, root, run, target};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tierspayant::format::{parse_dossier, parse_reject};
use tierspayant::{Engine, Options};
use tierspayant_testkit::case_files;

/// What a build may weigh, compressed, in bytes.
const MOST: usize = 450_000;

/// Packages of Node, each with its version: they are used by tests and by the build, and are part of neither.
const PACKAGES: &[(&str, &str)] = &[
    ("playwright-core", "1"),
    ("axe-core", "4"),
    ("typescript", "5"),
    ("deno", "2"),
];

pub(crate) fn run_all(arguments: &[String]) -> Result<String, String> {
    install::packages(&[
        ("rustc-web", "/usr/bin/rustc"),
        ("cargo-web", "/usr/bin/cargo"),
        ("rust-web-src", "/usr/share/doc/rust-web-src"),
        ("lld", "wasm-ld"),
        ("nodejs", "node"),
        ("npm", "npm"),
    ])?;
    let package = package()?;
    let bytes = fs::read(package.join("tierspayant_bg.wasm")).map_err(|error| error.to_string())?;
    let (gzip, brotli) = compressed(&package)?;
    let cases = cases()?;
    let deno = node_packages()?.join("node_modules/.bin/deno");
    let in_node = told(&mut program("node"), &package, &cases)?;
    let in_deno = told(program(deno).args(["run", "--allow-read"]), &package, &cases)?;
    types()?;
    let size = format!(
        "{} KB, {} KB with gzip and {} KB with Brotli, {} over the aim of {} KB",
        bytes.len() / 1_000,
        gzip / 1_000,
        brotli / 1_000,
        [gzip, brotli].iter().filter(|size| **size > MOST).count(),
        MOST / 1_000
    );
    let browser = if arguments.iter().any(|one| one == "--no-browser") {
        "not asked".to_owned()
    } else {
        browser()?
    };
    Ok(format!(
        "wasm: {size}; Node: {in_node}; Deno: {in_deno}; browser: {browser}"
    ))
}

/// Every case in a host of JavaScript: its last line is what it found.
fn told(host: &mut Command, package: &Path, cases: &Path) -> Result<String, String> {
    let script = "bindings/wasm/tests/cases.mjs";
    let text = output(host.arg(script).arg(package).arg(cases))?;
    Ok(text.trim().to_owned())
}

/// Builds the package into `examples/web/pkg`.
fn package() -> Result<PathBuf, String> {
    let sysroot = target().join("sysroot-wasm");
    run(program("bash")
        .arg("crates/xtask/scripts/sysroot.sh")
        .arg(&sysroot)
        .arg("wasm32-unknown-unknown"))?;
    // Where a panic stands and how values print for a developer are left out: no answer holds them, and they are large.
    let flags = format!(
        "--sysroot {} -C linker=wasm-ld -Zlocation-detail=none -Zfmt-debug=none",
        sysroot.display()
    );
    let built = target().join("wasm");
    run(cargo()
        .args([
            "build",
            "--release",
            "--quiet",
            "--target",
            "wasm32-unknown-unknown",
        ])
        .args(["--manifest-path", "bindings/wasm/Cargo.toml", "--target-dir"])
        .arg(&built)
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("RUSTFLAGS"))?;
    let package = root().join("examples/web/pkg");
    run(program(wasm_bindgen()?)
        .args(["--target", "web", "--out-name", "tierspayant", "--out-dir"])
        .arg(&package)
        .arg(built.join("wasm32-unknown-unknown/release/tierspayant_wasm.wasm")))?;
    for name in ["index.mjs", "index.d.mts", "documents.d.ts"] {
        let from = root().join("bindings/wasm").join(name);
        fs::copy(&from, package.join(name)).map_err(|error| format!("{}: {error}", from.display()))?;
    }
    write(&package.join("page.css"), tierspayant::text::STYLE_SHEET)?;
    write(&package.join("samples.mjs"), &samples()?)?;
    Ok(package)
}

/// The program that writes the JavaScript, of the version that the package was built with.
fn wasm_bindgen() -> Result<PathBuf, String> {
    let lock =
        fs::read_to_string(root().join("bindings/wasm/Cargo.lock")).map_err(|error| error.to_string())?;
    let version = lock
        .split_once("name = \"wasm-bindgen\"\nversion = \"")
        .and_then(|(_, rest)| rest.split('"').next())
        .ok_or("bindings/wasm/Cargo.lock: no wasm-bindgen")?;
    let tools = target().join("tools");
    let there = tools.join("bin/wasm-bindgen");
    run(cargo()
        .args([
            "install",
            "wasm-bindgen-cli",
            "--debug",
            "--quiet",
            "--version",
            version,
            "--root",
        ])
        .arg(&tools)
        .env_remove("RUSTC"))?;
    Ok(there)
}

/// The examples of the page, with the bytes of their files.
fn samples() -> Result<String, String> {
    const SAMPLES: &[(&str, &[&str])] = &[
        (
            "readme",
            &["counter/claim.json", "counter/card.in", "counter/adri.json"],
        ),
        ("card", &["counter/claim.json", "counter/card.in"]),
        (
            "reject",
            &["counter/claim.json", "counter/adri.json", "data/reject.json"],
        ),
    ];
    let mut out =
        String::from("// Written by `cargo xtask wasm` from the examples.\nexport const SAMPLES = [\n");
    for (id, files) in SAMPLES {
        let _ = writeln!(out, "  {{ id: \"{id}\", files: [");
        for file in *files {
            let bytes =
                fs::read(root().join("examples").join(file)).map_err(|error| format!("{file}: {error}"))?;
            let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy();
            let _ = writeln!(out, "    {{ name: \"{name}\", base64: \"{}\" }},", base64(&bytes));
        }
        out.push_str("  ] },\n");
    }
    out.push_str("];\n");
    Ok(out)
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let all =
            three.iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = LETTERS.get((all >> (18 - 6 * place) & 63) as usize).copied();
            out.push(if place <= three.len() {
                char::from(letter.unwrap_or(b'='))
            } else {
                '='
            });
        }
    }
    out
}

/// Every case with the answer of the library on this machine, one a line.
fn cases() -> Result<PathBuf, String> {
    let engine = Engine::embedded();
    let options = Options::default();
    let mut out = String::new();
    for (family, file) in case_files().map_err(|error| error.to_string())? {
        let cases = file.get("cases").and_then(Value::as_array);
        for case in cases.into_iter().flatten() {
            let (kind, document) = match case.get("document") {
                Some(reject) => ("reject", reject.to_string()),
                None => (
                    "dossier",
                    case.get("dossier").map(Value::to_string).unwrap_or_default(),
                ),
            };
            let bytes = document.as_bytes();
            let answer = match kind {
                "reject" => parse_reject(bytes).map(|one| engine.triage(&one, &options).to_json()),
                _ => parse_dossier(bytes).map(|one| engine.check(&one).to_json(&options)),
            };
            let answer = answer.unwrap_or_else(|fault| format!("{} {}", fault.code(), fault.place()));
            let name = format!("{family}/{}", case["name"].as_str().unwrap_or_default());
            let line =
                serde_json::json!({ "name": name, "kind": kind, "document": document, "answer": answer });
            let _ = writeln!(out, "{line}");
        }
    }
    let path = target().join("wasm/cases.jsonl");
    write(&path, &out)?;
    Ok(path)
}

/// What the module weighs on its way: with gzip, and with Brotli.
fn compressed(package: &Path) -> Result<(usize, usize), String> {
    let script = "const z=require('zlib'),b=require('fs').readFileSync(process.argv[1]);\
                  console.log(z.gzipSync(b,{level:9}).length,z.brotliCompressSync(b).length)";
    let told = output(
        program("node")
            .args(["-e", script])
            .arg(package.join("tierspayant_bg.wasm")),
    )?;
    let sizes = told.trim().split_once(' ');
    let sizes = sizes.and_then(|(gzip, brotli)| Some((gzip.parse().ok()?, brotli.parse().ok()?)));
    sizes.ok_or_else(|| format!("no size: {told}"))
}

/// The folder of packages of Node, with each of them in it.
fn node_packages() -> Result<PathBuf, String> {
    let folder = target().join("node-web");
    for (package, version) in PACKAGES {
        install::node_package(&folder, package, version)?;
    }
    Ok(folder)
}

/// A host in TypeScript compiles with the types of the package, and one that is wrong does not.
fn types() -> Result<(), String> {
    run(program("node")
        .arg(node_packages()?.join("node_modules/typescript/bin/tsc"))
        .args([
            "--noEmit",
            "--strict",
            "--target",
            "es2022",
            "--lib",
            "es2022,dom",
        ])
        .args(["--module", "nodenext", "--moduleResolution", "nodenext"])
        .arg("bindings/wasm/tests/types.ts"))
}

/// The page in Chromium: its last line is what it saw.
fn browser() -> Result<String, String> {
    install::packages(&[("chromium", "chromium")])?;
    let folder = node_packages()?;
    let told = output(
        program("node")
            .arg("examples/web/tests/browser.mjs")
            .arg(folder.join("node_modules"))
            .arg(target().join("web-pictures")),
    )?;
    told.lines()
        .last()
        .map(str::to_owned)
        .ok_or_else(|| "nothing was said".to_owned())
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
