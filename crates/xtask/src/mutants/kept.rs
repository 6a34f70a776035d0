//! The outcomes found so far, a line each in a file: the word, the state of the mutant's file, the state of all that the tests depend on, the name.

use super::list::Mutant;
use super::outcomes::{MISSED, Outcomes};
use crate::process::{captured, program, root};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What became of a mutant.
struct Found {
    word: String,
    /// It survived while something else was otherwise: it is tried again, and a survivor until then.
    try_again: bool,
}

pub(super) struct Kept {
    /// What became of each mutant, by name, and where it is written.
    found: Mutex<(BTreeMap<String, Found>, File)>,
    /// The state of each source that has mutants.
    files: BTreeMap<String, String>,
    /// The state of all that the tests depend on.
    all: String,
    new: AtomicUsize,
}

impl Kept {
    /// Opens the outcomes and takes those that still hold: a mutant was killed in the file as it is, or survived while everything was as it is.
    pub fn open(file: &Path, mutants: &[Mutant], sources: &[&str]) -> Result<Self, String> {
        let error = |error: std::io::Error| format!("{}: {error}", file.display());
        let mut files = BTreeMap::new();
        for mutant in mutants {
            if !files.contains_key(&mutant.file) {
                files.insert(mutant.file.clone(), state([mutant.file.as_str()])?);
            }
        }
        let listed = captured(program("git").args(["ls-files", "-z"]).args(sources))?;
        let all = state(listed.split('\0').filter(|name| !name.is_empty()))?;
        let text = if file.exists() {
            fs::read_to_string(file).map_err(error)?
        } else {
            String::new()
        };
        let mut found = BTreeMap::new();
        for line in text.lines() {
            let mut parts = line.splitn(4, '\t');
            let (Some(word), Some(of_file), Some(of_all), Some(name)) =
                (parts.next(), parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            let source = name.split(':').next().unwrap_or_default();
            let same_file = files.get(source).is_some_and(|state| state == of_file);
            if same_file {
                let (try_again, word) = (word == MISSED && of_all != all, word.to_owned());
                found.insert(name.to_owned(), Found { word, try_again });
            }
        }
        let file = File::options()
            .create(true)
            .append(true)
            .open(file)
            .map_err(error)?;
        Ok(Kept {
            found: Mutex::new((found, file)),
            files,
            all,
            new: AtomicUsize::new(0),
        })
    }

    /// Whether a mutant has an outcome that holds: one from before, or one of this run.
    pub fn has(&self, mutant: &Mutant) -> bool {
        let found = self.found.lock();
        found.is_ok_and(|found| found.0.get(&mutant.name).is_some_and(|one| !one.try_again))
    }

    /// How many this run has found.
    pub fn found(&self) -> usize {
        self.new.load(Ordering::Relaxed)
    }

    pub fn add(&self, mutant: &Mutant, word: &str) -> Result<(), String> {
        let name = &mutant.name;
        let file = self.files.get(&mutant.file).map_or("", String::as_str);
        let mut found = self
            .found
            .lock()
            .map_err(|_| "the outcomes are lost".to_owned())?;
        writeln!(found.1, "{word}\t{file}\t{}\t{name}", self.all).map_err(|error| error.to_string())?;
        let (try_again, word) = (false, word.to_owned());
        found.0.insert(name.clone(), Found { word, try_again });
        self.new.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    pub fn outcomes<'m>(&self, mutants: impl Iterator<Item = &'m Mutant>) -> Outcomes {
        let mut outcomes = Outcomes::default();
        if let Ok(found) = self.found.lock() {
            for mutant in mutants {
                match found.0.get(&mutant.name) {
                    Some(one) => outcomes.add(&mutant.name, &one.word),
                    None => outcomes.add_untried(&mutant.name),
                }
            }
        }
        outcomes
    }
}

/// A short form of what these files hold.
fn state<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<String, String> {
    let mut hasher = DefaultHasher::new();
    for name in names {
        let text = fs::read(root().join(name));
        text.map_err(|error| format!("{name}: {error}"))?
            .hash(&mut hasher);
        name.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}
