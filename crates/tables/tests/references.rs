//! Every statement of law has a reference, how sure it is, and the day on which it was last checked.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use std::collections::BTreeSet;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::Date;
use tierspayant_core::tables::Confidence;
use tierspayant_tables::{embedded, embedded_files, load};
use toml::{Table, Value};

/// Files whose entries have no reference of their own: what follows from a reason has that of its rule, and the header
/// of the edition is no statement of law.
const WITHOUT: &[&str] = &["reasons.toml", "edition.toml"];

/// The entries of a table file, each with its name.
fn entries(name: &str, root: &Table) -> Vec<(String, Table)> {
    let mut entries = Vec::new();
    for (key, value) in root {
        match value {
            Value::Table(entry) => entries.push((format!("{name} [{key}]"), entry.clone())),
            Value::Array(items) => {
                let tables = items.iter().filter_map(Value::as_table).enumerate();
                entries.extend(
                    tables.map(|(place, entry)| (format!("{name} [[{key}]] {place}"), entry.clone())),
                );
            }
            _ => {}
        }
    }
    entries
}

fn all() -> Vec<(String, Table)> {
    let files = embedded_files();
    let mut all = Vec::new();
    for (name, text) in &files {
        if !WITHOUT.contains(&name.as_str()) {
            all.extend(entries(name, &text.parse().unwrap()));
        }
    }
    all
}

/// What is wrong with the reference of an entry.
fn wrong(entry: &Table) -> Option<String> {
    let text = |field: &str| {
        entry
            .get(field)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .trim()
    };
    if text("source").is_empty() && text("reference").is_empty() {
        return Some("no reference".to_owned());
    }
    if text("confidence").parse::<Confidence>().is_err() {
        return Some("no confidence".to_owned());
    }
    let checked = text("checked").parse::<Date>();
    let first = Date::from_ymd(2026, 1, 1).unwrap();
    match checked {
        Err(_) => Some("no day of the last check".to_owned()),
        Ok(day) if day < first => Some(format!("checked on {day}, before these tables were made")),
        Ok(_) => None,
    }
}

#[test]
fn every_entry_has_one() {
    let all = all();
    let wrong: Vec<String> = all
        .iter()
        .filter_map(|(name, entry)| wrong(entry).map(|why| format!("{name}: {why}")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(all.len() >= 200, "only {} entries", all.len());
}

#[test]
fn every_reason_has_the_one_of_its_rule() {
    let tables = &embedded().decision;
    for id in ReasonId::ALL {
        let rule = tables.rules.rule(id.rule()).unwrap();
        assert!(!rule.reference.text.trim().is_empty(), "{id}");
    }
}

/// Without any one of the three, the loader refuses the whole set, and names the file and a line.
#[test]
fn a_file_with_an_entry_without_one_is_refused() {
    let files = embedded_files();
    let mut refused = BTreeSet::new();
    for (name, text) in &files {
        if WITHOUT.contains(&name.as_str()) {
            continue;
        }
        for field in ["source", "reference", "confidence", "checked"] {
            let lines: Vec<usize> = text
                .lines()
                .enumerate()
                .filter(|(_, line)| line.starts_with(&format!("{field} = ")))
                .map(|(place, _)| place)
                .collect();
            for left_out in lines {
                let kept = text.lines().enumerate().filter(|(place, _)| *place != left_out);
                let kept: Vec<&str> = kept.map(|(_, line)| line).collect();
                let mut changed = files.clone();
                changed.insert(name.clone(), kept.join("\n"));
                let error = load(&changed).expect_err(&format!("{name} without line {}", left_out + 1));
                assert!(error.to_string().starts_with(&format!("{name}:")), "{error}");
                refused.insert(name.clone());
            }
        }
    }
    assert_eq!(refused.len(), files.len() - WITHOUT.len(), "{refused:?}");
}
