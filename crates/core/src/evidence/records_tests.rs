//! Of many entries the index answers as a scan of all of them does.

use super::super::said::{Said, Tally};
use super::{Entry, FEW, Records};
use crate::evidence::Recorded;
use crate::model::{Code, Date, Moment, Period, Status, Vocabulary};
use crate::tables::{Ground, GroundSet};

/// xorshift64*: the same entries in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % limit
    }

    fn day(&mut self, days: u64) -> Date {
        Date::from_unix_days(20_000 + i32::try_from(self.below(days)).unwrap()).unwrap()
    }

    /// An entry among few days, grounds, codes and states, so that every tie occurs.
    fn entry(&mut self, days: u64) -> Recorded {
        let (one, other) = (self.day(days), self.day(days));
        let bound = |random: &mut Self, day| (random.below(10) > 0).then_some(day);
        let start = bound(self, one.min(other));
        let end = bound(self, one.max(other));
        let codes: &[(&str, GroundSet)] = &[
            ("A", GroundSet::of(Ground::Ald)),
            ("B", GroundSet::of(Ground::Ald)),
            ("C", GroundSet::of(Ground::Maternity)),
            ("D", GroundSet::NONE),
        ];
        let (code, grounds) = codes[usize::try_from(self.below(4)).unwrap()];
        let states = [
            None,
            Some(Status::Active),
            Some(Status::Active),
            Some(Status::Pending),
            Some(Status::Suspended),
            Some(Status::Refused),
            Some(Status::Closed),
        ];
        Recorded {
            vocabulary: Some(Vocabulary::Bdo),
            code: code.parse::<Code<16>>().ok(),
            grounds,
            status: states[usize::try_from(self.below(7)).unwrap()],
            ..Recorded::over(Period::new(start, end).unwrap())
        }
    }
}

fn by_scan(entries: &[Recorded], wanted: GroundSet, observed: Option<Moment>, day: Date) -> Option<Said<'_>> {
    let mut tally = Tally::default();
    for one in entries.iter().filter(|one| one.grounds.intersects(wanted)) {
        tally.add(one, observed, day);
    }
    tally.answer()
}

#[test]
fn the_index_answers_as_a_scan_does_and_points_to_the_same_entry() {
    let mut random = Random(0x5eed);
    for round in 0..400_u64 {
        let days = [6, 60, 900][usize::try_from(round % 3).unwrap()];
        let count = usize::try_from(random.below(150)).unwrap();
        let mut entries: Vec<Recorded> = (0..count).map(|_| random.entry(days)).collect();
        // As the entries of a snapshot: in the order of their codes, then of their days.
        entries.sort_by_key(|one| (one.code, *one));
        let records = Records::new(entries);
        assert_eq!(records.nodes.is_empty(), count <= FEW);
        for _ in 0..20 {
            let (day, asked) = (random.day(days), random.day(days));
            let observed = (random.below(2) > 0).then(|| Moment::on(asked));
            for ground in [Ground::Ald, Ground::Maternity] {
                let wanted = GroundSet::of(ground);
                let mut tally = Tally::default();
                let wants = |one: &Recorded| one.grounds.intersects(wanted);
                records.on_day(day, wants, |place, one| {
                    assert!(std::ptr::eq(one, &raw const records[place]) && wants(one));
                    tally.add(one, observed, day);
                    true
                });
                let (found, all) = (tally.answer(), by_scan(&records, wanted, observed, day));
                assert_eq!(found, all);
                assert_eq!(found.and_then(entry), all.and_then(entry));
            }
        }
    }
}

/// Where the entry lies that an answer rests on.
fn entry(said: Said<'_>) -> Option<*const Recorded> {
    use crate::evidence::Absence;
    match said {
        Said::Yes(one) | Said::Pending(one) | Said::Contradiction(one) => Some(one),
        Said::No(Absence::NotStarted(one) | Absence::Ended(one) | Absence::NotActive(one)) => Some(one),
        Said::No(Absence::NotRecorded) | Said::Silent(_) => None,
    }
}

#[test]
fn of_a_thousand_entries_few_are_looked_at() {
    let over = |place: i32| {
        let day = |days| Date::from_unix_days(days).ok();
        let ground = if place < 2_000 {
            Ground::Ald
        } else {
            Ground::Maternity
        };
        Recorded {
            grounds: GroundSet::of(ground),
            ..Recorded::over(Period::new(day(10 * place), day(10 * place + 9)).unwrap())
        }
    };
    let records = Records::new((1_000..3_000).map(over).collect());
    assert_eq!(
        records.first().map(Entry::right),
        Some(GroundSet::of(Ground::Ald))
    );
    for days in [9_000, 10_000, 15_005, 19_999, 20_000, 40_000] {
        let (asked, mut given) = (std::cell::Cell::new(0), 0);
        let wants = |one: &Recorded| {
            asked.set(asked.get() + 1);
            one.grounds.intersects(GroundSet::of(Ground::Ald))
        };
        records.on_day(Date::from_unix_days(days).unwrap(), wants, |_, _| {
            given += 1;
            true
        });
        assert!(asked.get() <= 40 && given <= 40, "{days}: {asked:?} {given}");
    }
}
