//! The two implementations agree: on every dossier on which they once did not, and on some thousands of others.

use std::path::Path;
use tierspayant_core::model::Nature;
use tierspayant_format::parse_dossier;
use tierspayant_oracle::{difference, shown};
use tierspayant_testkit::{Kit, dossier_to_json};

#[test]
fn past_differences_stay_settled() {
    let tables = &tierspayant_tables::embedded().decision;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/seeds/differences.jsonl");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.lines().count() > 20);
    for line in text.lines() {
        let dossier = parse_dossier(line.as_bytes()).unwrap();
        let found = difference(tables, &dossier);
        assert!(found.is_none(), "{found:?}\n{line}\n{}", shown(tables, &dossier));
    }
}

/// Where core and pages are known to differ still, by the reasons of the difference: each is to be mended on one side, and then goes from here.
const OPEN: &[(&str, &str)] = &[
    (
        "person.military_routing",
        "nature 22 is not in the second implementation yet",
    ),
    (
        "contract.before_mayotte",
        "the page asks for the scheme 01 as well",
    ),
    ("contract.prolonged", "its facts differ"),
    ("contract.not_open", "the fact `end_reason` differs"),
    ("contract.organism_unknown", "type 0 of an insurer's own contract"),
    ("contract.differs", "type 0 of an insurer's own contract"),
    (
        "coverage.not_covered",
        "when it is asked at all beside a hand-typed entry",
    ),
    (
        "coverage.accident_not_covered",
        "when it is asked at all beside a hand-typed entry",
    ),
    ("source.stale", "the same"),
    ("exemption.forced", "code 9 under nature 13"),
    ("exemption.unknown", "code 9 under nature 13"),
    ("other.local_scheme_unknown", "a pending local scheme"),
    ("exemption.pending", "a pending local scheme"),
    ("other.by_nature", "code 7 on a drug asks for the voucher"),
    ("other.voucher_unknown", "code 7 on a drug asks for the voucher"),
    ("coverage.scheme_differs", "a record that names a centre alone"),
    (
        "source.conflict",
        "its facts where a coverage code denies as well",
    ),
];

/// Of a thousand dossiers, at most so many may differ where that is known.
const OPEN_IN_A_THOUSAND: usize = 2;

#[test]
fn generated_dossiers_agree() {
    let tables = &tierspayant_tables::embedded().decision;
    let kit = Kit::new();
    let mut open = 0;
    for number in 0..3000 {
        let dossier = kit.dossier(number);
        // Nature 22 is not in the second implementation yet.
        if dossier.claim.nature == Some(Nature::Military) {
            continue;
        }
        let found = difference(tables, &dossier);
        let known = |id: &&str| OPEN.iter().any(|(one, _)| one == id);
        if let Some(found) = &found {
            let mut ids = found.core.iter().chain(&found.oracle).peekable();
            if ids.peek().is_some() && ids.all(known) {
                open += 1;
                continue;
            }
        }
        let json = dossier_to_json(&dossier);
        assert!(
            found.is_none(),
            "{found:?}
{json}
{}",
            shown(tables, &dossier)
        );
    }
    assert!(open <= 3 * OPEN_IN_A_THOUSAND, "{open} known differences");
    println!("{open} known differences");
}
