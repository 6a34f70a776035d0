//! One reason in the answer.

use crate::engine::{Audience, Engine, Lang};
use serde::Serialize;
use serde_json::{Map, Value};
use tierspayant_core::finding::{FactValue, Facts, Reason};
use tierspayant_core::model::Dossier;
use tierspayant_core::tables::Reference;
use tierspayant_core::verdict::Verdict;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ReasonOut {
    id: &'static str,
    severity: &'static str,
    share: Option<&'static str>,
    line: Option<String>,
    rule: &'static str,
    facts: Map<String, Value>,
    remedies: Vec<&'static str>,
    reject: Option<&'static str>,
    indu: Option<&'static str>,
    reference: ReferenceOut,
    message: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ReferenceOut {
    text: String,
    confidence: &'static str,
    checked: String,
}

impl ReasonOut {
    pub(crate) fn new(engine: &Engine, dossier: &Dossier, reason: &Reason, lang: Lang) -> Self {
        let rules = &engine.tables().decision.rules;
        let line = reason
            .line
            .and_then(|line| dossier.claim.lines.get(usize::from(line)));
        let line = line.map(|line| line.id.to_string());
        let info = rules.reason(reason.id);
        let weighs = reason.effect.verdict() != Verdict::Billable;
        let reference = rules.rule(reason.id.rule()).map(|rule| &rule.reference);
        ReasonOut {
            id: reason.id.as_str(),
            severity: reason.effect.severity().as_str(),
            share: reason.share.map(|share| share.as_str()),
            rule: reason.id.rule().as_str(),
            facts: facts(&reason.facts),
            remedies: reason.remedies.iter().map(|remedy| remedy.as_str()).collect(),
            reject: reason
                .reject(rules)
                .filter(|_| weighs)
                .map(|class| class.as_str()),
            indu: info.and_then(|info| info.indu).map(|risk| risk.as_str()),
            reference: ReferenceOut::new(reference),
            message: engine
                .texts()
                .reason(lang, Audience::Counter, reason, line.as_deref()),
            line,
        }
    }
}

impl ReferenceOut {
    pub(crate) fn new(reference: Option<&Reference>) -> Self {
        ReferenceOut {
            text: reference.map(|one| one.text.to_string()).unwrap_or_default(),
            confidence: reference.map_or("product", |one| one.confidence.as_str()),
            checked: reference.map(|one| one.checked.to_string()).unwrap_or_default(),
        }
    }
}

pub(crate) fn facts(facts: &Facts) -> Map<String, Value> {
    let value = |value: FactValue| match value {
        FactValue::Date(day) => Value::from(day.to_string()),
        FactValue::Days(days) => Value::from(days),
        FactValue::Word(word) => Value::from(word),
        FactValue::Code(code) => Value::from(code.as_str()),
    };
    facts
        .iter()
        .map(|(key, one)| (key.as_str().to_owned(), value(one)))
        .collect()
}
