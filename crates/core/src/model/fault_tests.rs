use super::{Fault, checked_text, text_fault};

#[test]
fn a_text_has_1_to_200_bytes_that_are_seen() {
    for kept in ["a", &"a".repeat(200), &"é".repeat(100), "Mme Durand, 3e étage"] {
        assert_eq!(text_fault(kept), None);
        assert_eq!(checked_text(kept).as_deref(), Ok(kept));
    }
    for other in [
        "",
        &"a".repeat(201),
        &"é".repeat(101),
        "a\nb",
        "a\u{7f}",
        "a\u{200f}b",
        "a\u{202e}b",
        "a\u{ad}b",
        "\u{feff}",
        "a\u{e0041}",
    ] {
        assert_eq!(text_fault(other), Some(Fault::Text), "{other:?}");
        assert_eq!(checked_text(other), Err(Fault::Text), "{other:?}");
    }
}

#[test]
fn a_text_that_holds_the_number_of_a_person_is_refused() {
    for other in ["2850599999001", "Mme Durand 2 85 05 99 999 001 31"] {
        assert_eq!(text_fault(other), Some(Fault::PersonNumber));
        assert_eq!(checked_text(other), Err(Fault::PersonNumber));
    }
}

#[test]
fn each_kind_of_fault_has_its_code() {
    let codes = [
        (Fault::NotUtf8, "TP-IN-002"),
        (Fault::Truncated, "TP-IN-004"),
        (Fault::Missing, "TP-IN-012"),
        (Fault::Text, "TP-IN-027"),
        (Fault::PersonNumber, "TP-IN-036"),
        (Fault::EmptyList, "TP-IN-030"),
    ];
    for (fault, code) in codes {
        assert_eq!(fault.code(), code);
    }
}
