//! Growth with a person's history, and with the size of the tables.

use crate::Failure;
use crate::measure::median;
use serde_json::json;
use std::hint::black_box;
use tierspayant::Engine;
use tierspayant::core::decision::Checker;
use tierspayant::core::model::Date;
use tierspayant::format::parse_dossier;
use tierspayant::tables::embedded_files;

/// How often one case is checked in a run.
const CHECKS: usize = 1_000;

pub fn run(engine: &Engine) -> Result<(), Failure> {
    println!("\ngrowth with a person's history, entries of one source");
    let mut first = None;
    for entries in [10, 100, 1_000] {
        let document = history(entries);
        let (check, prepare) = cost(engine, &document)?;
        let first = *first.get_or_insert(check);
        println!(
            "  {entries:>6} entries {check:>10.0} ns {:>8.2} ×   preparing {prepare:>10.0} ns",
            check / first
        );
    }
    println!("\ngrowth with the tables, exemption codes");
    let mut first = None;
    for times in [1, 10, 100] {
        let (engine, codes) = with_codes(times)?;
        let (check, prepare) = cost(&engine, &history(10))?;
        let first = *first.get_or_insert(check);
        println!(
            "  {codes:>6} codes   {check:>10.0} ns {:>8.2} ×   preparing {prepare:>10.0} ns",
            check / first
        );
    }
    Ok(())
}

/// The time of a check and of preparing it.
fn cost(engine: &Engine, document: &[u8]) -> Result<(f64, f64), Failure> {
    let dossier = parse_dossier(document)?;
    let case = engine.case(&dossier);
    let mut checker = Checker::new(&engine.tables().decision);
    let check = median(CHECKS, || {
        for _ in 0..CHECKS {
            black_box(checker.check(black_box(&case)));
        }
    });
    let prepare = median(CHECKS, || {
        for _ in 0..CHECKS {
            black_box(engine.case(black_box(&dossier)));
        }
    });
    Ok((check, prepare))
}

/// A claim under an ALD, and a source with that many entries, which follow each other up to after the care.
pub fn history(entries: usize) -> Vec<u8> {
    let days = 12_000 / entries as i32;
    let last = Date::from_ymd(2027, 6, 30).unwrap_or_else(|_| unreachable!("a day of the calendar"));
    let period = |place: usize| {
        let end = last.plus_days(-days * place as i32).unwrap_or(last);
        let start = end.plus_days(1 - days).unwrap_or(end);
        (start.to_string(), end.to_string())
    };
    let codes: Vec<_> = (0..entries / 2)
        .map(|place| {
            let (start, end) = period(place);
            json!({ "start": start, "end": end, "ald": "1", "situation": "0100" })
        })
        .collect();
    let exemptions: Vec<_> = (0..entries - entries / 2)
        .map(|place| {
            let (start, end) = period(place);
            json!({ "vocabulary": "bdo", "code": "LIS", "start": start, "end": end, "status": "active" })
        })
        .collect();
    json!({
        "format": "tierspayant/1",
        "claim": { "care_date": "2026-11-20", "card": "read", "nature": "10", "third_party": ["amo"],
                   "lines": [{ "id": "1", "category": "drug", "exemption": "4", "relation": "related" }] },
        "rights": [{ "source": "adri", "observed_at": "2026-11-20", "coverage": [{ "start": "2019-01-01" }],
                     "codes": codes, "exemptions": exemptions }]
    })
    .to_string()
    .into_bytes()
}

/// An engine whose tables hold that many times the exemption codes, the further ones made up for this measure.
fn with_codes(times: usize) -> Result<(Engine, usize), Failure> {
    let mut files = embedded_files();
    let known = Engine::embedded()
        .tables()
        .decision
        .codes
        .exemptions
        .keys()
        .count();
    let file = files.get_mut("exemptions.toml").ok_or("no table of exemptions")?;
    for place in 0..known * (times - 1) {
        file.push_str(&format!(
            "\n[[exemption]]\nvocabulary = \"bdo\"\ncode = \"BENCH-{place}\"\nground = \"ald\"\nlabel = \"x\"\n\
             source = \"this measure\"\nconfidence = \"product\"\nchecked = \"2026-11-21\"\n"
        ));
    }
    Ok((Engine::with_tables(&files)?, known * times))
}
