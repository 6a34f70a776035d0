//! O-07 and O-09: sessions with a psychologist.

use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RemedyId, RuleId};
use crate::model::{Setting, Share};
use crate::tables::RightKind;
use crate::verdict::DoubtBasis;

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
    // The CSS and the AME pay the complementary share as well, third-party (L861-3 CSS, L251-2 CASF).
    let question = context.question;
    if question.carries(RightKind::Css) || question.carries(RightKind::Ame) {
        let finding = now(Share::Amo, Effect::Notice);
        context.report(found, finding.without(RemedyId::PatientPays));
    } else {
        context.report(found, now(Share::Amo, Effect::Notice));
        context.report(found, now(Share::Amc, open));
    }
}
