//! The exact days on which something changes: a column of a drawing stands for many.

use super::{Drawing, word_of};
use crate::layout::{Item, Layout};
use crate::values::Variables;
use crate::voice::Lang;
use std::collections::BTreeMap;
use tierspayant_core::model::{Date, Source};

impl Drawing<'_> {
    /// What stands between two changes of one day.
    const fn between(&self) -> &'static str {
        match self.voice.lang() {
            Lang::Fr => "\u{a0}; ",
            Lang::En => "; ",
        }
    }

    /// The days on which something changes, and what changes, in order.
    pub(super) fn changes(&self) -> Vec<(String, String)> {
        let mut days: BTreeMap<Date, Vec<String>> = BTreeMap::new();
        for (right, intervals) in &self.timeline.rights {
            for one in intervals.iter().skip(1) {
                let setting = Variables::default()
                    .word("right", Some(word_of(*right)))
                    .word("certainty", Some(one.certainty.as_str()))
                    .word("source", one.source.map(Source::as_str));
                if let Some(day) = one.period.start() {
                    days.entry(day)
                        .or_default()
                        .push(self.lower("timeline_right", setting));
                }
            }
        }
        let mut last = self.timeline.claim.first().map(|one| one.verdict);
        for one in self.timeline.claim.iter().skip(1) {
            if last == Some(one.verdict) {
                continue;
            }
            last = Some(one.verdict);
            let setting = Variables::default()
                .word("verdict", Some(one.verdict.as_str()))
                .word("basis", one.verdict.basis());
            if let Some(day) = one.period.start() {
                days.entry(day)
                    .or_default()
                    .push(self.lower("timeline_verdict", setting));
            }
        }
        let told = |(day, changes): (Date, Vec<String>)| {
            (self.texts.date(self.voice, day), changes.join(self.between()))
        };
        days.into_iter().map(told).collect()
    }

    /// The same as a part of a page; nothing where nothing changes.
    pub(super) fn tell_changes(&self, page: &mut Layout) {
        let changes = self.changes();
        if changes.is_empty() {
            return;
        }
        page.heading(self.frame("timeline_changes", Variables::default()));
        for (day, change) in changes {
            page.item(Item::inside(change).lead(format!("{day}  ")));
        }
    }
}
