//! The verdict with its basis, the guarantee and the state of an exemption: never a boolean.

use crate::model::record::{Kind, Listed, Value};
use crate::model::text_enum;

text_enum! {
    /// Why a part is not billable.
    NoBasis {
        /// A rule forbids it.
        Forbidden = "forbidden",
        /// A source that would show the right was read, and shows none.
        NotGranted = "not_granted",
    }
}

text_enum! {
    /// Why a part is undetermined, the most telling first.
    DoubtBasis {
        /// Two facts that cannot both be true.
        Conflict = "conflict",
        /// The right is being registered or is under instruction.
        Pending = "pending",
        /// The facts are too old to be relied on.
        Stale = "stale",
        /// A fact that decides is missing.
        Missing = "missing",
        /// No text that the tables hold settles the point.
        BeyondRules = "beyond_rules",
    }
}

/// Whether a part can be billed in tiers payant.
///
/// The order is from best to worst, so the verdict of a whole is the greatest of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It can be billed.
    Billable,
    /// Nothing settles it: `undetermined` is neither yes nor no.
    Undetermined(DoubtBasis),
    /// It cannot be billed.
    NotBillable(NoBasis),
}

text_enum! {
    /// Whether a part can be billed in tiers payant.
    VerdictWord {
        /// Nothing settles it: neither yes nor no.
        Undetermined = "undetermined",
        /// It can be billed.
        Billable = "billable",
        /// It cannot be billed.
        NotBillable = "not_billable",
    }
}

/// The words of a verdict.
impl Listed for Verdict {
    const KIND: Kind = <VerdictWord as Value>::KIND;
}

/// Why a verdict is not `billable`: the words of either list.
#[derive(Debug)]
pub struct Basis;

impl Listed for Basis {
    const KIND: Kind = Kind::EitherWord(NoBasis::WORDS, DoubtBasis::WORDS);
}

impl Verdict {
    /// The verdict without its basis.
    pub const fn word(self) -> VerdictWord {
        match self {
            Verdict::Billable => VerdictWord::Billable,
            Verdict::Undetermined(_) => VerdictWord::Undetermined,
            Verdict::NotBillable(_) => VerdictWord::NotBillable,
        }
    }

    /// `billable`, `undetermined` or `not_billable`.
    pub const fn as_str(self) -> &'static str {
        self.word().as_str()
    }

    /// The basis of a verdict that is not `billable`.
    pub const fn basis(self) -> Option<&'static str> {
        match self {
            Verdict::Billable => None,
            Verdict::Undetermined(basis) => Some(basis.as_str()),
            Verdict::NotBillable(basis) => Some(basis.as_str()),
        }
    }

    /// The worse of two verdicts; of two of a kind, the one whose basis tells more.
    pub const fn worse(self, other: Verdict) -> Verdict {
        if self.weight() >= other.weight() {
            self
        } else {
            other
        }
    }

    /// What a verdict weighs against another. Bases are declared from the most telling on.
    const fn weight(self) -> u16 {
        match self {
            Verdict::Billable => 0,
            Verdict::Undetermined(basis) => 0x1ff - basis as u16,
            Verdict::NotBillable(basis) => 0x2ff - basis as u16,
        }
    }
}

text_enum! {
    /// Payment of the AMO share, a property of where the data came from.
    Guarantee {
        /// Nothing guarantees it: forced, opposed, or without the card and without a fund's answer.
        None = "none",
        /// Not known, because what became of the card was not said.
        Unknown = "unknown",
        /// Rejects for rights are unlikely, but no law guarantees payment.
        Likely = "likely",
        /// The card was read and its data were not changed by hand.
        Guaranteed = "guaranteed",
    }
}

text_enum! {
    /// What became of the exemption on a line.
    ExemptionState {
        /// A source that decides shows it on the date that counts.
        Confirmed = "confirmed",
        /// The line claims none.
        NotClaimed = "not_claimed",
        /// The source that decides shows none.
        NotRecorded = "not_recorded",
        /// It is recorded, and starts later.
        NotStarted = "not_started",
        /// It is recorded, and ended before.
        Ended = "ended",
        /// It is being registered or under instruction.
        Pending = "pending",
        /// The care has nothing to do with it.
        Unrelated = "unrelated",
        /// Sources, or the claim itself, contradict each other.
        Contradicted = "contradicted",
        /// Nothing settles it.
        Unknown = "unknown",
    }
}

#[cfg(test)]
#[path = "verdict_tests.rs"]
mod tests;
