//! What holds for every card.

use proptest::prelude::*;

use super::*;
use crate::ssv::encode::family;

fn day() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (1990..2040_u32, 1..13_u32, 1..29_u32).prop_map(|(y, m, d)| format!("{y}{m:02}{d:02}")),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        people in prop::collection::vec(
            (
                prop::collection::vec((day(), day()), 0..4),
                prop::collection::vec((day(), day(), 0..5_u8, 100..128_u16), 1..8),
                prop::option::of(10_000_000..99_999_999_u32),
            ),
            1..20,
        )
    ) {
        let mut card = blank();
        for (rights, codes, contract) in &people {
            card = card.member(Member::default());
            for (start, end) in rights {
                card = card.rights(start, end);
            }
            for (start, end, ald, situation) in codes {
                card = card.coverage(start, end, &ald.to_string(), &format!("{situation:04}"));
            }
            if let Some(number) = contract {
                card = card.mutual(&number.to_string(), "01").mutual_rights("20260101", "");
            }
        }
        let result = result(&card);
        prop_assert_eq!(result.snapshots.len(), people.len());
        let date = |text: &str| (!text.is_empty()).then(|| crate::date::start(text).unwrap().unwrap());
        for (snapshot, (rights, codes, contract)) in result.snapshots.iter().zip(&people) {
            let wanted: Vec<Period> = rights
                .iter()
                .filter_map(|(start, end)| Period::new(date(start), date(end)).ok())
                .filter(|period| *period != Period::ALWAYS)
                .collect();
            prop_assert_eq!(snapshot.coverage.clone().unwrap_or_default(), wanted);
            let wanted: Vec<(Period, String, String)> = codes
                .iter()
                .filter_map(|(start, end, ald, situation)| {
                    let period = Period::new(date(start), date(end)).ok()?;
                    Some((period, ald.to_string(), format!("{situation:04}")))
                })
                .collect();
            let found: Vec<(Period, String, String)> = snapshot
                .codes
                .iter()
                .flatten()
                .map(|code| (code.period, code.ald.unwrap().to_string(), code.situation.unwrap().to_string()))
                .collect();
            prop_assert_eq!(found, wanted);
            prop_assert_eq!(snapshot.contracts.as_ref().map_or(0, Vec::len), usize::from(contract.is_some()));
        }
    }

    #[test]
    fn any_bytes_end_in_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(Format::Ssv, &bytes, &ReadOptions::default());
    }

    #[test]
    fn any_change_of_a_card_ends_in_an_answer(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = family().encode();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(Format::Ssv, &bytes, &ReadOptions::default());
    }
}
