//! Cedar: an authorizer. It cannot go through a list, so that the lists of a case are laid out as fields.

use super::compare;
use crate::Failure;
use crate::cases::{Cases, Plain, Span};
use crate::measure::{line, median};
use cedar_policy::{
    Authorizer, Context, Decision, Entities, EntityUid, PolicySet, Request, RestrictedExpression,
};
use std::hint::black_box;

/// How many entries of each list have a field.
const COVERAGE: usize = 4;
const CODES: usize = 6;
const CONTRACTS: usize = 2;
/// A period that holds no day.
const NEVER: Span = Span { start: 1, end: 0 };

/// Gives back the time with requests that are built beforehand.
pub fn run(cases: &Cases, expected: &[bool], ours: f64) -> Result<f64, Failure> {
    let policies: PolicySet = policy().parse()?;
    let entities = Entities::empty();
    let authorizer = Authorizer::new();
    let requests: Vec<Request> = cases.plain.iter().map(request).collect::<Result<_, _>>()?;
    let ask = |request: &Request| {
        authorizer.is_authorized(request, &policies, &entities).decision() == Decision::Allow
    };
    let given: Vec<bool> = requests.iter().map(ask).collect();
    compare("cedar", expected, &given)?;
    let part = requests.get(..1_000).unwrap_or(&requests);
    let beforehand = median(part.len(), || {
        for request in part {
            black_box(ask(request));
        }
    });
    line("cedar, requests built beforehand", beforehand, ours);
    let part = cases.plain.get(..1_000).unwrap_or(&cases.plain);
    let each = median(part.len(), || {
        for plain in part {
            black_box(request(plain).map(|request| ask(&request)).unwrap_or(false));
        }
    });
    line("cedar, requests built each time", each, ours);
    Ok(beforehand)
}

fn within(name: &str) -> String {
    format!("context.{name}_start <= context.care && context.care <= context.{name}_end")
}

fn any(name: &str, count: usize, and: impl Fn(usize) -> String) -> String {
    let parts: Vec<String> = (0..count)
        .map(|place| format!("({}{})", and(place), within(&format!("{name}{place}"))))
        .collect();
    format!("({})", parts.join(" || "))
}

fn policy() -> String {
    let covered = any("coverage", COVERAGE, |_| String::new());
    let ald = any("code", CODES, |place| {
        format!("context.code{place}_ald == \"1\" && ")
    });
    let contract = any("contract", CONTRACTS, |_| String::new());
    format!(
        "permit(principal, action == Action::\"bill\", resource) when {{\n  {covered} &&\n  \
         (!context.asks_ald || {ald}) &&\n  (!context.asks_contract || {contract})\n}};"
    )
}

fn request(plain: &Plain) -> Result<Request, Failure> {
    let mut fields: Vec<(String, RestrictedExpression)> = Vec::new();
    let mut long = |name: String, value: i64| fields.push((name, RestrictedExpression::new_long(value)));
    long("care".into(), plain.care);
    let spans = [("coverage", COVERAGE), ("code", CODES), ("contract", CONTRACTS)];
    for (name, count) in spans {
        for place in 0..count {
            let span = match name {
                "coverage" => plain.coverage.get(place).copied(),
                "code" => plain.codes.get(place).map(|(span, _)| *span),
                _ => plain.contracts.get(place).copied(),
            };
            let span = span.unwrap_or(NEVER);
            long(format!("{name}{place}_start"), span.start);
            long(format!("{name}{place}_end"), span.end);
        }
    }
    for place in 0..CODES {
        let ald = plain.codes.get(place).is_some_and(|(_, ald)| *ald);
        let digit = if ald { "1" } else { "0" }.to_owned();
        fields.push((
            format!("code{place}_ald"),
            RestrictedExpression::new_string(digit),
        ));
    }
    let flag = RestrictedExpression::new_bool;
    fields.push(("asks_ald".into(), flag(plain.lines.contains(&true))));
    fields.push(("asks_contract".into(), flag(plain.contract)));
    let name = |text: &str| -> Result<EntityUid, Failure> { Ok(text.parse()?) };
    Ok(Request::new(
        name("Software::\"lgo\"")?,
        name("Action::\"bill\"")?,
        name("Claim::\"one\"")?,
        Context::from_pairs(fields)?,
        None,
    )?)
}
