use super::{Id, Seen};

#[test]
fn an_id_is_found_again_in_a_claim_of_any_length() {
    for lines in [1, 15, 16, 17, 40] {
        let texts: Vec<String> = (0..lines).map(|line: i64| line.to_string()).collect();
        let mut seen = Seen::default();
        for line in 0..lines {
            assert_eq!(seen.add(Id::Number(line)), Ok(()));
        }
        let places: Vec<_> = texts.iter().map(|text| seen.add(Id::Text(text))).collect();
        let wanted: Vec<_> = (0..lines)
            .map(|line| Err(usize::try_from(line).unwrap()))
            .collect();
        assert_eq!(places, wanted);
    }
}
