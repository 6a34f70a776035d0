//! The same decision in a compiled rules engine and in an authorizer, with the same verdict on every case.

mod cedar;
mod rego;

use crate::Failure;
use crate::aims::Aims;
use crate::cases::Cases;
use crate::measure::{Timed, alternating};
use cedar::Cedar;
use rego::Rego;
use std::hint::black_box;
use tierspayant::core::decision::Checker;
use tierspayant::core::verdict::Verdict;

pub fn run(cases: &Cases, aims: &mut Aims) -> Result<String, Failure> {
    println!("\nthe same decision in other engines (base rights, ALD of a line, contract)");
    let expected = expected(cases)?;
    let rego = Rego::new(cases, &expected)?;
    let cedar = Cedar::new(cases, &expected)?;
    let engine = tierspayant::Engine::embedded();
    let mut checker = Checker::new(&engine.tables().decision);
    let mut compiled = rego.compiled()?;
    let mut interpreter = rego.interpreter()?;
    let prepared = &cases.prepared;
    let ratios = alternating(vec![
        Timed::new("this library, the whole catalogue", prepared.len(), || {
            for case in prepared {
                black_box(checker.check(case));
            }
        }),
        Timed::new("regorus, compiled", PART, || rego.part(&mut *compiled)),
        Timed::new("regorus, interpreter", PART, || rego.part(&mut *interpreter)),
        Timed::new("cedar, requests built beforehand", PART, || cedar.part()),
        Timed::new("cedar, requests built each time", PART, || {
            for plain in cases.plain.iter().take(PART) {
                black_box(cedar.whole(plain).unwrap_or(false));
            }
        }),
    ]);
    println!("  0 verdicts differ on {} cases in each", expected.len());
    let [_, rego, _, cedar, _] = ratios[..] else {
        return Err("an engine was not timed".into());
    };
    aims.at_least("regorus compiled, × the check", rego, 25.0);
    aims.at_least("cedar, × the check", cedar, 30.0);
    Ok(format!(
        "{rego:.0} times faster than regorus compiled, {cedar:.0} times faster than cedar; {} equal verdicts",
        expected.len()
    ))
}

/// How many of the cases the slow engines are timed with: enough for a median.
const PART: usize = 1_000;

/// The verdicts of this library; every case is one that it decides.
fn expected(cases: &Cases) -> Result<Vec<bool>, Failure> {
    let engine = tierspayant::Engine::embedded();
    let mut checker = Checker::new(&engine.tables().decision);
    let mut verdicts = Vec::new();
    for (place, case) in cases.prepared.iter().enumerate() {
        verdicts.push(match checker.check(case).verdict() {
            Verdict::Billable => true,
            Verdict::NotBillable(_) => false,
            Verdict::Undetermined(_) => {
                let document = String::from_utf8_lossy(&cases.documents[place]);
                return Err(format!("case {place} is not decided: {document}").into());
            }
        });
    }
    Ok(verdicts)
}

/// That an engine gives the same verdicts.
fn compare(name: &str, expected: &[bool], given: &[bool]) -> Result<(), Failure> {
    let differ: Vec<usize> = (0..expected.len())
        .filter(|place| expected.get(*place) != given.get(*place))
        .collect();
    match differ.first() {
        None => Ok(()),
        Some(first) => Err(format!(
            "{name}: {} verdicts differ, the first in case {first}",
            differ.len()
        )
        .into()),
    }
}
