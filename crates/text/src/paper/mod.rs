//! Lines of a fixed width, with or without colour.

mod grid;

use crate::layout::{Block, Item, Layout};
use crate::voice::Lang;
use anstyle::{AnsiColor, Effects};
use unicode_width::UnicodeWidthStr;

/// How a page is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether colours are used, as ANSI escapes.
    pub color: bool,
    /// The width of a line, in columns; less than 40 counts as 40.
    pub width: usize,
    /// Whether signs are ASCII only. Words keep their accents.
    pub ascii: bool,
    /// Whether a page shows besides what the counter needs now: every line and date, the law behind each reason, the
    /// reject to expect, the edition of the tables.
    pub details: bool,
}

impl Default for Style {
    /// Plain text, 80 columns, signs of Unicode, what the counter needs now.
    fn default() -> Self {
        Style {
            color: false,
            width: 80,
            ascii: false,
            details: false,
        }
    }
}

impl Style {
    /// One sign, or its ASCII stand-in.
    pub(crate) const fn sign(self, sign: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii { ascii } else { sign }
    }
}

/// What a part of a line is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Strong,
    Good,
    Unsure,
    Bad,
    Weak,
}

impl Tone {
    fn ansi(self) -> anstyle::Style {
        let color = |one: AnsiColor| anstyle::Style::new().fg_color(Some(one.into()));
        match self {
            Tone::Plain => anstyle::Style::new(),
            Tone::Strong => anstyle::Style::new().effects(Effects::BOLD),
            Tone::Good => color(AnsiColor::Green).effects(Effects::BOLD),
            Tone::Unsure => color(AnsiColor::Yellow).effects(Effects::BOLD),
            Tone::Bad => color(AnsiColor::Red).effects(Effects::BOLD),
            Tone::Weak => anstyle::Style::new().effects(Effects::DIMMED),
        }
    }
}

/// A part of a line.
pub(crate) type Span = (String, Tone);

/// A page being written.
pub(crate) struct Paper {
    style: Style,
    width: usize,
    out: String,
}

impl Paper {
    pub(crate) fn new(style: Style) -> Self {
        Paper {
            style,
            width: style.width.max(40),
            out: String::new(),
        }
    }

    pub(crate) const fn width(&self) -> usize {
        self.width
    }

    pub(crate) fn finish(self) -> String {
        if self.style.ascii {
            plain_signs(&self.out)
        } else {
            self.out
        }
    }

    /// An empty line, never two and never the first.
    pub(crate) fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// One line of parts, as it is.
    pub(crate) fn row(&mut self, spans: &[Span]) {
        let last = spans.iter().rposition(|(text, _)| !text.trim_end().is_empty());
        let kept = last.map_or(0, |last| last + 1);
        for (place, (text, tone)) in spans.iter().take(kept).enumerate() {
            let text = if Some(place) == last {
                text.trim_end()
            } else {
                text
            };
            self.paint(text, *tone);
        }
        self.out.push('\n');
    }

    /// A heading.
    pub(crate) fn heading(&mut self, text: &str) {
        self.gap();
        self.item(0, &[], text, Tone::Strong);
    }

    /// What hangs behind its sign and its first words.
    fn hanging(&mut self, item: &Item) {
        let sign = item.sign.map(|sign| (format!("{} ", sign.text()), sign.tone()));
        let lead = Some((item.lead.clone(), Tone::Strong)).filter(|(lead, _)| !lead.is_empty());
        let marks: Vec<Span> = sign.into_iter().chain(lead).collect();
        self.item(2 * item.depth, &marks, &item.body, item.tone);
    }

    /// A text that hangs behind its marks, wrapped to the width.
    pub(crate) fn item(&mut self, indent: usize, marks: &[Span], body: &str, tone: Tone) {
        const HANG: usize = 2;
        let marks_width: usize = marks.iter().map(|(text, _)| text.width()).sum();
        let hang = if marks.is_empty() { indent } else { indent + HANG };
        let rest = self.width.saturating_sub(hang).max(10);
        let first = self.width.saturating_sub(indent + marks_width).max(10);
        for (place, line) in wrap(body, first, rest).iter().enumerate() {
            if place == 0 {
                self.out.push_str(&" ".repeat(indent));
                for (mark, tone) in marks {
                    self.paint(mark, *tone);
                }
            } else {
                self.out.push_str(&" ".repeat(hang));
            }
            self.paint(line, tone);
            self.out.push('\n');
        }
    }

    fn paint(&mut self, text: &str, tone: Tone) {
        let ansi = tone.ansi();
        if self.style.color && tone != Tone::Plain && !text.is_empty() {
            self.out.push_str(&format!("{ansi}{text}{ansi:#}"));
        } else {
            self.out.push_str(text);
        }
    }
}

/// Writes a page for a terminal.
pub(crate) fn write(layout: &Layout, style: Style, lang: Lang) -> String {
    let mut paper = Paper::new(style);
    paper.blocks(layout, lang);
    paper.finish()
}

impl Paper {
    pub(crate) fn blocks(&mut self, layout: &Layout, lang: Lang) {
        for block in &layout.blocks {
            match block {
                Block::Heading(text) => self.heading(text),
                Block::Item(item) => self.hanging(item),
                Block::Grid(grid) => self.grid(grid, lang),
                Block::Gap => self.gap(),
            }
        }
    }
}

/// Signs of typography in ASCII; letters keep their accents.
fn plain_signs(text: &str) -> String {
    let sign = |one: char| match one {
        '\u{a0}' => ' ',
        '’' => '\'',
        '«' | '»' | '“' | '”' => '"',
        '·' | '–' | '•' => '-',
        '→' => '>',
        '✓' => '+',
        '✗' => 'x',
        other => other,
    };
    text.chars().map(sign).collect()
}

/// Breaks a text at its spaces; a firm space is none. The first line may be shorter than the others.
pub(crate) fn wrap(text: &str, first: usize, rest: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let limit = if lines.is_empty() { first } else { rest };
        let longer = line.width() + usize::from(!line.is_empty()) + word.width();
        if longer > limit && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// A text with blanks behind it, or in front of it, up to a width.
pub(crate) fn pad(text: &str, width: usize, right: bool) -> String {
    let blanks = " ".repeat(width.saturating_sub(text.width()));
    if right {
        format!("{blanks}{text}")
    } else {
        format!("{text}{blanks}")
    }
}

#[cfg(test)]
#[path = "paper_tests.rs"]
mod tests;
