//! Reads a card and an ADRi answer, checks a claim against both, and walks through the reasons.
//!
//! `cargo run -p tierspayant-examples --bin reasons -- \
//!     examples/counter/claim.json examples/counter/card.in examples/counter/adri.json`

use std::error::Error;
use std::fs;
use tierspayant::core::finding::{Effect, FactValue};
use tierspayant::core::model::Moment;
use tierspayant::format::parse_claim;
use tierspayant::readers::{Format, ReadError, ReadOptions, read};
use tierspayant::{Dossier, Engine, Share, Snapshot};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || {
        arguments
            .next()
            .ok_or("usage: reasons CLAIM.json CARD.in ADRI.json")
    };
    let document = parse_claim(&fs::read(next()?)?)?;
    let card = fs::read(next()?)?;
    let adri = fs::read(next()?)?;

    // The card does not say when it was read; here, on the day of the question. An ADRi answer carries its own date.
    let observed_at = document.as_of.map(Moment::on);
    let mut rights = snapshots("card", Format::Ssv, &card, observed_at)?;
    rights.extend(snapshots("ADRi", Format::AdriJson, &adri, None)?);

    // The failing case: half a card is an error with its place, never a card that says less.
    let half = card.get(..card.len() / 2).unwrap_or_default();
    match snapshots("half a card", Format::Ssv, half, observed_at) {
        Ok(_) => return Err("half a card was read".into()),
        Err(error) => println!("half a card: refused: {error}\n"),
    }

    let dossier = Dossier {
        as_of: document.as_of,
        claim: document.claim,
        rights,
    };
    let engine = Engine::embedded();
    let checked = engine.check(&dossier);

    println!("claim: {}", checked.verdict().as_str());
    for (line, answer) in checked.lines() {
        let verdict = |share| {
            answer
                .share(share)
                .map_or("not asked", |verdict| verdict.as_str())
        };
        println!(
            "line {}: AMO {}, AMC {}, exemption {} on {} ({})",
            line.id,
            verdict(Share::Amo),
            verdict(Share::Amc),
            answer.exemption.as_str(),
            answer.day,
            answer.date_role.as_str(),
        );
    }
    for reason in checked.reasons() {
        let severity = reason.effect.severity().as_str();
        println!("{severity}: {} ({})", reason.id.as_str(), basis(reason.effect));
        for (key, value) in reason.facts.iter() {
            println!("    {} = {}", key.as_str(), shown(value));
        }
    }
    Ok(())
}

/// The snapshots of one document; what the reader did not use is listed by place, without values.
fn snapshots(
    name: &str,
    format: Format,
    bytes: &[u8],
    observed_at: Option<Moment>,
) -> Result<Vec<Snapshot>, ReadError> {
    let result = read(format, bytes, &ReadOptions { observed_at })?;
    println!(
        "{name}: {} people, {} fields not used",
        result.snapshots.len(),
        result.unused.len()
    );
    // An error answer of the service is not an answer about rights: no snapshot, and the reason why.
    if let Some(refusal) = result.refusal {
        println!("{name}: the service answered with an error: {refusal}");
    }
    Ok(result.snapshots)
}

/// What a reason does to the verdict, and why.
fn basis(effect: Effect) -> &'static str {
    effect.verdict().basis().unwrap_or("changes no verdict")
}

/// A fact as a program may show it; `Texts` makes sentences of them.
fn shown(value: FactValue) -> String {
    match value {
        FactValue::Date(day) => day.to_string(),
        FactValue::Days(days) => format!("{days} days"),
        FactValue::Word(word) => word.to_owned(),
        FactValue::Code(code) => code.to_string(),
    }
}
