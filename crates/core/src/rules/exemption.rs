//! E: the exemption of a line, recorded and in force on the date that counts.

use super::dates::{Dated, line_dates};
use super::remarks::{Scope, on_sources};
use super::two_dates::{KeptDate, kept_date, named};
use super::{ald, at_mp, local_scheme, maternity, missed, other, person, prevention, products};
use crate::evidence::{Absence, CodeSpan, Outcome, Weighed, said_ground};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Nature, Origin, Period, Position, Share, Status};
use crate::question::{AskedLine, Claimed};
use crate::tables::{ClaimedGround, Forced, Ground, GroundSet};
use crate::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// What a rule on an exemption gives back: its state and the day that was kept.
pub(super) type Kept = (ExemptionState, Dated);

/// The nature of insurance is known.
pub(super) fn nature_known(context: &Context<'_>, found: &mut Findings) {
    match context.question.nature {
        None => {
            let effect = Effect::Doubt(DoubtBasis::Missing);
            context.report(
                found,
                Finding::new(ReasonId::RulesNatureMissing, effect).share(Share::Amo),
            );
        }
        Some(Nature::Unknown(code)) => {
            let effect = Effect::Doubt(DoubtBasis::BeyondRules);
            let facts = Facts::default().code(FactKey::Nature, Some(code));
            context.report(
                found,
                Finding::new(ReasonId::RulesNatureUnknown, effect)
                    .share(Share::Amo)
                    .facts(facts),
            );
        }
        Some(
            Nature::Illness
            | Nature::LocalScheme
            | Nature::Maternity
            | Nature::Accident
            | Nature::Prevention
            | Nature::Military,
        ) => {}
    }
}

/// The exemption that a line claims by its code, or by the nature of insurance.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) -> Kept {
    match context.question.nature {
        Some(Nature::Maternity) => {
            let (state, dated) = maternity::of_line(context, line, asked, found);
            (
                code_fits_nature(context, line, asked, state, found).unwrap_or(state),
                dated,
            )
        }
        Some(Nature::Accident) => {
            let (state, dated) = at_mp::of_line(context, line, asked, found);
            (
                code_fits_nature(context, line, asked, state, found).unwrap_or(state),
                dated,
            )
        }
        Some(Nature::Prevention) => prevention::of_line(context, line, asked, found),
        None | Some(Nature::Illness | Nature::LocalScheme | Nature::Military | Nature::Unknown(_)) => {
            by_code(context, line, asked, found)
        }
    }
}

fn by_code(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) -> Kept {
    let unsettled = |found: &mut Findings, id, basis| {
        let facts = Facts::default().code(FactKey::Code, asked.exemption);
        let finding = Finding::new(id, Effect::Doubt(basis))
            .share(Share::Amo)
            .line(line)
            .facts(facts);
        context.report(found, finding);
        (ExemptionState::Unknown, line_dates(context, asked))
    };
    let claimed = match asked.claimed {
        Claimed::NotStated => return unsettled(found, ReasonId::ExemptionNotStated, DoubtBasis::Missing),
        Claimed::Unknown => return unsettled(found, ReasonId::ExemptionUnknownCode, DoubtBasis::BeyondRules),
        Claimed::Known(claimed) => claimed,
    };
    match claimed {
        ClaimedGround::NoExemption => {
            if let Some(kept) = products::needs_its_code(context, line, asked, found) {
                return kept;
            }
            let dated = line_dates(context, asked);
            missed::exemption(context, line, asked, &dated, found);
            (ExemptionState::NotClaimed, dated)
        }
        ClaimedGround::Ald => ald::of_line(context, line, asked, found),
        ClaimedGround::ExemptPerson => person::of_line(context, line, asked, found),
        ClaimedGround::Particular => other::particular(context, line, asked, found),
        ClaimedGround::SpecialScheme => other::special_scheme(context, line, asked, found),
        ClaimedGround::Fsv => {
            let fsv = context.tables.codes.claimed.of(claimed);
            on_record(context, line, asked, fsv, found)
        }
        ClaimedGround::Prevention => prevention::of_line(context, line, asked, found),
        ClaimedGround::ByAct => unsettled(found, ReasonId::ExemptionByAct, DoubtBasis::BeyondRules),
        ClaimedGround::Internal => unsettled(found, ReasonId::ExemptionUnknownCode, DoubtBasis::BeyondRules),
    }
}

/// E-03: under maternity and accident the nature exempts, and the code is 0.
fn code_fits_nature(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    by_nature: ExemptionState,
    found: &mut Findings,
) -> Option<ExemptionState> {
    let (id, basis, state) = match asked.claimed {
        Claimed::Known(ClaimedGround::NoExemption) => return None,
        Claimed::NotStated => (ReasonId::ExemptionNotStated, DoubtBasis::Missing, None),
        Claimed::Unknown | Claimed::Known(_) => {
            let state = Some(ExemptionState::Contradicted);
            (ReasonId::ExemptionCodeWithNature, DoubtBasis::Conflict, state)
        }
    };
    let none = context.tables.codes.code_without_exemption();
    let facts = Facts::default()
        .code(FactKey::Code, asked.exemption)
        .code(FactKey::Suggested, none);
    // An accident stays one. A maternity on record leaves the code to correct, and none on record the nature.
    let kept = context.question.nature == Some(Nature::Accident) || by_nature == ExemptionState::Confirmed;
    let other = if kept {
        RemedyId::CorrectNature
    } else {
        RemedyId::CorrectExemption
    };
    let finding = Finding::new(id, Effect::Doubt(basis)).without(other);
    let elsewhere =
        id == ReasonId::ExemptionCodeWithNature && at_mp::of_another_claim(context.question, asked);
    let finding = finding.instead_where(elsewhere, RemedyId::CorrectExemption, RemedyId::SplitInvoice);
    context.report(found, finding.share(Share::Amo).line(line).facts(facts));
    state
}

/// E-01: one of these grounds is on record and in force on the date that counts.
pub(super) fn on_record(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    wanted: GroundSet,
    found: &mut Findings,
) -> Kept {
    let (weighed, dated) = match kept_date(context, line, asked, wanted, found) {
        KeptDate::Settled(weighed, dated) => (weighed, dated),
        KeptDate::Open(dated) => return (ExemptionState::Unknown, dated),
    };
    // No situation of the card shows both: the absence of one beside the other is silence.
    let beside_local_scheme = wanted == GroundSet::of(Ground::Fsv)
        && matches!(weighed.outcome, Outcome::No(_))
        && local_scheme::other_of_both(context, Ground::LocalScheme, dated.day);
    let weighed = if beside_local_scheme {
        Weighed::SILENT
    } else {
        weighed
    };
    let scope = Scope {
        share: Share::Amo,
        line: Some(line),
        right: named(wanted),
        day: dated.day,
    };
    let state = match weighed.outcome {
        Outcome::Yes(_) => ExemptionState::Confirmed,
        Outcome::Conflict => ExemptionState::Contradicted,
        Outcome::Stale => ExemptionState::Unknown,
        Outcome::Pending(record) => {
            let facts = facts_of(scope, &dated, asked).date(FactKey::Start, record.period.start());
            let finding = scope.finding(ReasonId::ExemptionPending, Effect::Doubt(DoubtBasis::Pending));
            context.report(found, finding.facts(facts).said_by(weighed.by));
            ExemptionState::Pending
        }
        Outcome::Silent => {
            let finding = scope.finding(ReasonId::ExemptionUnknown, Effect::Doubt(DoubtBasis::Missing));
            context.report(found, finding.facts(facts_of(scope, &dated, asked)));
            ExemptionState::Unknown
        }
        Outcome::No(absence) => absent(context, scope, &dated, asked, wanted, &weighed, absence, found),
    };
    on_sources(context, found, scope, &weighed, move |view| {
        said_ground(view, wanted, dated.day)
    });
    if state != ExemptionState::Confirmed {
        forced(context, scope, asked, wanted, &weighed, found);
    }
    (state, dated)
}

#[inline]
fn facts_of(scope: Scope, dated: &Dated, asked: &AskedLine) -> Facts {
    scope
        .facts()
        .word(FactKey::DateRole, dated.role)
        .code(FactKey::Code, asked.exemption)
}

#[expect(
    clippy::too_many_arguments,
    reason = "one finding needs all that was compared"
)]
fn absent(
    context: &Context<'_>,
    scope: Scope,
    dated: &Dated,
    asked: &AskedLine,
    wanted: GroundSet,
    weighed: &Weighed<'_>,
    absence: Absence<'_>,
    found: &mut Findings,
) -> ExemptionState {
    let by = weighed.by;
    let facts = facts_of(scope, dated, asked);
    let (id, facts, state) = match absence {
        Absence::NotRecorded => {
            let other = context.fitting_code(asked, dated.day);
            let facts = facts.code(FactKey::Suggested, other);
            let id = if ald::only_non_exempting(context, wanted, dated.day) {
                ReasonId::AldNonExempting
            } else if other.is_some() {
                ReasonId::ExemptionWrongCode
            } else {
                ReasonId::ExemptionNotRecorded
            };
            (id, facts, ExemptionState::NotRecorded)
        }
        Absence::NotStarted(record) => {
            let facts = facts.date(FactKey::Start, record.period.start());
            (ReasonId::ExemptionNotStarted, facts, ExemptionState::NotStarted)
        }
        Absence::Ended(record) => {
            let facts = facts.date(FactKey::End, record.period.end());
            (ReasonId::ExemptionEnded, facts, ExemptionState::Ended)
        }
        Absence::NotActive(record) => {
            let status = record.status.unwrap_or(Status::Closed);
            let facts = facts
                .word(FactKey::Status, status)
                .date(FactKey::End, record.period.end());
            (ReasonId::ExemptionNotActive, facts, ExemptionState::NotRecorded)
        }
    };
    let listed = maternity::listed_act(asked, wanted);
    let (id, effect, state) = match (listed, state) {
        (false, _) => (id, Effect::Block(NoBasis::NotGranted), state),
        // This pregnancy is on record and the act is on the list, which applies outside the period.
        (true, _) if maternity::is_near(&context.tables.policy, absence, dated.day) => (
            ReasonId::MaternityListedAct,
            Effect::Notice,
            ExemptionState::Confirmed,
        ),
        (true, _) => (
            ReasonId::MaternityListedAct,
            Effect::Doubt(DoubtBasis::BeyondRules),
            state,
        ),
    };
    context.report(found, scope.finding(id, effect).facts(facts).said_by(by));
    state
}

/// E-04: a hand-typed entry, a setting or the zone of a prescription creates no right.
fn forced(
    context: &Context<'_>,
    scope: Scope,
    asked: &AskedLine,
    wanted: GroundSet,
    weighed: &Weighed<'_>,
    found: &mut Findings,
) {
    let by_origin = asked
        .origin
        .filter(|one| matches!(one, Origin::Manual | Origin::Setting | Origin::Prescription));
    let typed = context.evidence.views.iter().any(|view| {
        let holds = |one: &crate::evidence::Recorded| {
            one.grounds.intersects(wanted) && one.period.position(scope.day) == Position::Within
        };
        let here = |period: Period| period.position(scope.day) == Position::Within;
        let coded = |one: &CodeSpan| one.shows().intersects(wanted) && here(one.period());
        view.strength == 0
            && (view.exemptions.iter().chain(&view.maternity_period).any(holds)
                || view.codes.iter().any(coded))
    });
    let origin = match (by_origin, typed && matches!(weighed.outcome, Outcome::Silent)) {
        (Some(origin), _) => origin,
        (None, true) => Origin::Manual,
        (None, false) => return,
    };
    let effect = match weighed.outcome {
        Outcome::No(_) => Effect::Block(NoBasis::NotGranted),
        Outcome::Pending(_) => Effect::Doubt(DoubtBasis::Pending),
        Outcome::Conflict => Effect::Doubt(DoubtBasis::Conflict),
        Outcome::Stale => Effect::Doubt(DoubtBasis::Stale),
        Outcome::Silent | Outcome::Yes(_) => Effect::Doubt(DoubtBasis::Missing),
    };
    let codes = &context.tables.codes;
    let letter = if wanted.intersects(GroundSet::of(Ground::Maternity)) {
        codes.forcing_of.get(&Forced::Maternity)
    } else {
        asked.exemption.and_then(|code| codes.forcing.get(&code))
    };
    let letter = letter.copied();
    let facts = scope
        .facts()
        .word(FactKey::Origin, origin)
        .code(FactKey::Forcing, letter);
    let finding = scope
        .finding(ReasonId::ExemptionForced, effect)
        .facts(facts.code(FactKey::Code, asked.exemption));
    context.report(found, finding.said_by(weighed.by));
}
