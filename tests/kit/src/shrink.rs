//! Smaller dossiers, so that a difference is told by the few facts that matter.

use crate::json::dossier_to_json;
use serde_json::Value;
use tierspayant_core::model::{Dossier, ShareSet};
use tierspayant_format::dossier_from;

/// Dossiers that are this one less one part, the largest parts first: an item of a list, or a field of its document.
pub fn smaller(dossier: &Dossier) -> Vec<Dossier> {
    let Ok(document) = serde_json::from_str::<Value>(&dossier_to_json(dossier)) else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    pointers(&document, "", &mut parts);
    parts.sort_by_key(|(pointer, size)| (std::cmp::Reverse(*size), pointer.clone()));
    let less = parts.iter().filter_map(|(pointer, _)| {
        let mut less = document.clone();
        forget(&mut less, pointer);
        dossier_from(&less).ok()
    });
    less.chain(simpler(dossier))
        .filter(|less| less != dossier)
        .collect()
}

/// The smallest dossier on this way that still has the property.
pub fn minimise(dossier: &Dossier, holds: impl Fn(&Dossier) -> bool) -> Dossier {
    let mut best = dossier.clone();
    while let Some(less) = smaller(&best).into_iter().find(|less| holds(less)) {
        best = less;
    }
    best
}

/// The way to every part of a document, with the number of values in it.
fn pointers(value: &Value, above: &str, found: &mut Vec<(String, usize)>) -> usize {
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(place, item)| (place.to_string(), item))
            .collect(),
        Value::Object(fields) => fields.iter().map(|(name, field)| (name.clone(), field)).collect(),
        _ => Vec::new(),
    };
    let mut size = 1;
    for (name, part) in parts {
        let pointer = format!("{above}/{name}");
        let of_part = pointers(part, &pointer, found);
        found.push((pointer, of_part));
        size += of_part;
    }
    size
}

/// Takes out the part at a pointer.
fn forget(document: &mut Value, pointer: &str) {
    let Some((above, name)) = pointer.rsplit_once('/') else {
        return;
    };
    match document.pointer_mut(above) {
        Some(Value::Object(fields)) => {
            fields.remove(name);
        }
        Some(Value::Array(items)) => {
            if let Some(place) = name.parse().ok().filter(|place| *place < items.len()) {
                items.remove(place);
            }
        }
        _ => {}
    }
}

/// The same with a value in place of another that means less.
fn simpler(dossier: &Dossier) -> [Dossier; 2] {
    let mut one_share = dossier.clone();
    one_share.claim.third_party = dossier.claim.third_party.map(|_| ShareSet::Amo);
    let mut one_day = dossier.clone();
    one_day.claim.prescription_date = dossier.claim.prescription_date.map(|_| dossier.claim.care_date);
    [one_share, one_day]
}
