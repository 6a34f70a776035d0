//! The same page as HTML: no script, the words of the terminal page, every character of the input escaped.

mod escape;

use crate::layout::{Block, Cell, Grid, Item, Layout, Role, Sign};
use crate::medium::{HtmlFrame, HtmlStyle};
use crate::paper::Tone;
use crate::voice::Lang;
pub(crate) use escape::{Escaped, escaped};
use std::fmt::Write as _;

/// The style sheet of every page and picture: light, dark and print, from 320 pixels on.
pub const STYLE_SHEET: &str = include_str!("page.css");

/// What a document adds: its sheet reaches to the edges.
const AROUND: &str = ":root { background: #ffffff; }\nbody { margin: 0; }\n\
    @media (prefers-color-scheme: dark) { :root { background: #0d1117; } }\n\
    @media print { :root { background: none; } }\n";

/// Writes a page.
pub(crate) fn write(layout: &Layout, style: HtmlStyle, lang: Lang) -> String {
    let mut page = Html::default();
    page.blocks(layout);
    framed(&title(layout), &page.out, style.frame, lang)
}

/// Puts what stands around a page.
pub(crate) fn framed(title: &str, body: &str, frame: HtmlFrame, lang: Lang) -> String {
    let page = |tag: &str| format!("<{tag} class=\"tierspayant\" lang=\"{lang}\">\n{body}</{tag}>\n");
    match frame {
        HtmlFrame::Bare => page("div"),
        HtmlFrame::Styled => format!("<style>\n{STYLE_SHEET}</style>\n{}", page("div")),
        HtmlFrame::Document => format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{}</title>\n<style>\n{AROUND}{STYLE_SHEET}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
            Escaped(title),
            page("main")
        ),
    }
}

/// The first sentence of a page.
fn title(layout: &Layout) -> String {
    let first = layout.blocks.iter().find_map(|block| match block {
        Block::Item(item) => Some(&item.body),
        Block::Heading(text) => Some(text),
        Block::Grid(_) | Block::Gap => None,
    });
    first.cloned().unwrap_or_default()
}

/// A page being written, with the elements that are open.
#[derive(Default)]
pub(crate) struct Html {
    pub out: String,
    section: bool,
    list: bool,
    entry: bool,
}

impl Html {
    pub(crate) fn blocks(&mut self, layout: &Layout) {
        for block in &layout.blocks {
            match block {
                Block::Heading(text) => {
                    self.leave();
                    self.section = true;
                    self.line(&format!("<section>\n<h2>{}</h2>", Escaped(text)));
                }
                Block::Item(item) => self.item(item),
                Block::Grid(grid) => {
                    self.leave();
                    self.grid(grid);
                }
                Block::Gap => {}
            }
        }
        self.leave();
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// Closes the list that is open.
    fn close_list(&mut self) {
        if std::mem::take(&mut self.entry) {
            self.line("</li>");
        }
        if std::mem::take(&mut self.list) {
            self.line("</ul>");
        }
    }

    /// Closes the part that is open.
    fn leave(&mut self) {
        self.close_list();
        if std::mem::take(&mut self.section) {
            self.line("</section>");
        }
    }

    fn item(&mut self, item: &Item) {
        let words = words(item);
        match item.role {
            Role::Entry => {
                if std::mem::take(&mut self.entry) {
                    self.line("</li>");
                }
                if !std::mem::replace(&mut self.list, true) {
                    self.line("<ul>");
                }
                self.entry = true;
                self.line(&format!("<li>{words}"));
                return;
            }
            Role::Aside if self.entry => {
                self.line(&format!("<p class=\"aside\">{words}</p>"));
                return;
            }
            _ => {}
        }
        if item.depth == 0 {
            self.leave();
        } else {
            self.close_list();
        }
        let tone = tone(item.tone);
        self.line(&match item.role {
            Role::Answer => format!("<h1 class=\"answer {tone}\">{words}</h1>"),
            Role::Now => format!("<p class=\"now\">{words}</p>"),
            Role::Group => format!("<h3>{words}</h3>"),
            Role::Aside => format!("<p class=\"aside\">{words}</p>"),
            Role::Text | Role::Entry => format!("<p>{words}</p>"),
        });
    }

    /// Rows of a table; where it is too narrow for columns, the style sheet stacks them, and roles keep their meaning.
    fn grid(&mut self, grid: &Grid) {
        self.line("<table role=\"table\">");
        self.line("<thead role=\"rowgroup\"><tr role=\"row\">");
        for column in &grid.columns {
            let class = if column.amounts { " class=\"amount\"" } else { "" };
            self.line(&format!(
                "<th scope=\"col\" role=\"columnheader\"{class}>{}</th>",
                Escaped(&column.title)
            ));
        }
        self.line("</tr></thead>\n<tbody role=\"rowgroup\">");
        for place in 0..grid.rows {
            self.line("<tr role=\"row\">");
            for (column, titled) in grid.columns.iter().zip(0_usize..) {
                let Some(cell) = column.cells.get(place) else {
                    continue;
                };
                let title = Escaped(&column.title);
                let words = cell_words(cell);
                let class = if column.amounts { " class=\"amount\"" } else { "" };
                self.line(&match titled {
                    0 => format!("<th scope=\"row\" role=\"rowheader\" data-title=\"{title}\">{words}</th>"),
                    _ => format!("<td role=\"cell\" data-title=\"{title}\"{class}>{words}</td>"),
                });
            }
            self.line("</tr>");
        }
        self.line("</tbody>\n</table>");
    }
}

/// Sign, first words and text of an item.
fn words(item: &Item) -> String {
    let mut out = String::new();
    if let Some(sign) = item.sign {
        out.push_str(&sign_of(sign));
        out.push(' ');
    }
    if !item.lead.is_empty() {
        // Writing to a string cannot fail.
        let _ = write!(out, "<strong>{}</strong> ", Escaped(item.lead.trim_end()));
    }
    out.push_str(&escaped(&item.body));
    out
}

/// A sign says nothing that the words do not; what reads a page aloud leaves it out.
fn sign_of(sign: Sign) -> String {
    format!(
        "<span class=\"sign {}\" aria-hidden=\"true\">{}</span>",
        tone(sign.tone()),
        Escaped(&sign.text())
    )
}

fn cell_words(cell: &Cell) -> String {
    match (cell.sign, &cell.text) {
        (Some(sign), Some(text)) => format!("{} {}", sign_of(sign), Escaped(text)),
        (None, Some(text)) => escaped(text),
        (_, None) => escaped(&cell.shown()),
    }
}

const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Strong => "strong",
        Tone::Good => "good",
        Tone::Unsure => "unsure",
        Tone::Bad => "bad",
        Tone::Weak => "weak",
    }
}
