//! regorus: its interpreter, and its compiled form.

use super::{PART, compare};
use crate::Failure;
use crate::cases::{CONTRACT, Cases, Plain, Span};
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::{Engine, Value};
use serde_json::json;
use std::hint::black_box;

const POLICY: &str = include_str!("policy.rego");
const RULE: &str = "data.tierspayant.billable";

/// What evaluates an input.
type Evaluate = Box<dyn FnMut(&Value) -> Result<bool, Failure>>;

/// The cases as inputs, whose verdicts were compared.
pub struct Rego(Vec<Value>);

impl Rego {
    pub fn new(cases: &Cases, expected: &[bool]) -> Result<Self, Failure> {
        let rego = Rego(cases.plain.iter().map(input).collect::<Result<_, _>>()?);
        for (name, mut evaluate) in [
            ("regorus", rego.interpreter()?),
            ("regorus compiled", rego.compiled()?),
        ] {
            let given: Vec<bool> = rego.0.iter().map(&mut evaluate).collect::<Result<_, _>>()?;
            compare(name, expected, &given)?;
        }
        Ok(rego)
    }

    pub fn interpreter(&self) -> Result<Evaluate, Failure> {
        let mut engine = Engine::new();
        engine.add_policy("policy.rego".into(), POLICY.into())?;
        Ok(Box::new(move |value| {
            engine.set_input(value.clone());
            Ok(*engine.eval_rule(RULE.into())?.as_bool()?)
        }))
    }

    pub fn compiled(&self) -> Result<Evaluate, Failure> {
        let mut engine = Engine::new();
        engine.add_policy("policy.rego".into(), POLICY.into())?;
        let compiled = engine.compile_with_entrypoint(&RULE.into())?;
        let program = Compiler::compile_from_policy(&compiled, &[RULE])?;
        let mut machine = RegoVM::new();
        machine.load_program(program);
        Ok(Box::new(move |value| {
            machine.set_input(value.clone());
            Ok(*machine.execute()?.as_bool()?)
        }))
    }

    /// The first of the cases.
    pub fn part(&self, evaluate: &mut dyn FnMut(&Value) -> Result<bool, Failure>) {
        for value in self.0.iter().take(PART) {
            black_box(evaluate(value).is_ok());
        }
    }
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
