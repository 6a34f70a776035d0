//! Both implementations on many generated dossiers: `--cases N`, `--seed S`; `--start K` goes on after the first K of them, as the
//! line on progress says; `--shown N` differences are told in full, `--one SEED` tells one dossier. Of each eighth dossier the days
//! and the corrections of the what-if are asked as well; `--what-if N` asks them of each Nth, as they take most of the time.
//! `--dossiers FILE` takes dossiers from a file instead, one on a line, each after a name and a tab or alone.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use tierspayant_core::model::Dossier;
use tierspayant_core::tables::Tables;
use tierspayant_format::parse_dossier;
use tierspayant_oracle::{Difference, difference, shown, shown_corrections, what_if};
use tierspayant_testkit::{Kit, dossier_to_json, minimise};

/// Of how many dossiers one is asked for its what-if, where it is not said.
const WHAT_IF: u64 = 8;

/// How many dossiers a thread takes at once.
const TAKEN: u64 = 64;

/// After how many dossiers a line tells how far it is.
const STEP: u64 = 250_000;

type Found = BTreeMap<Difference, (u64, u64)>;

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(problem) => {
            println!("{problem}");
            ExitCode::from(64)
        }
    }
}

fn run() -> Result<u64, String> {
    let cases = option("--cases")?.unwrap_or(100_000);
    let seed = option("--seed")?.unwrap_or(1);
    let most = usize::try_from(option("--shown")?.unwrap_or(5)).unwrap_or(usize::MAX);
    let tables = &tierspayant_tables::embedded().decision;
    let kit = Kit::new();
    if let Some(one) = option("--one")? {
        return Ok(match differs(tables, true, &kit.dossier(one)) {
            Some(kind) => {
                tell(tables, &kit, one, &kind);
                1
            }
            None => 0,
        });
    }
    if let Some(path) = word("--dossiers") {
        return of_file(tables, &path);
    }
    let start = option("--start")?.unwrap_or(0);
    let run = &Run {
        seed,
        end: cases,
        what_if: option("--what-if")?.unwrap_or(WHAT_IF).max(1),
        next: AtomicU64::new(start),
        done: AtomicU64::new(start),
        differ: AtomicU64::new(0),
    };
    let mut found = Found::new();
    std::thread::scope(|scope| {
        let halves: Vec<_> = (0..2).map(|_| scope.spawn(move || search(tables, run))).collect();
        for half in halves {
            for (kind, (count, first)) in half.join().unwrap_or_default() {
                let entry = found.entry(kind).or_insert((0, first));
                *entry = (entry.0 + count, entry.1.min(first));
            }
        }
    });
    let mut kinds: Vec<_> = found.into_iter().collect();
    kinds.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    for (kind, (count, first)) in kinds.iter().take(most) {
        println!("{count} times, first at seed {first}:");
        tell(tables, &kit, *first, kind);
    }
    for (kind, (count, first)) in kinds.iter().skip(most).take(40) {
        println!("{count} times, first at seed {first}: {kind:?}");
    }
    summary(&kinds);
    let total: u64 = kinds.iter().map(|(_, (count, _))| count).sum();
    let asked = (start..cases).filter(|case| run.asks(run.number(*case))).count();
    println!(
        "{} cases, {asked} what-ifs, {total} differences",
        cases.saturating_sub(start)
    );
    Ok(total)
}

/// The dossiers of a file, with the what-if of each.
fn of_file(tables: &Tables, path: &str) -> Result<u64, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let (mut cases, mut refused, mut total) = (0_u64, 0_u64, 0_u64);
    for line in text.lines() {
        let (name, json) = line.split_once('\t').unwrap_or(("", line));
        let Ok(dossier) = parse_dossier(json.as_bytes()) else {
            refused += 1;
            continue;
        };
        cases += 1;
        if let Some(kind) = differs(tables, true, &dossier) {
            total += 1;
            println!("{name}\t{kind:?}\t{json}");
        }
    }
    println!("{refused} lines that are no dossier");
    println!("{cases} cases, {cases} what-ifs, {total} differences");
    Ok(total)
}

/// One kind of difference on the smallest dossier that has it.
fn tell(tables: &Tables, kit: &Kit, seed: u64, kind: &Difference) {
    let least = minimise(&kit.dossier(seed), |one| {
        differs(tables, true, one).as_ref() == Some(kind)
    });
    println!("{kind:?}\n{}\n{}", dossier_to_json(&least), shown(tables, &least));
    if kind.core.is_empty() && kind.oracle.is_empty() {
        println!("{}", shown_corrections(tables, &least));
    }
}

/// Each reason and part that differs: how often, and where first.
fn summary(kinds: &[(Difference, (u64, u64))]) {
    let mut by_part: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for (kind, (count, first)) in kinds {
        let mut note = |part: String| {
            let entry = by_part.entry(part).or_insert((0, *first));
            entry.0 += count;
        };
        for id in &kind.core {
            note(format!("{id}, the core alone"));
        }
        for id in &kind.oracle {
            note(format!("{id}, the oracle alone"));
        }
        kind.parts.iter().cloned().for_each(&mut note);
    }
    let mut parts: Vec<_> = by_part.into_iter().collect();
    parts.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    for (part, (count, first)) in parts {
        println!("{count:8} {part} (seed {first})");
    }
}

/// One run over the numbers of a seed, and how far it is.
struct Run {
    seed: u64,
    end: u64,
    what_if: u64,
    next: AtomicU64,
    done: AtomicU64,
    differ: AtomicU64,
}

impl Run {
    fn number(&self, case: u64) -> u64 {
        self.seed.wrapping_mul(0x1_0000_0000).wrapping_add(case)
    }

    /// Whether the what-if of this dossier is asked.
    fn asks(&self, number: u64) -> bool {
        number % self.what_if == 0
    }

    /// The next dossiers that nobody has taken.
    fn take(&self) -> Option<std::ops::Range<u64>> {
        let first = self.next.fetch_add(TAKEN, Ordering::Relaxed);
        (first < self.end).then(|| first..self.end.min(first + TAKEN))
    }

    /// One dossier more is done.
    fn tell(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if done % STEP == 0 {
            let differ = self.differ.load(Ordering::Relaxed);
            eprintln!("about {done} of {}, {differ} differences", self.end);
        }
    }
}

fn search(tables: &Tables, run: &Run) -> Found {
    let kit = Kit::new();
    let mut found = Found::new();
    while let Some(cases) = run.take() {
        for number in cases.map(|case| run.number(case)) {
            if let Some(kind) = differs(tables, run.asks(number), &kit.dossier(number)) {
                run.differ.fetch_add(1, Ordering::Relaxed);
                if !found.contains_key(&kind) {
                    eprintln!("seed {number}: {kind:?}");
                }
                found.entry(kind).or_insert((0, number)).0 += 1;
            }
            run.tell();
        }
    }
    found
}

/// What differs on a dossier, with its what-if where that is asked.
fn differs(tables: &Tables, asks: bool, dossier: &Dossier) -> Option<Difference> {
    difference(tables, dossier).or_else(|| asks.then(|| what_if(tables, dossier)).flatten())
}

fn option(name: &str) -> Result<Option<u64>, String> {
    word(name)
        .map(|word| word.parse().map_err(|_| format!("{name} takes a number")))
        .transpose()
}

/// The word after an option.
fn word(name: &str) -> Option<String> {
    let words: Vec<String> = std::env::args().collect();
    let place = words.iter().position(|word| word == name)?;
    Some(words.get(place + 1).cloned().unwrap_or_default())
}
