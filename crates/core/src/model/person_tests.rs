use super::{BirthDate, BirthRank, Person, PersonError, PersonId};
use crate::model::Date;
use crate::model::record::Value;
use crate::model::record::tree::{Out, Tree, object, text};

fn birth(text: &str) -> BirthDate {
    text.parse().unwrap()
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

#[test]
fn an_id_has_1_to_200_bytes() {
    let id: PersonId = "a".repeat(200).parse().unwrap();
    assert_eq!(id.as_str(), "a".repeat(200));
    assert_eq!("p-17".parse::<PersonId>().unwrap().as_str(), "p-17");
    for other in ["", &"a".repeat(201), &"é".repeat(101)] {
        assert_eq!(
            other.parse::<PersonId>(),
            Err(PersonError::Id),
            "{} bytes",
            other.len()
        );
    }
}

#[test]
fn a_rank_is_1_to_9() {
    assert_eq!(
        [1, 9].map(|rank| BirthRank::new(rank).map(BirthRank::get)),
        [Ok(1), Ok(9)]
    );
    for other in [0, 10, 257] {
        assert_eq!(BirthRank::new(other), Err(PersonError::BirthRank), "{other}");
    }
}

#[test]
fn a_birth_date_has_6_to_10_digits_and_dashes() {
    for kept in ["850514", "19850514", "1985-05-14", "19851332", "1985-00"] {
        assert_eq!(birth(kept).as_str(), kept);
    }
    for other in [
        "",
        "85051",
        "1985-0",
        "1985-05-140",
        "850514a",
        "1985/05/14",
        "85 05 14",
        "é850514",
    ] {
        assert_eq!(other.parse::<BirthDate>(), Err(PersonError::BirthDate), "{other}");
    }
}

#[test]
fn an_impossible_birth_day_counts_as_1_january_of_its_year() {
    assert_eq!(birth("1985-05-14").day(), day("1985-05-14"));
    assert_eq!(birth("19840229").day(), day("1984-02-29"));
    for impossible in ["19850229", "19851332", "19850500", "1985-00-00", "1985-63-01"] {
        assert_eq!(birth(impossible).day(), day("1985-01-01"), "{impossible}");
    }
    // Without a century there is no age, and a year before 1800 is nobody's.
    for other in ["850514", "1985-05", "17991332", "1234567890"] {
        assert_eq!(birth(other).day(), None, "{other}");
    }
}

#[test]
fn dashes_are_no_part_of_a_birth_date() {
    assert!(birth("1985-05-14").same_day(&birth("19850514")));
    assert!(!birth("1985-05-14").same_day(&birth("19850515")));
    assert!(!birth("1985-05-14").same_day(&birth("850514")));
}

#[test]
fn a_nir_is_read_and_never_written_and_nothing_is_printed() {
    let given = [("id", text("p-17")), ("birth_date", text("19850514"))];
    let mut with_nir = given.to_vec();
    with_nir.push(("nir", text("285059999900131")));
    let person = Person::read(object(&with_nir)).unwrap().unwrap();
    assert_eq!(person.nir, "285059999900131".parse().ok());
    assert_eq!(Value::write(&person, Out), Ok(object(&given)));
    let printed = format!("{person:?}");
    assert!(!printed.contains(|one: char| one.is_ascii_digit()), "{printed}");
    let nir = person.nir.unwrap();
    assert_eq!(nir.write(Out), Ok(Tree::Null));
}
