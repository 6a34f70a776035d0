//! The timeline agrees with the check on every day, asked with sources observed on that day.

use crate::common::{ENGINE, config, moved};
use proptest::prelude::*;
use tierspayant::core::ids::ReasonId;
use tierspayant::core::model::{Category, Date, Position, Share, ShareSet};
use tierspayant::core::timeline::{Certainty, Followed, Timeline};
use tierspayant_testkit::dossiers;

const AROUND: i32 = 45;

proptest! {
    #![proptest_config(config(80))]

    #[test]
    fn every_day_of_the_timeline_is_the_check_of_that_day(mut dossier in dossiers()) {
        // A drug counts on the day of the care, so that base rights are those of the day.
        for line in &mut dossier.claim.lines {
            line.category = Some(Category::Drug);
        }
        dossier.claim.third_party = ShareSet::Both;
        let case = ENGINE.case(&dossier);
        let care = dossier.claim.care_date;
        let (first, last) = (care.plus_days(-AROUND).unwrap(), care.plus_days(AROUND).unwrap());
        let timeline = ENGINE.timeline(&case, first, last);
        let mut day = first;
        while day <= last {
            let decision = ENGINE.decide(&moved(&case, day));
            let here = timeline.claim.iter().find(|one| one.period.position(day) == Position::Within).unwrap();
            prop_assert_eq!(here.verdict, decision.verdict(), "{}", day);
            let states: Vec<_> = decision.lines.iter().map(|line| line.exemption).collect();
            prop_assert_eq!(&here.exemptions, &states, "{}", day);
            let found = |id: ReasonId| decision.reasons.iter().any(|one| one.id == id);
            if !found(ReasonId::RulesBeyond) {
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

fn coverage(timeline: &Timeline, day: Date) -> Certainty {
    let mut rights = timeline
        .rights
        .iter()
        .filter(|(right, _)| *right == Followed::Coverage);
    let (_, intervals) = rights.next().unwrap();
    let here = intervals
        .iter()
        .find(|one| one.period.position(day) == Position::Within);
    here.unwrap().certainty
}
