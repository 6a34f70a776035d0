//! The strongest source that is not silent decides; the rules of `conflict`, `stale` and direction are here.

use super::freshness::{Freshness, freshness};
use super::said::{Absence, Recorded, Said};
use super::view::View;
use crate::model::{CardState, Date, Moment, Source};
use crate::tables::Policy;
use std::cmp::Ordering;

/// What the evidence adds up to for one question on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome<'v> {
    /// The right is there.
    Yes(&'v Recorded),
    /// It is not there.
    No(Absence<'v>),
    /// It is being registered or under instruction.
    Pending(&'v Recorded),
    /// Two online sources disagree, or the one that decides contradicts itself.
    Conflict,
    /// What could decide is too old.
    Stale,
    /// Nothing that was read can show it.
    Silent,
}

/// The outcome and who gave it.
#[derive(Clone, Copy, Debug)]
pub struct Weighed<'v> {
    /// What it adds up to.
    pub outcome: Outcome<'v>,
    /// The view that decides.
    pub by: Option<&'v View>,
    /// The view that it disagrees with, or the one that would decide were it not for a stale answer.
    pub against: Option<&'v View>,
    /// How recent the deciding answer is.
    pub freshness: Freshness,
    /// The suspended or refused entry that the view that decides shows beside one in force.
    pub refused: Option<&'v Recorded>,
}

impl Weighed<'_> {
    /// Nobody says anything.
    pub(crate) const SILENT: Self = Weighed {
        outcome: Outcome::Silent,
        by: None,
        against: None,
        freshness: Freshness::Fresh,
        refused: None,
    };
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

fn lean(said: &Said<'_>) -> Lean {
    match said {
        Said::Yes(_) => Lean::Yes,
        Said::No(_) => Lean::No,
        Said::Pending(_) | Said::Contradiction(_) | Said::Silent(_) => Lean::Neither,
    }
}

/// Of two equal answers, the one that tells more: a right, then why there is none.
fn telling(said: &Said<'_>) -> u8 {
    match said {
        Said::No(Absence::NotActive(_)) => 3,
        Said::No(Absence::Ended(_)) => 2,
        Said::No(Absence::NotStarted(_)) => 1,
        Said::No(Absence::NotRecorded) | Said::Pending(_) | Said::Contradiction(_) | Said::Silent(_) => 0,
        Said::Yes(_) => 4,
    }
}

fn opposed(one: &Said<'_>, other: &Said<'_>) -> bool {
    matches!(
        (lean(one), lean(other)),
        (Lean::Yes, Lean::No) | (Lean::No, Lean::Yes)
    )
}

/// Whether an answer that is too old to decide, and stronger, is reason to doubt a yes or a no.
fn unsettles(old: &Said<'_>, fresh: &Said<'_>) -> bool {
    match old {
        Said::Yes(_) | Said::No(_) => opposed(old, fresh),
        Said::Pending(_) | Said::Contradiction(_) => lean(fresh) != Lean::Neither,
        Said::Silent(_) => false,
    }
}

/// Whether two answers of equal weight say the same.
fn same_answer(one: &Said<'_>, other: &Said<'_>) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

/// Ranks views: strength first, then how recent their data are.
pub(crate) fn rank(one: &View, other: &View) -> Ordering {
    let recency = |view: &View| -> (Option<Date>, Option<Moment>) {
        match view.source {
            Source::Attestation | Source::Vitale | Source::Apcv => {
                (view.updated.or(view.spoke.map(Moment::date)), view.spoke)
            }
            Source::Bdo | Source::Adri | Source::Cdri | Source::Portal | Source::Amc | Source::Manual => {
                (view.spoke.map(Moment::date), view.spoke)
            }
        }
    };
    one.strength
        .cmp(&other.strength)
        .then_with(|| recency(one).cmp(&recency(other)))
}

/// Asks every view and weighs the answers.
pub fn weigh<'v>(
    views: &'v [View],
    policy: &Policy,
    card: Option<CardState>,
    care: Date,
    ask: impl Fn(&'v View) -> Said<'v>,
) -> Weighed<'v> {
    weigh_by(views, |view| freshness(view, policy, card, care), ask)
}

/// Asks every view and weighs the answers, by what is said of how recent each view is.
pub(crate) fn weigh_by<'v>(
    views: &'v [View],
    freshness: impl Fn(&'v View) -> Freshness,
    ask: impl Fn(&'v View) -> Said<'v>,
) -> Weighed<'v> {
    let hear = |view: &'v View| {
        let said = ask(view);
        let silent = matches!(said, Said::Silent(_));
        (!silent).then(|| Heard {
            view,
            said,
            freshness: freshness(view),
        })
    };
    if let [only] = views {
        return hear(only).map_or(Weighed::SILENT, |one| one.alone());
    }
    // Few sources speak of one person: up to eight answers stay on the stack, more go to a `Vec`.
    let mut at_hand: [Option<Heard<'v>>; AT_HAND] = [None; AT_HAND];
    if views.len() <= AT_HAND {
        for (slot, heard) in at_hand.iter_mut().zip(views.iter().filter_map(hear)) {
            *slot = Some(heard);
        }
        decide(&at_hand)
    } else {
        decide(&views.iter().map(hear).collect::<Vec<_>>())
    }
}

/// How many answers are kept without asking for memory.
const AT_HAND: usize = 8;

/// One answer that is not silent.
#[derive(Clone, Copy)]
struct Heard<'v> {
    view: &'v View,
    said: Said<'v>,
    freshness: Freshness,
}

impl<'v> Heard<'v> {
    fn is_fresh(&self) -> bool {
        self.freshness == Freshness::Fresh
    }

    /// What it adds up to when nobody disagrees.
    fn alone(&self) -> Weighed<'v> {
        if !self.is_fresh() {
            return self.decides(Outcome::Stale, None);
        }
        let outcome = match self.said {
            Said::Yes(record) => Outcome::Yes(record),
            Said::Pending(record) => Outcome::Pending(record),
            Said::No(absence) => Outcome::No(absence),
            Said::Contradiction(_) => Outcome::Conflict,
            Said::Silent(_) => Outcome::Silent,
        };
        self.decides(outcome, None)
    }

    fn decides(&self, outcome: Outcome<'v>, against: Option<&'v View>) -> Weighed<'v> {
        Weighed {
            outcome,
            by: Some(self.view),
            against,
            freshness: self.freshness,
            refused: match self.said {
                Said::Contradiction(record) => Some(record).filter(|record| record.is_refused()),
                Said::Yes(_) | Said::No(_) | Said::Pending(_) | Said::Silent(_) => None,
            },
        }
    }
}

/// Of two answers the stronger, and of equals the one that tells more.
fn stronger<'h, 'v>(best: &'h Heard<'v>, one: &'h Heard<'v>) -> &'h Heard<'v> {
    match rank(one.view, best.view) {
        Ordering::Greater => one,
        Ordering::Equal if telling(&one.said) > telling(&best.said) => one,
        Ordering::Equal | Ordering::Less => best,
    }
}

fn decide<'v>(heard: &[Option<Heard<'v>>]) -> Weighed<'v> {
    let strongest = |fresh: bool| {
        let of_this_age = heard.iter().flatten().filter(|one| one.is_fresh() == fresh);
        of_this_age.reduce(stronger)
    };
    let Some(top) = strongest(true) else {
        return strongest(false).map_or(Weighed::SILENT, Heard::alone);
    };
    let others = || {
        heard
            .iter()
            .flatten()
            .filter(|one| !core::ptr::eq(one.view, top.view))
    };
    for one in others().filter(|one| one.is_fresh()) {
        if rank(one.view, top.view) == Ordering::Equal && !same_answer(&one.said, &top.said) {
            return top.decides(Outcome::Conflict, Some(one.view));
        }
        let two_services = one.view.online && top.view.online && one.view.source != top.view.source;
        if two_services && opposed(&one.said, &top.said) && is_newest(heard, one) {
            return top.decides(Outcome::Conflict, Some(one.view));
        }
    }
    let too_old = others().filter(|one| {
        let stronger = !one.is_fresh() && one.view.strength > top.view.strength;
        stronger && unsettles(&one.said, &top.said) && is_newest(heard, one)
    });
    // The stronger answer is too old to decide, and too strong to be ignored.
    let too_old = too_old.reduce(stronger);
    too_old.map_or_else(|| top.alone(), |one| one.decides(Outcome::Stale, Some(top.view)))
}

/// An older answer of the same source is replaced by its newer one and disagrees with nobody; a fresh answer is not
/// replaced by a stale one.
fn is_newest(heard: &[Option<Heard<'_>>], one: &Heard<'_>) -> bool {
    heard.iter().flatten().all(|other| {
        other.view.source != one.view.source
            || (one.is_fresh() && !other.is_fresh())
            || rank(other.view, one.view) != Ordering::Greater
    })
}

/// The weaker views that disagree with a yes or a no, with their direction; of each source only its newest answer.
pub fn disagreements<'v>(
    views: &'v [View],
    weighed: &Weighed<'v>,
    ask: impl Fn(&'v View) -> Said<'v> + 'v,
) -> impl Iterator<Item = (&'v View, Direction)> {
    let decided = match weighed.outcome {
        Outcome::Yes(_) => Lean::Yes,
        Outcome::No(_) => Lean::No,
        Outcome::Pending(_) | Outcome::Conflict | Outcome::Stale | Outcome::Silent => Lean::Neither,
    };
    let by = weighed.by;
    views.iter().filter_map(move |view| {
        if by.is_none_or(|by| rank(view, by) != Ordering::Less || view.source == by.source) {
            return None;
        }
        let direction = match (decided, lean(&ask(view))) {
            (Lean::No, Lean::Yes) => Direction::Richer,
            (Lean::Yes, Lean::No) => Direction::Poorer,
            _ => return None,
        };
        let replaced = views.iter().any(|other| {
            other.source == view.source
                && rank(other, view) == Ordering::Greater
                && !matches!(ask(other), Said::Silent(_))
        });
        (!replaced).then_some((view, direction))
    })
}
