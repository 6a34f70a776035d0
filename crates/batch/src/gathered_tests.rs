use super::{EMPTY, Gathered, transposed};

#[test]
fn rows_of_a_square_become_its_columns() {
    for row in 0..8_u32 {
        for column in 0..8_u32 {
            assert_eq!(transposed(1 << (8 * row + column)), 1 << (8 * column + row));
        }
    }
    assert_eq!(
        transposed(transposed(0x0123_4567_89ab_cdef)),
        0x0123_4567_89ab_cdef
    );
}

#[test]
fn each_row_is_empty_where_its_class_is() {
    for none in [false, true] {
        for rows in [0, 1, 7, 8, 9, 100] {
            // Twenty patterns of thirty classes, some of them the same.
            let place = |class: usize, column: usize| {
                let there = class > 0 && (class * 7 + column % 17) % 5 != 0;
                if there { 3 } else { EMPTY }
            };
            let mut gathered = Gathered::new(30, none);
            let columns: Vec<usize> = (0..20)
                .map(|column| {
                    let places: Vec<i16> = (0..30).map(|class| place(class, column)).collect();
                    gathered.add(&places)
                })
                .collect();
            let first = u32::from(!none);
            let classes: Vec<u32> = (0..rows).map(|row| first + (row * 11) % (30 - first)).collect();
            let nulls = gathered.nulls(&classes);
            for (column, pattern) in columns.iter().enumerate() {
                let found = nulls[*pattern].as_ref();
                for (row, class) in classes.iter().enumerate() {
                    let there = place(usize::try_from(*class).unwrap(), column) != EMPTY;
                    let found = found.is_none_or(|nulls| nulls.is_valid(row));
                    assert_eq!(found, there, "row {row} of column {column}");
                }
            }
            let answered = nulls[Gathered::ANSWERED].as_ref();
            assert_eq!(answered.is_none(), !none);
        }
    }
}
