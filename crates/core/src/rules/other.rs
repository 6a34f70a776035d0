//! O: particular care and special schemes.

use super::dates::line_dates;
use super::exemption::{Kept, on_record};
use super::products;
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings, is_yes};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Category, Mode, Position, Relation, Setting, Share, Trait};
use crate::question::AskedLine;
use crate::tables::{ClaimedGround, Ground, GroundSet};
use crate::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// O-01, O-02 and O-06: exempt by what it is, by age, or by a decision on record.
pub(super) fn particular(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) -> Kept {
    if let Some(kept) = products::exempt(context, line, asked, found) {
        return kept;
    }
    let policy = &context.tables.policy;
    if let Some(decided) = policy.decision_needed.first_of(asked.traits) {
        let facts = Facts::default().word(FactKey::Trait, decided);
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        report(context, line, ReasonId::OtherNotSettled, effect, facts, found);
        return (ExemptionState::Unknown, line_dates(context, asked));
    }
    let all = context.tables.codes.claimed.of(ClaimedGround::Particular);
    let newborn = GroundSet::of(Ground::Newborn);
    // Whichever of the two dates is kept in the end.
    let days = [line_dates(context, asked).day, context.question.care_date];
    let shown = |grounds: GroundSet| days.iter().any(|day| is_yes(&context.exemption(grounds, *day)));
    // Who is on record says nothing of care that is exempt by what it is.
    let on_record = shown(all) && asked.relation != Relation::Unrelated;
    if !on_record && is_remote_for_everybody(context, asked) {
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        report(
            context,
            line,
            ReasonId::OtherNotSettled,
            effect,
            Facts::default(),
            found,
        );
        return (ExemptionState::Unknown, line_dates(context, asked));
    }
    if asked.has(Trait::Prevention) && !on_record {
        let facts = Facts::default().word(FactKey::Trait, Trait::Prevention);
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        report(context, line, ReasonId::OtherNotSettled, effect, facts, found);
        return (ExemptionState::Unknown, line_dates(context, asked));
    }
    let infertility = GroundSet::of(Ground::Infertility);
    // Another decision under the same code exempts the care that is related to it, whatever else the line treats.
    let other_decision = || shown(all.difference(newborn).difference(infertility));
    if asked.has(Trait::Infertility) && (shown(infertility) || !other_decision()) {
        by_relation(context, line, asked, infertility, found)
    } else if !asked.has(Trait::Infertility) && shown(newborn) && !shown(all.difference(newborn)) {
        in_establishment(context, line, asked, newborn, found)
    } else {
        by_relation(context, line, asked, all, found)
    }
}

/// Whether it is a consultation at a distance of the days on which all of them were exempt.
fn is_remote_for_everybody(context: &Context<'_>, asked: &AskedLine) -> bool {
    let (question, remote) = (context.question, &context.tables.products.remote);
    question.facts.mode == Some(Mode::Remote)
        && remote.validity.position(question.care_date) == Position::Within
        && asked.category.is_some_and(|one| remote.categories.contains(&one))
}

/// O-08: a newborn is exempt for care in an establishment. O-06: nobody is one from some age on, whatever the record says.
fn in_establishment(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    newborn: GroundSet,
    found: &mut Findings,
) -> Kept {
    let mut kept = on_record(context, line, asked, newborn, found);
    let identity = &context.evidence.identity;
    let years = context.tables.policy.newborn_years;
    if identity.has_reached(context.question.care_date, years) {
        let facts = Facts::default()
            .word(FactKey::Right, Ground::Newborn)
            .code(FactKey::Code, asked.exemption);
        let finding = Finding::new(ReasonId::OtherAgeLimit, Effect::Doubt(DoubtBasis::Conflict));
        let finding = finding
            .without(RemedyId::RemoveExemption)
            .also(RemedyId::CheckIdentity);
        context.report(found, finding.share(Share::Amo).line(line).facts(facts));
        kept.0 = ExemptionState::Contradicted;
    }
    let (effect, state) = match (asked.category, context.question.setting) {
        (Some(Category::Stay), _) => return kept,
        (_, Setting::Pharmacy) => (Effect::Block(NoBasis::Forbidden), ExemptionState::Unrelated),
        _ => (Effect::Doubt(DoubtBasis::Missing), ExemptionState::Unknown),
    };
    let facts = Facts::default().code(FactKey::Code, asked.exemption);
    report(context, line, ReasonId::OtherNewbornPlace, effect, facts, found);
    (state, kept.1)
}

/// O-08: infertility, special education and particular care exempt the care that is related to them.
fn by_relation(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    wanted: GroundSet,
    found: &mut Findings,
) -> Kept {
    let (state, dated) = on_record(context, line, asked, wanted, found);
    let (id, effect, state) = match asked.relation {
        Relation::Related => return (state, dated),
        // The line itself says that it treats infertility.
        Relation::Unknown if asked.has(Trait::Infertility) => return (state, dated),
        Relation::Unrelated => (
            ReasonId::OtherUnrelated,
            Effect::Block(NoBasis::Forbidden),
            ExemptionState::Unrelated,
        ),
        Relation::Unknown => (
            ReasonId::OtherRelationUnknown,
            Effect::Doubt(DoubtBasis::Missing),
            state,
        ),
    };
    let facts = Facts::default().code(FactKey::Code, asked.exemption);
    report(context, line, id, effect, facts, found);
    (state, dated)
}

/// O-03: code 6 belongs to the special schemes; texts agree on some and differ on others.
pub(super) fn special_scheme(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) -> Kept {
    let dated = line_dates(context, asked);
    let codes = &context.tables.codes;
    let regime = context.question.scheme.regime;
    let facts = Facts::default()
        .code(FactKey::Code, asked.exemption)
        .code(FactKey::Scheme, regime);
    let not_settled = regime.is_none_or(|one| codes.special_schemes_not_settled.contains(&one));
    if not_settled {
        // A scheme that is not named is a missing fact; texts that differ are another matter.
        let effect = Effect::Doubt(if regime.is_none() {
            DoubtBasis::Missing
        } else {
            DoubtBasis::BeyondRules
        });
        report(
            context,
            line,
            ReasonId::OtherSchemeNotSettled,
            effect,
            facts,
            found,
        );
        return (ExemptionState::Unknown, dated);
    }
    if regime.is_some_and(|one| codes.special_schemes.contains(&one)) {
        return on_record(
            context,
            line,
            asked,
            codes.claimed.of(ClaimedGround::SpecialScheme),
            found,
        );
    }
    let effect = Effect::Block(NoBasis::Forbidden);
    report(
        context,
        line,
        ReasonId::OtherSchemeNotSpecial,
        effect,
        facts,
        found,
    );
    (ExemptionState::NotRecorded, dated)
}

fn report(
    context: &Context<'_>,
    line: usize,
    id: ReasonId,
    effect: Effect,
    facts: Facts,
    found: &mut Findings,
) {
    context.report(
        found,
        Finding::new(id, effect).share(Share::Amo).line(line).facts(facts),
    );
}
