use super::{Compact, People};
use crate::write::Whole;
use crate::{parse_dossier, to_json};
use tierspayant_core::model::Dossier;

const FULL: &str = include_str!("../../tests/document/full.json");

fn full() -> Dossier {
    parse_dossier(FULL.as_bytes()).unwrap()
}

#[test]
fn one_line_and_several_are_the_same_document() {
    let dossier = full();
    assert_eq!(
        to_json(&dossier),
        serde_json::to_string(&Whole(&dossier)).unwrap()
    );
}

#[test]
fn every_character_is_written_as_json_wants_it() {
    let mut dossier = full();
    let characters: String = (0..0x300)
        .filter_map(char::from_u32)
        .chain("\u{1f600}\\\\\"\"".chars())
        .collect();
    dossier.claim.id = Some(characters.clone().into());
    let written = to_json(&dossier);
    assert_eq!(written, serde_json::to_string(&Whole(&dossier)).unwrap());
    let read: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(read["claim"]["id"], characters);
}

#[test]
fn people_are_left_out_with_the_comma_before_them() {
    let dossier = full();
    let written = Compact::of(None, &dossier, People::LeftOut);
    assert!(
        written.starts_with(r#"{"as_of":"#) && !written.contains("person\""),
        "{written}"
    );
    assert!(serde_json::from_str::<serde_json::Value>(&written).is_ok());
}
