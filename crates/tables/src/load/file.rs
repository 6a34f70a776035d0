//! One file of a set, read with errors that name its lines.

use crate::given::{Read, Unfit};
use crate::wire::Word;
use crate::{Files, TableError};
use std::str::FromStr;
use tierspayant_core::model::{Date, List, Period, Text};
use tierspayant_core::tables::{Confidence, GroundSet, Reference, TraitSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One file, and the errors that name its lines.
pub(crate) struct File<'f> {
    name: &'static str,
    pub(crate) text: &'f str,
}

impl<'f> File<'f> {
    pub(crate) fn open(files: &'f Files, name: &'static str) -> Result<Self, TableError> {
        files
            .get(name)
            .map(|text| File { name, text })
            .ok_or(TableError::Missing { file: name })
    }

    /// The place after the last byte, for what is missing.
    pub(crate) const fn eof(&self) -> usize {
        self.text.len()
    }

    pub(crate) fn wrong(&self, at: usize, why: impl ToString) -> TableError {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        TableError::Wrong {
            file: self.name,
            line,
            why: why.to_string(),
        }
    }

    pub(crate) fn parse<T: Read>(&self) -> Result<T, TableError> {
        let table = self.table()?;
        T::read(&table).map_err(|Unfit { at, why }| self.wrong(at, why))
    }

    fn table(&self) -> Result<Spanned<DeValue<'f>>, TableError> {
        let table = DeTable::parse(self.text).map_err(|error| {
            self.wrong(
                error.span().map_or(0, |span| span.start),
                error.message().replace('\n', " "),
            )
        })?;
        Ok(Spanned::new(table.span(), DeValue::Table(table.into_inner())))
    }

    pub(crate) fn word<T: FromStr>(&self, word: &Word) -> Result<T, TableError>
    where
        T::Err: ToString,
    {
        word.get_ref()
            .parse()
            .map_err(|error: T::Err| self.wrong(word.span().start, error.to_string()))
    }

    pub(crate) fn words<T: FromStr + Clone>(&self, words: &[Word]) -> Result<List<T>, TableError>
    where
        T::Err: ToString,
    {
        words.iter().map(|word| self.word(word)).collect()
    }

    pub(crate) fn optional<T: FromStr>(&self, word: Option<&Word>) -> Result<Option<T>, TableError>
    where
        T::Err: ToString,
    {
        word.map(|word| self.word(word)).transpose()
    }

    pub(crate) fn traits(&self, words: &[Word]) -> Result<TraitSet, TableError> {
        Ok(self
            .words(words)?
            .iter()
            .fold(TraitSet::NONE, |set, one| set.with(*one)))
    }

    pub(crate) fn grounds(&self, words: &[Word]) -> Result<GroundSet, TableError> {
        Ok(self
            .words(words)?
            .iter()
            .fold(GroundSet::NONE, |set, one| set.union(GroundSet::of(*one))))
    }

    pub(crate) fn period(&self, from: Option<&Word>, to: Option<&Word>) -> Result<Period, TableError> {
        let day = |word: Option<&Word>| word.map(|word| self.word::<Date>(word)).transpose();
        let at = to.or(from).map_or(0, |word| word.span().start);
        Period::new(day(from)?, day(to)?).map_err(|error| self.wrong(at, error))
    }

    /// An entry without a reference, its confidence and the day of its last check is refused.
    pub(crate) fn reference(
        &self,
        source: &Word,
        confidence: &Word,
        checked: &Word,
    ) -> Result<Reference, TableError> {
        if source.get_ref().trim().is_empty() {
            return Err(self.wrong(source.span().start, "a reference is missing"));
        }
        let confidence: Confidence = self.word(confidence)?;
        Ok(Reference {
            text: text(source),
            confidence,
            checked: self.word(checked)?,
        })
    }

    /// A code without a label that a reader understands is refused.
    pub(crate) fn labelled(&self, label: &Word) -> Result<(), TableError> {
        let empty = label.get_ref().trim().is_empty();
        if empty {
            Err(self.wrong(label.span().start, "a label is missing"))
        } else {
            Ok(())
        }
    }

    pub(crate) fn once(&self, fresh: bool, word: &Word) -> Result<(), TableError> {
        if fresh {
            Ok(())
        } else {
            Err(self.wrong(word.span().start, "this entry stands twice"))
        }
    }
}

/// A word as a text of the tables.
pub(crate) fn text(word: &Word) -> Text {
    word.get_ref().clone().into()
}
