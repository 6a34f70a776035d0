//! A timeline as it leaves the library.

use super::VerdictOut;
use tierspayant_core::model::record::{OrNull, Spread, Words, WordsOrNull};
use tierspayant_core::model::{Date, Dossier, Source};
use tierspayant_core::record;
use tierspayant_core::timeline::{Certainty, FollowedRight, Timeline};
use tierspayant_core::verdict::ExemptionState;
use tierspayant_format::Body;

record! {
    /// The rights of a person over time, and the answer to the claim on each day.
    TimelineOut {
        /// The first day.
        from: Option<Date> as OrNull,
        /// The last day.
        to: Option<Date> as OrNull,
        /// Each right, day by day.
        rights: Vec<RightOut>,
        /// The ids of the lines that have the same exemption on every day, group by group.
        lines: Vec<Vec<String>>,
        /// The answer to the claim, had the care been given on those days.
        claim: Vec<ClaimOut>,
    }
}

record! {
    /// A right over time.
    RightOut {
        /// `coverage`, a ground of exemption, or a kind of contract.
        right: &'static str,
        /// What is known of it, day after day.
        intervals: Vec<IntervalOut>,
    }
}

record! {
    /// Days on which the same is known of a right.
    IntervalOut {
        /// The first day.
        start: Option<Date> as OrNull => "no bound",
        /// The last day.
        end: Option<Date> as OrNull => "no bound",
        /// How sure it is.
        certainty: &'static str as Words<Certainty>,
        /// The source that says so.
        source: Option<&'static str> as WordsOrNull<Source>,
    }
}

record! {
    /// Days on which the claim would get the same answer.
    ClaimOut {
        /// The first day.
        start: Option<Date> as OrNull => "no bound",
        /// The last day.
        end: Option<Date> as OrNull => "no bound",
        /// The verdict.
        verdict: VerdictOut as Spread,
        /// What would become of the exemption, for each group of `lines`.
        exemptions: Vec<&'static str> as Words<ExemptionState>,
    }
}

impl Body for TimelineOut {
    const FORMAT: &'static str = tierspayant_format::FORMAT;
}

impl TimelineOut {
    pub(crate) fn new(dossier: &Dossier, timeline: &Timeline) -> Self {
        let right = |right: FollowedRight| match right {
            FollowedRight::Coverage => "coverage",
            FollowedRight::Exemption(ground) => ground.as_str(),
            FollowedRight::Contract(kind) => kind.as_str(),
        };
        let rights = timeline.rights.iter().map(|(followed, intervals)| RightOut {
            right: right(*followed),
            intervals: intervals
                .iter()
                .map(|one| IntervalOut {
                    start: one.period.start(),
                    end: one.period.end(),
                    certainty: one.certainty.as_str(),
                    source: one.source.map(|source| source.as_str()),
                })
                .collect(),
        });
        let claim = timeline.claim.iter().map(|one| ClaimOut {
            start: one.period.start(),
            end: one.period.end(),
            verdict: one.verdict.into(),
            exemptions: one.exemptions.iter().map(|state| state.as_str()).collect(),
        });
        let groups = timeline.groups.iter().max().map_or(0, |last| last + 1);
        let mut lines = vec![Vec::new(); groups];
        for (line, group) in dossier.claim.lines.iter().zip(&timeline.groups) {
            if let Some(group) = lines.get_mut(*group) {
                group.push(line.id.to_string());
            }
        }
        TimelineOut {
            lines,
            from: timeline.window.start(),
            to: timeline.window.end(),
            rights: rights.collect(),
            claim: claim.collect(),
        }
    }
}
