use super::masked;

#[test]
fn a_number_of_a_person_is_masked_however_it_is_written() {
    assert_eq!(masked("NIR 1850575999001 INCONNU"), "NIR … INCONNU");
    assert_eq!(masked("1 85 05 75 999 001 42"), "…");
    assert_eq!(masked("185052A99900142"), "…");
    assert_eq!(masked("185057599900{42"), "…");
}

#[test]
fn keys_lots_and_days_are_not() {
    for text in [
        "0009-816 ETM NON TROUVE EN BDO",
        "LOT 123, FACTURE 000012345",
        "SOINS DU 20/11/2026",
    ] {
        assert_eq!(masked(text), text);
    }
}
