//! The engine: tables and texts, loaded once, asked often.

use crate::answer::{Answer, TimelineOut};
use tierspayant_core::decision::{Decision, check};
use tierspayant_core::finding::Reason;
use tierspayant_core::model::{Date, Dossier};
use tierspayant_core::question::Case;
use tierspayant_core::timeline::{Timeline, timeline};
use tierspayant_core::whatif::{billable_days, corrections};
use tierspayant_dossier::{InputError, parse_dossier};
use tierspayant_tables::{Files, TableError, TableSet};
use tierspayant_text::{Explained, draw_timeline, explain};

pub use tierspayant_text::{Audience, Lang, Style};

/// Tables and texts that answer dossiers. It never changes once it is made, and threads may share it.
#[derive(Debug)]
pub struct Engine {
    tables: TableSet,
    texts: tierspayant_text::Texts,
}

/// Why an engine cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// A table is refused.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A text is refused.
    #[error(transparent)]
    Text(#[from] tierspayant_text::TextError),
}

/// What an answer should hold besides the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The language of the messages.
    pub lang: Lang,
    /// Whether to look for earliest and latest day and for corrections.
    pub what_if: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            lang: Lang::Fr,
            what_if: true,
        }
    }
}

impl Engine {
    /// The engine with the tables and texts compiled in.
    pub fn embedded() -> Result<Self, EngineError> {
        Ok(Engine {
            tables: tierspayant_tables::embedded()?,
            texts: tierspayant_text::Texts::embedded()?,
        })
    }

    /// An engine with other tables, checked as those compiled in.
    pub fn with_tables(files: &Files) -> Result<Self, EngineError> {
        Ok(Engine {
            tables: tierspayant_tables::load(files)?,
            texts: tierspayant_text::Texts::embedded()?,
        })
    }

    /// The tables.
    pub const fn tables(&self) -> &TableSet {
        &self.tables
    }

    /// The texts.
    pub const fn texts(&self) -> &tierspayant_text::Texts {
        &self.texts
    }

    /// Decodes a dossier through the tables.
    pub fn case(&self, dossier: &Dossier) -> Case {
        Case::new(&self.tables.decision, dossier)
    }

    /// Decides a case, without text.
    pub fn decide(&self, case: &Case) -> Decision {
        check(&self.tables.decision, case)
    }

    /// Answers a dossier.
    pub fn check(&self, dossier: &Dossier, options: &Options) -> Answer {
        let case = self.case(dossier);
        let decision = self.decide(&case);
        self.answer(dossier, &case, &decision, options)
    }

    /// Writes out a decision that was made before, with its messages: the dossier and the case are those it was made on.
    pub fn answer(&self, dossier: &Dossier, case: &Case, decision: &Decision, options: &Options) -> Answer {
        Answer::new(self, dossier, case, decision, options)
    }

    /// Answers a dossier written as JSON, with one line of JSON.
    pub fn check_json(&self, bytes: &[u8], options: &Options) -> Result<String, InputError> {
        Ok(self.check(&parse_dossier(bytes)?, options).to_json())
    }

    /// Explains the answer to a dossier as a page to read.
    pub fn explain(&self, dossier: &Dossier, lang: Lang, audience: Audience, style: Style) -> String {
        let case = self.case(dossier);
        let tables = &self.tables.decision;
        let explained = Explained {
            decision: &self.decide(&case),
            claim: &dossier.claim,
            days: billable_days(tables, &case),
            corrections: &corrections(tables, &case),
            tables,
        };
        explain(&self.texts, &explained, lang, audience, style)
    }

    /// Draws the rights of a dossier's person from one day to another, and the answer to the claim on each day.
    pub fn draw_timeline(
        &self,
        dossier: &Dossier,
        first: Date,
        last: Date,
        lang: Lang,
        style: Style,
    ) -> String {
        let timeline = self.timeline(&self.case(dossier), first, last);
        draw_timeline(&self.texts, &timeline, dossier.claim.care_date, lang, style)
    }

    /// The rights of a dossier's person from one day to another, bounds included.
    pub fn timeline(&self, case: &Case, first: Date, last: Date) -> Timeline {
        timeline(&self.tables.decision, case, first, last)
    }

    /// The same as JSON.
    pub fn timeline_json(&self, dossier: &Dossier, first: Date, last: Date) -> String {
        let timeline = self.timeline(&self.case(dossier), first, last);
        // Strings and lists only: writing them cannot fail.
        serde_json::to_string_pretty(&TimelineOut::new(dossier, &timeline)).unwrap_or_default()
    }

    pub(crate) fn message(&self, lang: Lang, reason: &Reason, line: Option<&str>) -> String {
        self.texts.reason(lang, Audience::Counter, reason, line)
    }
}
