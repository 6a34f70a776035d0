//! A copy of the project whose core holds every mutant behind a switch, and its test programs.

use super::list::{Genre, Mutant};
use super::switch::{FEATURES, MODULE, Switched, switched};
use crate::process::{self, captured, program, root};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Tests that are not built: they check pages and markup, and what the core says is seen by others. And programs that hold no test.
const LEFT_OUT: &[&str] = &[
    "crates/tierspayant/tests/html.rs",
    "crates/tables/tests/references.rs",
    "tests/oracle/src/bin/",
];

/// The test of whole answers, and what is put at its end.
const ANSWERS: &str = "crates/tierspayant/tests/answers.rs";
const SCREEN: &str = include_str!("screen.txt");

/// The root of the library.
const LIBRARY: &str = "crates/core/src/lib.rs";

/// The switched copy.
pub(super) struct Copy {
    folder: PathBuf,
    /// The mutants that stand behind a switch, by number from 1.
    pub placed: BTreeSet<usize>,
    /// Those that no build holds: the function cannot give back such a value.
    pub unviable: BTreeSet<usize>,
    /// Those that may be asked for while the program is compiled, where none is on.
    pub in_const: BTreeSet<usize>,
}

/// One test program and the folder that it runs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TestProgram {
    pub program: PathBuf,
    pub folder: PathBuf,
}

impl TestProgram {
    /// What cargo calls it.
    pub fn name(&self) -> &str {
        let file = self.program.file_name().and_then(|name| name.to_str());
        let name = file.unwrap_or_default();
        name.rsplit_once('-').map_or(name, |(name, _)| name)
    }
}

impl Copy {
    /// Copies the files that are under version control into `folder` and puts the mutants in that are wanted, by number. One that does not compile behind
    /// a switch is left out, until the rest compiles.
    pub fn new(
        folder: &Path,
        package: &str,
        mutants: &[Mutant],
        wanted: BTreeSet<usize>,
    ) -> Result<Self, String> {
        let mut copy = Copy {
            folder: folder.to_owned(),
            placed: wanted,
            unviable: BTreeSet::new(),
            in_const: BTreeSet::new(),
        };
        let asked = copy.placed.len();
        copy.copy_files()?;
        copy.equip()?;
        // Once: the project may change while its copy is built.
        let originals = copy.originals(mutants)?;
        loop {
            let sources = copy.write(mutants, &originals)?;
            copy.placed = sources
                .values()
                .flat_map(|source| source.places.iter().flat_map(|place| place.1.clone()))
                .collect();
            copy.in_const = sources
                .values()
                .flat_map(|source| source.in_const.clone())
                .collect();
            let faults = copy.faults(package)?;
            if faults.is_empty() {
                println!("{} of {} mutants stand behind a switch", copy.placed.len(), asked);
                return Ok(copy);
            }
            let mut dropped = BTreeSet::new();
            for fault in &faults {
                let source = sources.get(&fault.file);
                let source =
                    source.ok_or_else(|| format!("no mutant is in what does not compile: {fault:?}"))?;
                let blamed = blamed(source, &fault.bytes);
                if let ([number], false) = (blamed.as_slice(), fault.is_const) {
                    let genre = mutants.get(number - 1).map(|one| one.genre);
                    let whole = genre == Some(Genre::FnValue);
                    copy.unviable.extend(whole.then_some(*number));
                }
                // Of several values of one function, the last one is tried without first: it is the one that is made up of the most parts.
                let is_value = |number: &usize| {
                    mutants
                        .get(number - 1)
                        .is_some_and(|one| one.genre == Genre::FnValue)
                };
                match blamed.as_slice() {
                    [.., last] if blamed.iter().all(is_value) => drop(dropped.insert(*last)),
                    _ => dropped.extend(blamed),
                }
            }
            dropped.retain(|number| copy.placed.contains(number));
            println!("{} errors, {} mutants left out", faults.len(), dropped.len());
            if dropped.is_empty() {
                return Err(format!("the copy does not compile: {:?}", faults.first()));
            }
            copy.placed.retain(|number| !dropped.contains(number));
        }
    }

    fn copy_files(&self) -> Result<(), String> {
        let listed = captured(program("git").args(["ls-files", "-z"]))?;
        let wanted =
            |name: &&str| !name.is_empty() && !LEFT_OUT.iter().any(|left_out| name.starts_with(left_out));
        let names: BTreeSet<&str> = listed.split('\0').filter(wanted).collect();
        for folder in ["crates", "tests", "examples"] {
            self.clear(&self.folder.join(folder), &names);
        }
        for name in names {
            let (from, to) = (root().join(name), self.folder.join(name));
            let Ok(bytes) = fs::read(&from) else {
                continue;
            };
            if fs::read(&to).is_ok_and(|there| there == bytes) {
                continue;
            }
            let parent = to.parent().unwrap_or(&self.folder);
            let written = fs::create_dir_all(parent).and_then(|()| fs::write(&to, bytes));
            written.map_err(|error| format!("{}: {error}", to.display()))?;
        }
        Ok(())
    }

    /// Takes away what an earlier copy held and the project no longer does.
    fn clear(&self, folder: &Path, names: &BTreeSet<&str>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = path.strip_prefix(&self.folder).ok().and_then(Path::to_str);
            if path.is_dir() {
                self.clear(&path, names);
            } else if name.is_some_and(|name| !names.contains(name)) {
                // What stays all the same is told by the compiler.
                drop(fs::remove_file(&path));
            }
        }
    }

    /// Gives the library of the copy the switches, and its test of whole answers the one that tries many.
    fn equip(&self) -> Result<(), String> {
        let change = |file: &str, change: &dyn Fn(String) -> String| {
            let path = self.folder.join(file);
            let changed = fs::read_to_string(&path).and_then(|text| fs::write(&path, change(text)));
            changed.map_err(|error| format!("{file}: {error}"))
        };
        let whole = |text: String| text.replacen("#![forbid(unsafe_code)]", FEATURES, 1) + MODULE;
        change(LIBRARY, &whole)?;
        change(ANSWERS, &|text| text + SCREEN)
    }

    /// The sources that have mutants, as they were copied.
    fn originals<'m>(&self, mutants: &'m [Mutant]) -> Result<BTreeMap<&'m str, String>, String> {
        let files: BTreeSet<&str> = mutants.iter().map(|one| one.file.as_str()).collect();
        let read = |file| match fs::read_to_string(self.folder.join(file)) {
            Ok(text) => Ok((file, text)),
            Err(error) => Err(format!("{file}: {error}")),
        };
        files.into_iter().map(read).collect()
    }

    /// Writes each source with those of its mutants that are still placed.
    fn write(
        &self,
        mutants: &[Mutant],
        originals: &BTreeMap<&str, String>,
    ) -> Result<BTreeMap<String, Switched>, String> {
        let mut sources = BTreeMap::new();
        for (file, source) in originals {
            let of_file =
                |(number, one): &(usize, &Mutant)| one.file == *file && self.placed.contains(number);
            let of_file: Vec<(usize, &Mutant)> = (1..).zip(mutants).filter(of_file).collect();
            let switched = switched(source, &of_file).map_err(|error| format!("{file}: {error}"))?;
            let written = fs::write(self.folder.join(file), &switched.text);
            written.map_err(|error| format!("{file}: {error}"))?;
            sources.insert((*file).to_owned(), switched);
        }
        Ok(sources)
    }

    fn cargo(&self) -> Command {
        let mut command = process::cargo();
        command.current_dir(&self.folder);
        command.env("CARGO_TARGET_DIR", self.folder.join("target"));
        command
            .env("RUSTFLAGS", "--cap-lints allow")
            .env("RUSTC_BOOTSTRAP", "1");
        // Many short runs of one build: worth a little optimization.
        command.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
        command.env("CARGO_PROFILE_DEV_DEBUG", "none");
        command
    }

    /// Where the core does not compile.
    fn faults(&self, package: &str) -> Result<Vec<Fault>, String> {
        let mut command = self.cargo();
        command.args(["check", "--quiet", "--message-format=json", "-p", package]);
        let output = command.output().map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&output.stdout);
        let mut faults = Vec::new();
        for line in text.lines() {
            let Ok(message) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            if message.pointer("/message/level").and_then(Value::as_str) != Some("error") {
                continue;
            }
            let spans = message.pointer("/message/spans").and_then(Value::as_array);
            let primary = spans.into_iter().flatten().filter(|span| {
                let is_primary = span.get("is_primary").and_then(Value::as_bool);
                is_primary == Some(true)
            });
            let code = message.pointer("/message/code/code").and_then(Value::as_str);
            faults.extend(primary.filter_map(|span| fault(span, code)));
        }
        if faults.is_empty() && !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        Ok(faults)
    }

    /// Builds the tests of packages and gives back their programs.
    pub fn test_programs(&self, packages: &str) -> Result<Vec<TestProgram>, String> {
        let mut command = self.cargo();
        command.args(["test", "--no-run", "--quiet", "--message-format=json"]);
        for package in packages.split(',') {
            command.args(["-p", package]);
        }
        let text = captured(&mut command)?;
        let mut programs = Vec::new();
        for line in text.lines() {
            let Ok(message) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            let is_test = message.pointer("/profile/test").and_then(Value::as_bool) == Some(true);
            let path = |key: &str| message.get(key).and_then(Value::as_str).map(PathBuf::from);
            if let (true, Some(program), Some(manifest)) =
                (is_test, path("executable"), path("manifest_path"))
            {
                let folder = manifest.parent().unwrap_or(&self.folder).to_owned();
                programs.push(TestProgram { program, folder });
            }
        }
        if programs.is_empty() {
            return Err("no test program was built".to_owned());
        }
        Ok(programs)
    }
}

/// An error of the compiler.
#[derive(Debug)]
struct Fault {
    file: String,
    bytes: Range<usize>,
    /// It says only that something is not known while the program is compiled.
    is_const: bool,
}

fn fault(span: &Value, code: Option<&str>) -> Option<Fault> {
    // What stands in a macro of the standard library is looked for where the macro is called.
    let is_elsewhere = |span: &Value| {
        let file = span.get("file_name").and_then(Value::as_str);
        file.is_some_and(|file| Path::new(file).is_absolute())
    };
    let mut span = span;
    while let Some(call) = span.pointer("/expansion/span").filter(|_| is_elsewhere(span)) {
        span = call;
    }
    let number = |key: &str| span.get(key)?.as_u64().and_then(|at| usize::try_from(at).ok());
    let file = span.get("file_name")?.as_str()?.to_owned();
    Some(Fault {
        file,
        bytes: number("byte_start")?..number("byte_end")?,
        is_const: code == Some("E0015"),
    })
}

/// The mutants to leave out for an error at these bytes: those whose text is pointed at, else those inside, else those of the same lines, else the
/// next ones.
fn blamed(source: &Switched, bytes: &Range<usize>) -> Vec<usize> {
    let pick = |keep: &dyn Fn(&Range<usize>) -> bool| -> Vec<usize> {
        let kept = source.places.iter().filter(|place| keep(&place.0));
        kept.flat_map(|place| place.1.iter().copied()).collect()
    };
    let pointed = pick(&|place| place.start <= bytes.start && bytes.end <= place.end);
    if !pointed.is_empty() {
        return pointed;
    }
    let inside = pick(&|place| bytes.start <= place.start && place.end <= bytes.end);
    if !inside.is_empty() {
        return inside;
    }
    let line = |at: usize| {
        let before = source.text.get(..at).unwrap_or_default();
        before.matches('\n').count()
    };
    let lines = line(bytes.start)..=line(bytes.end);
    let beside = pick(&|place| lines.contains(&line(place.start)));
    if !beside.is_empty() {
        return beside;
    }
    // A match that is not exhaustive is pointed at by its value: one of its arms comes next.
    let next = source.places.iter().find(|place| place.0.start >= bytes.end);
    next.map(|place| place.1.clone()).unwrap_or_default()
}
