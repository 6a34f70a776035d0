//! JSON Schema, draft 2020-12.

use super::{Described, may_be_null, python_name, records, sentence};
use serde_json::{Map, Value, json};
use tierspayant_core::model::record::{FieldSpec, Kind, RecordSpec};

/// The schema of a document. What only a whole document shows is not in it: periods that end before they start, a line
/// of a reject that the claim does not have, two lines with one id.
pub fn schema(document: &Described) -> String {
    let mut whole = Map::new();
    let mut put = |name: &str, value: Value| whole.insert(name.to_owned(), value);
    put("$schema", "https://json-schema.org/draft/2020-12/schema".into());
    put("title", document.title.into());
    put("$ref", reference(document.record));
    let each = records(std::slice::from_ref(document));
    let defs: Map<String, Value> = each
        .iter()
        .map(|one| (python_name(one.name), object(one)))
        .collect();
    put("$defs", Value::Object(defs));
    let mut text = serde_json::to_string_pretty(&Value::Object(whole)).unwrap_or_default();
    text.push('\n');
    text
}

fn reference(record: &RecordSpec) -> Value {
    format!("#/$defs/{}", python_name(record.name)).into()
}

fn object(record: &RecordSpec) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in record.each() {
        for (place, name) in field.names.iter().enumerate() {
            properties.insert((*name).to_owned(), property(field, place > 0));
        }
        if field.required {
            required.push(Value::from(field.name()));
        }
    }
    json!({
        "type": "object",
        "description": sentence(record.doc),
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(field: &FieldSpec, is_alias: bool) -> Value {
    let mut value = kind(field.kind);
    if may_be_null(field) {
        value = json!({ "anyOf": [value, { "type": "null" }] });
    }
    if let Value::Object(object) = &mut value {
        let mut doc = sentence(field.doc);
        if let Some(absent) = field.absent {
            doc.push_str(&format!(" Absent: {absent}."));
        }
        object.insert("description".to_owned(), doc.into());
        if is_alias {
            object.insert("deprecated".to_owned(), true.into());
        }
    }
    value
}

/// What a value must be. A number is also its bounds, a text also its form.
fn kind(kind: Kind) -> Value {
    let words = |list: &tierspayant_core::model::record::WordList| -> Vec<&str> {
        list.words.iter().map(|one| one.word).collect()
    };
    let code =
        |most: usize| json!({ "type": "string", "maxLength": most, "pattern": "^[!-~]([ -~]*[!-~])?$" });
    match kind {
        Kind::Date => {
            json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
        }
        Kind::Moment => json!({
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2})?$",
        }),
        Kind::Text(usize::MAX) => json!({ "type": "string" }),
        Kind::EitherWord(one, other) => {
            json!({ "enum": words(one).into_iter().chain(words(other)).collect::<Vec<_>>() })
        }
        Kind::Facts(list) => json!({
            "type": "object",
            "propertyNames": { "enum": words(list) },
            "additionalProperties": { "type": ["string", "integer"] },
        }),
        Kind::Text(most) => json!({ "type": "string", "minLength": 1, "maxLength": most }),
        Kind::Code(most) => code(most),
        Kind::KnownCode(most, list) => {
            let mut known = code(most);
            if let Some(fields) = known.as_object_mut() {
                fields.insert("examples".to_owned(), words(list).into());
            }
            known
        }
        Kind::Digits(count) => json!({ "type": "string", "pattern": format!("^[0-9]{{{count}}}$") }),
        Kind::BirthDate => json!({ "type": "string", "pattern": "^[0-9-]{6,10}$" }),
        Kind::Nir => json!({ "type": "string", "pattern": "^[0-9]{6}[0-9ABab][0-9]{6}([0-9]{2})?$" }),
        Kind::Word(list) => json!({ "enum": words(list) }),
        Kind::OpenWord(list) => json!({ "type": "string", "examples": words(list) }),
        Kind::Number(least, most) => match most {
            u64::MAX => json!({ "type": "integer", "minimum": least }),
            most => json!({ "type": "integer", "minimum": least, "maximum": most }),
        },
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Record(record) => json!({ "$ref": reference(record) }),
        Kind::List(of) => json!({ "type": "array", "items": self::kind(*of) }),
        Kind::Set(of) => {
            json!({ "type": "array", "items": self::kind(*of), "minItems": 1, "uniqueItems": true })
        }
        Kind::Constant(text) => json!({ "const": text }),
    }
}
