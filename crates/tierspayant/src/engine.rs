//! The engine: tables and texts, loaded once, asked often.

use crate::answer::Answer;
use tierspayant_core::decision::{Case, Decision, Reason, check};
use tierspayant_core::model::{Date, Dossier};
use tierspayant_core::timeline::{Timeline, timeline};
use tierspayant_dossier::{InputError, parse_dossier};
use tierspayant_tables::{Files, TableError, TableSet};

pub use tierspayant_text::{Audience, Lang};

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
        Answer::new(self, dossier, &case, &decision, options)
    }

    /// Answers a dossier written as JSON, with one line of JSON.
    pub fn check_json(&self, bytes: &[u8], options: &Options) -> Result<String, InputError> {
        Ok(self.check(&parse_dossier(bytes)?, options).to_json())
    }

    /// The rights of a dossier's person from one day to another, bounds included.
    pub fn timeline(&self, case: &Case, first: Date, last: Date) -> Timeline {
        timeline(&self.tables.decision, case, first, last)
    }

    pub(crate) fn message(&self, lang: Lang, reason: &Reason, line: Option<&str>) -> String {
        self.texts
            .reason(lang, tierspayant_text::Audience::Counter, reason, line)
    }
}
