//! Does this source show an exemption on one of these grounds on this day?

use super::entries::CodeSpan;
use super::said::{Absence, Recorded, Said, Silence, Tally};
use super::view::View;
use crate::model::{Date, Position};
use crate::tables::{Ground, GroundSet};

/// What a source says of the grounds on a day.
pub fn said_ground(view: &View, wanted: GroundSet, day: Date) -> Said<'_> {
    if let Some(silence) = view.out_of_reach(day) {
        return Said::Silent(silence);
    }
    let observed = view.observed_at;
    let maternity = view
        .maternity_period
        .as_ref()
        .filter(|one| one.grounds.intersects(wanted));
    // The fund's own record of a maternity and a motive are one right.
    let mut tally = if maternity.is_some() {
        Tally::of_one_right()
    } else {
        Tally::default()
    };
    let mut unknown_here = false;
    let mut shown_here = GroundSet::NONE;
    // A code that is in no table may be the right itself.
    let may_be = |right: &Recorded| right.grounds.intersects(wanted) || right.grounds.is_empty();
    view.exemptions.on_day(day, may_be, |_, right| {
        let wanted_here = right.grounds.intersects(wanted);
        if wanted_here {
            tally.add(right, observed, day);
        } else if right.period.position(day) == Position::Within {
            unknown_here = true;
        }
        wanted_here
    });
    let mut denied_here = false;
    let bears = |span: &CodeSpan| {
        span.shows().intersects(wanted) || span.denies.is_superset(wanted) || span.open.intersects(wanted)
    };
    view.codes.on_day(day, bears, |_, span| {
        let shown = span.shows().intersects(wanted);
        if shown {
            let by_ald = wanted.intersects(GroundSet::of(Ground::Ald));
            tally.add(if by_ald { &span.ald } else { &span.situation }, observed, day);
            if span.period().position(day) == Position::Within {
                shown_here = shown_here.union(span.shows());
            }
        } else if span.period().position(day) == Position::Within {
            // What it denies it does not leave open.
            let denied = span.denies.is_superset(wanted);
            denied_here |= denied;
            unknown_here |= !denied;
        }
        shown
    });
    if let Some(maternity) = maternity {
        tally.add(maternity, observed, day);
    }
    if tally.refused().is_some() && shown_here.intersects(wanted) {
        if let Some(refused) = refused_alone(view, wanted, shown_here, day) {
            return Said::Contradiction(refused);
        }
    }
    conclude(view, wanted, &tally, denied_here, unknown_here)
}

/// The entry that is suspended or refused on a day on which a code shows the same ground, where no other entry of the list
/// holds on it.
fn refused_alone(view: &View, wanted: GroundSet, shown: GroundSet, day: Date) -> Option<&Recorded> {
    let tallied = |grounds: GroundSet| {
        let mut tally = Tally::of_one_right();
        let of_these = |one: &Recorded| one.grounds.intersects(wanted) && one.grounds.intersects(grounds);
        view.exemptions.on_day(day, of_these, |_, one| {
            tally.add(one, view.observed_at, day);
            true
        });
        if let Some(maternity) = view.maternity_period.as_ref().filter(|one| of_these(one)) {
            tally.add(maternity, view.observed_at, day);
        }
        tally
    };
    if !matches!(tallied(wanted).answer(), Some(Said::No(_))) {
        return None;
    }
    tallied(shown.intersection(wanted)).refused()
}

fn conclude<'v>(
    view: &View,
    wanted: GroundSet,
    tally: &Tally<'v>,
    denied_here: bool,
    unknown_here: bool,
) -> Said<'v> {
    match tally.answer() {
        // One part of the answer shows the right, another denies it on the same day.
        Some(Said::Yes(record)) if denied_here => Said::Contradiction(record),
        Some(Said::No(absence)) if unknown_here && !denied_here => match absence {
            // The unknown code may be the right itself.
            Absence::NotRecorded | Absence::Ended(_) | Absence::NotStarted(_) => {
                Said::Silent(Silence::UnknownCode)
            }
            Absence::NotActive(_) => Said::No(absence),
        },
        Some(said) => said,
        None if denied_here => Said::No(Absence::NotRecorded),
        None if unknown_here => Said::Silent(Silence::UnknownCode),
        None if !view.shows.shows_all(wanted) => Said::Silent(Silence::CannotShow),
        None if view.none_coded.is_superset(wanted) => Said::No(Absence::NotRecorded),
        // A list denies only what it could have named.
        None if view.exemptions_stated && view.listed.is_superset(wanted) => Said::No(Absence::NotRecorded),
        None => Said::Silent(Silence::NotStated),
    }
}

impl View {
    /// Why the source cannot speak of this day at all, if so.
    pub(super) fn out_of_reach(&self, day: Date) -> Option<Silence> {
        if self.strength == 0 {
            Some(Silence::CannotShow)
        } else if !self.scheme_covered {
            Some(Silence::SchemeNotCovered)
        } else if self
            .horizon
            .is_some_and(|horizon| horizon.position(day) != Position::Within)
        {
            Some(Silence::BeyondHorizon)
        } else {
            None
        }
    }
}
