//! The words of the answer, written once per table.

use crate::classes::Word;
use arrow_array::types::Int16Type;
use arrow_array::{ArrayRef, DictionaryArray, Int16Array, StringArray};
use arrow_schema::{ArrowError, DataType};
use arrow_select::take::take;
use std::sync::Arc;
use tierspayant::core::ids::{ReasonId, RejectClass};
use tierspayant::core::tables::DateRole;
use tierspayant::core::verdict::{DoubtBasis, ExemptionState, Guarantee, NoBasis};

/// How the words of the answer are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// As dictionaries: two bytes a word, for there are more than 128 reasons.
    #[default]
    Dictionary,
    /// As plain text, for engines without dictionaries.
    Text,
}

impl Encoding {
    /// The type of a column of words.
    pub(crate) fn word(self) -> DataType {
        match self {
            Encoding::Dictionary => DataType::Dictionary(Box::new(DataType::Int16), Box::new(DataType::Utf8)),
            Encoding::Text => DataType::Utf8,
        }
    }
}

/// How many bases of `not_billable` stand before those of `undetermined`.
pub(crate) const BASES: i16 = 2;

const _: () = assert!(NoBasis::ALL.len() == BASES as usize);

/// How many classes of reject there are.
pub(crate) const REJECTS: usize = RejectClass::ALL.len();

/// The words, as arrays that every batch shares.
#[derive(Clone, Debug)]
pub(crate) struct Coder {
    encoding: Encoding,
    pub(crate) verdicts: ArrayRef,
    pub(crate) bases: ArrayRef,
    pub(crate) guarantees: ArrayRef,
    pub(crate) exemptions: ArrayRef,
    pub(crate) date_roles: ArrayRef,
    pub(crate) reasons: ArrayRef,
    pub(crate) rejects: ArrayRef,
}

impl Coder {
    pub(crate) fn new(encoding: Encoding) -> Self {
        let no = NoBasis::ALL.iter().map(|one| one.as_str());
        let doubt = DoubtBasis::ALL.iter().map(|one| one.as_str());
        Coder {
            encoding,
            verdicts: words(["billable", "not_billable", "undetermined"]),
            bases: words(no.chain(doubt)),
            guarantees: words(Guarantee::ALL.iter().map(|one| one.as_str())),
            exemptions: words(ExemptionState::ALL.iter().map(|one| one.as_str())),
            date_roles: words(DateRole::ALL.iter().map(|one| one.as_str())),
            reasons: words(ReasonId::ALL.iter().map(|one| one.as_str())),
            rejects: words(RejectClass::ALL.iter().map(|one| one.as_str())),
        }
    }

    /// The words of a column of one word, and which of those of an answer it holds; nothing where it is no such column.
    pub(crate) fn of_column(&self, name: &str) -> Option<(&ArrayRef, Word)> {
        Some(match name {
            "verdict" => (&self.verdicts, Word::Verdict),
            "basis" => (&self.bases, Word::Basis),
            "guarantee" => (&self.guarantees, Word::Guarantee),
            "exemption_state" => (&self.exemptions, Word::Exemption),
            "date_role" => (&self.date_roles, Word::DateRole),
            "amo" => (&self.verdicts, Word::Amo),
            "amo_basis" => (&self.bases, Word::AmoBasis),
            "amc" => (&self.verdicts, Word::Amc),
            "amc_basis" => (&self.bases, Word::AmcBasis),
            "claim_verdict" => (&self.verdicts, Word::ClaimVerdict),
            "claim_basis" => (&self.bases, Word::ClaimBasis),
            "cause" => (&self.reasons, Word::Cause),
            _ => return None,
        })
    }

    /// A column of words from their places.
    pub(crate) fn column(&self, words: &ArrayRef, places: Int16Array) -> Result<ArrayRef, ArrowError> {
        match self.encoding {
            Encoding::Dictionary => {
                let words = Arc::clone(words);
                Ok(Arc::new(DictionaryArray::<Int16Type>::try_new(places, words)?))
            }
            Encoding::Text => take(words, &places, None),
        }
    }
}

fn words(words: impl IntoIterator<Item = &'static str>) -> ArrayRef {
    Arc::new(words.into_iter().map(Some).collect::<StringArray>())
}
