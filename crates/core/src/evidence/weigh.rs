//! The strongest source that is not silent decides; the rules of `conflict`, `stale` and direction are here.

use super::freshness::{Freshness, freshness};
use super::said::{Absence, Record, Said};
use super::view::View;
use crate::model::{CardState, Date, Moment, Source};
use crate::tables::Policy;
use core::cmp::Ordering;

/// What the evidence adds up to for one question on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The right is there.
    Yes(Record),
    /// It is not there.
    No(Absence),
    /// It is being registered or under instruction.
    Pending(Record),
    /// Two online sources disagree, or the one that decides contradicts itself.
    Conflict,
    /// What could decide is too old.
    Stale,
    /// Nothing that was read can show it.
    Silent,
}

/// The outcome and who gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// What it adds up to.
    pub outcome: Outcome,
    /// The place of the view that decides.
    pub by: Option<usize>,
    /// The place of the view that it disagrees with, or of the one that decides in spite of a stale answer.
    pub against: Option<usize>,
    /// How recent the deciding answer is.
    pub freshness: Freshness,
}

/// Which way a weaker source disagrees with the one that decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It shows a right that the deciding source does not.
    Richer,
    /// It lacks a right that the deciding source shows.
    Poorer,
}

/// Yes or no or neither, for comparing two answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lean {
    Yes,
    No,
    Neither,
}

fn lean(said: &Said) -> Lean {
    match said {
        Said::Yes(_) => Lean::Yes,
        Said::No(_) => Lean::No,
        Said::Pending(_) | Said::Contradiction(_) | Said::Silent(_) => Lean::Neither,
    }
}

fn opposed(one: &Said, other: &Said) -> bool {
    matches!(
        (lean(one), lean(other)),
        (Lean::Yes, Lean::No) | (Lean::No, Lean::Yes)
    )
}

/// Whether two answers of equal weight say the same.
fn same_answer(one: &Said, other: &Said) -> bool {
    core::mem::discriminant(one) == core::mem::discriminant(other)
}

/// Ranks views: strength first, then how recent their data are.
fn rank(one: &View, other: &View) -> Ordering {
    let recency = |view: &View| -> (Option<Date>, Option<Moment>) {
        match view.source {
            Source::Attestation | Source::Vitale | Source::Apcv => {
                (view.updated.or(view.spoke.map(Moment::date)), view.spoke)
            }
            Source::Bdo | Source::Adri | Source::Cdri | Source::Portal | Source::Manual => {
                (view.spoke.map(Moment::date), view.spoke)
            }
        }
    };
    one.strength
        .cmp(&other.strength)
        .then_with(|| recency(one).cmp(&recency(other)))
}

/// Asks every view and weighs the answers.
pub fn weigh(
    views: &[View],
    policy: &Policy,
    card: Option<CardState>,
    care: Date,
    ask: impl Fn(&View) -> Said,
) -> Weighed {
    let heard = || {
        views.iter().enumerate().filter_map(|(place, view)| {
            let said = ask(view);
            let silent = matches!(said, Said::Silent(_));
            (!silent).then(|| Heard {
                place,
                view,
                said,
                freshness: freshness(view, policy, card, care),
            })
        })
    };
    let strongest = |fresh: bool| {
        heard()
            .filter(|one| (one.freshness == Freshness::Fresh) == fresh)
            .reduce(|best, one| {
                if rank(one.view, best.view) == Ordering::Greater {
                    one
                } else {
                    best
                }
            })
    };
    let Some(top) = strongest(true) else {
        return match strongest(false) {
            Some(stale) => stale.decides(Outcome::Stale, None),
            None => Weighed {
                outcome: Outcome::Silent,
                by: None,
                against: None,
                freshness: Freshness::Fresh,
            },
        };
    };
    for one in heard() {
        let equal = rank(one.view, top.view) == Ordering::Equal;
        if one.freshness == Freshness::Fresh {
            if equal && !same_answer(&one.said, &top.said) {
                return top.decides(Outcome::Conflict, Some(one.place));
            }
            let two_services = one.view.online && top.view.online && one.view.source != top.view.source;
            if two_services && opposed(&one.said, &top.said) && newest_of_its_source(&one, &heard) {
                return top.decides(Outcome::Conflict, Some(one.place));
            }
        } else if one.view.strength > top.view.strength && opposed(&one.said, &top.said) {
            // The stronger answer is too old to decide, and too strong to be ignored.
            return one.decides(Outcome::Stale, Some(top.place));
        }
    }
    let outcome = match top.said {
        Said::Yes(record) => Outcome::Yes(record),
        Said::Pending(record) => Outcome::Pending(record),
        Said::No(absence) => Outcome::No(absence),
        Said::Contradiction(_) => Outcome::Conflict,
        Said::Silent(_) => Outcome::Silent,
    };
    top.decides(outcome, None)
}

/// One answer that is not silent.
struct Heard<'v> {
    place: usize,
    view: &'v View,
    said: Said,
    freshness: Freshness,
}

impl Heard<'_> {
    fn decides(&self, outcome: Outcome, against: Option<usize>) -> Weighed {
        Weighed {
            outcome,
            by: Some(self.place),
            against,
            freshness: self.freshness,
        }
    }
}

/// An older answer of the same service is replaced by its newer one and disagrees with nobody.
fn newest_of_its_source<'v, I: Iterator<Item = Heard<'v>>>(one: &Heard<'_>, heard: &impl Fn() -> I) -> bool {
    heard().all(|other| {
        other.view.source != one.view.source
            || other.freshness != Freshness::Fresh
            || rank(other.view, one.view) != Ordering::Greater
    })
}

/// The weaker, fresh views that disagree with a yes or a no, with their direction.
pub fn disagreements<'v>(
    views: &'v [View],
    weighed: &Weighed,
    ask: impl Fn(&View) -> Said + 'v,
) -> impl Iterator<Item = (&'v View, Direction)> {
    let decided = match weighed.outcome {
        Outcome::Yes(_) => Lean::Yes,
        Outcome::No(_) => Lean::No,
        Outcome::Pending(_) | Outcome::Conflict | Outcome::Stale | Outcome::Silent => Lean::Neither,
    };
    let by = weighed.by.and_then(|place| views.get(place));
    views.iter().filter_map(move |view| {
        if by.is_none_or(|by| rank(view, by) != Ordering::Less || view.source == by.source) {
            return None;
        }
        match (decided, lean(&ask(view))) {
            (Lean::No, Lean::Yes) => Some((view, Direction::Richer)),
            (Lean::Yes, Lean::No) => Some((view, Direction::Poorer)),
            _ => None,
        }
    })
}
