//! What a page is written for: a terminal, or a browser.

use crate::html;
use crate::layout::Layout;
use crate::paper::{self, Style};
use crate::voice::Lang;

/// What a page is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Lines of text.
    Terminal(Style),
    /// HTML, with the same words.
    Html(HtmlStyle),
}

/// How a page of HTML is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HtmlStyle {
    /// Whether a page shows besides what the counter needs now: every line and date, the law behind each reason, the
    /// reject to expect, the edition of the tables.
    pub details: bool,
    /// What stands around the page.
    pub frame: HtmlFrame,
}

/// What stands around a page of HTML or a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HtmlFrame {
    /// Nothing is missing: a document of its own, with its style sheet and no script.
    #[default]
    Document,
    /// An element with its style sheet, to be put into another page, such as a notebook.
    Styled,
    /// The element alone; the page that holds it has [`STYLE_SHEET`](crate::STYLE_SHEET).
    Bare,
}

impl From<Style> for Medium {
    fn from(style: Style) -> Self {
        Medium::Terminal(style)
    }
}

impl From<HtmlStyle> for Medium {
    fn from(style: HtmlStyle) -> Self {
        Medium::Html(style)
    }
}

impl Medium {
    /// Whether details are asked for.
    pub(crate) const fn details(self) -> bool {
        match self {
            Medium::Terminal(style) => style.details,
            Medium::Html(style) => style.details,
        }
    }

    /// Writes a page that was laid out.
    pub(crate) fn write(self, layout: &Layout, lang: Lang) -> String {
        match self {
            Medium::Terminal(style) => paper::write(layout, style, lang),
            Medium::Html(style) => html::write(layout, style, lang),
        }
    }
}
