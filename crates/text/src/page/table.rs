//! One row for each line of the claim.

use super::{Page, mark};
use crate::paper::{Paper, Span, Style, Tone, pad};
use crate::typography::{capital, euros, harmless};
use crate::voice::Lang;
use tierspayant_core::decision::LineDecision;
use tierspayant_core::model::{Line, Share};
use tierspayant_core::verdict::Verdict;
use unicode_width::UnicodeWidthStr;

/// Blanks between columns.
const GUTTER: usize = 2;

/// How many lines a page without details shows one by one: of more, who pays says enough.
const MOST_ROWS: usize = 12;

struct Column {
    title: String,
    cells: Vec<Span>,
    right: bool,
    /// That of its widest cell, found once.
    width: usize,
}

impl Column {
    fn new(title: String, cells: Vec<Span>, right: bool) -> Self {
        let widths = cells.iter().map(|(text, _)| text.width());
        let width = widths.chain([title.width()]).max().unwrap_or(0);
        Column {
            title,
            cells,
            right,
            width,
        }
    }
}

impl Page<'_> {
    pub(super) fn table(&self, paper: &mut Paper) {
        let decision = self.explained.decision;
        let rows: Vec<(&Line, &LineDecision)> =
            self.explained.claim.lines.iter().zip(&decision.lines).collect();
        let few = (2..=MOST_ROWS).contains(&rows.len());
        if rows.is_empty() || !(few || paper.style().details) {
            return;
        }
        let same_date = rows.iter().all(|(_, one)| {
            rows.first()
                .is_some_and(|(_, first)| (first.day, first.date_role) == (one.day, one.date_role))
        });
        let columns = self.columns(&rows, paper.style(), same_date);
        let total: usize = columns.iter().map(|column| column.width + GUTTER).sum();
        paper.gap();
        if total <= paper.width() + GUTTER {
            let titles: Vec<Span> = columns
                .iter()
                .map(|column| (cell(&column.title, column), Tone::Weak))
                .collect();
            paper.row(&titles);
            for place in 0..rows.len() {
                let cells = columns.iter().filter_map(|column| {
                    let (text, tone) = column.cells.get(place)?;
                    Some((cell(text, column), *tone))
                });
                paper.row(&cells.collect::<Vec<_>>());
            }
        } else {
            for place in 0..rows.len() {
                self.stacked(paper, &columns, place);
            }
        }
        if let (true, true, Some((_, first))) = (same_date, paper.style().details, rows.first()) {
            let role = self
                .texts
                .form(self.voice, "date_role", first.date_role.as_str(), "base");
            let text = format!(
                "{}{}{} ({role})",
                self.bare("column_date"),
                self.colon(),
                self.texts.date(self.voice, first.day)
            );
            paper.item(0, &[], &text, Tone::Plain);
        }
    }

    fn columns(&self, rows: &[(&Line, &LineDecision)], style: Style, same_date: bool) -> Vec<Column> {
        let nothing = || nothing(style).to_owned();
        let plain = |id: &str, right: bool, cell: &dyn Fn(&Line, &LineDecision) -> String| {
            let cells = rows.iter().map(|(line, one)| (cell(line, one), Tone::Plain));
            Column::new(self.bare(id), cells.collect(), right)
        };
        let mut columns = vec![
            plain("column_line", false, &|line, _| harmless(&line.id)),
            plain("column_category", false, &|line, _| {
                line.category.map_or_else(nothing, |one| {
                    capital(&self.texts.form(self.voice, "category", one.as_str(), "base"))
                })
            }),
            plain("column_amount", true, &|line, _| {
                line.amount_cents
                    .map_or_else(nothing, |cents| euros(self.lang, cents))
            }),
            plain("column_exemption", false, &|line, one| {
                let state = self
                    .texts
                    .form(self.voice, "exemption_state", one.exemption.as_str(), "base");
                match line.exemption {
                    Some(code) => format!("{code}, {state}"),
                    None => state,
                }
            }),
        ];
        for share in self.shares() {
            let id = match share {
                Share::Amo => "column_amo",
                Share::Amc => "column_amc",
            };
            let cell = |verdict: Option<Verdict>| match verdict {
                None => (nothing(), Tone::Weak),
                Some(verdict) => {
                    let (sign, tone) = mark(verdict, style);
                    let word = self.texts.form(self.voice, "verdict", verdict.as_str(), "cell");
                    (format!("{sign} {word}"), tone)
                }
            };
            let cells = rows.iter().map(|(_, one)| cell(one.share(*share)));
            columns.push(Column::new(self.bare(id), cells.collect(), false));
        }
        if !same_date {
            columns.push(plain("column_date", false, &|_, one| {
                let role = self
                    .texts
                    .form(self.voice, "date_role", one.date_role.as_str(), "short");
                format!("{} ({role})", self.texts.date(self.voice, one.day))
            }));
        }
        columns
    }

    /// A row that does not fit, as a list of what is known.
    fn stacked(&self, paper: &mut Paper, columns: &[Column], place: usize) {
        let nothing = nothing(paper.style());
        let mut cells = columns.iter().filter_map(|column| {
            let (text, _) = column.cells.get(place)?;
            Some((column.title.as_str(), text.as_str()))
        });
        let Some((title, id)) = cells.next() else { return };
        let body: Vec<String> = cells
            .filter(|(_, text)| *text != nothing)
            .map(|(title, text)| format!("{title}{}{text}", self.colon()))
            .collect();
        let mark = format!("{title} {id}{}", self.colon());
        let between = match self.lang {
            Lang::Fr => "\u{a0}; ",
            Lang::En => "; ",
        };
        paper.item(0, &[(mark, Tone::Strong)], &body.join(between), Tone::Plain);
    }
}

/// What stands for an absent value.
const fn nothing(style: Style) -> &'static str {
    style.sign("–", "-")
}

fn cell(text: &str, column: &Column) -> String {
    let padded = pad(text, column.width, column.right);
    format!("{padded}{}", " ".repeat(GUTTER))
}
