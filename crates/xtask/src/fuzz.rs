//! `fuzz`: coverage-guided fuzzing of every reader of bytes: `--seconds N` for each target (60), `--target NAME` for one of them.
//!
//! What a run learned stays in `target/fuzz/corpus`, so that the next run goes on from there; `--keep` reduces it to the smallest set of inputs
//! with the same coverage and writes to `fuzz/corpus`, which is committed, the short ones that come where none of the cases does. A finding stays in `fuzz/artifacts`.

use crate::process::{self, answers, captured, cargo, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A target, the part of `tests` that it starts from, and how long an input may be, in bytes.
struct Target {
    name: &'static str,
    seeds: fn(&Path) -> Result<Vec<Vec<u8>>, String>,
    longest: usize,
}

const TARGETS: &[Target] = &[
    Target {
        name: "dossier",
        seeds: dossiers,
        longest: 16_384,
    },
    Target {
        name: "reject",
        seeds: rejects,
        longest: 16_384,
    },
    Target {
        name: "ssv",
        seeds: |root| files(root, "card-"),
        longest: 4_096,
    },
    Target {
        name: "card_frame",
        seeds: |_| Ok(vec![b"\x00A\xfeB\xff\x03C".to_vec()]),
        longest: 2_048,
    },
    Target {
        name: "adri",
        seeds: |root| files(root, "adri-"),
        longest: 16_384,
    },
    Target {
        name: "cnam",
        seeds: |root| files(root, "cnam-"),
        longest: 16_384,
    },
    Target {
        name: "c2s",
        seeds: |root| files(root, "c2s-"),
        longest: 4_096,
    },
    Target {
        name: "jfse",
        seeds: |root| files(root, "jfse-"),
        longest: 4_096,
    },
    Target {
        name: "lecture_vitale",
        seeds: |root| files(root, "lecture-vitale-"),
        longest: 4_096,
    },
    Target {
        name: "noemie",
        seeds: |root| files(root, "noemie-"),
        longest: 4_096,
    },
    Target {
        name: "b2",
        seeds: |root| files(root, "b2-"),
        longest: 4_096,
    },
    Target {
        name: "jfse_returns",
        seeds: |root| files(root, "returns-jfse-"),
        longest: 4_096,
    },
    Target {
        name: "follow",
        seeds: followed,
        longest: 16_384,
    },
    Target {
        name: "table",
        seeds: |root| files(root, "table-"),
        longest: 4_096,
    },
];

/// An input that is kept in the repository has at most so many bytes.
const KEPT: u64 = 2_048;

/// So many inputs of a target are kept at most, the shortest ones.
const MOST_KEPT: usize = 200;

pub(crate) fn run(arguments: &[String]) -> Result<String, String> {
    let after = |flag: &str| {
        let place = arguments.iter().position(|one| one == flag)?;
        arguments.get(place.checked_add(1)?)
    };
    let seconds: u64 = match after("--seconds") {
        Some(text) => text
            .parse()
            .map_err(|_| "--seconds takes a whole number".to_owned())?,
        None => 60,
    };
    let only = after("--target");
    let keep = arguments.iter().any(|one| one == "--keep");
    let targets: Vec<&Target> = TARGETS
        .iter()
        .filter(|target| only.is_none_or(|name| name == target.name))
        .collect();
    if targets.is_empty() {
        return Err("no such target".to_owned());
    }
    if !answers(cargo().args(["fuzz", "--version"])) {
        process::run(cargo().args(["install", "--locked", "cargo-fuzz"]))?;
    }
    // A finding in one target does not keep the others from their time.
    let (mut inputs, mut faults): (u64, Vec<String>) = (0, Vec::new());
    for target in &targets {
        match fuzz(target, seconds) {
            Ok(tried) => inputs = inputs.saturating_add(tried),
            Err(fault) => {
                println!("{fault}");
                faults.push(fault);
                continue;
            }
        }
        if keep {
            reduce(target)?;
        }
    }
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    Ok(format!(
        "{} targets, {inputs} inputs in {seconds} s each, 0 findings",
        targets.len()
    ))
}

/// Runs one target and gives back how many inputs it tried.
fn fuzz(target: &Target, seconds: u64) -> Result<u64, String> {
    let corpus = corpus(target.name);
    fs::create_dir_all(&corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    seed(target, &corpus)?;
    let kept = kept(target.name);
    fs::create_dir_all(&kept).map_err(|error| format!("{}: {error}", kept.display()))?;
    let begun = Instant::now();
    let mut command = fuzzer();
    command.args(["run", target.name]).arg(&corpus).arg(&kept).args([
        "--".to_owned(),
        format!("-max_total_time={seconds}"),
        format!("-max_len={}", target.longest),
        // By the clock, on a machine that may be busy.
        "-timeout=60".to_owned(),
        "-print_final_stats=1".to_owned(),
        "-verbosity=0".to_owned(),
    ]);
    let log = process::target()
        .join("fuzz")
        .join(format!("{}.log", target.name));
    let file = fs::File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let errors = file.try_clone().map_err(|error| error.to_string())?;
    let status = command.stdout(file).stderr(errors).status();
    let status = status.map_err(|error| error.to_string())?;
    let text = fs::read_to_string(&log).map_err(|error| error.to_string())?;
    if !status.success() {
        return Err(format!(
            "{}: a finding, or it did not build: {}",
            target.name,
            log.display()
        ));
    }
    let tried = text
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .and_then(|count| count.trim().parse().ok())
        .ok_or_else(|| format!("{}: no count of inputs in {}", target.name, log.display()))?;
    println!(
        "{}: {tried} inputs in {} s",
        target.name,
        rounded(begun.elapsed())
    );
    Ok(tried)
}

/// Reduces what was learned, and keeps in the repository the short inputs that come where no input of the cases does.
fn reduce(target: &Target) -> Result<(), String> {
    let corpus = corpus(target.name);
    captured(fuzzer().args(["cmin", target.name]).arg(&corpus))?;
    let chosen = process::target().join("fuzz/chosen").join(target.name);
    emptied(&chosen)?;
    seed(target, &chosen)?;
    let mut command = fuzzer();
    command
        .args(["run", target.name])
        .arg(&chosen)
        .arg(&corpus)
        .args([
            "--".to_owned(),
            "-merge=1".to_owned(),
            // Where an input comes, not how often.
            "-use_counters=0".to_owned(),
            format!("-max_len={KEPT}"),
        ]);
    captured(&mut command)?;
    let kept = kept(target.name);
    emptied(&kept)?;
    let mut found = Vec::new();
    for entry in fs::read_dir(&chosen).map_err(|error| error.to_string())? {
        let entry = entry.map_err(|error| error.to_string())?;
        let length = entry.metadata().map_err(|error| error.to_string())?.len();
        found.push((length, entry.file_name()));
    }
    found.retain(|(_, name)| !name.to_string_lossy().starts_with("seed-"));
    found.sort();
    for (_, name) in found.into_iter().take(MOST_KEPT) {
        fs::copy(chosen.join(&name), kept.join(&name)).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Makes a folder that holds nothing.
fn emptied(folder: &Path) -> Result<(), String> {
    let error = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(error)?;
    }
    fs::create_dir_all(folder).map_err(error)
}

/// Writes the inputs that a target starts from into a folder.
fn seed(target: &Target, folder: &Path) -> Result<(), String> {
    for (place, seed) in (target.seeds)(&root())?.iter().enumerate() {
        let file = folder.join(format!("seed-{place:04}"));
        fs::write(&file, seed).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// `cargo fuzz` with the instrumentation that only an unstable flag turns on.
fn fuzzer() -> std::process::Command {
    let mut command = cargo();
    command.arg("fuzz").env("RUSTC_BOOTSTRAP", "1");
    command.env("CARGO_TARGET_DIR", process::target().join("fuzz"));
    command
}

fn corpus(name: &str) -> PathBuf {
    process::target().join("fuzz/corpus").join(name)
}

fn kept(name: &str) -> PathBuf {
    root().join("fuzz/corpus").join(name)
}

fn rounded(time: Duration) -> u64 {
    time.as_secs()
}

/// The dossiers of the cases.
fn dossiers(root: &Path) -> Result<Vec<Vec<u8>>, String> {
    parts(root, "dossier")
}

/// The rejects of the cases.
fn rejects(root: &Path) -> Result<Vec<Vec<u8>>, String> {
    parts(root, "document")
}

/// One part of every case that has it.
fn parts(root: &Path, part: &str) -> Result<Vec<Vec<u8>>, String> {
    let mut found = Vec::new();
    for bytes in folder(&root.join("tests/cases"), "")? {
        let document: serde_json::Value =
            serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
        let cases = document.get("cases").and_then(serde_json::Value::as_array);
        let given = cases.into_iter().flatten().filter_map(|case| case.get(part));
        found.extend(given.map(|one| one.to_string().into_bytes()));
    }
    if found.is_empty() {
        return Err(format!("no case has a {part}"));
    }
    Ok(found)
}

/// A dossier, what a list says was sent and each return, as one input: a letter before each says what it is.
fn followed(root: &Path) -> Result<Vec<Vec<u8>>, String> {
    let mut found = Vec::new();
    let dossier = dossiers(root)?.swap_remove(0);
    let returns = ["noemie-", "table-", "returns-jfse-", "b2-"].map(|prefix| files(root, prefix));
    for (letter, files) in [b'r', b's', b'r', b'c'].into_iter().zip(returns) {
        for file in files? {
            found.push([b"c", &dossier[..], &[0xff, letter], &file].concat());
        }
    }
    Ok(found)
}

/// The files of `tests/readers` whose name begins so.
fn files(root: &Path, prefix: &str) -> Result<Vec<Vec<u8>>, String> {
    folder(&root.join("tests/readers"), prefix)
}

fn folder(path: &Path, prefix: &str) -> Result<Vec<Vec<u8>>, String> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))? {
        let entry = entry.map_err(|error| error.to_string())?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(prefix) && !name.ends_with(".txt") {
            paths.push(entry.path());
        }
    }
    paths.sort();
    let read = |path: &PathBuf| fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    paths.iter().map(read).collect()
}
