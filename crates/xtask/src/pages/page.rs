//! One page.

use super::Material;
use super::examples::Case;
use serde_json::Value;
use std::fmt::Write;
use tierspayant::core::finding::Facts;
use tierspayant::core::ids::{ReasonId, RemedySet, RuleId};
use tierspayant::core::model::Period;
use tierspayant::core::tables::RuleInfo;
use tierspayant::{Audience, Lang};

/// The name of the family of a rule.
pub(super) fn family(rule: RuleId) -> &'static str {
    match rule.as_str().as_bytes().first() {
        Some(b'I') => "Identity",
        Some(b'C') => "Coverage",
        Some(b'E') => "Exemption",
        Some(b'A') => "ALD",
        Some(b'M') => "Maternity",
        Some(b'T') => "Accidents and occupational diseases",
        Some(b'P') => "Exempt persons",
        Some(b'O') => "Other grounds",
        Some(b'K') => "Contract",
        Some(b'V') => "Card",
        Some(b'F') => "Pharmacy",
        Some(b'D') => "Dates and delays",
        Some(b'R') => "What the tables cover",
        Some(b'S') => "Sources",
        _ => "Other",
    }
}

/// The care dates of a period, in words.
pub(super) fn validity(period: Period) -> String {
    match (period.start(), period.end()) {
        (None, None) => "any care date".to_owned(),
        (Some(start), None) => format!("care from {start} on"),
        (None, Some(end)) => format!("care until {end}"),
        (Some(start), Some(end)) => format!("care from {start} to {end}"),
    }
}

pub(super) fn page(material: &Material, rule: &RuleInfo) -> String {
    let texts = material.engine.texts();
    let mut out = String::new();
    let confidence = rule.reference.confidence.as_str();
    let _ = write!(
        out,
        "<!-- Written by `cargo xtask pages`: change the tables, the texts or the cases instead. -->\n\n\
         # {id} · {title}\n\n\
         | | |\n|---|---|\n\
         | family | {family} |\n\
         | reference | {reference} |\n\
         | confidence | `{confidence}`: {words} |\n\
         | last checked | {checked} |\n\
         | holds for | {validity} |\n",
        id = rule.id,
        title = rule.title,
        family = family(rule.id),
        reference = rule.reference.text,
        words = texts.word(Lang::En, "confidence", confidence),
        checked = rule.reference.checked,
        validity = validity(rule.validity),
    );
    let reasons: Vec<ReasonId> = ReasonId::ALL
        .iter()
        .copied()
        .filter(|id| id.rule() == rule.id)
        .collect();
    let _ = write!(out, "\n## What it says\n");
    for id in &reasons {
        reason(material, *id, &mut out);
    }
    let case = reasons
        .iter()
        .find_map(|id| material.examples.of(*id).map(|case| (*id, case)));
    let _ = write!(out, "\n## Example\n\n");
    match case {
        Some((id, case)) => example(id, case, &mut out),
        None => out.push_str("No case gives a reason of this rule.\n"),
    }
    out
}

fn reason(material: &Material, id: ReasonId, out: &mut String) {
    let texts = material.engine.texts();
    let _ = write!(out, "\n### `{id}`\n\n");
    let weights: Vec<&str> = material.examples.weights(id).collect();
    if !weights.is_empty() {
        let words: Vec<String> = weights.iter().map(|one| format!("`{one}`")).collect();
        let _ = writeln!(out, "- weighs, in the cases: {}", words.join(", "));
    }
    let case = material.examples.of(id);
    let message = |lang: Lang| {
        let first = case.and_then(|case| case.reasons(lang, id.as_str()).next());
        first
            .and_then(|one| one.get("message")?.as_str())
            .map(str::to_owned)
    };
    match (message(Lang::Fr), message(Lang::En), case) {
        (Some(fr), Some(en), Some(case)) => {
            let _ = write!(
                out,
                "- in French: {fr}\n- in English: {en}\n- these words from: `{}`\n",
                case.name
            );
        }
        _ => out.push_str("- no case gives it\n"),
    }
    let Some(info) = material.engine.tables().decision.rules.reason(id) else {
        return;
    };
    remedies(material, "what to do", info.remedies, out);
    remedies(
        material,
        "besides, where no online source decided",
        info.remedies_offline,
        out,
    );
    if let Some(class) = info.reject {
        let name = texts.reject(Lang::En, class);
        let _ = writeln!(out, "- reject to expect where it weighs: `{class}`, {name}");
    }
    if let Some(risk) = info.indu {
        let words = texts.word(Lang::En, "indu", risk.as_str());
        let _ = writeln!(out, "- paid and reclaimed later (indu): `{risk}`, {words}");
    }
}

fn remedies(material: &Material, heading: &str, remedies: RemedySet, out: &mut String) {
    let mut listed = remedies.iter().peekable();
    if listed.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "- {heading}:");
    for remedy in listed {
        let text = |lang| {
            let texts = material.engine.texts();
            texts.remedy(lang, Audience::Counter, remedy, &Facts::default())
        };
        let _ = writeln!(out, "  - `{remedy}`: {} / {}", text(Lang::Fr), text(Lang::En));
    }
}

fn example(id: ReasonId, case: &Case, out: &mut String) {
    let field = |field: &str| case.en.get(field).and_then(Value::as_str).unwrap_or_default();
    let basis = Some(field("basis")).filter(|basis| !basis.is_empty());
    let basis = basis.map(|basis| format!(" (`{basis}`)")).unwrap_or_default();
    let _ = write!(
        out,
        "`{}`: {}\n\nThe answer is `{}`{basis}, with `{id}`.\n\n```json\n{}\n```\n",
        case.name,
        case.why,
        field("verdict"),
        compact(&case.dossier),
    );
}

/// A document with one line for each claim field, line and entry, so that it can be read on a page.
fn compact(document: &Value) -> String {
    let mut out = String::new();
    write_value(document, 0, 0, &mut out);
    out
}

const WIDTH: usize = 110;

/// A value that stands behind `before` characters of its line.
fn write_value(value: &Value, indent: usize, before: usize, out: &mut String) {
    let short = spaced(value);
    if indent + before + short.chars().count() < WIDTH {
        out.push_str(&short);
        return;
    }
    let inner = " ".repeat(indent + 2);
    let (open, close, parts): (char, char, Vec<(String, &Value)>) = match value {
        Value::Object(fields) => {
            let parts = fields.iter().map(|(key, one)| (format!("\"{key}\": "), one));
            ('{', '}', parts.collect())
        }
        Value::Array(items) => ('[', ']', items.iter().map(|one| (String::new(), one)).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            out.push_str(&short);
            return;
        }
    };
    out.push(open);
    for (place, (key, one)) in parts.iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        let _ = write!(out, "{comma}\n{inner}{key}");
        write_value(one, indent + 2, key.chars().count(), out);
    }
    let _ = write!(out, "\n{}{close}", " ".repeat(indent));
}

/// A value on one line.
fn spaced(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let parts: Vec<String> = fields
                .iter()
                .map(|(key, one)| format!("\"{key}\": {}", spaced(one)))
                .collect();
            format!("{{ {} }}", parts.join(", "))
        }
        Value::Array(items) => {
            let parts: Vec<String> = items.iter().map(spaced).collect();
            format!("[{}]", parts.join(", "))
        }
        other => other.to_string(),
    }
}
