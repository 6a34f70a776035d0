//! Does this source show open base rights (AMO) on this day?

use super::said::{Absence, Said, Silence, Tally};
use super::view::View;
use crate::model::Date;
use crate::tables::RightKind;

/// What a source says of the base rights on a day.
pub fn said_coverage(view: &View, day: Date) -> Said<'_> {
    if let Some(silence) = view.out_of_reach(day) {
        return Said::Silent(silence);
    }
    if !view.shows.shows(RightKind::Coverage) {
        return Said::Silent(Silence::CannotShow);
    }
    let Some(periods) = &view.coverage else {
        return Said::Silent(Silence::NotStated);
    };
    let mut tally = Tally::default();
    periods.on_day(
        day,
        |_| true,
        |_, period| {
            tally.add(period, view.observed_at, day);
            true
        },
    );
    tally.answer().unwrap_or(Said::No(Absence::NotRecorded))
}
