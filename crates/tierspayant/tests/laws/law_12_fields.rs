//! Doubt is not silent, field by field: the schema of the dossier names every field; on sure cases each of them gets a word,
//! a code or a day that nothing knows. It is refused, or the answer is no sure yes.

use crate::common::ENGINE;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use tierspayant::Options;
use tierspayant_testkit::case_files;

/// Fields in which no word is unknown: no rule reads them, or they are compared with each other and no list holds them.
const NO_LIST: [&str; 27] = [
    "claim.id",
    "claim.lines.id",
    "claim.lines.amount_cents",
    "claim.person.id",
    "claim.person.birth_date",
    "claim.person.birth_rank",
    "claim.person.nir",
    "claim.scheme.fund",
    "claim.scheme.centre",
    "claim.other_scheme.regime",
    "claim.other_scheme.fund",
    "claim.other_scheme.centre",
    "claim.accident.number",
    "claim.contract.service",
    "claim.contract.indicator",
    "rights.accidents.number",
    "rights.contracts.number",
    "rights.contracts.service",
    "rights.contracts.indicator",
    "rights.scheme.regime",
    "rights.scheme.fund",
    "rights.scheme.centre",
    "rights.person.id",
    "rights.person.birth_date",
    "rights.person.nir",
    "rights.observed_at",
    "rights.services.code",
];

/// Each way in which a value may be written, with the references followed.
fn ways<'s>(schema: &'s Value, part: &'s Value) -> Vec<&'s Value> {
    if let Some(name) = part["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap();
        return ways(schema, &schema["$defs"][name]);
    }
    match part["anyOf"].as_array() {
        Some(any) => any.iter().flat_map(|one| ways(schema, one)).collect(),
        None => vec![part],
    }
}

/// A place in a document: keys of objects and places of arrays, as a JSON pointer has them.
type Place = Vec<String>;

/// The places of the values that stand in a document, or could stand beside those that do.
fn places(schema: &Value, part: &Value, value: &Value, here: &Place, found: &mut Vec<(Place, Vec<Value>)>) {
    let under = |key: &str| here.iter().cloned().chain([key.to_owned()]).collect::<Place>();
    for way in ways(schema, part) {
        match value {
            Value::Object(fields) if way["type"] == "object" => {
                for (key, field) in way["properties"].as_object().unwrap() {
                    match fields.get(key) {
                        Some(held) if !held.is_null() => places(schema, field, held, &under(key), found),
                        _ => found.push((under(key), ways(schema, field).into_iter().cloned().collect())),
                    }
                }
                return;
            }
            Value::Array(items) if way["type"] == "array" => {
                for (at, item) in items.iter().enumerate() {
                    places(schema, &way["items"], item, &under(&at.to_string()), found);
                }
                let next = ways(schema, &way["items"]).into_iter().cloned().collect();
                found.push((under(&items.len().to_string()), next));
                return;
            }
            _ => {}
        }
    }
    found.push((here.clone(), ways(schema, part).into_iter().cloned().collect()));
}

/// What nothing knows, for a value of this kind; days are no words.
fn strange(way: &Value) -> Vec<Value> {
    if way.get("enum").is_some() || way.get("const").is_some() {
        return vec!["zzz".into()];
    }
    if way["type"] != "string" || way["format"] == "date" {
        return Vec::new();
    }
    let most = usize::try_from(way["maxLength"].as_u64().unwrap_or(3)).unwrap();
    ["ZZ", "77", "QQQQQQQQ"]
        .iter()
        .map(|word| word[..word.len().min(most)].into())
        .collect()
}

/// The document with another value at a place; missing objects are not made.
fn with(document: &Value, place: &Place, value: Value) -> Value {
    let mut changed = document.clone();
    let (last, way) = place.split_last().unwrap();
    let pointer: String = way.iter().map(|part| format!("/{part}")).collect();
    match changed.pointer_mut(&pointer).unwrap() {
        Value::Array(items) if items.len().to_string() == *last => items.push(value),
        Value::Array(items) => items[last.parse::<usize>().unwrap()] = value,
        Value::Object(fields) => drop(fields.insert(last.clone(), value)),
        _ => panic!("nothing can stand at {pointer}/{last}"),
    }
    changed
}

/// Whether the answer is a yes that is guaranteed; `None` where the document is refused.
fn sure(document: &Value) -> Option<bool> {
    let text = ENGINE
        .check_json(document.to_string().as_bytes(), &Options::default())
        .ok()?;
    let answer: Value = serde_json::from_str(&text).unwrap();
    let guaranteed = answer["guarantee"] == "guaranteed" || answer["guarantee"] == "likely";
    Some(answer["verdict"] == "billable" && guaranteed)
}

/// Whether an entry covers the day of the care: bounds in this form compare as texts.
fn covers(entry: &Value, care: &str) -> bool {
    entry["start"].as_str().is_none_or(|start| start <= care)
        && entry["end"].as_str().is_none_or(|end| care <= end)
}

/// Whether what stands at a place is about this person, this day and what is asked: only there an unknown code may matter.
fn matters(document: &Value, place: &Place) -> bool {
    let (claim, care) = (
        &document["claim"],
        document["claim"]["care_date"].as_str().unwrap(),
    );
    let [first, at, list, number, ..] = place.as_slice() else {
        return true;
    };
    if first != "rights" {
        return true;
    }
    let snapshot = &document["rights"][at.parse::<usize>().unwrap()];
    let of_the_claim = ["person", "scheme"]
        .iter()
        .all(|part| snapshot[part].is_null() || snapshot[part] == claim[part]);
    // The insurer's own answer is the strongest of its contracts.
    let decides =
        snapshot["source"] == "amc" || document["rights"].as_array().is_some_and(|all| all.len() == 1);
    if snapshot["source"] == "manual" || !of_the_claim || !decides {
        return false;
    }
    let Some(entry) = number
        .parse::<usize>()
        .ok()
        .and_then(|number| snapshot[list].get(number))
    else {
        return false;
    };
    match list.as_str() {
        "codes" | "exemptions" => snapshot["source"] != "amc" && covers(entry, care),
        // Another contract or accident than that of the claim is compared with nothing, nor is one that ended before the care.
        "contracts" => {
            let same = claim["contract"]["number"] == entry["number"] && !claim["contract"].is_null();
            same && covers(entry, care)
        }
        "accidents" => claim["nature"] == "41" && claim["accident"]["number"] == entry["number"],
        _ => false,
    }
}

fn field(place: &Place) -> String {
    let names = place.iter().filter(|part| part.parse::<usize>().is_err());
    names.cloned().collect::<Vec<_>>().join(".")
}

/// The fields of the schema that hold a word or a code, as they are named here.
fn fields(schema: &Value, part: &Value, here: &Place, found: &mut BTreeSet<String>) {
    for way in ways(schema, part) {
        if way["type"] == "object" {
            for (key, one) in way["properties"].as_object().unwrap() {
                let under = here.iter().cloned().chain([key.clone()]).collect();
                fields(schema, one, &under, found);
            }
        } else if way["type"] == "array" {
            fields(schema, &way["items"], here, found);
        } else if !strange(way).is_empty() {
            found.insert(field(here));
        }
    }
}

/// The sure cases, thinned out: each family keeps some.
fn sure_cases() -> Vec<(String, Value)> {
    let mut kept = Vec::new();
    for (family, file) in case_files().unwrap() {
        let cases = file["cases"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|case| case["dossier"].is_object());
        let dossiers = cases.filter(|case| sure(&case["dossier"]) == Some(true));
        let name = |case: &Value| format!("{family}/{}", case["name"].as_str().unwrap());
        kept.extend(
            dossiers
                .step_by(5)
                .map(|case| (name(case), case["dossier"].clone())),
        );
    }
    assert!(kept.len() > 100, "{} sure cases", kept.len());
    kept
}

#[test]
fn an_unknown_word_in_every_field_of_the_schema() {
    let schema: Value = serde_json::from_str(include_str!("../../../../docs/schema/dossier.json")).unwrap();
    let mut silent: BTreeMap<String, String> = BTreeMap::new();
    let mut walked: BTreeSet<String> = BTreeSet::new();
    for (name, mut dossier) in sure_cases() {
        // Facts that the claim leaves out stand empty, so that their own fields are walked as well.
        let line = dossier
            .pointer_mut("/claim/lines/0")
            .and_then(Value::as_object_mut)
            .unwrap();
        for part in ["prescription", "transport"] {
            line.entry(part).or_insert_with(|| Map::new().into());
        }
        if sure(&dossier) != Some(true) {
            continue;
        }
        let mut found = Vec::new();
        places(&schema, &schema, &dossier, &Place::new(), &mut found);
        for (place, ways) in &found {
            let (field, codes_matter) = (field(place), matters(&dossier, place));
            // A word of a closed list is refused wherever it stands.
            let tried = ways
                .iter()
                .filter(|way| codes_matter || way.get("enum").is_some());
            for value in tried.flat_map(strange) {
                walked.insert(field.clone());
                // Types 1 to 84 are in the table, as an insurer's own.
                let own_type = field.contains("contract") && field.ends_with(".type") && value == "77";
                if !NO_LIST.contains(&field.as_str())
                    && !own_type
                    && sure(&with(&dossier, place, value.clone())) == Some(true)
                {
                    silent.insert(field.clone(), format!("{value} in {name}"));
                }
            }
        }
    }
    let mut all = BTreeSet::new();
    fields(&schema, &schema, &Place::new(), &mut all);
    all.retain(|field| !walked.contains(field) && !NO_LIST.contains(&field.as_str()));
    assert!(all.is_empty(), "the cases do not reach {all:?}");
    assert!(silent.is_empty(), "an unknown word leaves a sure yes: {silent:?}");
}
