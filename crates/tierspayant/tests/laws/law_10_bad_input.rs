//! Bad input is an error with its place, never a verdict.

use crate::common::{ENGINE, config};
use proptest::prelude::*;
use serde_json::Value;
use tierspayant::Options;
use tierspayant_testkit::{dossier_to_json, dossiers};

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn a_bad_value_is_refused_at_its_place(dossier in dossiers(), choice in any::<prop::sample::Index>()) {
        let mut document: Value = serde_json::from_str(&dossier_to_json(&dossier)).unwrap();
        let mut places = Vec::new();
        days(&document, &mut String::new(), &mut String::new(), &mut places);
        let (pointer, place) = choice.get(&places).clone();
        for bad in ["2026-02-30", "", "00000000", "20260101"] {
            *document.pointer_mut(&pointer).unwrap() = bad.into();
            let refused = ENGINE.check_json(document.to_string().as_bytes(), &Options::default());
            prop_assert_eq!(refused.unwrap_err().place().to_owned(), place.clone());
        }
    }

    #[test]
    fn an_unknown_field_is_refused_at_its_place(dossier in dossiers(), choice in any::<prop::sample::Index>()) {
        let mut document: Value = serde_json::from_str(&dossier_to_json(&dossier)).unwrap();
        let mut places = Vec::new();
        objects(&document, &mut String::new(), &mut String::new(), &mut places);
        let (pointer, place) = choice.get(&places).clone();
        document.pointer_mut(&pointer).unwrap()["unheard_of"] = 1.into();
        let refused = ENGINE.check_json(document.to_string().as_bytes(), &Options::default());
        let dot = if place.is_empty() { "" } else { "." };
        prop_assert_eq!(refused.unwrap_err().place().to_owned(), format!("{place}{dot}unheard_of"));
    }
}

/// Where each day of the document is, as a pointer and as a place.
fn days(value: &Value, pointer: &mut String, place: &mut String, found: &mut Vec<(String, String)>) {
    walk(value, pointer, place, &mut |value, pointer, place| {
        let field = place.rsplit('.').next().unwrap_or(place);
        let is_day = value
            .as_str()
            .is_some_and(|text| text.parse::<tierspayant::core::model::Date>().is_ok());
        if is_day && !["birth_date", "observed_at"].contains(&field) {
            found.push((pointer.to_owned(), place.to_owned()));
        }
    });
}

fn objects(value: &Value, pointer: &mut String, place: &mut String, found: &mut Vec<(String, String)>) {
    walk(value, pointer, place, &mut |value, pointer, place| {
        if value.is_object() {
            found.push((pointer.to_owned(), place.to_owned()));
        }
    });
}

fn walk(value: &Value, pointer: &mut String, place: &mut String, visit: &mut dyn FnMut(&Value, &str, &str)) {
    visit(value, pointer, place);
    let mut inner: Vec<(String, String, &Value)> = Vec::new();
    if let Some(object) = value.as_object() {
        let dot = if place.is_empty() { "" } else { "." };
        inner.extend(
            object
                .iter()
                .map(|(name, value)| (name.clone(), format!("{dot}{name}"), value)),
        );
    }
    if let Some(list) = value.as_array() {
        inner.extend(
            list.iter()
                .enumerate()
                .map(|(at, value)| (at.to_string(), format!("[{at}]"), value)),
        );
    }
    for (key, step, value) in inner {
        let (pointer_length, place_length) = (pointer.len(), place.len());
        pointer.push('/');
        pointer.push_str(&key);
        place.push_str(&step);
        walk(value, pointer, place, visit);
        pointer.truncate(pointer_length);
        place.truncate(place_length);
    }
}
