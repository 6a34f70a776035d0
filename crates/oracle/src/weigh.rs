//! Who decides: the strongest fresh source that is not silent, unless others contradict it.

use crate::freshness::{is_card, is_fresh, recency};
use crate::record::{Absence, Says};
use crate::said::{Asked, says};
use crate::world::World;
use tierspayant_core::decision::ReasonId;
use tierspayant_core::model::{Date, Moment, Snapshot};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Yes,
    No(Absence),
    Pending,
    Conflict,
    Stale,
    Unknown,
}

pub(crate) struct Weighed<'a> {
    pub outcome: Outcome,
    /// Who decides, where somebody does.
    pub decides: Option<&'a Snapshot>,
    /// Weaker sources that disagree.
    pub notices: Vec<ReasonId>,
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
            (Says::Yes, Says::No(_)) | (Says::No(_), Says::Yes)
        )
    }

    fn differs(&self, other: &Answer<'_>) -> bool {
        core::mem::discriminant(&self.said) != core::mem::discriminant(&other.said)
    }
}

pub(crate) fn weigh<'a>(world: &World<'a>, asked: Asked, day: Date) -> Weighed<'a> {
    let all: Vec<Answer<'_>> = world
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
    let answers: Vec<&Answer<'_>> = all
        .iter()
        .filter(|one| !all.iter().any(|other| replaces(other, one)))
        .collect();
    let fresh: Vec<&Answer<'_>> = answers.iter().copied().filter(|one| one.fresh).collect();
    let nobody = |outcome| Weighed {
        outcome,
        decides: None,
        notices: Vec::new(),
    };
    let Some(top) = fresh.iter().map(|one| one.rank).max() else {
        let outcome = if answers.is_empty() {
            Outcome::Unknown
        } else {
            Outcome::Stale
        };
        return nobody(outcome);
    };
    let tops: Vec<&Answer<'_>> = fresh.iter().copied().filter(|one| one.rank == top).collect();
    let Some(decides) = tops.iter().copied().max_by_key(|one| absence(one.said)) else {
        return nobody(Outcome::Unknown);
    };
    let online = |one: &Answer<'_>| world.tables.source(one.from.source).online;
    let tie = tops.iter().any(|one| one.differs(decides));
    let lag = fresh.iter().any(|one| {
        online(one) && online(decides) && one.from.source != decides.from.source && one.against(decides)
    });
    let too_old = answers
        .iter()
        .any(|one| !one.fresh && one.rank.0 > top.0 && one.against(decides));
    if tie || lag {
        return nobody(Outcome::Conflict);
    }
    if too_old {
        return nobody(Outcome::Stale);
    }
    let outcome = match decides.said {
        Says::Yes => Outcome::Yes,
        Says::No(absence) => Outcome::No(absence),
        Says::Pending => Outcome::Pending,
        Says::Unclear => Outcome::Conflict,
        Says::Silent => Outcome::Unknown,
    };
    let notices: Vec<ReasonId> = answers
        .iter()
        .filter(|one| one.rank < top && one.from.source != decides.from.source && one.against(decides))
        .map(|one| match (is_card(one.from.source), one.said) {
            (true, Says::Yes) => ReasonId::SourceCardRicher,
            (true, _) => ReasonId::SourceCardPoorer,
            (false, Says::Yes) => ReasonId::SourceOtherRicher,
            (false, _) => ReasonId::SourceOtherPoorer,
        })
        .collect();
    Weighed {
        outcome,
        decides: Some(decides.from),
        notices,
    }
}

fn absence(said: Says) -> Option<Absence> {
    match said {
        Says::No(absence) => Some(absence),
        _ => None,
    }
}
