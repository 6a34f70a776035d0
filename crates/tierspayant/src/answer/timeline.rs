//! A timeline as it leaves the library.

use super::VerdictOut;
use serde::Serialize;
use tierspayant_core::model::{Dossier, Period};
use tierspayant_core::timeline::{Followed, Timeline};

/// The rights over time, ready to be written as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct TimelineOut {
    format: &'static str,
    from: Option<String>,
    to: Option<String>,
    rights: Vec<RightOut>,
    claim: Vec<ClaimOut>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct RightOut {
    right: &'static str,
    intervals: Vec<IntervalOut>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct IntervalOut {
    start: Option<String>,
    end: Option<String>,
    certainty: &'static str,
    source: Option<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct ClaimOut {
    start: Option<String>,
    end: Option<String>,
    #[serde(flatten)]
    verdict: VerdictOut,
    lines: Vec<LineOut>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct LineOut {
    id: String,
    exemption: &'static str,
}

impl TimelineOut {
    pub(crate) fn new(dossier: &Dossier, timeline: &Timeline) -> Self {
        let right = |right: Followed| match right {
            Followed::Coverage => "coverage",
            Followed::Exemption(ground) => ground.as_str(),
            Followed::Contract(kind) => kind.as_str(),
        };
        let rights = timeline.rights.iter().map(|(followed, intervals)| RightOut {
            right: right(*followed),
            intervals: intervals
                .iter()
                .map(|one| IntervalOut {
                    start: start(one.period),
                    end: end(one.period),
                    certainty: one.certainty.as_str(),
                    source: one.source.map(|source| source.as_str()),
                })
                .collect(),
        });
        let claim = timeline.claim.iter().map(|one| ClaimOut {
            start: start(one.period),
            end: end(one.period),
            verdict: one.verdict.into(),
            lines: dossier
                .claim
                .lines
                .iter()
                .zip(&one.exemptions)
                .map(|(line, state)| LineOut {
                    id: line.id.to_string(),
                    exemption: state.as_str(),
                })
                .collect(),
        });
        TimelineOut {
            format: tierspayant_format::FORMAT,
            from: start(timeline.window),
            to: end(timeline.window),
            rights: rights.collect(),
            claim: claim.collect(),
        }
    }
}

fn start(period: Period) -> Option<String> {
    period.start().map(|day| day.to_string())
}

fn end(period: Period) -> Option<String> {
    period.end().map(|day| day.to_string())
}
