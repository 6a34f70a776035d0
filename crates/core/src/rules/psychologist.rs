//! O-07, O-09 and O-10: sessions with a psychologist.

use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RemedyId, RuleId};
use crate::model::{Setting, Share};
use crate::tables::RightKind;
use crate::verdict::{DoubtBasis, NoBasis};

/// Tiers payant on the AMO share from a day on; the law is silent on the AMC share.
pub(super) fn third_party(context: &Context<'_>, found: &mut Findings) {
    if context.question.setting != Setting::Psychologist {
        return;
    }
    let start = context
        .tables
        .rules
        .rule(RuleId::O09)
        .and_then(|rule| rule.validity.start());
    let facts = || Facts::default().date(FactKey::Start, start);
    let open = Effect::Doubt(DoubtBasis::BeyondRules);
    context.report(
        found,
        Finding::new(ReasonId::OtherPsychologistBefore, open).facts(facts()),
    );
    let now = |share, effect| {
        Finding::new(ReasonId::OtherPsychologist, effect)
            .share(share)
            .facts(facts())
    };
    // Nothing is paid by the patient on the share that may be billed.
    let on_amo = now(Share::Amo, Effect::Notice).without(RemedyId::PatientPays);
    context.report(found, on_amo);
    // The CSS and the AME pay the complementary share as well, third-party (L861-3 CSS, L251-2 CASF).
    let question = context.question;
    if !question.carries(RightKind::Css) && !question.carries(RightKind::Ame) {
        context.report(found, now(Share::Amc, open));
    }
}

/// O-10: sessions are covered from an age on.
pub(super) fn of_age(context: &Context<'_>, found: &mut Findings) {
    let question = context.question;
    if question.setting != Setting::Psychologist {
        return;
    }
    let (identity, years) = (
        &context.evidence.identity,
        context.tables.policy.psychologist_from_years,
    );
    if identity.has_reached(question.care_date, years) {
        return;
    }
    let finding = if identity.is_below(question.care_date, years) {
        let effect = Effect::Block(NoBasis::Forbidden);
        Finding::new(ReasonId::OtherPsychologistAge, effect)
    } else {
        let effect = Effect::Doubt(DoubtBasis::Missing);
        Finding::new(ReasonId::OtherPsychologistAge, effect).without(RemedyId::PatientPays)
    };
    context.report(found, finding);
}
