use super::Closed;
use crate::column::{Ids, Text};
use arrow_array::{Int64Array, StringArray};

fn numbers(closed: &mut Closed, given: &[Option<i64>]) -> Vec<usize> {
    let array = Int64Array::from(given.to_vec());
    let ids = Ids::of_numbers(Some(&array)).unwrap();
    closed.apart(&ids, &ids.starts(given.len()))
}

#[test]
fn a_claim_that_comes_back_is_found_in_any_batch() {
    let mut closed = Closed::default();
    let none: [usize; 0] = [];
    assert_eq!(
        numbers(&mut closed, &[Some(1), Some(1), Some(3), None, None]),
        none
    );
    assert_eq!(
        numbers(&mut closed, &[Some(3), Some(2), Some(5), Some(2), Some(2)]),
        [0, 3]
    );
    assert_eq!(
        numbers(&mut closed, &[Some(2), Some(4), Some(4), Some(1), Some(5)]),
        [3, 4]
    );
    let some = Int64Array::from(vec![None, None, Some(1), Some(1), None, Some(1)]);
    let whole = Int64Array::from(vec![1, 1, 2, 1]);
    assert_eq!(Ids::of_numbers(Some(&some)).unwrap().starts(6), [0, 1, 2, 4, 5]);
    assert_eq!(Ids::of_numbers(Some(&whole)).unwrap().starts(4), [0, 2, 3]);
    let texts = StringArray::from(vec!["a", "b", "b", "a"]);
    let ids = Ids::Text(Text::new(Some(&texts)));
    assert_eq!(ids.starts(4), [0, 1, 3]);
    assert_eq!(Closed::default().apart(&ids, &ids.starts(4)), [3]);
}
