//! One reason: what a rule found, and on what.

use super::facts::{FactKey, FactValue, Facts};
use crate::ids::{ReasonId, RejectClass, RemedySet};
use crate::model::{Share, text_enum};
use crate::tables::{RightKind, Rulebook};
use crate::verdict::{DoubtBasis, NoBasis, Verdict};

text_enum! {
    /// How much a reason weighs.
    Severity {
        /// The part is not billable.
        Blocking = "blocking",
        /// The part is undetermined.
        Doubt = "doubt",
        /// Said, and changes no verdict.
        Notice = "notice",
    }
}

/// What a reason does to the parts that it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// They are not billable.
    Block(NoBasis),
    /// They are undetermined.
    Doubt(DoubtBasis),
    /// Nothing.
    Notice,
}

impl Effect {
    /// The severity of this effect.
    pub const fn severity(self) -> Severity {
        match self {
            Effect::Block(_) => Severity::Blocking,
            Effect::Doubt(_) => Severity::Doubt,
            Effect::Notice => Severity::Notice,
        }
    }

    /// The verdict of a part that has only this reason.
    pub const fn verdict(self) -> Verdict {
        match self {
            Effect::Block(basis) => Verdict::NotBillable(basis),
            Effect::Doubt(basis) => Verdict::Undetermined(basis),
            Effect::Notice => Verdict::Billable,
        }
    }
}

/// What a rule found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// What it does.
    pub effect: Effect,
    /// Its id.
    pub id: ReasonId,
    /// The share that it concerns; both when absent.
    pub share: Option<Share>,
    /// The line that it concerns, by its place in the claim; all when absent.
    pub line: Option<u16>,
    /// The facts that were compared.
    pub facts: Facts,
    /// What to do next.
    pub remedies: RemedySet,
}

impl Reason {
    /// The class of reject to expect when a claim with this reason is sent all the same. A private contract is the
    /// insurer's matter: no CSS on record contradicts it.
    pub fn reject(&self, rules: &Rulebook) -> Option<RejectClass> {
        let class = rules.reason(self.id)?.reject?;
        let private = FactValue::Word(RightKind::PrivateContract.as_str());
        Some(match class {
            RejectClass::ContractTypeIncompatible if self.facts.get(FactKey::Right) == Some(private) => {
                RejectClass::ComplementaryUnknown
            }
            class => class,
        })
    }
}
