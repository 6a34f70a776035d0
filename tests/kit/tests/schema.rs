//! Generated dossiers reach whatever the schema allows: every field, there and left out, and every word of every list.
//!
//! What is to be reached is read from the schema of dossiers, so that a field or a word more fails this test until the kit makes it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use tierspayant_testkit::{Kit, dossier_to_json};

/// How many dossiers have to reach everything.
const DOSSIERS: u64 = 4_000;

/// What stands for one part of the schema: `Line.card` a field, `Line.card = read` a word of it, `Line.card left out` its absence.
type Reached = BTreeSet<String>;

struct Schema(Value);

impl Schema {
    fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/dossier.json");
        Schema(serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    }

    /// The parts of a description that may be there: the kinds of value beside `null`, and what a reference names, with its name.
    fn kinds<'a>(&'a self, name: &str, described: &'a Value) -> Vec<(String, &'a Value)> {
        if let Some(target) = described["$ref"].as_str() {
            let target = target.strip_prefix("#/$defs/").unwrap();
            return vec![(target.to_owned(), &self.0["$defs"][target])];
        }
        let kinds = described["anyOf"].as_array();
        let kinds = kinds.map_or(vec![described], |all| all.iter().collect());
        let kinds = kinds.into_iter().filter(|one| one["type"] != "null");
        kinds
            .flat_map(|one| match one.get("$ref") {
                Some(_) => self.kinds(name, one),
                None => vec![(name.to_owned(), one)],
            })
            .collect()
    }

    /// Everything under a description.
    fn all(&self, name: &str, described: &Value, wanted: &mut Reached) {
        for (name, kind) in self.kinds(name, described) {
            for word in words(kind) {
                wanted.insert(format!("{name} = {word}"));
            }
            if kind["type"] == "array" {
                self.all(&name, &kind["items"], wanted);
            }
            for (field, described) in fields(kind) {
                let path = format!("{name}.{field}");
                if is_optional(kind, field) {
                    wanted.insert(format!("{path} left out"));
                }
                wanted.insert(path.clone());
                self.all(&path, described, wanted);
            }
        }
    }

    /// What a document has of it.
    fn reach(&self, name: &str, described: &Value, document: &Value, reached: &mut Reached) {
        for (name, kind) in self.kinds(name, described) {
            match document {
                Value::Array(entries) => {
                    let each = entries.iter();
                    each.for_each(|entry| self.reach(&name, &kind["items"], entry, reached));
                }
                Value::Object(held) => {
                    for (field, described) in fields(kind) {
                        let path = format!("{name}.{field}");
                        match held.get(field) {
                            None | Some(Value::Null) => {
                                reached.insert(format!("{path} left out"));
                            }
                            Some(value) => {
                                reached.insert(path.clone());
                                self.reach(&path, described, value, reached);
                            }
                        }
                    }
                }
                word => {
                    reached.insert(format!("{name} = {word}"));
                }
            }
        }
    }
}

/// The fields of an object; those that are only the former name of another one are read, and written by nobody.
fn fields(kind: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let all = kind["properties"].as_object().into_iter().flatten();
    all.filter(|(_, described)| described["deprecated"] != true)
}

/// Whether a field may be left out of an object that is written: the only one of its object is not, as an object that says
/// nothing is left out itself.
fn is_optional(kind: &Value, field: &str) -> bool {
    let required = kind["required"].as_array().unwrap();
    !required.iter().any(|one| one == field) && fields(kind).count() > 1
}

/// The words of a closed list, the examples of an open one, and both answers to a question.
fn words(kind: &Value) -> Vec<Value> {
    if kind["type"] == "boolean" {
        return vec![true.into(), false.into()];
    }
    let listed = ["enum", "examples"].iter().find_map(|list| kind[list].as_array());
    listed.cloned().unwrap_or_default()
}

#[test]
fn every_field_and_every_word_is_made() {
    let schema = Schema::read();
    let mut wanted = Reached::new();
    schema.all("", &schema.0, &mut wanted);
    assert!(wanted.len() > 250, "{wanted:?}");
    let kit = Kit::new();
    let mut reached = Reached::new();
    for seed in 0..DOSSIERS {
        let document = serde_json::from_str(&dossier_to_json(&kit.dossier(seed))).unwrap();
        schema.reach("", &schema.0, &document, &mut reached);
    }
    let never: Vec<_> = wanted.difference(&reached).collect();
    assert!(never.is_empty(), "{} of {}: {never:?}", never.len(), wanted.len());
}
