use super::Places;
use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{Array, DictionaryArray, Int32Array, ListArray, StringArray, StringViewArray};

fn of_row(found: &Places<'_>, rows: usize) -> Vec<u32> {
    let mut places = vec![u32::MAX; rows];
    found.each(&mut places, |slot, place| *slot = place);
    places
}

fn equal(array: &dyn Array, wanted: &[u32]) {
    let rows = array.len();
    let found = Places::new(Some(array), rows).unwrap();
    let places = of_row(&found, rows);
    assert_eq!(places, wanted);
    assert!(places.iter().all(|place| *place < found.count));
}

#[test]
fn a_column_of_one_value_has_one_place() {
    let column = |texts: &[&str]| StringArray::from(texts.to_vec());
    for one in ["", "a", "ab", "aa", "more than sixteen bytes"] {
        equal(&column(&[one, one, one]), &[0, 0, 0]);
        equal(&column(&["x", one, one, "x"]).slice(1, 2), &[0, 0]);
    }
    equal(&column(&["ab", "ba", "ab"]), &[0, 1, 0]);
    equal(&column(&["ab", "ab", "aba"]), &[0, 0, 1]);
    equal(&column(&["a", "aa", "aaa"]), &[0, 1, 2]);
    equal(&column(&["", "", "a"]), &[0, 0, 1]);
    let with_empty = StringArray::from(vec![Some("a"), None, Some("a")]);
    // An empty cell comes first.
    equal(&with_empty, &[1, 0, 1]);
}

#[test]
fn equal_values_have_one_place() {
    let long = "a text of more than sixteen bytes";
    let texts = [
        Some("4"),
        None,
        Some("04"),
        Some("4"),
        Some(long),
        Some(""),
        None,
        Some(long),
    ];
    equal(&StringArray::from(texts.to_vec()), &[1, 0, 2, 1, 3, 4, 0, 3]);
    equal(&StringViewArray::from(texts.to_vec()), &[0, 1, 2, 0, 3, 4, 1, 3]);
    let sliced = StringArray::from(texts.to_vec()).slice(2, 3);
    equal(&sliced, &[0, 1, 2]);
    let with_empty = StringArray::from(texts.to_vec()).slice(4, 4);
    equal(&with_empty, &[1, 2, 0, 1]);
    equal(
        &Int32Array::from(vec![Some(4), None, Some(-4), Some(4)]),
        &[0, 1, 2, 0],
    );
    let dictionary: DictionaryArray<Int8Type> =
        vec![Some("b"), None, Some("a"), Some("b")].into_iter().collect();
    equal(&dictionary, &[0, 2, 1, 0]);
    let dictionary: DictionaryArray<Int32Type> = vec!["b", "a", "b"].into_iter().collect();
    equal(&dictionary, &[0, 1, 0]);
    equal(&dictionary.slice(1, 2), &[1, 0]);
    assert!(Places::new(None, 3).is_none());
}

#[test]
fn texts_that_differ_by_their_ends_only_are_told_apart() {
    let texts = ["unrelated", "unrelatex", "unrelate", "unrelated\0", "unrelated"];
    equal(&StringArray::from(texts.to_vec()), &[0, 1, 2, 3, 0]);
}

#[test]
fn lists_are_told_apart_by_their_words() {
    let mut lists = arrow_array::builder::ListBuilder::new(arrow_array::builder::StringBuilder::new());
    lists.append_value([Some("a"), Some("b")]);
    lists.append_value([Some("a b")]);
    lists.append_null();
    lists.append_value([] as [Option<&str>; 0]);
    lists.append_value([Some("a"), Some("b")]);
    let lists: ListArray = lists.finish();
    let found = Places::of_sets(Some(&lists), 5).unwrap();
    assert_eq!(of_row(&found, 5), [0, 1, 2, 3, 0]);
}
