//! Does this source show, on this day, a situation under which something is not paid?

use super::entries::CodeSpan;
use super::said::{Absence, Said, Silence};
use super::view::View;
use crate::model::{Date, Position};
use crate::tables::SituationPays;

/// What a source says of a situation that pays in this way.
pub fn said_situation(view: &View, wanted: SituationPays, day: Date) -> Said<'_> {
    if let Some(silence) = view.out_of_reach(day) {
        return Said::Silent(silence);
    }
    let (mut other, mut shown) = (false, None);
    let pays = |span: &CodeSpan| span.pays.is_some();
    view.codes.on_day(day, pays, |place, span| {
        if span.period().position(day) != Position::Within {
            return false;
        }
        if span.pays != Some(wanted) {
            other = true;
        } else if shown.is_none_or(|(first, _)| place < first) {
            shown = Some((place, span));
        }
        true
    });
    match shown {
        Some((_, span)) => Said::Yes(&span.situation),
        None if other => Said::No(Absence::NotRecorded),
        None => Said::Silent(Silence::NotStated),
    }
}
