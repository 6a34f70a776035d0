//! The two implementations agree: on every dossier on which they once did not, and on some thousands of others.

use std::path::Path;
use tierspayant_format::parse_dossier;
use tierspayant_oracle::{Difference, difference, shown};
use tierspayant_testkit::{Kit, dossier_to_json};

#[test]
fn past_differences_stay_settled() {
    let tables = &tierspayant_tables::embedded().decision;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/seeds/differences.jsonl");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.lines().count() > 20);
    let mut behind = 0;
    for line in text.lines() {
        let dossier = parse_dossier(line.as_bytes()).unwrap();
        let found = difference(tables, &dossier);
        if found.as_ref().is_some_and(is_behind) {
            behind += 1;
            continue;
        }
        assert!(found.is_none(), "{found:?}\n{line}\n{}", shown(tables, &dossier));
    }
    println!("{behind} past differences where the second implementation is behind");
    assert!(behind <= BEHIND_OF_PAST, "{behind}");
}

/// Where the second implementation is behind the pages since the rules changed on 2026-11-26 and 27: an id, or a part of an answer, and the page's change
/// that it does not know. This is a debt, not an agreement: whoever writes the page's sentence into the second implementation takes its line from here.
const BEHIND: &[(&str, &str)] = &[
    (
        "coverage.secret_differs",
        "its doubt on some claims: not looked at yet",
    ),
    ("other.product_code", "the code that fits a line"),
    (
        "coverage.unknown",
        "`claim.complete` where the prescription date is missing",
    ),
    ("person.drug_class", "no remedy with a notice"),
    (
        "contract.prolonged",
        "no remedy with a notice; longer than a year",
    ),
    ("contract.before_mayotte", "its remedies"),
    ("contract.domain_closed", "a domain both active and suspended"),
    (
        "other.age_unknown",
        "ages of the dental examination and of condoms",
    ),
    ("other.age_limit", "ages of the dental examination and of condoms"),
    ("contract.not_open", "not looked at yet"),
    ("contract.organism_unknown", "type 0 of an insurer's own contract"),
    ("contract.differs", "type 0 of an insurer's own contract"),
    ("exemption", "not looked at yet"),
    ("date", "not looked at yet"),
    ("coverage.scheme_differs", "not looked at yet"),
    ("coverage.not_open", "not looked at yet"),
    ("contract.domain_unknown", "not looked at yet"),
    ("source.stale", "not looked at yet"),
];

/// Of 3,000 dossiers, and of the dossiers on which both once differed, at most so many may differ in such a way; anything else fails at once.
const BEHIND_OF_3000: usize = 20;
const BEHIND_OF_PAST: usize = 0;

/// Whether every id and every part that differs is of the list.
fn is_behind(found: &Difference) -> bool {
    let parts = found
        .parts
        .iter()
        .map(|part| part.split(':').next().unwrap_or(part));
    let mut all = found.core.iter().chain(&found.oracle).copied().chain(parts);
    all.all(|id| BEHIND.iter().any(|(one, _)| *one == id))
}

#[test]
fn generated_dossiers_agree() {
    let tables = &tierspayant_tables::embedded().decision;
    let kit = Kit::new();
    let mut behind = 0;
    for number in 0..3000 {
        let dossier = kit.dossier(number);
        let found = difference(tables, &dossier);
        if found.as_ref().is_some_and(is_behind) {
            behind += 1;
            continue;
        }
        let json = dossier_to_json(&dossier);
        assert!(found.is_none(), "{found:?}\n{json}\n{}", shown(tables, &dossier));
    }
    println!("{behind} of 3000 where the second implementation is behind");
    assert!(behind <= BEHIND_OF_3000, "{behind}");
}
