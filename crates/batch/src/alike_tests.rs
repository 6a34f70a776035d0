use super::{Kind, Kinds, LINES};

fn kinds(numbers: &[u32]) -> Option<(Kinds, super::Places)> {
    Kinds::of_each(numbers.iter().map(|number| Kind::new(*number, Some(true))))
}

#[test]
fn lines_in_any_order_are_of_the_same_kinds() {
    let (in_order, _) = kinds(&[1, 2, 3]).unwrap();
    for numbers in [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] {
        let (found, places) = kinds(&numbers).unwrap();
        assert!(found == in_order);
        let wanted = numbers.map(|number| u16::try_from(number - 1).unwrap());
        assert_eq!(places[..numbers.len()], wanted);
    }
}

#[test]
fn a_kind_that_no_other_line_is_of_makes_a_claim_like_no_other() {
    assert!(kinds(&[1, 0]).is_none(), "words like no others");
    assert!(kinds(&[1, 2, 1]).is_none(), "two of one kind");
    let many: Vec<u32> = (1..).take(LINES).collect();
    assert!(kinds(&many).is_some());
    let more: Vec<u32> = (1..).take(LINES + 1).collect();
    assert!(kinds(&more).is_none(), "more kinds than are kept");
    let mut one = Kinds::of_one(Kind::new(4, None)).unwrap();
    one.add(Kind::new(4, None)).unwrap();
    assert!(one.place(Kind::new(4, None)) == Some(0) && one.place(Kind::new(5, None)).is_none());
}
