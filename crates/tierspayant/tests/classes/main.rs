//! What makes claims of different days, and of different people, alike: each limit that a rule may compare tells days apart, nothing else does,
//! and every word of what is on record counts.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

mod people;

use std::collections::HashSet;
use std::fmt::Debug;
use std::sync::LazyLock;
use tierspayant::core::decision::{
    Alike, BLOCK, Block, ClaimDays, EntryDays, MOST_ENTRIES, Meant, SaidDays, Shape, SpokenDays, Told,
};
use tierspayant::core::model::{Date, Period, Snapshot};
use tierspayant::core::question::Case;
use tierspayant::core::tables::{Policy, Prolongation, Tables};

fn tables() -> &'static Tables {
    &tierspayant::tables::embedded().decision
}

fn limits() -> &'static Alike {
    static LIMITS: LazyLock<Alike> = LazyLock::new(|| Alike::new(tables()));
    &LIMITS
}

fn policy() -> &'static Policy {
    &tables().policy
}

/// A Monday so late that the tables name no day near it, nor after it.
fn late() -> Date {
    let last = tables().named_days().into_iter().max().unwrap();
    let day = last.plus_days(3_000).unwrap();
    let past_monday = (day.unix_days() + 3).rem_euclid(7);
    day.plus_days(7 - past_monday).unwrap()
}

fn after(day: Date, days: i32) -> Date {
    day.plus_days(days).unwrap()
}

fn claim(care: Date) -> ClaimDays {
    ClaimDays {
        as_of: None,
        care,
        prescription: None,
    }
}

fn told_of(
    days: ClaimDays,
    observed: Option<Date>,
    updated: Option<Date>,
    entries: &[Period],
) -> Option<Told> {
    let said = SaidDays {
        first: SpokenDays { observed, updated },
        others: &[],
        bounds: EntryDays {
            first: &Block::of(entries.iter().copied()),
            second: Some(&Block::of(entries.iter().copied().skip(BLOCK))),
        },
    };
    limits().told(&limits().told_of_claim(&days)?, said, &Meant::BY_ID)
}

fn told(days: ClaimDays) -> Option<Told> {
    told_of(days, None, None, &[])
}

/// Things of one class have one value, and things of different classes have different ones.
fn one_value_each<C: PartialEq + Debug, V: PartialEq + Debug>(pairs: impl IntoIterator<Item = (C, V)>) {
    let mut known: Vec<(C, V)> = Vec::new();
    for (class, value) in pairs {
        match known.iter().find(|one| one.0 == class || one.1 == value) {
            Some(one) => assert!(one.0 == class && one.1 == value, "{:?} beside {class:?}", one.0),
            None => known.push((class, value)),
        }
    }
    assert!(known.len() > 1, "one class says nothing");
}

/// A number of days around each of the limits.
fn around(limits: impl IntoIterator<Item = i32>) -> Vec<i32> {
    let near = |limit| [limit - 1, limit, limit + 1];
    limits.into_iter().flat_map(near).collect()
}

#[test]
fn days_are_told_apart_where_the_tables_name_one() {
    let named = tables().named_days().into_iter();
    let named: HashSet<Date> = named.flat_map(|day| [Some(day), day.next()]).flatten().collect();
    let (first, last) = (named.iter().min().unwrap(), named.iter().max().unwrap());
    let far = after(*last, 10_000);
    let mut day = after(*first, -3);
    while day < after(*last, 3) {
        let next = day.next().unwrap();
        let apart = named.contains(&next);
        assert_eq!(told(claim(day)) != told(claim(next)), apart, "care: {next}");
        let prescribed = |day| ClaimDays {
            prescription: Some(day),
            ..claim(far)
        };
        assert_eq!(
            told(prescribed(day)) != told(prescribed(next)),
            apart,
            "prescription: {next}"
        );
        let asked = |day| ClaimDays {
            as_of: Some(day),
            ..claim(far)
        };
        assert_eq!(told(asked(day)) != told(asked(next)), apart, "question: {next}");
        day = next;
    }
}

#[test]
fn the_day_of_each_role_is_told_by_itself() {
    let named = tables().named_days();
    let days = [*named.iter().min().unwrap(), *named.iter().max().unwrap()];
    let earlier = days.map(|day| after(day, -1));
    let mut pairs = Vec::new();
    for care in days {
        for prescription in earlier {
            for as_of in earlier {
                let of = ClaimDays {
                    as_of: Some(as_of),
                    care,
                    prescription: Some(prescription),
                };
                let some = told(of).map(|told| ((care, prescription, as_of), told));
                pairs.extend(some);
            }
        }
    }
    // A question years after the care is like no other.
    assert_eq!(pairs.len(), 6);
    one_value_each(pairs);
}

#[test]
fn the_day_of_the_question_counts_in_working_days_and_up_to_the_limitation() {
    let few = policy().transmission_working_days * 2 + 14;
    let years = policy().limitation_years * 365;
    let mut pairs = Vec::new();
    for weekday in 0..14 {
        let care = after(late(), weekday);
        for days in (-3..=few + 3).chain([years - 2, years - 1]) {
            let of = ClaimDays {
                as_of: Some(after(care, days)),
                ..claim(care)
            };
            let class = match days {
                ..0 => (-1, 0),
                0.. if days <= few => (days, weekday % 7),
                _ => (i32::MAX, 0),
            };
            pairs.push((Some(class), told(of).unwrap()));
        }
        pairs.push((None, told(claim(care)).unwrap()));
        for days in [years, years + 1, years + 400] {
            let of = ClaimDays {
                as_of: Some(after(care, days)),
                ..claim(care)
            };
            assert_eq!(told(of), None, "{days}");
        }
    }
    one_value_each(pairs);
}

#[test]
fn the_age_of_a_prescription_counts_in_months_of_which_none_may_be_near() {
    let policy = policy();
    let others = [
        policy.first_supply_months,
        policy.other_prescription_months,
        policy.supplied_at_most(),
    ];
    let months = policy.supplied_for().map(|(_, months)| months).chain(others);
    let months: Vec<i32> = months.map(|months| i32::try_from(months).unwrap()).collect();
    let care = late();
    let mut pairs = vec![(None, told(claim(care)).unwrap())];
    for age in -3..=months.iter().max().unwrap() * 31 + 3 {
        let of = ClaimDays {
            prescription: Some(after(care, -age)),
            ..claim(care)
        };
        let near = |months: &i32| (months * 28..=months * 31).contains(&age);
        if months.iter().any(near) {
            assert_eq!(told(of), None, "{age} days");
            continue;
        }
        let past = months.iter().filter(|months| age > **months * 31).count();
        pairs.push((Some((age.signum(), past)), told(of).unwrap()));
    }
    one_value_each(pairs);
}

#[test]
fn the_age_of_an_answer_counts_beside_each_limit_and_the_days_of_the_claim() {
    let policy = policy();
    let limits = [
        policy.online_max_age_days,
        policy.card_update_max_age_days,
        policy.card_reading_max_age_days,
        policy.attestation_max_age_days,
    ];
    let care = late();
    let mut pairs = Vec::new();
    for as_of in [None, Some(after(care, 1))] {
        let of = ClaimDays { as_of, ..claim(care) };
        let class = |day: Date| {
            let age = care.days_since(day);
            let past = limits.iter().filter(|limit| age > **limit).count();
            (day.cmp(&care), past, as_of.map(|as_of| day.cmp(&as_of)))
        };
        let some = around(limits).into_iter().chain(-3..3);
        let some: Vec<Option<Date>> = some.map(|age| Some(after(care, -age))).chain([None]).collect();
        for observed in &some {
            for updated in &some {
                let classes = (observed.map(class), updated.map(class), as_of);
                pairs.push((classes, told_of(of, *observed, *updated, &[]).unwrap()));
            }
        }
    }
    one_value_each(pairs);
}

/// Periods whose bounds lie around these days.
fn periods(days: &[Date]) -> Vec<Period> {
    let bounds = days.iter().map(|day| Some(*day)).chain([None]);
    let all = bounds
        .clone()
        .flat_map(|start| bounds.clone().map(move |end| (start, end)));
    all.filter_map(|(start, end)| Period::new(start, end).ok())
        .collect()
}

#[test]
fn the_days_of_an_entry_count_beside_those_of_the_claim_and_near_its_end() {
    let care = late();
    let soon = policy().ends_soon_days;
    let prescription = after(care, -10);
    let days = around([0, -10, soon]);
    let days: Vec<Date> = days.into_iter().map(|apart| after(care, apart)).collect();
    let mut pairs = Vec::new();
    for prescription in [None, Some(prescription)] {
        let of = ClaimDays {
            prescription,
            ..claim(care)
        };
        for period in periods(&days) {
            let beside = |bound: Option<Date>| {
                let bound = bound?;
                let before = prescription.map(|day| bound.cmp(&day));
                Some((bound.cmp(&care), before))
            };
            let near = period.end().map(|end| end.days_since(care) <= soon);
            let class = (beside(period.start()), beside(period.end()), near, prescription);
            // Which bounds are open is told by the shape.
            let open = (period.start().is_none(), period.end().is_none());
            pairs.push((class, (told_of(of, None, None, &[period]).unwrap(), open)));
        }
    }
    one_value_each(pairs);
}

#[test]
fn each_entry_counts_at_its_place() {
    let care = late();
    let past = Period::new(None, Some(after(care, -1))).unwrap();
    let next = Period::new(Some(after(care, 1)), None).unwrap();
    let mut pairs = vec![((0, false), told(claim(care)).unwrap())];
    for period in [past, next] {
        for place in 0..MOST_ENTRIES {
            let mut entries = [Period::ALWAYS; MOST_ENTRIES];
            entries
                .iter_mut()
                .skip(place)
                .take(1)
                .for_each(|one| *one = period);
            let told = told_of(claim(care), None, None, &entries).unwrap();
            pairs.push(((place + 1, period == past), told));
        }
    }
    one_value_each(pairs);
}

#[test]
fn where_the_tables_name_too_many_days_none_is_told() {
    // A day and the one after it, two by two: 4,096 places are more than the key holds.
    let with = |count: usize| {
        let mut tables = tables().clone();
        let row = tables.codes.prolongations.first().unwrap().clone();
        let have: HashSet<Date> = {
            let days = tables.named_days().into_iter();
            days.flat_map(|day| [Some(day), day.next()]).flatten().collect()
        };
        let new = (0..count - have.len()).map(|place| {
            let until = after(late(), i32::try_from(place).unwrap());
            // One after the other: each adds one day, and the last the day after it.
            Prolongation {
                until: (place > 0).then(|| after(until, -1)),
                ends: row.ends,
                ..row.clone()
            }
        });
        let rows: Vec<Prolongation> = tables.codes.prolongations.iter().cloned().chain(new).collect();
        tables.codes.prolongations = rows.into();
        let days = claim(after(late(), 15_000));
        let said = SaidDays {
            first: SpokenDays::default(),
            others: &[],
            bounds: EntryDays {
                first: &Block::NONE,
                second: None,
            },
        };
        let alike = Alike::new(&tables);
        alike.told(&alike.told_of_claim(&days)?, said, &Meant::BY_ID)
    };
    assert!(with(4_095).is_some());
    assert!(with(4_096).is_none());
}

/// What is on record of a person, as JSON, but for what is said otherwise at a place of it.
fn snapshot(place: &str, value: serde_json::Value) -> Option<Snapshot> {
    let mut rights = serde_json::json!({
        "source": "bdo",
        "observed_at": "2026-11-20",
        "updated_on": "2026-11-01",
        "person": { "id": "someone" },
        "scheme": { "regime": "01", "fund": "751", "centre": "0000" },
        "coverage": [{ "start": "2020-01-01", "end": "2027-12-31" }],
        "codes": [{ "ald": "1", "situation": "0104", "start": "2021-01-01" }],
        "exemptions": [
            { "vocabulary": "bdo", "code": "LIS", "start": "2022-01-01", "end": "2028-12-31", "status": "active" },
            { "vocabulary": "bdo", "code": "INV", "start": "2023-01-01", "status": "active" }
        ],
        "contracts": [{
            "number": "75500017", "type": "89", "service": "1", "indicator": "10", "start": "2025-01-01",
            "end": "2030-12-31", "status": "active", "participation": false
        }]
    });
    if let Some((parent, field)) = place.rsplit_once('/') {
        let parent = rights.pointer_mut(parent).unwrap();
        match parent.as_array_mut() {
            Some(list) => list.push(value),
            None => drop(parent.as_object_mut().unwrap().insert(field.to_owned(), value)),
        }
    }
    let dossier = serde_json::json!({
        "format": "tierspayant/1",
        "claim": { "care_date": "2026-11-20", "lines": [{ "id": "a", "category": "drug" }] },
        "rights": [rights]
    });
    let dossier = tierspayant::parse_dossier(dossier.to_string().as_bytes());
    dossier.unwrap().rights.into_iter().next()
}

fn shape(place: &str, value: serde_json::Value) -> Option<Shape> {
    Shape::of(&[snapshot(place, value).unwrap()])
}

fn plain() -> Shape {
    shape("", serde_json::Value::Null).unwrap()
}

#[test]
fn every_word_of_what_is_on_record_counts() {
    let mut shapes = vec![("", plain())];
    for (place, value) in [
        ("/source", "adri".into()),
        ("/observed_at", serde_json::Value::Null),
        ("/updated_on", serde_json::Value::Null),
        ("/scheme/regime", "03".into()),
        ("/scheme/fund", "752".into()),
        ("/scheme/centre", "0001".into()),
        ("/coverage", serde_json::Value::Null),
        ("/coverage", serde_json::json!([])),
        ("/coverage/-", serde_json::json!({ "start": "2029-01-01" })),
        ("/codes", serde_json::Value::Null),
        ("/codes", serde_json::json!([])),
        ("/codes/0/ald", "0".into()),
        ("/codes/0/situation", "0100".into()),
        ("/exemptions", serde_json::Value::Null),
        ("/exemptions", serde_json::json!([])),
        ("/exemptions/0/code", "MAT".into()),
        ("/exemptions/0/vocabulary", "cdri".into()),
        ("/exemptions/0/status", "suspended".into()),
        ("/exemptions/0/status", "refused".into()),
        ("/exemptions/0/status", "pending".into()),
        ("/exemptions/0/status", serde_json::Value::Null),
        ("/accidents", serde_json::json!([])),
        ("/contracts", serde_json::Value::Null),
        ("/contracts", serde_json::json!([])),
        ("/contracts/0/number", "75500018".into()),
        ("/contracts/0/type", "88".into()),
        ("/contracts/0/service", "2".into()),
        ("/contracts/0/indicator", "20".into()),
        ("/contracts/0/status", "suspended".into()),
        ("/contracts/0/participation", true.into()),
        ("/contracts/0/end_reason", "unpaid".into()),
    ] {
        let shape = shape(place, value.clone()).unwrap();
        for (other, known) in &shapes {
            assert!(shape != *known, "{place} {value} beside {other}");
        }
        shapes.push((place, shape));
    }
}

#[test]
fn days_of_what_is_on_record_count_by_their_order_alone() {
    for (place, day) in [
        ("/observed_at", "2026-11-19"),
        ("/updated_on", "2026-10-01"),
        ("/coverage/0/start", "2026-01-01"),
        ("/coverage/0/end", "2025-12-31"),
        ("/codes/0/start", "2020-12-31"),
        ("/exemptions/0/start", "2022-12-31"),
        ("/exemptions/0/end", "2023-12-31"),
        ("/exemptions/1/start", "2024-01-01"),
        ("/contracts/0/start", "2010-01-01"),
        ("/contracts/0/end", "2029-12-31"),
    ] {
        assert_eq!(shape(place, day.into()), Some(plain()), "{place} {day}");
    }
    let mut shapes = vec![plain()];
    for (place, day) in [
        ("/codes/0/start", "2022-01-01"),
        ("/codes/0/start", "2022-06-01"),
        ("/exemptions/0/start", "2023-01-01"),
        ("/exemptions/0/start", "2024-01-01"),
        ("/exemptions/0/end", "2023-01-01"),
        ("/exemptions/0/end", "2022-06-01"),
        ("/codes/0/end", "2029-12-31"),
        ("/coverage/0/start", "2027-12-31"),
    ] {
        let shape = shape(place, day.into()).unwrap();
        assert!(!shapes.contains(&shape), "{place} {day}");
        shapes.push(shape);
    }
}

#[test]
fn what_is_read_otherwise_makes_a_claim_like_no_other() {
    for (place, value) in [
        ("/horizon", serde_json::json!({ "from": "2020-01-01" })),
        ("/maternity", serde_json::json!({ "status": "active" })),
        ("/accidents", serde_json::json!([{ "number": "26010101" }])),
        ("/services", serde_json::json!([])),
        ("/exemptions/1/status", "closed".into()),
        ("/contracts/0/status", "closed".into()),
        ("/contracts/0/rights", serde_json::json!([])),
    ] {
        assert_eq!(shape(place, value.clone()), None, "{place} {value}");
    }
}

#[test]
fn sixteen_entries_are_as_many_as_a_shape_holds() {
    let coverage = |count: i32| {
        let year = |place: i32| serde_json::json!({ "start": format!("{}-01-01", 2000 + place) });
        let list: Vec<_> = (0..count).map(year).collect();
        shape("/coverage", list.into())
    };
    // The others are four.
    let shapes = (0..=12).map(|count| (count, coverage(count).unwrap()));
    one_value_each(shapes);
    assert_eq!(coverage(13), None);
    assert_eq!(coverage(14), None);
}

#[test]
fn a_right_whose_end_a_law_may_have_prolonged_is_like_no_other() {
    let mut ends = 0;
    for row in tables().codes.prolongations.iter() {
        for day in [row.ends.start(), row.ends.end()].into_iter().flatten() {
            for apart in [-1, 0, 1] {
                let end = after(day, apart);
                let within = tables().codes.prolongations.iter().any(|row| {
                    row.ends.start().is_none_or(|start| start <= end)
                        && row.ends.end().is_none_or(|last| end <= last)
                });
                let period = Period::new(None, Some(end)).unwrap();
                for before in [0, BLOCK] {
                    let mut periods = vec![Period::ALWAYS; before];
                    periods.push(period);
                    let told = told_of(claim(late()), None, None, &periods);
                    assert_eq!(told.is_none(), within, "{end} after {before}");
                }
                ends += 1;
            }
        }
    }
    assert!(ends > 0);
}

#[test]
fn a_line_with_a_trait_or_a_fact_is_like_no_other() {
    let line = |field: &str, value: serde_json::Value| {
        let mut line = serde_json::json!({ "id": "a", "category": "drug", "exemption": "0" });
        line.as_object_mut().unwrap().insert(field.to_owned(), value);
        let dossier = serde_json::json!({
            "format": "tierspayant/1",
            "claim": { "care_date": "2026-11-20", "lines": [line] }
        });
        let dossier = tierspayant::parse_dossier(dossier.to_string().as_bytes()).unwrap();
        let case = Case::new(tables(), &dossier);
        Alike::has_line(case.question.lines.first().unwrap())
    };
    assert!(line("amount_cents", 1_000.into()));
    assert!(!line("traits", serde_json::json!(["narcotic"])));
    assert!(!line("proof", "missing".into()));
    assert!(!line("prescription", serde_json::json!({ "date": "2026-11-18" })));
}
