//! The same decision in a compiled rules engine and in an authorizer, with the same verdict on every case.

mod cedar;
mod rego;

use crate::Failure;
use crate::cases::Cases;
use crate::measure::line;
use tierspayant::core::decision::Checker;
use tierspayant::core::verdict::Verdict;

pub fn run(cases: &Cases, ours: f64) -> Result<String, Failure> {
    println!("\nthe same decision in other engines (base rights, ALD of a line, contract)");
    let expected = expected(cases)?;
    line("this library, the whole catalogue", ours, ours);
    let rego = rego::run(cases, &expected, ours)?;
    let cedar = cedar::run(cases, &expected, ours)?;
    println!("  0 verdicts differ on {} cases in each", expected.len());
    Ok(format!(
        "{:.0} times faster than regorus compiled, {:.0} times faster than cedar; {} equal verdicts",
        rego / ours,
        cedar / ours,
        expected.len()
    ))
}

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
