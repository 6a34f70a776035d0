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
    /// The ids of the lines that have the same exemption on every day, group by group.
    lines: Vec<Vec<String>>,
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
    exemptions: Vec<&'static str>,
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
            format: tierspayant_format::FORMAT,
            lines,
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
