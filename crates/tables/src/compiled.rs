//! The tables as the build script has loaded and written them.

use crate::TableSet;
use tierspayant_core::finding::FactKey;
use tierspayant_core::ids::{ReasonId, RejectClass, RemedyId, RemedySet, RuleId};
use tierspayant_core::model::{
    Category, Code, Date, List, Lookup, PaidInstead, Period, Setting, Share, Text, Trait, Vocabulary,
};
use tierspayant_core::tables::{
    AgeRange, AldMeaning, Biller, ByTrait, CareForAges, CategorySet, ClaimedGround, ClaimedGrounds, Codebook,
    Confidence, ContractNumber, ContractType, DateRule, DocumentEffect, DocumentRule, Domain, ExemptCare,
    FluCampaign, FluTargets, Forced, Ground, GroundSet, Holiday, IncludedCare, InduRisk, LateSupply,
    LowRates, MissedRight, NotPaid, PastScheme, Place, Policy, Products, Prolongation, Prolonged, ReasonInfo,
    Reference, RemoteCare, Right, RightKind, RightSet, RightsRule, RuleInfo, Rulebook, SettingSet, Situation,
    SituationPays, SourceTrust, Tables, TraitSet, TypeRange,
};
use tierspayant_core::triage::{
    Abbreviation, Cause, CauseRow, ClassRow, Guidance, KnownReject, Payer, ReasonAbout, Rejects, RightsAsked,
    Spelling, Stemmed, Stems, WordRule,
};
use tierspayant_core::verdict::DoubtBasis;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The tables compiled in.
pub const fn embedded() -> &'static TableSet {
    &TABLES
}

/// A day of the tables. One that is none fails the build.
#[expect(
    clippy::panic,
    reason = "only constants are made by it: what cannot be fails the build"
)]
const fn day(days: i32) -> Date {
    match Date::from_unix_days(days) {
        Ok(day) => day,
        Err(_) => panic!("no such day"),
    }
}

/// A period of the tables. One that ends before it starts fails the build.
#[expect(
    clippy::panic,
    reason = "only constants are made by it: what cannot be fails the build"
)]
const fn period(start: Option<Date>, end: Option<Date>) -> Period {
    match Period::new(start, end) {
        Ok(period) => period,
        Err(_) => panic!("no such period"),
    }
}

/// A code of the tables. One that is too long fails the build.
#[expect(
    clippy::panic,
    reason = "only constants are made by it: what cannot be fails the build"
)]
const fn code<const N: usize>(text: &str) -> Code<N> {
    match Code::compiled(text) {
        Some(code) => code,
        None => panic!("no such code"),
    }
}
