//! Who is meant and who spoke of them: each word of it and each age tells claims apart, and nothing else does.

use super::{after, claim, late, limits, one_value_each, plain, policy, snapshot};
use tierspayant::core::decision::{
    Block, ClaimDays, EntryDays, MOST_SNAPSHOTS, Meant, SaidDays, Shape, Spoken, SpokenDays, Told,
};
use tierspayant::core::evidence::{Identity, Match};
use tierspayant::core::model::{BirthRank, Date, Moment, Snapshot, Source};

/// Of somebody by what is found of who is meant, and of the days on which sources spoke after a first one.
fn told_beside(days: ClaimDays, others: &[SpokenDays], meant: &Meant) -> Option<Told> {
    let said = SaidDays {
        first: SpokenDays::default(),
        others,
        bounds: EntryDays {
            first: &Block::NONE,
            second: None,
        },
    };
    limits().told(&limits().told_of_claim(&days)?, said, meant)
}

/// Of each source that spoke, the days count at its place.
#[test]
fn each_source_counts_at_its_place() {
    let care = late();
    let old = |days: i32| Some(after(care, -days));
    let spoken = [
        SpokenDays {
            observed: old(1_000),
            updated: None,
        },
        SpokenDays {
            observed: None,
            updated: old(1_000),
        },
        SpokenDays {
            observed: old(-1),
            updated: None,
        },
    ];
    let mut pairs = vec![(None, told_beside(claim(care), &[], &Meant::BY_ID).unwrap())];
    for place in 0..MOST_SNAPSHOTS - 1 {
        for (kind, one) in spoken.iter().enumerate() {
            let mut others = [SpokenDays::default(); MOST_SNAPSHOTS - 1];
            others[place] = *one;
            let told = told_beside(claim(care), &others, &Meant::BY_ID).unwrap();
            pairs.push((Some((place, kind)), told));
        }
    }
    one_value_each(pairs);
    let many = [SpokenDays::default(); MOST_SNAPSHOTS];
    assert_eq!(told_beside(claim(care), &many, &Meant::BY_ID), None);
}

fn same(count: usize) -> Identity {
    Identity {
        matches: vec![Match::Same; count],
        ..Identity::default()
    }
}

#[test]
fn every_word_of_who_is_meant_counts() {
    let birth = Some((after(late(), -15_000), after(late(), -14_990)));
    let found = |place: usize, one: Match| {
        let mut identity = same(MOST_SNAPSHOTS);
        identity.matches[place] = one;
        Meant::of(&identity, None)
    };
    let flag = |key, number| Identity {
        nir_key_differs: key,
        nir_differs: number,
        ..same(1)
    };
    let born = Identity { birth, ..same(1) };
    let mut told = vec![
        Some(Meant::BY_ID),
        Meant::of(&flag(true, false), None),
        Meant::of(&flag(false, true), None),
        Meant::of(&flag(true, true), None),
        Meant::of(&born, None),
        Meant::of(&born, birth),
    ];
    for place in 0..MOST_SNAPSHOTS {
        told.push(found(place, Match::Mismatch));
        told.push(found(place, Match::Unverified));
        assert_eq!(found(place, Match::Other), None);
    }
    let pairs = told.into_iter().enumerate();
    one_value_each(
        pairs.map(|(place, one)| (place, told_beside(claim(late()), &[], &one.unwrap()).unwrap())),
    );
    // However many sources speak of the same person, nothing else is told: how many do is told by the shape.
    assert_eq!(Meant::of(&same(MOST_SNAPSHOTS), None), Some(Meant::BY_ID));
    for alone in [
        same(MOST_SNAPSHOTS + 1),
        Identity {
            ambiguous: true,
            ..same(2)
        },
        Identity {
            nobody: true,
            ..same(0)
        },
        Identity {
            other_only: Some(Source::Adri),
            ..same(1)
        },
    ] {
        assert_eq!(Meant::of(&alone, None), None, "{alone:?}");
    }
    // A claim whose birth date is not the one that counts would be read otherwise.
    assert_eq!(Meant::of(&same(1), birth), None);
}

#[test]
fn each_age_that_a_rule_compares_counts_and_an_infant_is_like_no_other() {
    let policy = policy();
    let care = late();
    let ages = [
        policy.newborn_years,
        policy.maternity_from_years,
        policy.psychologist_from_years,
        policy.age_of_majority,
    ];
    let reached = |born: Date| {
        let birthday = |years: &&i32| born.plus_months(**years * 12).is_some_and(|day| day <= care);
        ages.iter().filter(birthday).count()
    };
    let infant = (i32::try_from(policy.infant_months).unwrap() + 1) * 31;
    let told = |first: Date, last: Date, prescription| {
        let birth = Some((first, last));
        let identity = Identity { birth, ..same(1) };
        let of = ClaimDays {
            prescription,
            ..claim(care)
        };
        told_beside(of, &[], &Meant::of(&identity, birth).unwrap())
    };
    let mut pairs = Vec::new();
    for days in -3..20_000 {
        // Such days exist in every year.
        let born = after(care, -days);
        if born.day() > 28 {
            continue;
        }
        if days < infant {
            assert_eq!(told(born, born, None), None, "{days}");
            continue;
        }
        for last in [born, after(born, 300)] {
            if care.days_since(last) < infant {
                assert_eq!(told(born, last, None), None, "{days}");
            } else if last.day() <= 28 {
                let dependant = care.year() <= born.year() + policy.dependant_years;
                let class = (reached(born), reached(last), dependant);
                pairs.push((class, told(born, last, None).unwrap()));
            }
        }
        assert_eq!(
            told(born, born, Some(after(born, -1))),
            None,
            "prescribed before the birth"
        );
    }
    one_value_each(pairs);
}

#[test]
fn the_order_in_which_sources_spoke_counts() {
    let day = after(late(), 0);
    let said = |observed: Option<(Date, u32)>, updated: Option<Date>, rank: Option<u64>| {
        let mut one = Snapshot {
            observed_at: observed.and_then(|(day, hour)| Moment::at(day, hour, 0, 0).ok()),
            updated_on: updated,
            ..Snapshot::silent(Source::Adri)
        };
        one.person.birth_rank = rank.map(|rank| BirthRank::new(rank).unwrap());
        one
    };
    let at = |days, hour| Some((after(day, days), hour));
    let on = |days| Some(after(day, days));
    let orders = [
        [said(at(0, 9), None, None), said(at(0, 9), None, None)],
        [said(at(0, 9), None, None), said(at(0, 10), None, None)],
        [said(at(0, 10), None, None), said(at(0, 9), None, None)],
        [said(at(0, 9), None, None), said(at(1, 9), None, None)],
        [said(at(0, 9), on(0), None), said(at(0, 9), on(1), None)],
        [said(at(0, 9), on(1), None), said(at(0, 9), on(0), None)],
        [said(at(0, 9), on(1), None), said(at(0, 9), on(1), None)],
        [said(at(0, 9), on(-1), None), said(at(0, 9), on(-1), None)],
        [said(at(0, 9), on(0), None), said(at(0, 9), on(0), None)],
        [said(at(0, 9), None, Some(2)), said(at(0, 9), None, Some(1))],
        [said(at(0, 9), on(1), None), said(None, on(0), None)],
        [said(None, on(1), None), said(at(0, 9), on(0), None)],
    ];
    let spoken = orders.iter().map(|order| Spoken::of(order).unwrap());
    one_value_each(spoken.enumerate());
    // One alone is beside nothing.
    assert_eq!(Spoken::of(&orders[0][..1]), Some(Spoken::default()));
    assert_eq!(Spoken::of(&orders[4][..1]), Some(Spoken::default()));
    // Later by as much, in the same order.
    let later = [said(at(5, 11), None, None), said(at(9, 1), None, None)];
    assert_eq!(Spoken::of(&later), Spoken::of(&orders[3]));
    assert_eq!(Spoken::of(&vec![orders[0][0].clone(); MOST_SNAPSHOTS + 1]), None);
}

#[test]
fn each_snapshot_counts_at_its_place_and_their_days_by_the_order_of_all() {
    let two = |place: &str, value: serde_json::Value, other: &str, word: serde_json::Value| {
        Shape::of(&[snapshot(place, value).unwrap(), snapshot(other, word).unwrap()])
    };
    let none = || serde_json::Value::Null;
    let online = |place: &str, value: serde_json::Value| two("/source", "adri".into(), place, value).unwrap();
    let shapes = [
        plain(),
        two("/source", "adri".into(), "", none()).unwrap(),
        two("", none(), "/source", "adri".into()).unwrap(),
        online("/coverage", none()),
        online("/codes/0/ald", "0".into()),
        online("/exemptions", serde_json::json!([])),
        online("/contracts/0/type", "88".into()),
        // Base rights, exemptions and contracts of one that end before those of the other.
        online("/coverage/0/end", "2026-12-31".into()),
        online("/exemptions/0/end", "2026-12-31".into()),
        online("/contracts/0/end", "2026-12-31".into()),
        online("/observed_at", "2026-11-19".into()),
    ];
    one_value_each(shapes.into_iter().enumerate());
    // Of three of four entries each, the last one has more than are held beside the others.
    let many = |count: usize| {
        let all: Vec<Snapshot> = (0..count).map(|_| snapshot("", none()).unwrap()).collect();
        Shape::of(&all)
    };
    assert!(many(3).is_some() && many(4).is_none() && many(0).is_none());
}
