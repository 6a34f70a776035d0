use super::Stems;
use std::collections::BTreeSet;

#[test]
fn the_stems_that_begin_so_stand_beside_each_other() {
    let known = Stems::of(&BTreeSet::from(["ald", "am", "ame", "amen", "b"]));
    assert_eq!(known.beginning_with("a"), 0..4);
    assert_eq!(known.beginning_with("al"), 0..1);
    assert_eq!(known.beginning_with("am"), 1..4);
    assert_eq!(known.beginning_with("ame"), 2..4);
    assert_eq!(known.beginning_with("amend"), 4..4);
    assert_eq!(known.beginning_with("c"), 5..5);
}
