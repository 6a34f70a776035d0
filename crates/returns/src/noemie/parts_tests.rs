use super::key_and_label;

#[test]
fn a_key_is_told_from_a_label() {
    assert_eq!(
        key_and_label("0009-816ALD INCONNUE"),
        (Some("0009-816"), Some("ALD INCONNUE"))
    );
    assert_eq!(key_and_label("0009 816 ALD"), (Some("0009 816"), Some("ALD")));
    assert_eq!(
        key_and_label("M12 DROITS FERMES"),
        (Some("M12"), Some("DROITS FERMES"))
    );
    assert_eq!(key_and_label("DROITS FERMES"), (None, Some("DROITS FERMES")));
    assert_eq!(key_and_label(""), (None, None));
}
