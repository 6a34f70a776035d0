use super::{Numbers, Record};

#[test]
fn equal_things_have_one_number() {
    let mut numbers = Numbers::default();
    let found: Vec<u32> = ["a", "b", "b", "a", "c"].map(|one| numbers.of(one)).into();
    assert_eq!(found, [0, 1, 1, 0, 2]);
    assert_eq!(Record::NONE.form, Record::NO_FORM);
}
