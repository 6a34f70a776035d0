//! What the kit makes can be written, read back, and shrunk.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;
use tierspayant_core::model::Nature;
use tierspayant_core::tables::{Ground, GroundSet};
use tierspayant_format::parse_dossier;
use tierspayant_testkit::{Kit, dossier_to_json, dossiers, minimise};

#[test]
fn a_dossier_comes_back_from_its_json() {
    let kit = Kit::new();
    for seed in 0..2000 {
        let dossier = kit.dossier(seed);
        let json = dossier_to_json(&dossier);
        let back = parse_dossier(json.as_bytes()).unwrap_or_else(|error| panic!("{seed}: {error}\n{json}"));
        assert_eq!(back, dossier, "{seed}: {json}");
    }
}

#[test]
fn the_smallest_dossier_with_a_property_is_found() {
    let kit = Kit::new();
    let wanted = (0..500)
        .map(|seed| kit.dossier(seed))
        .find(|one| one.rights.len() > 2);
    let least = minimise(&wanted.unwrap(), |one| one.rights.len() > 1);
    assert_eq!(least.rights.len(), 2);
    assert!(least.rights.iter().all(|one| one.coverage.is_none()));
}

#[test]
fn a_tree_goes_down_to_a_plain_claim() {
    let mut tree = dossiers().new_tree(&mut TestRunner::deterministic()).unwrap();
    while tree.simplify() {}
    let least = tree.current();
    assert!(least.rights.is_empty() && least.claim.lines.len() == 1);
}

#[test]
fn every_code_of_the_tables_is_met() {
    let tables = &tierspayant_tables::embedded().decision;
    let codes = &tables.codes;
    let kit = Kit::new();
    let (mut claimed, mut shown, mut situations, mut natures, mut numbers) = Default::default();
    let mut grounds = GroundSet::NONE;
    for dossier in (0..20_000).map(|seed| kit.dossier(seed)) {
        BTreeSet::extend(
            &mut claimed,
            dossier.claim.lines.iter().filter_map(|line| line.exemption),
        );
        BTreeSet::extend(
            &mut natures,
            dossier.claim.nature.map(|nature| nature.as_str().to_owned()),
        );
        for snapshot in dossier.rights {
            let entries = snapshot.exemptions.into_iter().flatten();
            let entries: Vec<_> = entries.map(|one| (one.vocabulary, one.code)).collect();
            let spans = snapshot
                .codes
                .into_iter()
                .flatten()
                .filter_map(|one| one.situation);
            let spans: Vec<_> = spans.collect();
            let of_entries = entries
                .iter()
                .filter_map(|one| codes.exemptions.get(one).copied());
            let of_spans = spans
                .iter()
                .filter_map(|one| codes.situations.get(one))
                .map(|one| one.grounds);
            grounds = of_entries.chain(of_spans).fold(grounds, GroundSet::union);
            BTreeSet::extend(&mut shown, entries);
            BTreeSet::extend(&mut situations, spans);
            let contracts = snapshot.contracts.into_iter().flatten();
            BTreeSet::extend(&mut numbers, contracts.filter_map(|one| one.number));
        }
    }
    let never: Vec<_> = codes
        .claim_codes
        .keys()
        .filter(|one| !claimed.contains(one))
        .collect();
    assert!(never.is_empty(), "codes of a claim {never:?}");
    let never: Vec<_> = codes
        .exemptions
        .keys()
        .filter(|one| !shown.contains(one))
        .collect();
    assert!(never.is_empty(), "exemptions {never:?}");
    let never: Vec<_> = codes
        .situations
        .keys()
        .filter(|one| !situations.contains(one))
        .collect();
    assert!(never.is_empty(), "situations {never:?}");
    let never: Vec<_> = codes
        .contract_numbers
        .keys()
        .filter(|one| !numbers.contains(one))
        .collect();
    assert!(never.is_empty(), "organism numbers {never:?}");
    let never = Ground::ALL
        .iter()
        .filter(|one| !grounds.intersects(GroundSet::of(**one)));
    assert_eq!(never.count(), 0, "grounds");
    // Natures have no list of their own: every number that the model knows is met.
    let known = (0..100).map(|number| format!("{number:02}"));
    let known = known.filter(|code| !matches!(code.parse(), Ok(Nature::Unknown(_)) | Err(_)));
    let never: Vec<_> = known.filter(|code| !natures.contains(code)).collect();
    assert!(never.is_empty(), "natures {never:?}");
}
