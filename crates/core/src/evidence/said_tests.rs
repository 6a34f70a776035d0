//! Of several entries one answers, whatever their order.

use super::{Absence, Recorded, Said, Tally};
use crate::model::{Code, Date, Moment, Period, Status, Vocabulary};

fn day(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn record(start: &str, end: &str, code: &str) -> Recorded {
    Recorded {
        code: code.parse::<Code<16>>().ok(),
        ..Recorded::over(Period::new(day(start), day(end)).unwrap())
    }
}

/// The answer on 20 November 2026.
fn answer(records: &[Recorded]) -> Said<'_> {
    let mut tally = Tally::default();
    for one in records {
        tally.add(one, None, day("2026-11-20").unwrap());
    }
    tally.answer().unwrap()
}

/// Of these entries the last one answers, in whatever order they come.
fn the_last_answers(records: &[Recorded]) {
    let said = answer(records);
    let last = records.last().unwrap();
    let shown = match said {
        Said::Yes(one) | Said::Pending(one) | Said::Contradiction(one) => Some(one),
        Said::No(Absence::Ended(one) | Absence::NotStarted(one) | Absence::NotActive(one)) => Some(one),
        _ => None,
    };
    assert_eq!(shown, Some(last));
    let backwards: Vec<Recorded> = records.iter().rev().copied().collect();
    assert_eq!(answer(&backwards), said);
}

#[test]
fn a_right_in_force_that_lasts_longer() {
    the_last_answers(&[
        record("2026-01-01", "2026-11-20", "A"),
        record("2026-01-01", "2026-11-21", "A"),
    ]);
    the_last_answers(&[
        record("2026-01-01", "2026-12-31", "A"),
        record("2026-01-01", "", "A"),
    ]);
}

#[test]
fn a_right_that_ended_last() {
    the_last_answers(&[
        record("2020-01-01", "2020-12-31", "A"),
        record("2019-01-01", "2021-12-31", "A"),
    ]);
}

#[test]
fn a_right_that_starts_first() {
    the_last_answers(&[
        record("2027-02-01", "2027-12-31", "A"),
        record("2027-01-01", "2027-06-30", "A"),
    ]);
}

#[test]
fn of_equal_days_one_entry_always_answers() {
    the_last_answers(&[
        record("2026-01-01", "2026-12-31", "A"),
        record("2026-01-01", "2026-12-31", "B"),
    ]);
    the_last_answers(&[
        record("2027-01-01", "2027-12-31", "B"),
        record("2027-01-01", "2027-12-31", "A"),
    ]);
}

#[test]
fn a_right_in_force_before_any_other() {
    let pending = Recorded {
        status: Some(Status::Pending),
        ..record("2026-01-01", "", "A")
    };
    let suspended = Recorded {
        status: Some(Status::Suspended),
        ..record("2026-01-01", "", "A")
    };
    let (before, after) = (
        record("2020-01-01", "2020-12-31", "A"),
        record("2027-01-01", "", "A"),
    );
    // Under another code: under the same one, the source would contradict itself.
    let in_force = record("2026-11-20", "2026-11-20", "B");
    the_last_answers(&[after, before, suspended, pending, in_force]);
    the_last_answers(&[after, before, suspended, pending]);
    the_last_answers(&[after, before, suspended]);
    the_last_answers(&[after, before]);
}

#[test]
fn one_code_in_force_and_refused_is_a_contradiction() {
    let refused = |start: &str, status, code: &str| Recorded {
        status: Some(status),
        ..record(start, "", code)
    };
    let in_force = record("2026-01-01", "", "A");
    let suspended = refused("2026-02-01", Status::Suspended, "A");
    let longer = Recorded {
        status: Some(Status::Refused),
        ..record("2026-03-01", "", "A")
    };
    let closed = refused("2026-02-01", Status::Closed, "A");
    // Entries of one code come one after the other, in either order.
    assert_eq!(answer(&[in_force, suspended]), Said::Contradiction(&suspended));
    assert_eq!(answer(&[suspended, in_force]), Said::Contradiction(&suspended));
    assert_eq!(
        answer(&[suspended, longer, in_force]),
        answer(&[in_force, longer, suspended])
    );
    // Another code, another day and a closed entry contradict nothing.
    let other = refused("2026-02-01", Status::Refused, "B");
    assert_eq!(answer(&[in_force, other]), Said::Yes(&in_force));
    let over = Recorded {
        status: Some(Status::Suspended),
        ..record("2026-01-01", "2026-11-19", "A")
    };
    assert_eq!(answer(&[in_force, over]), Said::Yes(&in_force));
    assert_eq!(answer(&[in_force, closed]), Said::Yes(&in_force));
    // The same letters of another list of codes are another code, in whatever order.
    let of = |vocabulary, record: Recorded| Recorded {
        vocabulary: Some(vocabulary),
        ..record
    };
    let (one, another) = (Vocabulary::ALL[0], Vocabulary::ALL[1]);
    for (first, second) in [(one, another), (another, one)] {
        let (in_force, suspended) = (of(first, in_force), of(second, suspended));
        assert_eq!(answer(&[in_force, suspended]), Said::Yes(&in_force));
        assert_eq!(answer(&[suspended, in_force]), Said::Yes(&in_force));
        let same = of(first, suspended);
        assert_eq!(answer(&[suspended, same, in_force]), Said::Contradiction(&same));
        // Entries of one list come one after the other, and the last of the other list lasts longer.
        let shorter = Recorded {
            period: Period::new(day("2026-01-01"), day("2026-12-31")).unwrap(),
            ..same
        };
        assert_eq!(
            answer(&[suspended, shorter, in_force]),
            Said::Contradiction(&shorter)
        );
    }
    // What is in force under one code is forgotten for the next, however long it lasts.
    let short = record("2026-01-01", "2026-12-31", "B");
    assert_eq!(answer(&[in_force, short, other]), Said::Contradiction(&other));
    // Of one right, whatever the codes.
    let mut tally = Tally::of_one_right();
    for one in [&in_force, &other] {
        tally.add(one, None, day("2026-11-20").unwrap());
    }
    assert_eq!(tally.answer(), Some(Said::Contradiction(&other)));
}

#[test]
fn a_closed_entry_was_in_force_until_its_last_day_where_that_had_come() {
    let closed = |end: &str| Recorded {
        status: Some(Status::Closed),
        ..record("2026-01-01", end, "A")
    };
    let said = |end: &str, asked: &str, on: &str| {
        let asked = Some(Moment::on(day(asked).unwrap()));
        let entry = closed(end).settled(asked);
        let mut tally = Tally::default();
        tally.add(&entry, asked, day(on).unwrap());
        tally.answer().map(|said| match said {
            Said::Yes(_) => "in force",
            Said::No(Absence::NotActive(_)) => "not active",
            Said::Contradiction(_) => "unclear",
            _ => "otherwise",
        })
    };
    // Its last day had passed when it was asked: it closed for that, and not before.
    assert_eq!(said("2026-11-20", "2026-11-21", "2026-11-20"), Some("in force"));
    assert_eq!(said("2026-11-20", "2026-11-20", "2026-11-20"), Some("in force"));
    assert_eq!(said("2026-11-20", "2026-11-20", "2026-11-19"), Some("in force"));
    // It had not come: it closed on an earlier day that is not known.
    assert_eq!(said("2026-11-21", "2026-11-20", "2026-11-20"), Some("not active"));
    assert_eq!(said("2026-11-21", "2026-11-20", "2026-11-19"), Some("unclear"));
    assert_eq!(said("", "2026-11-20", "2026-11-20"), Some("not active"));
}

#[test]
fn a_closed_entry_contradicts_none_in_force() {
    let in_force = record("2026-01-01", "", "A");
    let closed = Recorded {
        status: Some(Status::Closed),
        ..record("2026-02-01", "", "A")
    };
    let asked = Some(Moment::on(day("2026-11-20").unwrap()));
    for entries in [[&in_force, &closed], [&closed, &in_force]] {
        let mut tally = Tally::default();
        for one in entries {
            tally.add(one, asked, day("2026-11-20").unwrap());
        }
        assert_eq!(tally.answer(), Some(Said::Yes(&in_force)));
    }
}
