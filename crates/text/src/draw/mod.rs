//! The rights of a person over time, drawn for a terminal.

mod changes;
mod scale;

use crate::kind::Kind;
use crate::paper::{Paper, Span, Style, Tone, pad};
use crate::texts::Texts;
use crate::values::Variables;
use crate::voice::{Audience, Lang, Voice};
use scale::Scale;
use tierspayant_core::model::{Date, Period, Position};
use tierspayant_core::timeline::{Certainty, Followed, Timeline};
use tierspayant_core::verdict::Verdict;
use unicode_width::UnicodeWidthStr;

/// One row for each right, with a scale of dates above, a mark on the day asked, a row with the verdict of the claim, a
/// legend, and the exact days on which something changes.
pub fn draw_timeline(texts: &Texts, timeline: &Timeline, asked: Date, lang: Lang, style: Style) -> String {
    let voice = Voice::of(lang, Audience::Counter);
    let (Some(first), Some(last)) = (timeline.window.start(), timeline.window.end()) else {
        return String::new();
    };
    let drawing = Drawing {
        texts,
        timeline,
        voice,
        style,
    };
    let mut paper = Paper::new(style);
    let labels = drawing.labels();
    let label_width = labels.iter().map(|label| label.width()).max().unwrap_or(0) + 2;
    let scale = Scale::new(first, last, paper.width().saturating_sub(label_width).max(10));
    drawing.scale(&mut paper, &scale, asked, label_width);
    drawing.rights(&mut paper, &scale, asked, &labels, label_width);
    drawing.claim(&mut paper, &scale, asked, &labels, label_width);
    drawing.legend(&mut paper);
    drawing.changes(&mut paper);
    paper.finish()
}

struct Drawing<'a> {
    texts: &'a Texts,
    timeline: &'a Timeline,
    voice: Voice,
    style: Style,
}

impl Drawing<'_> {
    /// A label for each right, and one for the claim.
    fn labels(&self) -> Vec<String> {
        let rights = self.timeline.rights.iter();
        let label = |right: Followed| self.texts.form(self.voice, "right", word_of(right), "short");
        rights
            .map(|(right, _)| label(*right))
            .chain([self.frame("timeline_claim", Variables::default())])
            .collect()
    }

    fn frame(&self, id: &str, setting: Variables) -> String {
        self.texts.frame(self.voice, id, setting)
    }

    /// A frame that goes into a line.
    fn lower(&self, id: &str, setting: Variables) -> String {
        self.texts.lower(self.voice, Kind::Frame, id, setting)
    }

    fn scale(&self, paper: &mut Paper, scale: &Scale, asked: Date, label_width: usize) {
        let blank = || (" ".repeat(label_width), Tone::Plain);
        if let Some(column) = scale.column(asked) {
            let sign = self.style.sign("▼", "v");
            let date = self.texts.date(self.voice, asked);
            let mark = if column + 2 + date.width() <= scale.width() {
                format!("{}{sign} {date}", " ".repeat(column))
            } else {
                let before = column.saturating_sub(date.width() + 1);
                let blanks = column.saturating_sub(before + date.width());
                format!("{}{date}{}{sign}", " ".repeat(before), " ".repeat(blanks))
            };
            paper.row(&[blank(), (mark, Tone::Strong)]);
        }
        let month = |day: Date| match self.voice.lang() {
            Lang::Fr => format!("{:02}/{:04}", day.month(), day.year()),
            Lang::En => {
                let name = self
                    .texts
                    .form(self.voice, "month", &day.month().to_string(), "base");
                format!("{} {}", name.chars().take(3).collect::<String>(), day.year())
            }
        };
        let ticks = scale.ticks(|day| month(day).width());
        let (mut names, mut line) = (String::new(), String::new());
        for (column, day) in &ticks {
            names.push_str(&" ".repeat(column.saturating_sub(names.width())));
            names.push_str(&month(*day));
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

    fn rights(&self, paper: &mut Paper, scale: &Scale, asked: Date, labels: &[String], label_width: usize) {
        for ((_, intervals), label) in self.timeline.rights.iter().zip(labels) {
            let cells = (0..scale.width()).map(|column| {
                let period = scale.days(column, asked);
                let met = intervals.iter().filter(|one| meets(one.period, period));
                // The least certain of the days of a cell, so that no short gap is hidden.
                let worst = met.map(|one| one.certainty).max_by_key(|one| doubtfulness(*one));
                worst.map_or((" ", Tone::Plain), |one| certainty_sign(one, self.style))
            });
            let mut row = vec![(pad(label, label_width, false), Tone::Plain)];
            row.extend(spans(cells));
            paper.row(&row);
        }
    }

    fn claim(&self, paper: &mut Paper, scale: &Scale, asked: Date, labels: &[String], label_width: usize) {
        let Some(label) = labels.last() else { return };
        let cells = (0..scale.width()).map(|column| {
            let period = scale.days(column, asked);
            let met = self.timeline.claim.iter().filter(|one| meets(one.period, period));
            let worst = met.map(|one| one.verdict).reduce(Verdict::worse);
            worst.map_or((" ", Tone::Plain), |one| verdict_sign(one, self.style))
        });
        let mut row = vec![(pad(label, label_width, false), Tone::Strong)];
        row.extend(spans(cells));
        paper.row(&row);
    }

    fn legend(&self, paper: &mut Paper) {
        let rights = self.timeline.rights.iter();
        let seen: Vec<Certainty> = rights
            .flat_map(|(_, intervals)| intervals.iter().map(|one| one.certainty))
            .collect();
        let certainties = Certainty::ALL.iter().filter(|one| seen.contains(one)).map(|one| {
            let name = self.texts.form(self.voice, "certainty", one.as_str(), "base");
            let (sign, _) = certainty_sign(*one, self.style);
            format!("{sign}\u{a0}{}", name.replace(' ', "\u{a0}"))
        });
        let mut verdicts: Vec<(&str, &str)> = Vec::new();
        for one in &self.timeline.claim {
            let pair = (verdict_sign(one.verdict, self.style).0, one.verdict.as_str());
            if !verdicts.contains(&pair) {
                verdicts.push(pair);
            }
        }
        let verdicts = verdicts.into_iter().map(|(sign, word)| {
            let name = self.texts.form(self.voice, "verdict", word, "short");
            format!("{sign}\u{a0}{}", name.replace(' ', "\u{a0}"))
        });
        let heading = self.frame("timeline_legend", Variables::default());
        let colon = if self.voice == Voice::En { ": " } else { "\u{a0}: " };
        let legend: Vec<String> = certainties.chain(verdicts).collect();
        paper.gap();
        let marks: [Span; 1] = [(format!("{heading}{colon}"), Tone::Strong)];
        paper.item(0, &marks, &legend.join(", "), Tone::Plain);
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

const fn word_of(right: Followed) -> &'static str {
    match right {
        Followed::Coverage => "coverage",
        Followed::Exemption(ground) => ground.as_str(),
        Followed::Contract(kind) => kind.as_str(),
    }
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
