use super::{RemedyId, RemedySet};

#[test]
fn a_set_of_remedies_keeps_each_once_in_the_order_in_which_they_are_done() {
    for (place, remedy) in RemedyId::ALL.iter().enumerate() {
        let one = RemedySet::NONE.with(*remedy);
        assert_eq!(one.iter().collect::<Vec<_>>(), [*remedy], "{place}");
        assert_eq!(one.union(one), one);
        assert_eq!(one.with(*remedy), one);
        assert!(one.has(*remedy) && !one.without(*remedy).has(*remedy));
        assert!(RemedyId::IN_ORDER.contains(remedy), "{remedy}");
    }
    let all = RemedyId::ALL
        .iter()
        .rev()
        .fold(RemedySet::NONE, |set, one| set.union(RemedySet::NONE.with(*one)));
    assert_eq!(all.iter().collect::<Vec<_>>(), RemedyId::IN_ORDER);
    let places: Vec<usize> = all.iter().map(RemedyId::place).collect();
    assert_eq!(places, (0..RemedyId::ALL.len()).collect::<Vec<_>>());
}
