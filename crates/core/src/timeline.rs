//! The rights of a person over time, asked of the same evidence as the check.

use crate::question::Case;
use std::collections::HashMap;

use crate::evidence::{
    ContractQuery, Outcome, View, Weighed, said_contract, said_coverage, said_ground, weigh,
};
use crate::model::{Date, Period, Source, text_enum};
use crate::tables::{Ground, GroundSet, RightKind, Tables};
use crate::verdict::{ExemptionState, Verdict};
use crate::whatif::{Moved, breakpoints};

text_enum! {
    /// What is known of a right on the days of an interval.
    Certainty {
        /// The source that decides shows it.
        Proved = "proved",
        /// It is shown up to what the service could see, which is no end.
        Horizon = "horizon",
        /// It is shown for days later than the answer: taken to hold until told otherwise.
        Assumed = "assumed",
        /// Sources contradict each other.
        Contradicted = "contradicted",
        /// It is being registered or under instruction.
        Pending = "pending",
        /// The source that decides shows that it is not there.
        Absent = "absent",
        /// What could decide is too old.
        Stale = "stale",
        /// Nothing that was read can show it.
        Unknown = "unknown",
    }
}

/// A kind of right that a timeline follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FollowedRight {
    /// Base rights.
    Coverage,
    /// An exemption on a ground.
    Exemption(Ground),
    /// A complementary contract of a kind.
    Contract(RightKind),
}

/// One interval of one right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Its days.
    pub period: Period,
    /// What is known of the right on these days.
    pub certainty: Certainty,
    /// Who decides.
    pub source: Option<Source>,
}

/// One interval of the claim, asked on each of its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimInterval {
    /// Its days.
    pub period: Period,
    /// The verdict on each of them.
    pub verdict: Verdict,
    /// What becomes of the exemption of each group of lines.
    pub exemptions: Vec<ExemptionState>,
}

/// The rights of a person over a window of days, and the answer to the claim on each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The days that were asked.
    pub window: Period,
    /// Each right with its intervals, which tile the window.
    pub rights: Vec<(FollowedRight, Vec<Interval>)>,
    /// The answer to the claim, in intervals that tile the window.
    pub claim: Vec<ClaimInterval>,
    /// The group of each line of the claim: the lines of a group have the same exemption on every day, and it is told once.
    pub groups: Vec<usize>,
}

impl Timeline {
    /// What becomes of the exemption of a line in an interval of the claim, each by its place.
    pub fn exemption(&self, interval: usize, line: usize) -> Option<ExemptionState> {
        let group = self.groups.get(line)?;
        self.claim.get(interval)?.exemptions.get(*group).copied()
    }
}

/// Draws the timeline from one day to another, bounds included.
///
/// Every day is asked as the check would be, with the sources observed on that day.
pub fn timeline(tables: &Tables, case: &Case, first: Date, last: Date) -> Timeline {
    let mut days = vec![first];
    let from_first = Case {
        question: crate::question::Question {
            care_date: first,
            ..case.question.clone()
        },
        evidence: case.evidence.clone(),
    };
    days.extend(
        breakpoints(tables, &from_first)
            .into_iter()
            .chain(first_days_after_answers(case))
            .filter(|day| (first..=last).contains(day)),
    );
    days.sort_unstable();
    days.dedup();
    let mut rights: Vec<(FollowedRight, Vec<Interval>)> =
        followed(case).into_iter().map(|one| (one, Vec::new())).collect();
    let mut claim: Vec<ClaimInterval> = Vec::new();
    let mut moved = Moved::new(tables, &case.question, &case.evidence);
    for (place, day) in days.iter().copied().enumerate() {
        let end = days
            .get(place + 1)
            .and_then(|next| next.previous())
            .unwrap_or(last);
        let period = Period::new(Some(day), Some(end)).unwrap_or(Period::ALWAYS);
        let decision = moved.on(tables, day);
        let (verdict, exemptions) = (
            decision.verdict(),
            decision.lines.iter().map(|line| line.exemption).collect(),
        );
        match claim.last_mut() {
            Some(open) if open.verdict == verdict && open.exemptions == exemptions => {
                open.period = joined(open.period, period)
            }
            _ => claim.push(ClaimInterval {
                period,
                verdict,
                exemptions,
            }),
        }
        for (right, intervals) in &mut rights {
            let weighed = ask(tables, &moved, *right, day);
            let real = weighed.by.and_then(|view| moved.before_moving(case, view));
            let (certainty, source) = certainty(&weighed, real, day);
            match intervals.last_mut() {
                Some(open) if open.certainty == certainty && open.source == source => {
                    open.period = joined(open.period, period);
                }
                _ => intervals.push(Interval {
                    period,
                    certainty,
                    source,
                }),
            }
        }
    }
    let window = Period::new(Some(first), Some(last)).unwrap_or(Period::ALWAYS);
    let groups = grouped(&mut claim, moved.asked_as());
    Timeline {
        window,
        rights,
        claim,
        groups,
    }
}

/// Leaves in every interval one state for all lines that have the same ones throughout; gives the group of each line.
fn grouped(claim: &mut [ClaimInterval], asked_as: &[usize]) -> Vec<usize> {
    let asked = claim.iter().map(|one| one.exemptions.len()).max().unwrap_or(0);
    let mut groups: HashMap<Vec<Option<ExemptionState>>, usize> = HashMap::new();
    let mut firsts: Vec<usize> = Vec::new();
    let group_of: Vec<usize> = (0..asked)
        .map(|place| {
            let history = claim
                .iter()
                .map(|one| one.exemptions.get(place).copied())
                .collect();
            *groups.entry(history).or_insert_with(|| {
                firsts.push(place);
                firsts.len().saturating_sub(1)
            })
        })
        .collect();
    for interval in claim {
        let states = firsts
            .iter()
            .filter_map(|place| interval.exemptions.get(*place).copied());
        interval.exemptions = states.collect();
    }
    asked_as
        .iter()
        .filter_map(|place| group_of.get(*place).copied())
        .collect()
}

/// What was proved is assumed from the day after the answer on.
fn first_days_after_answers(case: &Case) -> impl Iterator<Item = Date> + '_ {
    let answers = case.evidence.views.iter().filter_map(|view| view.observed_at);
    answers.filter_map(|moment| moment.date().next())
}

fn joined(open: Period, next: Period) -> Period {
    Period::new(open.start(), next.end()).unwrap_or(open)
}

/// Base rights always; a ground or a kind of contract when some source has an entry of it.
fn followed(case: &Case) -> Vec<FollowedRight> {
    let views = &case.evidence.views;
    let mut followed = vec![FollowedRight::Coverage];
    for ground in Ground::ALL.iter().copied() {
        let set = GroundSet::of(ground);
        let seen = views.iter().any(|view| {
            view.exemptions.iter().any(|one| one.grounds.intersects(set))
                || view.codes.iter().any(|one| one.shows().intersects(set))
                || (ground == Ground::Maternity && view.maternity.is_some_and(|one| one.period.is_some()))
        });
        if seen || ground == Ground::Ald {
            followed.push(FollowedRight::Exemption(ground));
        }
    }
    for kind in [RightKind::Css, RightKind::Ame, RightKind::PrivateContract] {
        if views
            .iter()
            .any(|view| view.contracts.iter().flatten().any(|one| one.kind == kind))
        {
            followed.push(FollowedRight::Contract(kind));
        }
    }
    followed
}

fn ask<'m>(tables: &Tables, moved: &'m Moved, right: FollowedRight, day: Date) -> Weighed<'m> {
    let (question, views) = (moved.question(), &moved.evidence().views);
    weigh(views, &tables.policy, question.card, day, |view| match right {
        FollowedRight::Coverage => said_coverage(view, day),
        FollowedRight::Exemption(ground) => said_ground(view, GroundSet::of(ground), day),
        FollowedRight::Contract(RightKind::Css) => said_contract(view, ContractQuery::Css, day),
        FollowedRight::Contract(RightKind::Ame) => said_contract(view, ContractQuery::Ame, day),
        FollowedRight::Contract(_) => said_contract(view, ContractQuery::AnyPrivate, day),
    })
}

/// What the outcome says, seen from the real moment of the deciding answer.
fn certainty(weighed: &Weighed<'_>, real: Option<&View>, day: Date) -> (Certainty, Option<Source>) {
    let source = real.map(|view| view.source);
    let certainty = match weighed.outcome {
        Outcome::Yes(record) => {
            let asked_on = real.and_then(|view| view.observed_at).map(|moment| moment.date());
            let horizon = real
                .and_then(|view| view.horizon)
                .and_then(|horizon| horizon.end());
            if horizon.is_some() && record.period.end() == horizon {
                Certainty::Horizon
            } else if asked_on.is_none_or(|asked| day <= asked) {
                Certainty::Proved
            } else {
                Certainty::Assumed
            }
        }
        Outcome::No(_) => Certainty::Absent,
        Outcome::Pending(_) => Certainty::Pending,
        Outcome::Conflict => Certainty::Contradicted,
        Outcome::Stale => Certainty::Stale,
        Outcome::Silent => Certainty::Unknown,
    };
    (certainty, source)
}
