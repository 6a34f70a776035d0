//! The tables, record by record. A field that is added to one does not compile until it is written here as well.

use crate::TableSet;
use crate::constant::{Constant, list};
use tierspayant_core::finding::FactKey;
use tierspayant_core::ids::{ReasonId, RejectClass, RemedyId, RuleId};
use tierspayant_core::model::{Category, PaidInstead, Setting, Share, Trait, Vocabulary};
use tierspayant_core::tables::{
    AgeRange, AldMeaning, Biller, CareForAges, ClaimedGround, Codebook, Confidence, ContractNumber,
    ContractType, DateRule, DocumentEffect, DocumentRule, Domain, ExemptCare, FluCampaign, FluTargets,
    Forced, Ground, Holiday, IncludedCare, InduRisk, LateSupply, LowRates, MissedRight, NotPaid, PastScheme,
    Place, Policy, Products, Prolongation, Prolonged, ReasonInfo, Reference, RemoteCare, Right, RightKind,
    RightsRule, RuleInfo, Rulebook, Situation, SituationPays, SourceTrust, Tables, TypeRange,
};
use tierspayant_core::triage::{
    Abbreviation, Cause, CauseRow, ClassRow, Guidance, KnownReject, Payer, ReasonAbout, Rejects, RightsAsked,
    Spelling, Stemmed, Stems, WordRule,
};
use tierspayant_core::verdict::DoubtBasis;

/// Words of closed lists, by the name of their variant.
macro_rules! words {
    ($($name:ident),+ $(,)?) => { $(impl Constant for $name {
        fn constant(&self) -> String {
            format!("{}::{self:?}", stringify!($name))
        }
    })+ };
}

/// Records, by all of their fields.
macro_rules! records {
    ($($name:ident { $($field:ident),+ $(,)? })+) => { $(impl Constant for $name {
        fn constant(&self) -> String {
            let $name { $($field),+ } = self;
            let fields = [$(format!("{}: {}", stringify!($field), $field.constant())),+];
            format!("{} {{ {} }}", stringify!($name), fields.join(", "))
        }
    })+ };
}

words!(
    ReasonId,
    RejectClass,
    RemedyId,
    RuleId,
    Category,
    FactKey,
    Setting,
    PaidInstead,
    Share,
    Trait,
    Vocabulary,
    AldMeaning,
    ClaimedGround,
    Confidence,
    ContractNumber,
    ContractType,
    DateRule,
    DocumentEffect,
    Forced,
    Ground,
    InduRisk,
    LowRates,
    Prolonged,
    RightKind,
    RightsRule,
    SituationPays,
    Cause,
    Payer,
    RightsAsked,
    DoubtBasis
);

records! {
    TableSet { decision, rejects, triage }
    Tables { edition, digest, covers, codes, sources, dates, rights, policy, products, rules }
    Codebook { exemptions, situations, ald_digits, claim_codes, claimed, missed, suggested_codes, forcing, forcing_of, prolongations, domains, contract_numbers, contract_types, special_schemes, special_schemes_not_settled, situation_scope }
    Domain { categories, settings }
    Situation { grounds, pays, low_rates }
    Prolongation { kinds, ends, months, until, term_months }
    TypeRange { first, last, meaning }
    MissedRight { grounds, nature }
    SourceTrust { strength, online, shows, listed, schemes_not_covered }
    Policy { online_max_age_days, card_update_max_age_days, card_reading_max_age_days, attestation_max_age_days, ends_soon_days, lag_retry_days, maternity_tolerance_days, maternity_days_after_delivery, maternity_months_before_delivery, infant_months, newborn_years, maternity_from_years, psychologist_from_years, other_prescription_months, dependant_years, agreement_silence_days, wheelchair_silence_months, wheelchair_silence_from, agreement_months, flu_campaigns, flu_campaign_starts, past_schemes, accident_recording_days, holidays, local_holidays, local_holiday_funds, age_of_majority, card_needed_above_cents, transmission_working_days, limitation_years, first_supply_months, treatment_months, late_supply, contraceptive_months, conditional_prescription_days, narcotic_prescription_days, maternity_listed_days_before, maternity_listed_days_after, schemes, military_scheme, military_fund, mayotte_scheme, mayotte_fund, acs_last_day, acs_third_party_from, third_party_later, own_prescribers, card_products, card_exceptions, decision_needed, low_rate_drugs, direct_access }
    FluTargets { targeted_from, children_from, children_years, adult_years, targeted_years }
    FluCampaign { fund, from_month, from_day, to_month }
    PastScheme { scheme, last_day }
    LateSupply { from, months }
    AgeRange { from, below }
    ExemptCare { what, validity, category, not_category, setting, ages, code_known, without_prescription, prescribed_unless_exempt, without_card, secret, alone }
    CareForAges { what, ages, every_years, each_year_from, months_before, months_after, mothers_from, months_after_from }
    DocumentRule { what, validity, absent, outside_terms, not_said, nothing_from }
    Place { what, categories, settings }
    Biller { category, settings }
    IncludedCare { what, payer, validity, categories, settings }
    NotPaid { what, before, category, settings, ages }
    RemoteCare { validity, categories }
    Products { exempt, documents, shared, for_ages, places, billers, included, not_paid, remote, flu, ame_excluded, ame_delayed, ame_delay_months, insurer_optional, care_path_from, ald_low_benefit, generic_everywhere_from, generic_exceptions, other_refusals }
    Reference { text, confidence, checked }
    RuleInfo { id, title, validity, reference }
    ReasonInfo { id, remedies, remedies_offline, about, reject, indu }
    KnownReject { class, key, label, aliases, meaning, validity, reference }
    WordRule { class, words, share, reference }
    Stemmed { words, without }
    Stems { text, ends }
    Spelling { keys, labels, stems, short_forms, known, rules }
    Abbreviation { short, long, reference }
    ReasonAbout { id, fact, doubt }
    CauseRow { cause, reasons, asked, steps, reference }
    ClassRow { class, like, cause, reasons, rights, amo, amc, reference }
}

impl Constant for Right {
    fn constant(&self) -> String {
        match self {
            Right::Kind(kind) => format!("Right::Kind({})", kind.constant()),
            Right::Ground(ground) => format!("Right::Ground({})", ground.constant()),
            Right::AnyExemption => "Right::AnyExemption".to_owned(),
        }
    }
}

impl Constant for Holiday {
    fn constant(&self) -> String {
        match self {
            Holiday::Fixed { month, day } => format!("Holiday::Fixed {{ month: {month}, day: {day} }}"),
            Holiday::FromEaster(days) => format!("Holiday::FromEaster({days})"),
        }
    }
}

impl Constant for Rulebook {
    fn constant(&self) -> String {
        format!(
            "Rulebook::compiled(&{}, &{})",
            list(self.rules()),
            list(self.reasons())
        )
    }
}

impl Constant for Guidance {
    fn constant(&self) -> String {
        format!(
            "Guidance::compiled(&{}, &{})",
            list(self.causes()),
            list(self.classes())
        )
    }
}

impl Constant for Rejects {
    fn constant(&self) -> String {
        format!(
            "Rejects::compiled(&{}, &{}, &{}, {})",
            list(self.entries()),
            list(self.rules()),
            list(self.abbreviations()),
            self.spelling().constant()
        )
    }
}
