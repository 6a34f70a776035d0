//! A dossier with every field of the format, and changes to it.

use serde_json::{Map, Value};
use std::sync::LazyLock;
use tierspayant_core::model::Dossier;
use tierspayant_core::model::record::{Kind, Record, RecordSpec};

/// Every field of the format, each with a value: those of the file, and one of its kind for each field that was declared
/// since.
pub static FULL: LazyLock<String> = LazyLock::new(|| {
    let mut document = serde_json::from_str(include_str!("full.json")).unwrap();
    complete(&mut document, Dossier::SPEC);
    serde_json::to_string_pretty(&document).unwrap()
});

/// Gives a value to each field that has none, in the first item of each list.
fn complete(record: &mut Value, spec: &RecordSpec) {
    let fields: &mut Map<String, Value> = record.as_object_mut().unwrap();
    for field in spec.each() {
        let said = field.names.iter().any(|name| fields.contains_key(*name));
        if !said {
            fields.insert(field.name().to_owned(), sample(field.kind));
        } else if let Some(value) = fields.get_mut(field.name()) {
            match field.kind {
                Kind::Record(inner) => complete(value, inner),
                Kind::List(Kind::Record(inner)) | Kind::Set(Kind::Record(inner)) => {
                    complete(value.pointer_mut("/0").unwrap(), inner);
                }
                _ => {}
            }
        }
    }
}

/// A value of a kind.
fn sample(kind: Kind) -> Value {
    match kind {
        Kind::Date => "2026-11-19".into(),
        Kind::Moment => "2026-11-19T09:12:00".into(),
        Kind::Text(_) => "x-1".into(),
        Kind::Code(length) | Kind::Digits(length) => "1".repeat(length).into(),
        Kind::KnownCode(_, list) | Kind::Word(list) | Kind::OpenWord(list) | Kind::EitherWord(list, _) => {
            list.words[0].word.into()
        }
        Kind::BirthDate => "19850514".into(),
        Kind::Nir => "285059999900131".into(),
        Kind::Number(least, _) => least.into(),
        Kind::Boolean => true.into(),
        Kind::Constant(text) => text.into(),
        Kind::Facts(_) => Value::Object(Map::new()),
        Kind::List(of) | Kind::Set(of) => vec![sample(*of)].into(),
        Kind::Record(spec) => {
            let mut record = Value::Object(Map::new());
            complete(&mut record, spec);
            record
        }
    }
}

/// The sample as a value.
pub fn full() -> Value {
    serde_json::from_str(&FULL).unwrap()
}

/// The sample with the value at a JSON pointer replaced; a new field of an existing object is added.
pub fn with(pointer: &str, value: Value) -> Vec<u8> {
    let mut document = full();
    put(&mut document, pointer, value);
    serde_json::to_vec(&document).unwrap()
}

/// Replaces or adds the value at a JSON pointer.
pub fn put(document: &mut Value, pointer: &str, value: Value) {
    if let Some(slot) = document.pointer_mut(pointer) {
        *slot = value;
        return;
    }
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap()[name] = value;
}

/// The JSON pointers of every value in a document, the document itself first.
pub fn pointers(value: &Value) -> Vec<String> {
    let mut all = vec![String::new()];
    let children: Vec<(String, &Value)> = match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(i, v)| (i.to_string(), v))
            .collect(),
        Value::Object(fields) => fields.iter().map(|(k, v)| (k.clone(), v)).collect(),
        _ => Vec::new(),
    };
    for (name, child) in children {
        all.extend(pointers(child).into_iter().map(|below| format!("/{name}{below}")));
    }
    all
}

/// A JSON pointer written as an error writes a place.
pub fn place(pointer: &str) -> String {
    let mut place = String::new();
    for step in pointer.split('/').skip(1) {
        match step.parse::<usize>() {
            Ok(index) => place.push_str(&format!("[{index}]")),
            Err(_) if place.is_empty() => place.push_str(step),
            Err(_) => place.push_str(&format!(".{step}")),
        }
    }
    if place.is_empty() {
        "document".to_owned()
    } else {
        place
    }
}
