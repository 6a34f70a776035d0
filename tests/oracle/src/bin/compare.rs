//! Both implementations on many generated dossiers: `--cases N`, `--seed S`.

use std::collections::BTreeMap;
use std::process::ExitCode;
use tierspayant_core::tables::Tables;
use tierspayant_oracle::{Difference, difference, shown};
use tierspayant_testkit::{Kit, dossier_to_json, minimise};

/// How many differences are shown in full.
const SHOWN: usize = 5;

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
    let tables = tierspayant_tables::embedded()
        .map_err(|error| error.to_string())?
        .decision;
    let tables = &tables;
    let mut found = Found::new();
    std::thread::scope(|scope| {
        let halves: Vec<_> = (0..2)
            .map(|half| scope.spawn(move || search(tables, seed, cases, half)))
            .collect();
        for half in halves {
            for (kind, (count, first)) in half.join().unwrap_or_default() {
                let entry = found.entry(kind).or_insert((0, first));
                entry.0 += count;
            }
        }
    });
    let mut kinds: Vec<_> = found.into_iter().collect();
    kinds.sort_by_key(|(_, (count, _))| core::cmp::Reverse(*count));
    let kit = Kit::new();
    for (kind, (count, first)) in kinds.iter().take(SHOWN) {
        let least = minimise(&kit.dossier(*first), |one| {
            difference(tables, one).as_ref() == Some(kind)
        });
        println!("{count} times, first at seed {first}: {kind:?}");
        println!("{}\n{}", dossier_to_json(&least), shown(tables, &least));
    }
    for (kind, (count, first)) in kinds.iter().skip(SHOWN).take(40) {
        println!("{count} times, first at seed {first}: {kind:?}");
    }
    let total: u64 = kinds.iter().map(|(_, (count, _))| count).sum();
    println!("{cases} cases, {total} differences");
    Ok(total)
}

fn search(tables: &Tables, seed: u64, cases: u64, half: u64) -> Found {
    let kit = Kit::new();
    let mut found = Found::new();
    for case in (half..cases).step_by(2) {
        let number = seed.wrapping_mul(0x1_0000_0000).wrapping_add(case);
        if let Some(kind) = difference(tables, &kit.dossier(number)) {
            found.entry(kind).or_insert((0, number)).0 += 1;
        }
    }
    found
}

fn option(name: &str) -> Result<Option<u64>, String> {
    let words: Vec<String> = std::env::args().collect();
    let place = words.iter().position(|word| word == name);
    let value = place.map(|place| words.get(place + 1).map_or("", |word| word.as_str()));
    value
        .map(|word| word.parse().map_err(|_| format!("{name} takes a number")))
        .transpose()
}
