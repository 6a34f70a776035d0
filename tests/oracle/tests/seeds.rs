//! The two implementations agree: on every dossier on which they once did not, and on some thousands of others.

use std::path::Path;
use tierspayant_format::parse_dossier;
use tierspayant_oracle::{difference, shown, what_if};
use tierspayant_testkit::{Kit, dossier_to_json};

#[test]
fn past_differences_stay_settled() {
    let tables = &tierspayant_tables::embedded().decision;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/seeds/differences.jsonl");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.lines().count() > 20);
    for line in text.lines() {
        let dossier = parse_dossier(line.as_bytes()).unwrap();
        let found = difference(tables, &dossier).or_else(|| what_if(tables, &dossier));
        assert!(found.is_none(), "{found:?}\n{line}\n{}", shown(tables, &dossier));
    }
}

#[test]
fn generated_dossiers_agree() {
    let tables = &tierspayant_tables::embedded().decision;
    let kit = Kit::new();
    for number in 0..3000 {
        let dossier = kit.dossier(number);
        let found = difference(tables, &dossier);
        let json = dossier_to_json(&dossier);
        assert!(found.is_none(), "{found:?}\n{json}\n{}", shown(tables, &dossier));
    }
}
