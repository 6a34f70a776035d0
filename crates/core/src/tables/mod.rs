//! The dated tables in the form the rules use them: decoded, validated, without text.
//!
//! They are filled by a loader from data files with sources; nothing here holds a code, a date or a rate of its own.

mod by_trait;
mod grounds;
mod holidays;
mod meanings;
mod named_days;
mod policy;
mod products;
mod rulebook;

pub use by_trait::{AboutTrait, ByTrait};
pub use grounds::{Ground, GroundSet, Right, RightKind, RightSet};
pub use holidays::{Holiday, HolidayError, easter, is_weekend};
pub use meanings::{
    AldMeaning, CategorySet, ClaimedGround, ClaimedGrounds, Codebook, ContractNumber, ContractType, Domain,
    Forced, LowRates, MissedRight, Prolongation, Prolonged, SettingSet, Situation, SituationPays, TypeRange,
};
pub use policy::{
    DateRole, DateRule, FluCampaign, LateSupply, PastScheme, Policy, RightsRule, SourceTrust, TraitSet,
};
pub use products::{
    AgeRange, Biller, CareForAges, DocumentEffect, DocumentRule, ExemptCare, FluTargets, Holds, IncludedCare,
    NotPaid, Place, Products, RemoteCare,
};
pub use rulebook::{Confidence, InduRisk, ReasonInfo, Reference, RuleInfo, Rulebook};

use crate::model::{Category, Period, Source, Text};

/// Everything the decision reads besides the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// Edition of the rules, such as `2026.11`.
    pub edition: Text,
    /// Hexadecimal digest of the table files.
    pub digest: Text,
    /// The care dates that the tables cover.
    pub covers: Period,
    /// What codes mean.
    pub codes: Codebook,
    /// What each source can show and how far it is trusted, in the order of [`Source::ALL`].
    pub sources: [SourceTrust; Source::ALL.len()],
    /// Which date counts, in the order of [`Category::ALL`].
    pub dates: [DateRule; Category::ALL.len()],
    /// On which day base rights are read, in the order of [`Category::ALL`].
    pub rights: [RightsRule; Category::ALL.len()],
    /// Ages, delays and thresholds.
    pub policy: Policy,
    /// Care and products with dates of their own.
    pub products: Products,
    /// The rules with their law, and what follows from each reason.
    pub rules: Rulebook,
}

impl Tables {
    /// What a source can show and how far it is trusted.
    pub fn source(&self, source: Source) -> &SourceTrust {
        let [bdo, adri, cdri, portal, attestation, vitale, apcv, manual, amc] = &self.sources;
        match source {
            Source::Bdo => bdo,
            Source::Adri => adri,
            Source::Cdri => cdri,
            Source::Portal => portal,
            Source::Attestation => attestation,
            Source::Vitale => vitale,
            Source::Apcv => apcv,
            Source::Manual => manual,
            Source::Amc => amc,
        }
    }

    /// Which date counts for a category.
    pub fn date_rule(&self, category: Category) -> DateRule {
        let rule = self.dates.get(usize::from(category as u8));
        rule.copied().unwrap_or(DateRule::NotSettled)
    }

    /// On which day the base rights of a category are read.
    pub fn rights_rule(&self, category: Category) -> RightsRule {
        let rule = self.rights.get(usize::from(category as u8));
        rule.copied().unwrap_or(RightsRule::Both)
    }
}
