//! A timeline drawn with characters.

use super::Drawing;
use super::scale::Scale;
use crate::layout::{Item, Layout};
use crate::paper::{Paper, Span, Style, Tone, pad};
use crate::values::Variables;
use crate::voice::Voice;
use tierspayant_core::model::{Date, Period, Position};
use tierspayant_core::timeline::Certainty;
use tierspayant_core::verdict::Verdict;
use unicode_width::UnicodeWidthStr;

impl Drawing<'_> {
    pub(super) fn characters(&self, style: Style) -> String {
        let (Some(first), Some(last)) = (self.timeline.window.start(), self.timeline.window.end()) else {
            return String::new();
        };
        let mut paper = Paper::new(style);
        let labels = self.labels();
        let label_width = labels.iter().map(|label| label.width()).max().unwrap_or(0) + 2;
        let scale = Scale::new(first, last, paper.width().saturating_sub(label_width).max(10));
        let rows = Rows {
            drawing: self,
            scale: &scale,
            asked: self.days.care,
            labels: &labels,
            label_width,
            style,
        };
        rows.scale(&mut paper);
        rows.rights(&mut paper);
        rows.claim(&mut paper);
        let mut below = Layout::new(style.details);
        below.gap();
        below.item(self.legend(style));
        self.tell_changes(&mut below);
        paper.blocks(&below, self.voice.lang());
        paper.finish()
    }

    fn legend(&self, style: Style) -> Item {
        let name = |table: &str, word: &str, form: &str| {
            let name = self.texts.form(self.voice, table, word, form);
            name.replace(' ', "\u{a0}")
        };
        let certainties = self.certainties().into_iter().map(|one| {
            let (sign, _) = certainty_sign(one, style);
            format!("{sign}\u{a0}{}", name("certainty", one.as_str(), "base"))
        });
        let verdicts = self.verdicts().into_iter().map(|one| {
            let (sign, _) = verdict_sign(one, style);
            format!("{sign}\u{a0}{}", name("verdict", one.as_str(), "short"))
        });
        let heading = self.frame("timeline_legend", Variables::default());
        let colon = if self.voice == Voice::En { ": " } else { "\u{a0}: " };
        let legend: Vec<String> = certainties.chain(verdicts).collect();
        Item::text(legend.join(", ")).lead(format!("{heading}{colon}"))
    }
}

/// The rows of a drawing, cell by cell.
struct Rows<'a> {
    drawing: &'a Drawing<'a>,
    scale: &'a Scale,
    asked: Date,
    labels: &'a [String],
    label_width: usize,
    style: Style,
}

impl Rows<'_> {
    fn scale(&self, paper: &mut Paper) {
        let (drawing, scale, asked, label_width) = (self.drawing, self.scale, self.asked, self.label_width);
        let blank = || (" ".repeat(label_width), Tone::Plain);
        if let Some(column) = scale.column(asked) {
            let sign = self.style.sign("▼", "v");
            let date = drawing.texts.date(drawing.voice, asked);
            let mark = if column + 2 + date.width() <= scale.width() {
                format!("{}{sign} {date}", " ".repeat(column))
            } else {
                let before = column.saturating_sub(date.width() + 1);
                let blanks = column.saturating_sub(before + date.width());
                format!("{}{date}{}{sign}", " ".repeat(before), " ".repeat(blanks))
            };
            paper.row(&[blank(), (mark, Tone::Strong)]);
        }
        let ticks = scale.ticks(|day| drawing.month(day).width());
        let (mut names, mut line) = (String::new(), String::new());
        for (column, day) in &ticks {
            names.push_str(&" ".repeat(column.saturating_sub(names.width())));
            names.push_str(&drawing.month(*day));
        }
        for column in 0..scale.width() {
            let tick = ticks.iter().any(|(at, _)| *at == column);
            line.push_str(if tick {
                self.style.sign("├", "|")
            } else {
                self.style.sign("─", "-")
            });
        }
        paper.row(&[blank(), (names, Tone::Weak)]);
        paper.row(&[blank(), (line, Tone::Weak)]);
    }

    fn rights(&self, paper: &mut Paper) {
        let (scale, asked) = (self.scale, self.asked);
        for ((_, intervals), label) in self.drawing.timeline.rights.iter().zip(self.labels) {
            let cells = (0..scale.width()).map(|column| {
                let period = scale.days(column, asked);
                let met = intervals.iter().filter(|one| meets(one.period, period));
                // The least certain of the days of a cell, so that no short gap is hidden.
                let worst = met.map(|one| one.certainty).max_by_key(|one| doubtfulness(*one));
                worst.map_or((" ", Tone::Plain), |one| certainty_sign(one, self.style))
            });
            let mut row = vec![(pad(label, self.label_width, false), Tone::Plain)];
            row.extend(spans(cells));
            paper.row(&row);
        }
    }

    fn claim(&self, paper: &mut Paper) {
        let (scale, asked, timeline) = (self.scale, self.asked, self.drawing.timeline);
        let Some(label) = self.labels.last() else { return };
        let cells = (0..scale.width()).map(|column| {
            let period = scale.days(column, asked);
            let met = timeline.claim.iter().filter(|one| meets(one.period, period));
            let worst = met.map(|one| one.verdict).reduce(Verdict::worse);
            worst.map_or((" ", Tone::Plain), |one| verdict_sign(one, self.style))
        });
        let mut row = vec![(pad(label, self.label_width, false), Tone::Strong)];
        row.extend(spans(cells));
        paper.row(&row);
    }
}

/// Cells of one tone in one piece.
fn spans(cells: impl Iterator<Item = (&'static str, Tone)>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (sign, tone) in cells {
        match spans.last_mut() {
            Some((text, last)) if *last == tone => text.push_str(sign),
            _ => spans.push((sign.to_owned(), tone)),
        }
    }
    spans
}

fn meets(one: Period, other: Period) -> bool {
    let starts_inside = |a: Period, b: Period| {
        a.start()
            .map_or(b.start().is_none(), |day| b.position(day) == Position::Within)
    };
    starts_inside(one, other) || starts_inside(other, one)
}

const fn certainty_sign(certainty: Certainty, style: Style) -> (&'static str, Tone) {
    match certainty {
        Certainty::Proved => (style.sign("█", "#"), Tone::Good),
        Certainty::Horizon => (style.sign("▓", "="), Tone::Good),
        Certainty::Assumed => (style.sign("▒", "+"), Tone::Plain),
        Certainty::Contradicted => (style.sign("╳", "X"), Tone::Unsure),
        Certainty::Pending => (style.sign("◦", "o"), Tone::Unsure),
        Certainty::Stale => (style.sign("░", "~"), Tone::Unsure),
        Certainty::Unknown => ("?", Tone::Unsure),
        Certainty::Absent => (style.sign("·", "."), Tone::Weak),
    }
}

/// The weaker, the greater.
const fn doubtfulness(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::Proved => 0,
        Certainty::Horizon => 1,
        Certainty::Assumed => 2,
        Certainty::Stale => 3,
        Certainty::Unknown => 4,
        Certainty::Pending => 5,
        Certainty::Contradicted => 6,
        Certainty::Absent => 7,
    }
}

const fn verdict_sign(verdict: Verdict, style: Style) -> (&'static str, Tone) {
    match verdict {
        Verdict::Billable => (style.sign("✓", "+"), Tone::Good),
        Verdict::Undetermined(_) => ("?", Tone::Unsure),
        Verdict::NotBillable(_) => (style.sign("✗", "x"), Tone::Bad),
    }
}
