//! The rules with their law, and what follows from each reason.

use super::grounds::Right;
use crate::ids::{ReasonId, RejectClass, RemedySet, RuleId};
use crate::model::{Date, List, Period, Text, text_enum};

text_enum! {
    /// How sure a reference is.
    Confidence {
        /// The official text was read.
        Official = "official",
        /// Official content read through a third party's copy.
        OfficialCopy = "official_copy",
        /// A page of the administration.
        Administration = "administration",
        /// Code of a vendor or an integrator.
        Vendor = "vendor",
        /// Press, union, law firm.
        Secondary = "secondary",
        /// Inferred by the authors of the tables.
        Inferred = "inferred",
        /// A choice of this product, no law.
        Product = "product",
    }
}

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Article, page or document.
    pub text: Text,
    /// How sure.
    pub confidence: Confidence,
    /// The day on which it was last checked.
    pub checked: Date,
}

/// A rule with its law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleInfo {
    /// The rule.
    pub id: RuleId,
    /// What it says, in a few words.
    pub title: Text,
    /// The care dates for which it holds.
    pub validity: Period,
    /// Where it comes from.
    pub reference: Reference,
}

/// What follows from a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonInfo {
    /// The reason.
    pub id: ReasonId,
    /// What to do next.
    pub remedies: RemedySet,
    /// What to do besides when no online source decided.
    pub remedies_offline: RemedySet,
    /// The right that it is about, where its rule does not say which it looked for.
    pub about: Option<Right>,
    /// The reject to expect when the claim is sent all the same.
    pub reject: Option<RejectClass>,
    /// Whether the risk is a payment that is reclaimed later.
    pub indu: Option<InduRisk>,
}

text_enum! {
    /// Why a payment may be reclaimed later (indu).
    InduRisk {
        /// A proof document is missing.
        MissingProof = "missing_proof",
        /// Data were overridden.
        Overridden = "overridden",
    }
}

/// Every rule and every reason, each exactly once, in the order of their lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulebook {
    rules: List<RuleInfo>,
    reasons: List<ReasonInfo>,
}

impl Rulebook {
    /// A rulebook that holds every rule and every reason exactly once, or the first id that does not fit.
    pub fn new(mut rules: Vec<RuleInfo>, mut reasons: Vec<ReasonInfo>) -> Result<Self, &'static str> {
        rules.sort_by_key(|rule| rule.id);
        reasons.sort_by_key(|reason| reason.id);
        for (place, id) in RuleId::ALL.iter().enumerate() {
            if rules.get(place).map(|rule| rule.id) != Some(*id) {
                return Err(id.as_str());
            }
        }
        for (place, id) in ReasonId::ALL.iter().enumerate() {
            if reasons.get(place).map(|reason| reason.id) != Some(*id) {
                return Err(id.as_str());
            }
        }
        if let Some(extra) = rules.get(RuleId::ALL.len()) {
            return Err(extra.id.as_str());
        }
        match reasons.get(ReasonId::ALL.len()) {
            Some(extra) => Err(extra.id.as_str()),
            None => Ok(Rulebook {
                rules: rules.into(),
                reasons: reasons.into(),
            }),
        }
    }

    /// The rulebook compiled in, which a build has made by [`Rulebook::new`].
    pub const fn compiled(rules: &'static [RuleInfo], reasons: &'static [ReasonInfo]) -> Self {
        Rulebook {
            rules: List::Borrowed(rules),
            reasons: List::Borrowed(reasons),
        }
    }

    /// A rule with its law.
    pub fn rule(&self, id: RuleId) -> Option<&RuleInfo> {
        self.rules.get(usize::from(id as u8))
    }

    /// What follows from a reason.
    pub fn reason(&self, id: ReasonId) -> Option<&ReasonInfo> {
        self.reasons.get(usize::from(id as u8))
    }

    /// What follows from every reason, in the order of their ids.
    pub fn reasons(&self) -> &[ReasonInfo] {
        &self.reasons
    }

    /// Every rule, in the order of their ids.
    pub fn rules(&self) -> &[RuleInfo] {
        &self.rules
    }
}
