//! What the kit makes can be written, read back, and shrunk.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use tierspayant_dossier::parse_dossier;
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
