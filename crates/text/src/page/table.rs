//! One row for each line of the claim.

use super::{Page, mark};
use crate::layout::{Cell, Column, Grid, Item, Layout};
use crate::typography::{capital, euros, harmless};
use tierspayant_core::decision::LineDecision;
use tierspayant_core::model::{Line, Share};
use tierspayant_core::verdict::Verdict;

/// How many lines a page without details shows one by one: of more, who pays says enough.
const MOST_ROWS: usize = 12;

impl Page<'_> {
    pub(super) fn table(&self, page: &mut Layout) {
        let decision = self.explained.decision;
        let rows: Vec<(&Line, &LineDecision)> =
            self.explained.claim.lines.iter().zip(&decision.lines).collect();
        let few = (2..=MOST_ROWS).contains(&rows.len());
        if rows.is_empty() || !(few || page.details) {
            return;
        }
        let same_date = rows.iter().all(|(_, one)| {
            rows.first()
                .is_some_and(|(_, first)| (first.day, first.date_role) == (one.day, one.date_role))
        });
        page.gap();
        page.grid(Grid {
            columns: self.columns(&rows, same_date),
            rows: rows.len(),
        });
        if let (true, true, Some((_, first))) = (same_date, page.details, rows.first()) {
            let role = self
                .texts
                .form(self.voice, "date_role", first.date_role.as_str(), "base");
            page.item(Item::text(format!(
                "{}{}{} ({role})",
                self.bare("column_date"),
                self.colon(),
                self.texts.date(self.voice, first.day)
            )));
        }
    }

    fn columns(&self, rows: &[(&Line, &LineDecision)], same_date: bool) -> Vec<Column> {
        let column = |id: &str, cell: &dyn Fn(&Line, &LineDecision) -> Option<String>| Column {
            title: self.bare(id),
            cells: rows
                .iter()
                .map(|(line, one)| Cell::plain(cell(line, one)))
                .collect(),
            amounts: id == "column_amount",
        };
        let mut columns = vec![
            column("column_line", &|line, _| Some(harmless(&line.id))),
            column("column_category", &|line, _| {
                let name = |one: &str| self.texts.form(self.voice, "category", one, "base");
                line.category.map(|one| capital(&name(one.as_str())))
            }),
            column("column_amount", &|line, _| {
                line.amount_cents.map(|cents| euros(self.lang, cents))
            }),
            column("column_exemption", &|line, one| {
                let state = self
                    .texts
                    .form(self.voice, "exemption_state", one.exemption.as_str(), "base");
                Some(match line.exemption {
                    Some(code) => format!("{code}, {state}"),
                    None => state,
                })
            }),
        ];
        for share in self.shares() {
            let id = match share {
                Share::Amo => "column_amo",
                Share::Amc => "column_amc",
            };
            let cell = |verdict: Option<Verdict>| Cell {
                sign: verdict.map(mark),
                text: verdict.map(|one| self.texts.form(self.voice, "verdict", one.as_str(), "cell")),
            };
            columns.push(Column {
                title: self.bare(id),
                cells: rows.iter().map(|(_, one)| cell(one.share(*share))).collect(),
                amounts: false,
            });
        }
        if !same_date {
            columns.push(column("column_date", &|_, one| {
                let role = self
                    .texts
                    .form(self.voice, "date_role", one.date_role.as_str(), "short");
                Some(format!("{} ({role})", self.texts.date(self.voice, one.day)))
            }));
        }
        columns
    }
}
