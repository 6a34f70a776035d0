//! Who decides: the strongest fresh source that is not silent, unless others contradict it.

use crate::freshness::{is_card, is_fresh, recency};
use crate::record::{Absence, Says};
use crate::said::{Asked, says};
use crate::world::World;
use tierspayant_core::ids::ReasonId;
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
    /// Whether the answer that is too old, and that makes it stale, shows the right.
    pub stale_yes: bool,
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
        stale_yes: false,
        notices: Vec::new(),
    };
    let stale = |too_old: &[&Answer<'_>]| {
        let top = too_old.iter().map(|one| one.rank).max();
        let tops = too_old.iter().filter(|one| Some(one.rank) == top);
        Weighed {
            stale_yes: tops.into_iter().any(|one| one.said == Says::Yes),
            ..nobody(Outcome::Stale)
        }
    };
    let Some(top) = fresh.iter().map(|one| one.rank).max() else {
        return if answers.is_empty() {
            nobody(Outcome::Unknown)
        } else {
            stale(&answers)
        };
    };
    let tops: Vec<&Answer<'_>> = fresh.iter().copied().filter(|one| one.rank == top).collect();
    // Of equals in everything, the one that tells more of an absence, then the first.
    let most = tops.iter().map(|one| absence(one.said)).max();
    let Some(decides) = tops.iter().copied().find(|one| Some(absence(one.said)) == most) else {
        return nobody(Outcome::Unknown);
    };
    let online = |one: &Answer<'_>| world.tables.source(one.from.source).online;
    let tie = tops.iter().any(|one| one.differs(decides));
    let lag = fresh.iter().any(|one| {
        online(one) && online(decides) && one.from.source != decides.from.source && one.against(decides)
    });
    let too_old = answers
        .iter()
        .copied()
        .filter(|one| !one.fresh && one.rank.0 > top.0 && one.against(decides));
    let too_old: Vec<&Answer<'_>> = too_old.collect();
    if tie || lag {
        return nobody(Outcome::Conflict);
    }
    if !too_old.is_empty() {
        return stale(&too_old);
    }
    let outcome = match decides.said {
        Says::Yes => Outcome::Yes,
        Says::No(absence) => Outcome::No(absence),
        Says::Pending => Outcome::Pending,
        Says::Unclear => Outcome::Conflict,
        Says::Silent => Outcome::Unknown,
    };
    // Of each source only its newest answer disagrees.
    let newest = |one: &&Answer<'_>| {
        !all.iter()
            .any(|other| other.from.source == one.from.source && other.rank > one.rank)
    };
    let notices: Vec<ReasonId> = all
        .iter()
        .filter(newest)
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
        stale_yes: false,
        notices,
    }
}

fn absence(said: Says) -> Option<Absence> {
    match said {
        Says::No(absence) => Some(absence),
        _ => None,
    }
}
