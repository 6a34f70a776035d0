//! Cedar: an authorizer. It cannot go through a list, so that the lists of a case are laid out as fields.

use super::{PART, compare};
use crate::Failure;
use crate::cases::{Cases, Plain, Span};
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

/// The policies, and the cases as requests, whose verdicts were compared.
pub struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
    requests: Vec<Request>,
}

impl Cedar {
    pub fn new(cases: &Cases, expected: &[bool]) -> Result<Self, Failure> {
        let cedar = Cedar {
            authorizer: Authorizer::new(),
            policies: policy().parse()?,
            entities: Entities::empty(),
            requests: cases.plain.iter().map(request).collect::<Result<_, _>>()?,
        };
        let given: Vec<bool> = cedar.requests.iter().map(|one| cedar.ask(one)).collect();
        compare("cedar", expected, &given)?;
        Ok(cedar)
    }

    fn ask(&self, request: &Request) -> bool {
        let answer = self
            .authorizer
            .is_authorized(request, &self.policies, &self.entities);
        answer.decision() == Decision::Allow
    }

    /// The first of the cases, whose requests are there.
    pub fn part(&self) {
        for request in self.requests.iter().take(PART) {
            black_box(self.ask(request));
        }
    }

    /// One case, from its values on.
    pub fn whole(&self, plain: &Plain) -> Result<bool, Failure> {
        Ok(self.ask(&request(plain)?))
    }
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
