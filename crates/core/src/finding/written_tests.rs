use super::{FactKey, FactValue, Facts};
use crate::model::record::tree::{Out, Tree, WRONG, object, text};
use crate::model::record::{Input, Value};

fn facts() -> Facts {
    let given = [
        (FactKey::Right, FactValue::Word("ald")),
        (FactKey::AgeDays, FactValue::Days(-3)),
        (FactKey::Date, FactValue::Date("2026-11-20".parse().unwrap())),
        (FactKey::Code, FactValue::Code("4".parse().unwrap())),
    ];
    given.into_iter().collect()
}

#[test]
fn facts_are_an_object_of_their_keys_in_order() {
    // The tree has no negative numbers: it holds an integer as its text.
    let written = [
        ("right", text("ald")),
        ("age_days", text("-3")),
        ("date", text("2026-11-20")),
        ("code", text("4")),
    ];
    assert_eq!(facts().write(Out), Ok(object(&written)));
}

#[test]
fn facts_are_written_and_not_read() {
    let refused = || Err::<Option<Facts>, _>((Vec::new(), WRONG));
    assert_eq!(Facts::read(object(&[])), refused());
    assert_eq!(Input::record::<Facts>(object(&[])), refused());
    assert_eq!(
        Input::record::<Facts>(object(&[("right", Tree::Null)])),
        refused()
    );
    assert_eq!(FactValue::read(text("ald")), Err((Vec::new(), WRONG)));
}
