//! One file of a set, read with errors that name its lines.

use crate::given::{Given, Read, Word, Words};
use crate::wire::Proof;
use crate::{Files, TableError};
use std::fmt::Display;
use std::str::FromStr;
use tierspayant_core::model::{Date, List, Period, Text};
use tierspayant_core::tables::{Confidence, GroundSet, Reference, TraitSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Why a table is refused. A pointer and no more: every value of a file may hand one on.
pub(crate) type Refused = Box<TableError>;

/// One file, and the errors that name its lines.
pub(crate) struct File<'f> {
    name: &'static str,
    pub(crate) text: &'f str,
}

impl<'f> File<'f> {
    pub(crate) fn open(files: &'f Files, name: &'static str) -> Result<Self, Refused> {
        files
            .get(name)
            .map(|text| File { name, text })
            .ok_or_else(|| Box::new(TableError::Missing { file: name }))
    }

    /// The place after the last byte, for what is missing.
    pub(crate) const fn eof(&self) -> usize {
        self.text.len()
    }

    pub(crate) fn wrong(&self, at: usize, why: impl Display) -> Refused {
        self.refused(at, &why)
    }

    /// [`File::wrong`] for every reason.
    #[inline(never)]
    fn refused(&self, at: usize, why: &dyn Display) -> Refused {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Box::new(TableError::Wrong {
            file: self.name,
            line,
            why: why.to_string(),
        })
    }

    /// What a table of the file holds.
    pub(crate) fn read<'g, T: Read<'g>>(&self, table: Given<'g>) -> Result<T, Refused> {
        T::read(table).map_err(|unfit| self.refused(unfit.at, &unfit.why))
    }

    /// The whole file as one table.
    pub(crate) fn table(&self) -> Result<Spanned<DeValue<'f>>, Refused> {
        let table = DeTable::parse(self.text).map_err(|error| {
            self.wrong(
                error.span().map_or(0, |span| span.start),
                error.message().replace('\n', " "),
            )
        })?;
        Ok(Spanned::new(table.span(), DeValue::Table(table.into_inner())))
    }

    pub(crate) fn word<T: FromStr>(&self, word: Word<'_>) -> Result<T, Refused>
    where
        T::Err: Display,
    {
        word.text
            .parse()
            .map_err(|error: T::Err| self.refused(word.at, &error))
    }

    pub(crate) fn words<T: FromStr + Clone>(&self, words: Words<'_>) -> Result<List<T>, Refused>
    where
        T::Err: Display,
    {
        words.iter().map(|word| self.word(word)).collect()
    }

    pub(crate) fn optional<T: FromStr>(&self, word: Option<Word<'_>>) -> Result<Option<T>, Refused>
    where
        T::Err: Display,
    {
        word.map(|word| self.word(word)).transpose()
    }

    pub(crate) fn traits(&self, words: Words<'_>) -> Result<TraitSet, Refused> {
        words
            .iter()
            .try_fold(TraitSet::NONE, |set, word| Ok(set.with(self.word(word)?)))
    }

    pub(crate) fn grounds(&self, words: Words<'_>) -> Result<GroundSet, Refused> {
        words.iter().try_fold(GroundSet::NONE, |set, word| {
            Ok(set.union(GroundSet::of(self.word(word)?)))
        })
    }

    pub(crate) fn period(&self, from: Option<Word<'_>>, to: Option<Word<'_>>) -> Result<Period, Refused> {
        let at = to.or(from).map_or(0, |word| word.at);
        let (from, to): (Option<Date>, Option<Date>) = (self.optional(from)?, self.optional(to)?);
        Period::new(from, to).map_err(|error| self.wrong(at, error))
    }

    /// An entry without a reference, its confidence and the day of its last check is refused.
    pub(crate) fn reference(&self, proof: Proof<'_>) -> Result<Reference, Refused> {
        if proof.source.text.trim().is_empty() {
            return Err(self.wrong(proof.source.at, "a reference is missing"));
        }
        let confidence: Confidence = self.word(proof.confidence)?;
        Ok(Reference {
            text: text(proof.source),
            confidence,
            checked: self.word(proof.checked)?,
        })
    }

    /// A code without a label that a reader understands is refused.
    pub(crate) fn labelled(&self, label: Word<'_>) -> Result<(), Refused> {
        if label.text.trim().is_empty() {
            Err(self.wrong(label.at, "a label is missing"))
        } else {
            Ok(())
        }
    }

    pub(crate) fn once(&self, fresh: bool, word: Word<'_>) -> Result<(), Refused> {
        if fresh {
            Ok(())
        } else {
            Err(self.wrong(word.at, "this entry stands twice"))
        }
    }
}

/// A word as a text of the tables.
pub(crate) fn text(word: Word<'_>) -> Text {
    word.text.to_owned().into()
}
