//! The engine: tables and texts, loaded once, asked often.

use crate::answer::TimelineOut;
use crate::checked::Checked;
use std::borrow::Cow;
use std::sync::Arc;
use tierspayant_core::model::{Date, Dossier};
use tierspayant_core::question::Case;
use tierspayant_core::timeline::{Timeline, timeline};
use tierspayant_format::{InputError, parse_dossier};
use tierspayant_tables::{Files, TableError, TableSet};
use tierspayant_text::{MarkedDays, Texts, draw_timeline, timeline_svg};

pub use tierspayant_text::{Audience, HtmlFrame, HtmlStyle, Lang, Medium, Style};

/// Tables and texts that answer dossiers. It never changes once it is made, and threads may share it; no lock is ever
/// taken, so that a process may fork whatever its threads do.
///
/// Making the one that is compiled in costs nothing: tables and texts are constants. A clone is cheap and shares what
/// the first one loaded.
#[derive(Clone, Debug)]
pub struct Engine {
    tables: Loaded,
    texts: Texts,
}

/// Where the tables are.
#[derive(Clone, Debug)]
enum Loaded {
    CompiledIn(&'static TableSet),
    AtRunTime(Arc<TableSet>),
}

/// What an answer should hold besides the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The language of the messages.
    pub lang: Lang,
    /// Whether to look for earliest and latest day and for corrections.
    pub what_if: bool,
    /// Whether to say each reason, and what to do, in words.
    pub texts: bool,
    /// Whether to give the digest of the dossier, which costs more than the decision.
    pub digest: bool,
}

impl Options {
    /// The same without words: who shows the answer otherwise has them from [`Checked::message`] when it asks.
    #[must_use]
    pub const fn without_texts(self) -> Self {
        Options { texts: false, ..self }
    }

    /// The same without the digest of the dossier.
    #[must_use]
    pub const fn without_digest(self) -> Self {
        Options {
            digest: false,
            ..self
        }
    }

    /// The same without earliest and latest day, and without corrections.
    #[must_use]
    pub const fn without_what_if(self) -> Self {
        Options {
            what_if: false,
            ..self
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Options {
            lang: Lang::Fr,
            what_if: true,
            texts: true,
            digest: true,
        }
    }
}

impl Engine {
    /// The engine with the tables and texts compiled in.
    pub const fn embedded() -> Self {
        Engine {
            tables: Loaded::CompiledIn(tierspayant_tables::embedded()),
            texts: Texts::embedded(),
        }
    }

    /// An engine with other tables, checked as those compiled in.
    ///
    /// # Errors
    ///
    /// A table that is refused, with its file and line.
    pub fn with_tables(files: &Files) -> Result<Self, TableError> {
        Ok(Engine {
            tables: Loaded::AtRunTime(Arc::new(tierspayant_tables::load(files)?)),
            texts: Texts::embedded(),
        })
    }

    /// The tables.
    pub fn tables(&self) -> &TableSet {
        match &self.tables {
            Loaded::CompiledIn(tables) => tables,
            Loaded::AtRunTime(tables) => tables,
        }
    }

    /// The texts.
    pub const fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Answers a dossier.
    pub fn check<'a>(&'a self, dossier: &'a Dossier) -> Checked<'a> {
        Checked::new(Cow::Borrowed(self), Cow::Borrowed(dossier))
    }

    /// Answers a dossier that the answer keeps, so that it outlives this engine.
    pub fn check_owned(&self, dossier: Dossier) -> Checked<'static> {
        Checked::new(Cow::Owned(self.clone()), Cow::Owned(dossier))
    }

    /// Answers a dossier written as JSON, with one line of JSON.
    ///
    /// # Errors
    ///
    /// A document that is refused, with the place of the fault.
    pub fn check_json(&self, bytes: &[u8], options: &Options) -> Result<String, InputError> {
        Ok(self.check(&parse_dossier(bytes)?).to_json(options))
    }

    /// Decodes a dossier through the tables, for what asks the core directly.
    pub fn case(&self, dossier: &Dossier) -> Case {
        Case::new(&self.tables().decision, dossier)
    }

    /// The rights of a dossier's person from one day to another, bounds included, and the answer to the claim on each
    /// day.
    pub fn timeline(&self, dossier: &Dossier, first: Date, last: Date) -> Timeline {
        timeline(&self.tables().decision, &self.case(dossier), first, last)
    }

    /// Draws the timeline of a dossier with characters, or as a picture in a page of HTML.
    pub fn draw_timeline(
        &self,
        dossier: &Dossier,
        timeline: &Timeline,
        lang: Lang,
        medium: impl Into<Medium>,
    ) -> String {
        draw_timeline(self.texts(), timeline, marked(dossier), lang, medium)
    }

    /// Draws the timeline of a dossier as SVG.
    pub fn timeline_svg(
        &self,
        dossier: &Dossier,
        timeline: &Timeline,
        lang: Lang,
        frame: HtmlFrame,
    ) -> String {
        timeline_svg(self.texts(), timeline, marked(dossier), lang, frame)
    }

    /// Writes the timeline of a dossier as indented JSON.
    pub fn timeline_json(&self, dossier: &Dossier, timeline: &Timeline) -> String {
        // Strings and lists only: writing them cannot fail.
        tierspayant_format::to_json_pretty(&TimelineOut::new(dossier, timeline))
    }
}

const fn marked(dossier: &Dossier) -> MarkedDays {
    MarkedDays {
        care: dossier.claim.care_date,
        asked: dossier.as_of,
    }
}
