use super::{Id, Named};

#[test]
fn a_number_and_the_text_that_writes_it_are_one_id() {
    let mut named = Named::default();
    let ids = [
        "12",
        "012",
        "+12",
        "-7",
        "-07",
        "-0",
        "0",
        "a",
        "",
        "99999999999999999999",
    ];
    for id in ids {
        named.add(Id::Text(id));
    }
    named.add(Id::Number(12));
    named.add(Id::Number(5));
    let places =
        |ids: &[&str]| -> Vec<Option<usize>> { ids.iter().map(|id| named.find(Id::Text(id))).collect() };
    let all: Vec<Option<usize>> = (0..ids.len()).map(Some).collect();
    assert_eq!(places(&ids), all);
    assert_eq!(places(&["5", "05", "b"]), [Some(10), None, None]);
    let numbers = [12, -7, 0, 5, 6].map(|number| named.find(Id::Number(number)));
    assert_eq!(numbers, [Some(0), Some(3), Some(6), Some(10), None]);
}
