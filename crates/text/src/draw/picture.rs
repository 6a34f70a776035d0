//! A timeline as a picture, alone or in a page of HTML.

use super::scale::Scale;
use super::svg::{Days, Fill, PATTERNS, bar, certainty_fill, filled, verdict_fill};
use super::{Drawing, word_of};
use crate::html::{self, Escaped, Html, STYLE_SHEET};
use crate::layout::Layout;
use crate::medium::HtmlFrame;
use crate::paper::wrap;
use crate::values::Variables;
use std::fmt::Write as _;
use tierspayant_core::model::{Date, Period, Source};
use tierspayant_core::verdict::Verdict;

/// Width and room of a picture that is a document.
const WIDTH: usize = 760;
const MARGIN: usize = 14;
/// Height of a line of words, of a bar, and from one bar to the next.
const LINE: usize = 18;
const BAR: usize = 20;
const ROW: usize = LINE + BAR + 10;
/// Names of months that fit, counted in characters, into a picture of a page and into one that stands alone.
const CHARACTERS: usize = 42;
const CHARACTERS_ALONE: usize = 100;

/// A picture being drawn, from the top.
struct Canvas {
    out: String,
    top: usize,
}

impl Canvas {
    fn text(&mut self, class: &str, x: &str, anchor: &str, text: &str) {
        let base = self.top + 13;
        // Writing to a string cannot fail.
        let _ = writeln!(
            self.out,
            "<text class=\"{class}\" x=\"{x}\" y=\"{base}\"{anchor}>{}</text>",
            Escaped(text)
        );
    }
}

impl Drawing<'_> {
    /// The picture in a page, with what changes below it.
    pub(super) fn page(&self, frame: HtmlFrame) -> String {
        let mut below = Layout::new(false);
        self.tell_changes(&mut below);
        let mut page = Html::default();
        page.out
            .push_str(&format!("<figure>\n{}</figure>\n", self.element()));
        page.blocks(&below);
        html::framed(&self.title(), &page.out, frame, self.voice.lang())
    }

    pub(super) fn picture(&self, frame: HtmlFrame) -> String {
        match frame {
            HtmlFrame::Bare => self.element(),
            HtmlFrame::Styled => format!(
                "<style>\n{STYLE_SHEET}</style>\n<div class=\"tierspayant\">\n{}</div>\n",
                self.element()
            ),
            HtmlFrame::Document => self.document(),
        }
    }

    fn title(&self) -> String {
        let window = self.timeline.window;
        let setting = Variables::default()
            .date("start", window.start())
            .date("end", window.end());
        self.frame("timeline_title", setting)
    }

    /// For who hears the picture: what changes, and when.
    fn description(&self) -> String {
        let changes = self.changes();
        let told: Vec<String> = changes
            .into_iter()
            .map(|(day, change)| format!("{day} {change}."))
            .collect();
        let claim = self
            .timeline
            .claim
            .first()
            .map(|one| self.verdict_told(one.verdict));
        let label = self.frame("timeline_claim", Variables::default());
        let first = claim.map(|verdict| format!("{label}, {verdict}."));
        first.into_iter().chain(told).collect::<Vec<_>>().join(" ")
    }

    fn verdict_told(&self, verdict: Verdict) -> String {
        self.texts.form(self.voice, "verdict", verdict.as_str(), "short")
    }

    /// An element that fills the width it is given.
    fn element(&self) -> String {
        let canvas = self.drawn(CHARACTERS, 1);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" height=\"{}\">\n{}{PATTERNS}{}</svg>\n",
            canvas.top,
            self.heard(),
            canvas.out
        )
    }

    /// A document of its own, with what changes written below.
    fn document(&self) -> String {
        let mut canvas = self.drawn(CHARACTERS_ALONE, 2);
        canvas.top += 4;
        let changes = self.changes();
        // What changes stands behind the longest of the days.
        let longest = changes.iter().map(|(day, _)| day.chars().count()).max();
        let behind = longest.unwrap_or(0) * 8 + 16;
        let wrapped = (WIDTH - 2 * MARGIN).saturating_sub(behind) * 10 / 68;
        for (day, change) in changes {
            for (place, line) in wrap(&change, wrapped, wrapped).iter().enumerate() {
                if place == 0 {
                    canvas.text("strong", "0", "", &day);
                }
                canvas.text("plain", &behind.to_string(), "", line);
                canvas.top += LINE;
            }
        }
        let (height, inner) = (canvas.top + 2 * MARGIN, WIDTH - 2 * MARGIN);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tierspayant\" role=\"img\" width=\"{WIDTH}\" height=\"{height}\" \
             viewBox=\"0 0 {WIDTH} {height}\" lang=\"{}\">\n{}<style>\n{STYLE_SHEET}</style>\n{PATTERNS}\
             <rect class=\"sheet\" width=\"100%\" height=\"100%\"/>\n\
             <svg x=\"{MARGIN}\" y=\"{MARGIN}\" width=\"{inner}\" height=\"{}\">\n{}</svg>\n</svg>\n",
            self.voice.lang(),
            self.heard(),
            canvas.top,
            canvas.out
        )
    }

    fn heard(&self) -> String {
        format!(
            "<title>{}</title>\n<desc>{}</desc>\n",
            Escaped(&self.title()),
            Escaped(&self.description())
        )
    }

    fn drawn(&self, characters: usize, columns: usize) -> Canvas {
        let mut canvas = Canvas {
            out: String::new(),
            top: 0,
        };
        let (Some(first), Some(last)) = (self.timeline.window.start(), self.timeline.window.end()) else {
            return canvas;
        };
        let days = Days::new(first, last);
        let marks = self.marks(&mut canvas, days);
        let ruled = canvas.top;
        self.months(&mut canvas, days, &Scale::new(first, last, characters));
        let labels = self.labels();
        for ((right, intervals), label) in self.timeline.rights.iter().zip(&labels) {
            let name = self.texts.form(self.voice, "right", word_of(*right), "short");
            let bars = intervals.iter().map(|one| {
                let certainty = self
                    .texts
                    .form(self.voice, "certainty", one.certainty.as_str(), "short");
                let source = one.source.map(|source| self.source(source));
                let who = source
                    .as_ref()
                    .map(|name| format!(" ({name})"))
                    .unwrap_or_default();
                let told = format!("{name}, {certainty}{who}, {}", self.span(one.period));
                (
                    one.period,
                    certainty_fill(one.certainty),
                    told,
                    source.unwrap_or_default(),
                )
            });
            row(&mut canvas, days, "plain", label, bars);
        }
        if let Some(label) = labels.last() {
            let bars = self.timeline.claim.iter().map(|one| {
                let told = format!(
                    "{label}, {}, {}",
                    self.verdict_told(one.verdict),
                    self.span(one.period)
                );
                (
                    one.period,
                    verdict_fill(one.verdict),
                    told,
                    verdict_sign(one.verdict).to_owned(),
                )
            });
            row(&mut canvas, days, "strong", label, bars);
        }
        for (day, class) in marks {
            let (x, end) = (days.start(day), canvas.top);
            // Writing to a string cannot fail.
            let _ = writeln!(
                canvas.out,
                "<line class=\"{class}\" x1=\"{x}\" x2=\"{x}\" y1=\"{ruled}\" y2=\"{end}\"/>"
            );
        }
        self.swatches(&mut canvas, columns);
        canvas
    }

    fn source(&self, source: Source) -> String {
        self.texts.form(self.voice, "source", source.as_str(), "short")
    }

    /// The days of a bar, in words.
    fn span(&self, period: Period) -> String {
        let days: Vec<String> = [period.start(), period.end()]
            .into_iter()
            .flatten()
            .map(|day| self.texts.date(self.voice, day))
            .collect();
        days.join(" – ")
    }

    /// The names of the days that are marked, above the rows, and the lines that go down from them.
    fn marks(&self, canvas: &mut Canvas, days: Days) -> Vec<(Date, &'static str)> {
        let role = |word: &str| self.texts.form(self.voice, "date_role", word, "short");
        let care = (self.days.care, role("care"), "day");
        let asked = self.days.asked.map(|day| (day, role("query"), "day asked"));
        let marked: Vec<_> = match asked {
            Some((day, name, _)) if day == care.0 => vec![(day, format!("{}, {name}", care.1), "day")],
            Some(asked) => vec![asked, care],
            None => vec![care],
        };
        let mut lines = Vec::new();
        for (day, name, class) in marked {
            if !days.hold(day) {
                continue;
            }
            let at = days.start(day);
            let date = self.texts.date(self.voice, day);
            canvas.text(
                "strong",
                &at.to_string(),
                at.anchor(),
                &format!("{date} · {name}"),
            );
            canvas.top += LINE;
            lines.push((day, class));
        }
        lines
    }

    fn months(&self, canvas: &mut Canvas, days: Days, scale: &Scale) {
        let ticks = scale.ticks(|day| self.month(day).chars().count() + 1);
        canvas.top += 4;
        for (_, day) in &ticks {
            let x = days.start(*day).to_string();
            canvas.text("soft", &x, " dx=\"3\"", &self.month(*day));
            let (from, to) = (canvas.top + 2, canvas.top + LINE);
            // Writing to a string cannot fail.
            let _ = writeln!(
                canvas.out,
                "<line class=\"tick\" x1=\"{x}\" x2=\"{x}\" y1=\"{from}\" y2=\"{to}\"/>"
            );
        }
        canvas.top += LINE + 4;
    }

    /// What each colour and pattern stands for.
    fn swatches(&self, canvas: &mut Canvas, columns: usize) {
        canvas.top += 6;
        let certainties = self.certainties().into_iter().map(|one| {
            let form = if columns > 1 { "base" } else { "short" };
            (
                certainty_fill(one),
                self.texts.form(self.voice, "certainty", one.as_str(), form),
            )
        });
        let verdicts = self.verdicts().into_iter().map(|one| {
            let label = self.frame("timeline_claim", Variables::default());
            let name = format!("{label} {} {}", verdict_sign(one), self.verdict_told(one));
            (verdict_fill(one), name)
        });
        let all: Vec<(Fill, String)> = certainties.chain(verdicts).collect();
        let height = all.len().div_ceil(columns.max(1));
        let start = canvas.top;
        for (place, (fill, name)) in all.iter().enumerate() {
            canvas.top = start + place % height.max(1) * LINE;
            let x = if place < height { "0%" } else { "50%" };
            // Writing to a string cannot fail.
            let _ = writeln!(
                canvas.out,
                "<svg x=\"{x}\" y=\"{}\" width=\"22\" height=\"13\">{}</svg>",
                canvas.top + 2,
                filled("22", 13, *fill)
            );
            canvas.text("plain", x, " dx=\"30\"", name);
        }
        canvas.top = start + height * LINE + 4;
    }
}

/// A label, and below it the bars of its days.
fn row(
    canvas: &mut Canvas,
    days: Days,
    class: &str,
    label: &str,
    bars: impl Iterator<Item = (Period, Fill, String, String)>,
) {
    canvas.text(class, "0", "", label);
    let top = canvas.top + LINE;
    for (period, fill, told, word) in bars {
        let place = days.run(period);
        let word = if place.1.holds(word.chars().count()) {
            word
        } else {
            String::new()
        };
        canvas.out.push_str(&bar(place, (top, BAR), fill, &told, &word));
    }
    canvas.top += ROW;
}

const fn verdict_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Billable => "✓",
        Verdict::Undetermined(_) => "?",
        Verdict::NotBillable(_) => "✗",
    }
}
