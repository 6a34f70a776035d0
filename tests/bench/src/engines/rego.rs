//! regorus: its interpreter, and its compiled form.

use super::compare;
use crate::Failure;
use crate::cases::{CONTRACT, Cases, Plain, Span};
use crate::measure::{line, median};
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::{Engine, Value};
use serde_json::json;
use std::hint::black_box;

const POLICY: &str = include_str!("policy.rego");
const RULE: &str = "data.tierspayant.billable";

/// Gives back the time of the compiled form.
pub fn run(cases: &Cases, expected: &[bool], ours: f64) -> Result<f64, Failure> {
    let inputs: Vec<Value> = cases.plain.iter().map(input).collect::<Result<_, _>>()?;
    let mut engine = Engine::new();
    engine.add_policy("policy.rego".into(), POLICY.into())?;
    let mut interpreted = |value: &Value| -> Result<bool, Failure> {
        engine.set_input(value.clone());
        Ok(*engine.eval_rule(RULE.into())?.as_bool()?)
    };
    let given: Vec<bool> = inputs.iter().map(&mut interpreted).collect::<Result<_, _>>()?;
    compare("regorus", expected, &given)?;
    // The interpreter is slow: a part of the cases is enough for a median.
    let part = inputs.get(..1_000).unwrap_or(&inputs);
    let slow = median(part.len(), || {
        for value in part {
            black_box(interpreted(value).is_ok());
        }
    });
    line("regorus, interpreter", slow, ours);

    let mut engine = Engine::new();
    engine.add_policy("policy.rego".into(), POLICY.into())?;
    let compiled = engine.compile_with_entrypoint(&RULE.into())?;
    let program = Compiler::compile_from_policy(&compiled, &[RULE])?;
    let mut machine = RegoVM::new();
    machine.load_program(program);
    let mut run = |value: &Value| -> Result<bool, Failure> {
        machine.set_input(value.clone());
        Ok(*machine.execute()?.as_bool()?)
    };
    let given: Vec<bool> = inputs.iter().map(&mut run).collect::<Result<_, _>>()?;
    compare("regorus compiled", expected, &given)?;
    let fast = median(part.len(), || {
        for value in part {
            black_box(run(value).is_ok());
        }
    });
    line("regorus, compiled", fast, ours);
    Ok(fast)
}

fn input(plain: &Plain) -> Result<Value, Failure> {
    let period = |one: &Span| json!({ "start": one.start, "end": one.end });
    let coverage: Vec<_> = plain.coverage.iter().map(period).collect();
    let codes: Vec<_> = plain
        .codes
        .iter()
        .map(|(one, ald)| json!({ "start": one.start, "end": one.end, "ald": if *ald { "1" } else { "0" } }))
        .collect();
    let contracts: Vec<_> = plain
        .contracts
        .iter()
        .map(|one| json!({ "number": CONTRACT.0, "type": CONTRACT.1, "start": one.start, "end": one.end }))
        .collect();
    let lines: Vec<_> = plain
        .lines
        .iter()
        .map(|ald| json!({ "exemption": if *ald { "4" } else { "0" } }))
        .collect();
    let mut input = json!({ "care": plain.care, "coverage": coverage, "codes": codes, "contracts": contracts,
                            "lines": lines });
    if plain.contract {
        input["contract"] = json!({ "number": CONTRACT.0, "type": CONTRACT.1 });
    }
    Ok(Value::from_json_str(&input.to_string())?)
}
