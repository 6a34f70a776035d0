//! A dossier with every field of the format, and changes to it.

use serde_json::Value;

/// Every field of the format, each with a value.
pub const FULL: &str = include_str!("full.json");

/// The sample as a value.
pub fn full() -> Value {
    serde_json::from_str(FULL).unwrap()
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
