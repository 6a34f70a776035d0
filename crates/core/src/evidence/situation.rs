//! Does this source show, on this day, a situation under which something is not paid?

use super::said::{Absence, Said, Silence};
use super::view::View;
use crate::model::{Date, Position};
use crate::tables::SituationPays;

/// What a source says of a situation that pays in this way.
pub fn said_situation(view: &View, wanted: SituationPays, day: Date) -> Said<'_> {
    if let Some(silence) = view.out_of_reach(day) {
        return Said::Silent(silence);
    }
    let here = || {
        let within = view
            .codes
            .iter()
            .filter(|span| span.period().position(day) == Position::Within);
        within.filter(|span| span.pays.is_some())
    };
    match here().find(|span| span.pays == Some(wanted)) {
        Some(span) => Said::Yes(&span.situation),
        None if here().next().is_some() => Said::No(Absence::NotRecorded),
        None => Said::Silent(Silence::NotStated),
    }
}
