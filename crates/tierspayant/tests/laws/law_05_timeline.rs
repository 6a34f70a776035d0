//! The timeline agrees with the check on every day, asked with sources observed on that day.

use crate::common::{ENGINE, config, decide, decide_case, moved};
use proptest::prelude::*;
use serde_json::json;
use tierspayant::core::ids::ReasonId;
use tierspayant::core::model::{
    Category, Date, Dossier, Moment, Position, Share, ShareSet, Snapshot, Source, Status,
};
use tierspayant::core::timeline::{Certainty, FollowedRight, Timeline};
use tierspayant::format::parse_dossier;
use tierspayant_testkit::dossiers;

const AROUND: i32 = 45;

/// Whether the claim carries the number of the AME.
fn bills_the_ame(dossier: &Dossier) -> bool {
    let contract = dossier.claim.contract.as_ref();
    contract
        .and_then(|one| one.number.as_ref())
        .is_some_and(|number| number.as_str() == "75500017")
}

proptest! {
    #![proptest_config(config(80))]

    #[test]
    fn every_day_of_the_timeline_is_the_check_of_that_day(mut dossier in dossiers()) {
        // A drug counts on the day of the care, so that base rights are those of the day.
        for line in &mut dossier.claim.lines {
            line.category = Some(Category::Drug);
        }
        dossier.claim.third_party = Some(ShareSet::Both);
        let case = ENGINE.case(&dossier);
        let care = dossier.claim.care_date;
        let (first, last) = (care.plus_days(-AROUND).unwrap(), care.plus_days(AROUND).unwrap());
        let timeline = ENGINE.timeline(&dossier, first, last);
        let mut day = first;
        while day <= last {
            let decision = decide_case(&moved(&case, day));
            let place = timeline.claim.iter().position(|one| one.period.position(day) == Position::Within).unwrap();
            let here = &timeline.claim[place];
            prop_assert_eq!(here.verdict, decision.verdict(), "{}", day);
            let states: Vec<_> = decision.lines.iter().map(|line| line.exemption).collect();
            let lines = 0..dossier.claim.lines.len();
            let told: Vec<_> = lines.filter_map(|line| timeline.exemption(place, line)).collect();
            prop_assert_eq!(told, states, "{}", day);
            let found = |id: ReasonId| decision.reasons.iter().any(|one| one.id == id);
            // Whoever holds the AME has no base rights, and is not asked for them.
            if !found(ReasonId::RulesBeyond) && !bills_the_ame(&dossier) {
                let closed = found(ReasonId::CoverageNotOpen) || found(ReasonId::CoverageClosedUnderAccident);
                let certainty = coverage(&timeline, day);
                prop_assert_eq!(certainty == Certainty::Absent, closed, "{}", day);
                prop_assert_eq!(certainty == Certainty::Unknown, found(ReasonId::CoverageUnknown), "{}", day);
                let share = decision.share(Share::Amo);
                prop_assert!(certainty != Certainty::Stale || share.is_some_and(|one| one.basis().is_some()));
            }
            day = day.next().unwrap();
        }
    }
}

proptest! {
    #![proptest_config(config(60))]

    /// The order of the answers is kept: a dossier whose answers are given times of the day in the order in which they
    /// were given is answered as the timeline says.
    #[test]
    fn the_order_of_the_answers_is_kept(dossier in dossiers()) {
        let card = |one: &Snapshot| matches!(one.source, Source::Attestation | Source::Vitale | Source::Apcv);
        let cards = || dossier.rights.iter().filter(|one| card(one));
        // A card that does not say when it was updated ranks by the day of its reading, which moves.
        prop_assume!(cards().all(|one| one.updated_on.is_some()) || cards().all(|one| one.updated_on.is_none()));
        let dossier = without_closed(&dossier);
        let care = dossier.claim.care_date;
        let (first, last) = (care.plus_days(-AROUND).unwrap(), care.plus_days(AROUND).unwrap());
        let timeline = ENGINE.timeline(&dossier, first, last);
        for day in [first, care.previous().unwrap(), care, care.next().unwrap(), last] {
            let decision = decide(&asked_on(&dossier, day));
            let here = timeline.claim.iter().find(|one| one.period.position(day) == Position::Within).unwrap();
            prop_assert_eq!(here.verdict, decision.verdict(), "{}", day);
        }
    }
}

/// A card that names no day is as recent as the day that is asked about: of the day that the other card names there are
/// two answers of equal weight, before and after it one.
#[test]
fn a_card_of_no_known_day_beside_one_of_a_known_day() {
    let person = json!({ "id": "p-1", "birth_date": "19850514", "birth_rank": 1 });
    let card = |source: &str, updated: Option<&str>, coverage: serde_json::Value| json!({ "source": source, "observed_at": null, "updated_on": updated, "person": person, "coverage": coverage });
    let dossier = json!({
        "format": "tierspayant/1",
        "claim": {
            "id": "F-1", "setting": "pharmacy", "care_date": "2026-11-10", "person": person, "card": "read", "nature": "10",
            "third_party": ["amo"], "lines": [{ "id": "1", "category": "drug", "exemption": "0" }]
        },
        "rights": [
            card("vitale", Some("2026-11-20"), json!([])),
            card("apcv", None, json!([{ "start": "2009-03-01", "end": null }]))
        ]
    });
    let dossier = parse_dossier(dossier.to_string().as_bytes()).unwrap();
    let case = ENGINE.case(&dossier);
    let days = [10, 19, 20, 21].map(|day| Date::from_ymd(2026, 11, day).unwrap());
    let timeline = ENGINE.timeline(&dossier, days[0], days[3]);
    let told = days.map(|day| {
        let decision = decide_case(&moved(&case, day));
        let here = timeline
            .claim
            .iter()
            .find(|one| one.period.position(day) == Position::Within)
            .unwrap();
        assert_eq!(here.verdict, decision.verdict(), "{day}");
        here.verdict.as_str()
    });
    assert_eq!(told, ["not_billable", "not_billable", "undetermined", "billable"]);
}

/// The dossier when care, question and answers all happen on that day, the answers one second after the other.
fn asked_on(dossier: &Dossier, day: Date) -> Dossier {
    let mut asked = dossier.clone();
    let claim = &mut asked.claim;
    let care = claim.care_date;
    let of_lines = claim.lines.iter().map(|line| line.facts.prescription.date);
    let in_order = of_lines
        .chain([claim.prescription_date])
        .flatten()
        .all(|one| one <= care);
    let kept = |one: Option<Date>| one.map(|one| if in_order { one.min(day) } else { one });
    claim.prescription_date = kept(claim.prescription_date);
    for line in &mut claim.lines {
        line.facts.prescription.date = kept(line.facts.prescription.date);
    }
    claim.transmission_date = claim.transmission_date.or(asked.as_of).map(|one| one.max(day));
    claim.care_date = day;
    asked.as_of = asked.as_of.map(|one| one.max(day));
    let mut moments: Vec<Option<Moment>> = dossier.rights.iter().map(|one| one.observed_at).collect();
    moments.sort_unstable();
    moments.dedup();
    for one in &mut asked.rights {
        let place = moments
            .iter()
            .position(|moment| *moment == one.observed_at)
            .unwrap();
        one.observed_at = Moment::at(day, 0, 0, u32::try_from(place).unwrap()).ok();
    }
    asked
}

/// The same without entries in the state `closed`, which are read by the day on which the source really was asked: no other day
/// can be put in its place.
fn without_closed(dossier: &Dossier) -> Dossier {
    let mut open = dossier.clone();
    for one in &mut open.rights {
        let exemptions = one.exemptions.iter_mut().flatten().map(|entry| &mut entry.status);
        let maternity = one.maternity.iter_mut().map(|entry| &mut entry.status);
        let accidents = one.accidents.iter_mut().flatten().map(|entry| &mut entry.status);
        let mut states: Vec<&mut Option<Status>> = exemptions.chain(maternity).chain(accidents).collect();
        for contract in one.contracts.iter_mut().flatten() {
            states.push(&mut contract.status);
            let rights = contract.rights.iter_mut().flatten();
            states.extend(rights.map(|right| &mut right.status));
        }
        for state in states {
            if *state == Some(Status::Closed) {
                *state = Some(Status::Suspended);
            }
        }
    }
    open
}

fn coverage(timeline: &Timeline, day: Date) -> Certainty {
    let mut rights = timeline
        .rights
        .iter()
        .filter(|(right, _)| *right == FollowedRight::Coverage);
    let (_, intervals) = rights.next().unwrap();
    let here = intervals
        .iter()
        .find(|one| one.period.position(day) == Position::Within);
    here.unwrap().certainty
}
