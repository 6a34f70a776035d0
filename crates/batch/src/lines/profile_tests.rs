use super::{Places, Profiles};
use crate::column::PlacesOfRows;

fn places(of_row: &[u32]) -> Option<Places<'static>> {
    let count = of_row.iter().max().map_or(0, |place| place + 1);
    Some(Places {
        of_row: PlacesOfRows::Found(of_row.to_vec()),
        count,
    })
}

#[test]
fn rows_that_say_the_same_share_a_profile() {
    let columns = [
        places(&[0, 1, 0, 1, 0]),
        None,
        places(&[0, 0, 0, 0, 0]),
        places(&[0, 1, 2, 1, 0]),
    ];
    let found = Profiles::new(columns, 5);
    assert_eq!(found.profiles(), [0, 1, 2, 1, 0]);
    assert_eq!(found.first_rows, [0, 1, 2]);
    let none = Profiles::new([], 2);
    assert_eq!((none.profiles(), none.first_rows), (vec![0, 0], vec![0]));
}

#[test]
fn many_values_are_told_apart_as_few_are() {
    let rows: Vec<u32> = (0..1_000).collect();
    let other: Vec<u32> = rows.iter().map(|row| row % 500).collect();
    let found = Profiles::new([places(&rows), places(&other), places(&rows)], 1_000);
    assert_eq!(found.profiles(), rows);
}
