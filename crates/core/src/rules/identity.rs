//! I: the snapshots are about the person of the claim.

use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::tables::DateRole;
use crate::verdict::DoubtBasis;

/// I-01: what was said of somebody else proves nothing.
pub(super) fn same_person(context: &Context<'_>, found: &mut Findings) {
    let identity = &context.evidence.identity;
    if identity.ambiguous {
        let effect = Effect::Doubt(DoubtBasis::Missing);
        context.report(found, Finding::new(ReasonId::IdentityAmbiguous, effect));
    }
    if identity.nobody && !identity.ambiguous {
        let effect = Effect::Doubt(DoubtBasis::Missing);
        context.report(found, Finding::new(ReasonId::IdentityOtherPerson, effect));
    } else if let Some(source) = identity.other_only {
        let facts = Facts::default().word(FactKey::Source, source);
        context.report(
            found,
            Finding::new(ReasonId::IdentityOtherPerson, Effect::Notice).facts(facts),
        );
    }
    if identity.mismatch() {
        let effect = Effect::Doubt(DoubtBasis::Conflict);
        context.report(found, Finding::new(ReasonId::IdentityMismatch, effect));
    }
    if identity.unverified() {
        context.report(found, Finding::new(ReasonId::IdentityUnverified, Effect::Notice));
    }
}

/// I-02: the key of a NIR is a notice: real files hold keys that were typed wrongly.
pub(super) fn nir_key(context: &Context<'_>, found: &mut Findings) {
    if context.evidence.identity.nir_key_differs {
        context.report(found, Finding::new(ReasonId::IdentityNirKey, Effect::Notice));
    }
}

/// I-03: two NIRs are two people, but for a child, who may be known under either parent's.
pub(super) fn one_nir(context: &Context<'_>, found: &mut Findings) {
    if context.evidence.identity.nir_differs {
        let (care, years) = (context.question.care_date, context.tables.policy.dependant_years);
        let effect = if context.evidence.identity.may_be_a_dependant(care, years) {
            Effect::Notice
        } else {
            Effect::Doubt(DoubtBasis::Conflict)
        };
        context.report(found, Finding::new(ReasonId::IdentityNirDiffers, effect));
    }
}

/// I-04: nobody is cared for, or prescribed care, before being born: the claim names somebody else, or another day.
pub(super) fn born_before_care(context: &Context<'_>, found: &mut Findings) {
    let question = context.question;
    let Some((birth, _)) = context.evidence.identity.birth else {
        return;
    };
    let prescribed = question
        .lines
        .iter()
        .filter_map(|line| question.prescribed_on(line));
    let too_early = if question.care_date < birth {
        Some((question.care_date, DateRole::Care))
    } else {
        let first = prescribed.min().filter(|day| *day < birth);
        first.map(|day| (day, DateRole::Prescription))
    };
    if let Some((day, role)) = too_early {
        let facts = Facts::default()
            .date(FactKey::Date, Some(day))
            .word(FactKey::DateRole, role);
        let effect = Effect::Doubt(DoubtBasis::Conflict);
        context.report(
            found,
            Finding::new(ReasonId::IdentityCareBeforeBirth, effect).facts(facts),
        );
    }
}
