//! Who decides: the strongest fresh source that is not silent, unless others contradict it.

use crate::finding::{Finding, asked_on};
use crate::freshness::{age, is_card, is_fresh, recency};
use crate::record::{Absence, Says};
use crate::said::{Asked, says};
use crate::world::World;
use std::cmp::Reverse;
use tierspayant_core::model::{Date, Moment, Period, Snapshot};
use tierspayant_core::verdict::DoubtBasis;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Yes(Period),
    No(Absence),
    Pending(Period),
    Conflict,
    Stale,
    Unknown,
}

impl Outcome {
    pub fn is_yes(self) -> bool {
        matches!(self, Outcome::Yes(_))
    }
}

pub(crate) struct Weighed<'a> {
    pub asked: Asked,
    pub day: Date,
    pub outcome: Outcome,
    /// Who decides, where somebody does; who would, where others contradict it or where it is too old.
    pub source: Option<&'a Snapshot>,
    /// Whether the answer that is too old, and that makes it stale, shows the right.
    pub stale_yes: bool,
    /// What every question has in common: conflict, staleness and weaker sources that disagree.
    pub common: Vec<Finding>,
}

impl<'a> Weighed<'a> {
    /// Who decides, where somebody does.
    pub fn decides(&self) -> Option<&'a Snapshot> {
        let decided = !matches!(self.outcome, Outcome::Conflict | Outcome::Stale);
        self.source.filter(|_| decided)
    }

    /// A finding on this question: the right, the day and the source that decides.
    pub fn tell(&self, finding: Finding) -> Finding {
        finding.asked(self.asked, self.day).said(self.source)
    }
}

struct Answer<'a> {
    from: &'a Snapshot,
    said: Says,
    rank: (u8, (Option<Date>, Option<Moment>)),
    fresh: bool,
}

impl Answer<'_> {
    fn against(&self, other: &Answer<'_>) -> bool {
        matches!(
            (self.said, other.said),
            (Says::Yes(_), Says::No(_)) | (Says::No(_), Says::Yes(_))
        )
    }

    fn differs(&self, other: &Answer<'_>) -> bool {
        std::mem::discriminant(&self.said) != std::mem::discriminant(&other.said)
    }
}

pub(crate) fn weigh<'a>(world: &World<'a>, asked: Asked, day: Date) -> Weighed<'a> {
    let all: Vec<Answer<'a>> = world
        .heard
        .iter()
        .map(|from| Answer {
            from,
            said: says(world, from, asked, day),
            rank: (world.tables.source(from.source).strength, recency(from)),
            fresh: is_fresh(world, from),
        })
        .filter(|answer| answer.said != Says::Silent)
        .collect();
    // An older answer of the same source is replaced by its newer one; a fresh one never by a stale one.
    let replaces = |newer: &Answer<'_>, older: &Answer<'_>| {
        newer.from.source == older.from.source && newer.rank > older.rank && (newer.fresh || !older.fresh)
    };
    let answers: Vec<&Answer<'a>> = all
        .iter()
        .filter(|one| !all.iter().any(|other| replaces(other, one)))
        .collect();
    let fresh: Vec<&Answer<'a>> = answers.iter().copied().filter(|one| one.fresh).collect();
    let weighed = Weighed {
        asked,
        day,
        outcome: Outcome::Unknown,
        source: None,
        stale_yes: false,
        common: Vec::new(),
    };
    let Some(top) = fresh.iter().map(|one| one.rank).max() else {
        return if answers.is_empty() {
            weighed
        } else {
            stale(world, weighed, &answers, None)
        };
    };
    let tops: Vec<&Answer<'a>> = fresh.iter().copied().filter(|one| one.rank == top).collect();
    // Of equals in everything, the one that says yes, then the one that tells more of an absence, then the first.
    let most = tops.iter().map(|one| weight(one.said)).max();
    let Some(decides) = tops.iter().copied().find(|one| Some(weight(one.said)) == most) else {
        return weighed;
    };
    let online = |one: &Answer<'_>| world.tables.source(one.from.source).online;
    // One of the same rank and moment that says something else, or another online source that says the contrary.
    let contradicts = |one: &Answer<'_>| {
        let lag = online(one) && online(decides) && one.from.source != decides.from.source;
        one.rank == top && one.differs(decides) || lag && one.against(decides)
    };
    let other = fresh.iter().copied().find(|one| contradicts(one));
    // A yes is not believed beside an older no, pending or contradiction of a stronger source, nor a no beside a yes,
    // pending or contradiction of it.
    let doubts = |old: &Answer<'_>| match (decides.said, old.said) {
        (Says::Yes(_), Says::Yes(_)) | (Says::No(_), Says::No(_)) => false,
        (Says::Yes(_) | Says::No(_), _) => true,
        _ => false,
    };
    let too_old = answers
        .iter()
        .copied()
        .filter(|one| !one.fresh && one.rank.0 > top.0 && doubts(one));
    let too_old: Vec<&Answer<'a>> = too_old.collect();
    if let Some(other) = other {
        return conflict(world, weighed, decides, Some(other));
    }
    if !too_old.is_empty() {
        return stale(world, weighed, &too_old, Some(decides));
    }
    let outcome = match decides.said {
        Says::Yes(period) => Outcome::Yes(period),
        Says::No(absence) => Outcome::No(absence),
        Says::Pending(period) => Outcome::Pending(period),
        Says::Unclear(_) => return conflict(world, weighed, decides, None),
        Says::Silent => Outcome::Unknown,
    };
    // Of each source only its newest answer disagrees.
    let newest = |one: &&Answer<'_>| {
        !all.iter()
            .any(|other| other.from.source == one.from.source && other.rank > one.rank)
    };
    let mut weighed = Weighed {
        outcome,
        source: Some(decides.from),
        ..weighed
    };
    let weaker = all
        .iter()
        .filter(newest)
        .filter(|one| one.rank < top && one.from.source != decides.from.source && one.against(decides));
    weighed.common = weaker
        .map(|one| {
            let id = match (is_card(one.from.source), one.said) {
                (true, Says::Yes(_)) => "source.card_richer",
                (true, _) => "source.card_poorer",
                (false, Says::Yes(_)) => "source.other_richer",
                (false, _) => "source.other_poorer",
            };
            weighed.tell(Finding::notice(id)).other_said(one.from)
        })
        .collect();
    weighed
}

/// Two that disagree, or one that contradicts itself. They may agree some days after the later of the two.
fn conflict<'a>(
    world: &World<'_>,
    weighed: Weighed<'a>,
    decides: &Answer<'a>,
    other: Option<&Answer<'a>>,
) -> Weighed<'a> {
    let mut weighed = Weighed {
        outcome: Outcome::Conflict,
        source: Some(decides.from),
        ..weighed
    };
    let last = asked_on(decides.from).max(other.and_then(|one| asked_on(one.from)));
    let retry = last.and_then(|day| day.plus_days(world.tables.policy.lag_retry_days));
    let found = weighed.tell(Finding::doubt("source.conflict", DoubtBasis::Conflict));
    let found = found.other_said(other.map(|one| one.from)).day("retry_on", retry);
    weighed.common = vec![match decides.said {
        Says::Unclear(Some(twin)) if other.is_none() => twin.told(found),
        _ => found,
    }];
    weighed
}

/// The strongest of those that are too old, beside the fresh one that it contradicts.
fn stale<'a>(
    world: &World<'_>,
    weighed: Weighed<'a>,
    too_old: &[&Answer<'a>],
    decides: Option<&Answer<'a>>,
) -> Weighed<'a> {
    let top = too_old.iter().map(|one| one.rank).max();
    let tops = too_old.iter().filter(|one| Some(one.rank) == top);
    let first = tops.clone().min_by_key(|one| Reverse(weight(one.said)));
    let mut weighed = Weighed {
        outcome: Outcome::Stale,
        source: first.map(|one| one.from),
        stale_yes: tops.into_iter().any(|one| matches!(one.said, Says::Yes(_))),
        ..weighed
    };
    let (found, allowed) = first.map_or((None, 0), |one| age(world, one.from));
    weighed.common = vec![
        weighed
            .tell(Finding::doubt("source.stale", DoubtBasis::Stale))
            .other_said(decides.map(|one| one.from))
            .days("age_days", found)
            .days("allowed_days", allowed),
    ];
    weighed
}

/// How much an answer tells, the most last.
fn weight(said: Says) -> u8 {
    match said {
        Says::Yes(_) => 4,
        Says::No(Absence::NotActive(..)) => 3,
        Says::No(Absence::Ended(_)) => 2,
        Says::No(Absence::NotStarted(_)) => 1,
        Says::No(Absence::NotRecorded) | Says::Pending(_) | Says::Unclear(_) | Says::Silent => 0,
    }
}
