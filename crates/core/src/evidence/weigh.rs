//! The strongest source that is not silent decides; the rules of `conflict`, `stale` and direction are here.

use super::freshness::{Freshness, freshness};
use super::said::{Absence, Record, Said};
use super::view::View;
use crate::model::{CardState, Date, Moment, Source};
use crate::tables::Policy;
use core::cmp::Ordering;

/// What the evidence adds up to for one question on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome<'v> {
    /// The right is there.
    Yes(&'v Record),
    /// It is not there.
    No(Absence<'v>),
    /// It is being registered or under instruction.
    Pending(&'v Record),
    /// Two online sources disagree, or the one that decides contradicts itself.
    Conflict,
    /// What could decide is too old.
    Stale,
    /// Nothing that was read can show it.
    Silent,
}

/// The outcome and who gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed<'v> {
    /// What it adds up to.
    pub outcome: Outcome<'v>,
    /// The place of the view that decides.
    pub by: Option<usize>,
    /// The place of the view that it disagrees with, or of the one that decides in spite of a stale answer.
    pub against: Option<usize>,
    /// How recent the deciding answer is.
    pub freshness: Freshness,
}

impl Weighed<'_> {
    /// Nobody says anything.
    const SILENT: Self = Weighed {
        outcome: Outcome::Silent,
        by: None,
        against: None,
        freshness: Freshness::Fresh,
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

/// Whether two answers of equal weight say the same.
fn same_answer(one: &Said<'_>, other: &Said<'_>) -> bool {
    core::mem::discriminant(one) == core::mem::discriminant(other)
}

/// Ranks views: strength first, then how recent their data are.
pub(crate) fn rank(one: &View, other: &View) -> Ordering {
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
pub fn weigh<'v>(
    views: &'v [View],
    policy: &Policy,
    card: Option<CardState>,
    care: Date,
    ask: impl Fn(&'v View) -> Said<'v>,
) -> Weighed<'v> {
    let hear = |(place, view): (usize, &'v View)| {
        let said = ask(view);
        let silent = matches!(said, Said::Silent(_));
        (!silent).then(|| Heard {
            place,
            said,
            freshness: freshness(view, policy, card, care),
        })
    };
    if let [only] = views {
        return match hear((0, only)) {
            Some(one) if one.is_fresh() => one.decides(one.outcome(), None),
            Some(one) => one.decides(Outcome::Stale, None),
            None => Weighed::SILENT,
        };
    }
    // Few sources speak of one person: their answers are kept at hand, and only a crowd needs room of its own.
    let mut at_hand: [Option<Heard<'v>>; AT_HAND] = [None; AT_HAND];
    let mut crowd = Vec::new();
    let heard: &[Option<Heard<'v>>] = if views.len() <= AT_HAND {
        for (slot, view) in at_hand.iter_mut().zip(views.iter().enumerate()) {
            *slot = hear(view);
        }
        at_hand.get(..views.len()).unwrap_or(&at_hand)
    } else {
        crowd.extend(views.iter().enumerate().map(hear));
        &crowd
    };
    decide(views, heard)
}

/// How many answers are kept without asking for memory.
const AT_HAND: usize = 8;

/// One answer that is not silent.
#[derive(Clone, Copy)]
struct Heard<'v> {
    place: usize,
    said: Said<'v>,
    freshness: Freshness,
}

impl<'v> Heard<'v> {
    fn is_fresh(&self) -> bool {
        self.freshness == Freshness::Fresh
    }

    /// What it adds up to by itself.
    const fn outcome(&self) -> Outcome<'v> {
        match self.said {
            Said::Yes(record) => Outcome::Yes(record),
            Said::Pending(record) => Outcome::Pending(record),
            Said::No(absence) => Outcome::No(absence),
            Said::Contradiction(_) => Outcome::Conflict,
            Said::Silent(_) => Outcome::Silent,
        }
    }

    fn decides(&self, outcome: Outcome<'v>, against: Option<usize>) -> Weighed<'v> {
        Weighed {
            outcome,
            by: Some(self.place),
            against,
            freshness: self.freshness,
        }
    }
}

fn decide<'v>(views: &[View], heard: &[Option<Heard<'v>>]) -> Weighed<'v> {
    let strongest = |fresh: bool| {
        let mut best: Option<(&Heard<'v>, &View)> = None;
        for (one, view) in heard.iter().zip(views) {
            let Some(one) = one.as_ref().filter(|one| one.is_fresh() == fresh) else {
                continue;
            };
            let better = |(other, other_view): (&Heard<'v>, &View)| match rank(view, other_view) {
                Ordering::Greater => true,
                Ordering::Equal => telling(&one.said) > telling(&other.said),
                Ordering::Less => false,
            };
            if best.is_none_or(better) {
                best = Some((one, view));
            }
        }
        best
    };
    let Some((top, top_view)) = strongest(true) else {
        return match strongest(false) {
            Some((stale, _)) => stale.decides(Outcome::Stale, None),
            None => Weighed::SILENT,
        };
    };
    let others = || {
        let both = heard.iter().zip(views);
        both.filter_map(|(one, view)| Some((one.as_ref().filter(|one| one.place != top.place)?, view)))
    };
    for (one, view) in others().filter(|(one, _)| one.is_fresh()) {
        if rank(view, top_view) == Ordering::Equal && !same_answer(&one.said, &top.said) {
            return top.decides(Outcome::Conflict, Some(one.place));
        }
        let two_services = view.online && top_view.online && view.source != top_view.source;
        if two_services && opposed(&one.said, &top.said) && is_newest(views, heard, one, view) {
            return top.decides(Outcome::Conflict, Some(one.place));
        }
    }
    for (one, view) in others().filter(|(one, _)| !one.is_fresh()) {
        let stronger = view.strength > top_view.strength;
        if stronger && opposed(&one.said, &top.said) && is_newest(views, heard, one, view) {
            // The stronger answer is too old to decide, and too strong to be ignored.
            return one.decides(Outcome::Stale, Some(top.place));
        }
    }
    top.decides(top.outcome(), None)
}

/// An older answer of the same source is replaced by its newer one and disagrees with nobody; a fresh answer is not
/// replaced by a stale one.
fn is_newest(views: &[View], heard: &[Option<Heard<'_>>], one: &Heard<'_>, view: &View) -> bool {
    heard.iter().zip(views).all(|(other, other_view)| {
        other_view.source != view.source
            || other
                .as_ref()
                .is_none_or(|other| one.is_fresh() && !other.is_fresh())
            || rank(other_view, view) != Ordering::Greater
    })
}

/// The weaker views that disagree with a yes or a no, with their direction; of each source only its newest answer.
pub fn disagreements<'v>(
    views: &'v [View],
    weighed: &Weighed<'_>,
    ask: impl Fn(&'v View) -> Said<'v> + 'v,
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
