use super::Grouped;

#[test]
fn items_are_found_by_owner() {
    let grouped = Grouped::new(4, vec![(2, 'a'), (0, 'b'), (2, 'c')]).unwrap();
    let of: Vec<&[char]> = (0..6).map(|owner| grouped.of(owner)).collect();
    assert_eq!(of, [&['b'][..], &[], &['a', 'c'], &[], &[], &[]]);
    assert_eq!(grouped.len(), 3);
    assert!(Grouped::<char>::new(0, Vec::new()).unwrap().of(0).is_empty());
}
