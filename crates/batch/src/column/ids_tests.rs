use super::Id;

#[test]
fn a_number_is_the_text_that_writes_it() {
    assert!(Id::Number(12) == Id::Text("12") && Id::Text("a") == Id::Text("a"));
    assert!(Id::Number(12) != Id::Text("012") && Id::Number(1) != Id::Number(-1));
}
