//! C-02 and C-11: who pays: the scheme, the fund and the centre.

use crate::evidence::{Evidence, Freshness, View, freshness, rank};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{Code, Nature, Scheme, Share, Trait};
use crate::question::Question;
use crate::tables::Tables;
use crate::verdict::DoubtBasis;
use std::cmp::Ordering;

/// C-02: the scheme, fund and centre of the claim are those that the strongest fresh source names.
pub(super) fn consistent(context: &Context<'_>, found: &mut Findings) {
    let asked = context.question.scheme;
    let Some(view) = other_scheme(context.tables, context.question, context.evidence) else {
        return;
    };
    let centres = part_differs(asked.centre, view.scheme.centre);
    let facts = scheme_fact(Facts::default(), FactKey::Scheme, asked, centres);
    let facts = scheme_fact(facts, FactKey::RecordScheme, view.scheme, centres);
    let finding = Finding::new(
        ReasonId::CoverageSchemeDiffers,
        Effect::Doubt(DoubtBasis::Conflict),
    );
    context.report(found, finding.share(Share::Amo).facts(facts).said_by(Some(view)));
}

/// C-11: a scheme of the past is no payer any more, and one that no table names is a slip, or one whose rules nobody here has read.
pub(super) fn known(context: &Context<'_>, found: &mut Findings) {
    let (question, policy) = (context.question, &context.tables.policy);
    let asked = question.scheme;
    // The service of the fund that names it today knows better.
    let named_online = |view: &View| {
        view.online && context.freshness(view) == Freshness::Fresh && view.scheme.regime == asked.regime
    };
    let ended = policy
        .ended_before(asked, question.care_date)
        .filter(|_| !context.evidence.views.iter().any(named_online));
    if policy.is_known(asked) && ended.is_none() {
        return;
    }
    let facts = scheme_fact(Facts::default(), FactKey::Scheme, asked, false);
    let facts = facts.date(FactKey::End, ended);
    let effect = Effect::Doubt(DoubtBasis::BeyondRules);
    let finding = Finding::new(ReasonId::CoverageSchemeUnknown, effect).share(Share::Amo);
    context.report(found, finding.facts(facts));
}

/// The source that names another scheme than the claim, where it is the strongest fresh one that names any.
pub(crate) fn other_scheme<'v>(
    tables: &Tables,
    question: &Question,
    evidence: &'v Evidence,
) -> Option<&'v View> {
    let asked = question.scheme;
    // Care of a pensioned infirmity is billed to the military scheme, whatever the scheme of the person.
    let infirmity = question
        .lines
        .iter()
        .any(|line| line.has(Trait::MilitaryInfirmity))
        || question.nature == Some(Nature::Military);
    if infirmity && asked.regime == Some(tables.policy.military_scheme) {
        return None;
    }
    let fresh =
        |view: &View| freshness(view, &tables.policy, question.card, question.care_date) == Freshness::Fresh;
    let named = evidence.views.iter().filter(|view| {
        let named =
            view.scheme.regime.is_some() || view.scheme.fund.is_some() || view.scheme.centre.is_some();
        named && view.strength > 0 && fresh(view)
    });
    let differs_from = |asked: Scheme, view: &View| {
        part_differs(asked.regime, view.scheme.regime)
            || part_differs(asked.fund, view.scheme.fund)
            || part_differs(asked.centre, view.scheme.centre)
    };
    if !named.clone().any(|view| differs_from(asked, view)) {
        return None;
    }
    // Either parent's fund pays for a child, and for nobody of age.
    let dependant = evidence
        .identity
        .may_be_a_dependant(question.care_date, tables.policy.dependant_years);
    let other = Some(question.facts.other_scheme).filter(|one| dependant && *one != Scheme::default());
    let differs =
        |view: &View| differs_from(asked, view) && other.is_none_or(|other| differs_from(other, view));
    let payer = |view: &&View| view.scheme.regime.is_some() || view.scheme.fund.is_some();
    if dependant && named.clone().filter(payer).any(|view| !differs(view)) {
        return None;
    }
    // The strongest, and of equals the more recent; of equals in both, one that differs.
    let strongest = named.reduce(|best, view| match rank(view, best) {
        Ordering::Greater => view,
        Ordering::Equal if !differs(best) => view,
        Ordering::Equal | Ordering::Less => best,
    });
    strongest.filter(|view| differs(view))
}

/// Whether two names of one part of a scheme are there and are not the same.
fn part_differs<const N: usize>(one: Option<Code<N>>, other: Option<Code<N>>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one != other)
}

/// `01 751`, with its centre where that is what differs.
pub(super) fn scheme_fact(facts: Facts, key: FactKey, scheme: Scheme, with_centre: bool) -> Facts {
    let mut bytes = [b' '; 16];
    let centre = scheme.centre.filter(|_| with_centre);
    let parts = [
        scheme.regime.as_ref().map(Code::as_str),
        scheme.fund.as_ref().map(Code::as_str),
        centre.as_ref().map(Code::as_str),
    ];
    let joined = parts
        .into_iter()
        .flatten()
        .flat_map(|part| part.bytes().chain([b' ']));
    for (slot, byte) in bytes.iter_mut().zip(joined) {
        *slot = byte;
    }
    let text = std::str::from_utf8(&bytes).ok();
    facts.code::<16>(key, text.and_then(|text| text.trim_end().parse().ok()))
}
