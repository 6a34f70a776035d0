use super::Closed;
use crate::column::{Ids, Text};
use arrow_array::{Int64Array, StringArray};

fn numbers(closed: &mut Closed, ids: &[Option<i64>]) -> Vec<usize> {
    let array = Int64Array::from(ids.to_vec());
    closed.apart(&Ids::of_numbers(Some(&array)).unwrap(), ids.len())
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
    let texts = StringArray::from(vec!["a", "b", "b", "a"]);
    assert_eq!(
        Closed::default().apart(&Ids::Text(Text::new(Some(&texts))), 4),
        [3]
    );
}
