//! Spoils files of returns at random, and reads each: it is refused with an offset inside it, or read; never a panic, never a number of a person.
//!
//! `cargo xtask mutate-returns --cases 1000000 --seed 1`: the last line is the figure. The same seed spoils the same files.

use std::process::ExitCode;
use tierspayant_returns::synthetic::{Recipe, year};
use tierspayant_returns::table::TableOptions;
use tierspayant_returns::{ReturnsError, jfse, noemie, table};

/// What every number of a person of the made-up year begins with.
const PERSONAL: [&str; 2] = ["1850575999", "SPECIMEN"];

/// Random numbers (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap_or(1);
        usize::try_from(self.next().checked_rem(limit).unwrap_or(0)).unwrap_or(0)
    }
}

/// One to five changes: a byte, a byte more, a byte less, a part twice, a part gone, the end gone.
fn spoilt(file: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for _ in 0..=dice.below(5) {
        let place = dice.below(bytes.len());
        let end = place.saturating_add(dice.below(200)).min(bytes.len());
        match dice.below(12) {
            0 => bytes.insert(place, u8::try_from(dice.below(256)).unwrap_or(0)),
            1 if !bytes.is_empty() => drop(bytes.remove(place)),
            2 => {
                let part = bytes.get(place..end).unwrap_or_default().to_vec();
                bytes.splice(place..place, part);
            }
            3 => drop(bytes.drain(place..end)),
            4 => bytes.truncate(place),
            // What another file might hold there.
            5 => {
                let known = [b'0', b'9', b' ', b'@', b';', b'"', b'{', b'\n', b'N', 0xe9];
                let known = known.get(dice.below(known.len())).copied().unwrap_or(b' ');
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = known;
                }
            }
            _ => {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = u8::try_from(dice.below(256)).unwrap_or(0);
                }
            }
        }
    }
    bytes
}

/// What a reader says of a file, whole.
fn told(bytes: &[u8]) -> Result<String, ReturnsError> {
    if bytes.starts_with(b"000") {
        noemie::read(bytes).map(|returns| format!("{returns:?}"))
    } else if bytes.starts_with(b"{") {
        jfse::read(bytes, &jfse::JfseOptions::default()).map(|returns| format!("{returns:?}"))
    } else {
        table::read(bytes, &TableOptions::default()).map(|list| format!("{list:?}"))
    }
}

#[derive(Default)]
struct Tally {
    read: u64,
    refused: u64,
    wrong: Vec<String>,
}

fn run(files: &[Vec<u8>], cases: u64, seed: u64) -> Tally {
    let mut dice = Dice(seed);
    let mut tally = Tally::default();
    for case in 0..cases {
        let Some(file) = files.get(dice.below(files.len())) else {
            break;
        };
        let bytes = spoilt(file, &mut dice);
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let said = match told(&bytes) {
            Ok(said) => {
                tally.read = tally.read.saturating_add(1);
                said
            }
            Err(error) => {
                tally.refused = tally.refused.saturating_add(1);
                if error.offset > length {
                    tally
                        .wrong
                        .push(format!("seed {seed}, case {case}: an offset outside of the file"));
                }
                error.to_string()
            }
        };
        if PERSONAL.iter().any(|personal| said.contains(personal)) {
            tally
                .wrong
                .push(format!("seed {seed}, case {case}: a number of a person"));
        }
    }
    tally
}

/// Files of a made-up year, small enough that a change often meets what matters.
fn files() -> Vec<Vec<u8>> {
    let Ok(first) = "2025-11-01".parse() else {
        return Vec::new();
    };
    let recipe = Recipe {
        invoices: 60,
        people: 20,
        days: 40,
        ..Recipe::starting(first)
    };
    let year = year(&recipe).files.into_iter();
    let mut files: Vec<Vec<u8>> = year
        .filter(|file| file.name.starts_with("returns/") || file.name == "sent.csv")
        .map(|file| file.bytes)
        .collect();
    let answer = r#"{"method":{"output":{"lstFacturesTP":[{"noFacture":"42","nir":"185057599900142","nom":"SPECIMEN","etatAMO":"R","montantAMO":42.50,"etatAMC":"P","montantAMC":6.40,"organismeAMC":"MUT 185057599900142","lstPaiements":[{"date":"20261125","etatAMC":"P","partAMC":6.40}],"lstRejets":[{"date":"20261125","part":"AMO","code":"0009-816","libelle":"ALD INCONNUE 1 85 05 75 999 001 42","niveau":"F"}]}]}}}"#;
    files.push(answer.as_bytes().to_vec());
    files
}

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().collect();
    let number = |name: &str, default: u64| {
        let place = given.iter().position(|one| one == name);
        let value = place.and_then(|place| given.get(place.saturating_add(1))?.parse().ok());
        value.unwrap_or(default)
    };
    let (cases, seed) = (number("--cases", 1_000_000), number("--seed", 1));
    let files = files();
    let threads =
        std::thread::available_parallelism().map_or(1, |count| u64::try_from(count.get()).unwrap_or(1));
    let share = cases.div_ceil(threads);
    let tallies: Vec<Option<Tally>> = std::thread::scope(|scope| {
        let started: Vec<_> = (0..threads)
            .map(|thread| {
                let files = &files;
                let mine = share.min(cases.saturating_sub(share.saturating_mul(thread)));
                scope.spawn(move || run(files, mine, seed.wrapping_mul(1_000_003).wrapping_add(thread)))
            })
            .collect();
        started.into_iter().map(|one| one.join().ok()).collect()
    });
    let panicked = tallies.iter().filter(|one| one.is_none()).count();
    let tallies: Vec<Tally> = tallies.into_iter().flatten().collect();
    let sum = |of: fn(&Tally) -> u64| tallies.iter().map(of).fold(0, u64::saturating_add);
    let wrong: Vec<&String> = tallies.iter().flat_map(|one| &one.wrong).collect();
    for one in &wrong {
        println!("{one}");
    }
    let (read, refused) = (sum(|one| one.read), sum(|one| one.refused));
    let all = read.saturating_add(refused);
    println!(
        "{all} spoilt returns: {read} read, {refused} refused with their offset, {panicked} panics, {} numbers of a person or wrong offsets",
        wrong.len()
    );
    if panicked == 0 && wrong.is_empty() && all == cases {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
