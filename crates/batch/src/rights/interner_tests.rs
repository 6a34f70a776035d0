use super::Interner;

#[test]
fn a_text_keeps_its_number() {
    let mut keys = Interner::default();
    assert_eq!(keys.number("b"), Some(0));
    assert_eq!(keys.number(""), Some(1));
    assert_eq!(keys.number("a"), Some(2));
    assert_eq!(keys.number("b"), Some(0));
    assert_eq!((keys.find("a"), keys.find("c")), (Some(2), None));
    assert_eq!((keys.get(0), keys.get(1), keys.get(2)), ("b", "", "a"));
    assert_eq!(keys.len(), 3);
    let long = [
        "sixteen bytes, x",
        "sixteen bytes, xy",
        "sixteen bytes, xz",
        "a\0",
    ];
    for (number, text) in (3..).zip(long) {
        assert_eq!((keys.find(text), keys.number(text)), (None, Some(number)));
    }
    assert_eq!(
        long.map(|text| keys.find(text)),
        [Some(3), Some(4), Some(5), Some(6)]
    );
}
