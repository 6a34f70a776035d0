//! The structs of C, written by hand, are compared with the description of the documents, field by field.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by failing"
)]

use facade::format::describe::{INPUTS, c_name, c_structs, records};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Members that are of the interface and not of the format, and the rest of a scheme whose first part is named.
const OF_THE_INTERFACE: [&str; 6] = [
    "size",
    "has_amount",
    "has_horizon",
    "lists",
    "other_fund",
    "other_centre",
];

fn header() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../include/tierspayant.h")).unwrap()
}

/// The members of each struct of the header.
fn structs(header: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut inside: Option<String> = None;
    for line in header.lines() {
        if let Some(rest) = line.strip_prefix("typedef struct ") {
            inside = rest.strip_suffix(" {").map(str::to_owned);
        } else if line.starts_with('}') {
            inside = None;
        } else if let (Some(name), Some(member)) = (&inside, line.trim().strip_suffix(';')) {
            let member = member.rsplit([' ', '*']).next().unwrap();
            found.entry(name.clone()).or_default().insert(member.to_owned());
        }
    }
    found
}

#[test]
fn every_field_of_the_format_is_in_c_and_every_member_is_a_field() {
    let header = header();
    let structs = structs(&header);
    let mut named: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for record in records(INPUTS) {
        for field in record.each() {
            let Some(name) = c_name(record, field) else {
                continue;
            };
            if let Some(function) = name.strip_suffix("()") {
                assert!(
                    header.contains(&format!("{function}(")),
                    "{function} is not in the header"
                );
                continue;
            }
            for of in c_structs(record.name).iter().filter(|of| **of != name) {
                assert!(
                    structs.get(*of).is_some_and(|members| members.contains(&name)),
                    "{}.{}: {of} has no member {name}",
                    record.name,
                    field.name(),
                );
                named.entry(of).or_default().insert(name.clone());
            }
        }
    }
    for (of, names) in named {
        let members = structs.get(of).unwrap().iter();
        let strange: Vec<&String> = members
            .filter(|member| !names.contains(*member) && !OF_THE_INTERFACE.contains(&member.as_str()))
            .filter(|member| !member.starts_with("reserved"))
            .collect();
        assert!(
            strange.is_empty(),
            "{of}: {strange:?} are no fields of the format"
        );
    }
}
