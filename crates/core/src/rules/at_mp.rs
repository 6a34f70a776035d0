//! T: care for an accident du travail or a maladie professionnelle.

use super::dates::{Dated, line_dates};
use super::exemption::Kept;
use super::implausible;
use super::remarks::{Scope, on_sources};
use crate::evidence::{
    Absence, Outcome, View, Weighed, accident_date, accident_date_differs, only_accident, said_accident,
};
use crate::finding::{Answer, Context, Effect, FactKey, Facts, Finding, Findings, is_yes};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{ClaimAccident, Date, Nature, Relation, Share, Status, Trait, TransportGround};
use crate::question::{AskedLine, Question};
use crate::tables::{DateRole, Forced, Right, RightKind};
use crate::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// T-01 to T-04: an accident on record on that day, and care related to it.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) -> Kept {
    let (dated, prescribed) = on_care(context, asked);
    let scope = Scope {
        share: Share::Amo,
        line: Some(line),
        right: Right::Kind(RightKind::Accident),
        day: dated.day,
    };
    let named = context
        .question
        .accident
        .filter(|one| one.number.is_some() || one.date.is_some());
    let Some(accident) = named else {
        let finding = scope.finding(ReasonId::AtMpReferenceMissing, Effect::Doubt(DoubtBasis::Missing));
        let known = only_accident(&context.evidence.views);
        let facts = scope
            .facts()
            .code(FactKey::RecordCode, known.and_then(|one| one.number))
            .date(FactKey::AccidentDate, known.and_then(|one| one.date));
        context.report(found, finding.facts(facts));
        let state = related(context, scope, asked, found);
        return (state.unwrap_or(ExemptionState::Unknown), dated);
    };
    let (state, by) = recorded(context, scope, accident, asked, prescribed, found);
    let state = not_before(context, scope, accident, by, found).unwrap_or(state);
    (related(context, scope, asked, found).unwrap_or(state), dated)
}

/// The day of the care, on which an accident is looked up whatever the category; and that of the prescription, where it
/// is another day that counts for exemptions.
fn on_care(context: &Context<'_>, asked: &AskedLine) -> (Dated, Option<Date>) {
    let dated = line_dates(context, asked);
    let prescribed = Some(dated.day).filter(|day| *day != context.question.care_date);
    let on_care = Dated {
        day: context.question.care_date,
        role: DateRole::Care,
        other: None,
        rule: dated.rule,
    };
    (on_care, prescribed)
}

/// Whether the line itself says that it is care of an accident.
pub(crate) fn is_of_an_accident(asked: &AskedLine) -> bool {
    asked.facts.transport.ground == Some(TransportGround::Accident)
        || asked.has(Trait::AgreedAfterConsolidation)
}

/// T-05: an accident that the claim, or the prescription of a transport, names under a nature that is none.
pub(super) fn named_elsewhere(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let question = context.question;
    let named = question
        .accident
        .filter(|one| one.number.is_some() || one.date.is_some());
    // The prescription of a transport names its ground, and an agreement after consolidation that of its care.
    let told_by_the_line = is_of_an_accident(asked);
    let Some(nature) = question.nature.filter(|_| told_by_the_line || named.is_some()) else {
        return;
    };
    let basis = match (nature, asked.relation) {
        (Nature::Accident, _) => return,
        _ if told_by_the_line => DoubtBasis::Conflict,
        (_, Relation::Unrelated) => return,
        (_, Relation::Related) => DoubtBasis::Conflict,
        (_, Relation::Unknown) => DoubtBasis::Missing,
    };
    let facts = Facts::default()
        .code::<2>(FactKey::Nature, nature.as_str().parse().ok())
        .date(FactKey::AccidentDate, named.and_then(|one| one.date));
    let finding = Finding::new(ReasonId::AtMpNatureDiffers, Effect::Doubt(basis)).share(Share::Amo);
    // A relation that is stated is not to be stated.
    let finding = finding.without_where(basis == DoubtBasis::Conflict, RemedyId::StateRelation);
    context.report(found, finding.line(line).facts(facts));
}

/// T-02: care is not earlier than the accident, by the day of the claim, or where it gives none by that on record.
fn not_before(
    context: &Context<'_>,
    scope: Scope,
    accident: ClaimAccident,
    by: Option<&View>,
    found: &mut Findings,
) -> Option<ExemptionState> {
    let by = by.filter(|_| accident.date.is_none());
    let recorded = || accident_date(by?, accident.number?);
    let day: Date = accident.date.or_else(recorded)?;
    let unborn = scope
        .line
        .and_then(|line| implausible::accident(context, line, day, by, found));
    if day <= scope.day {
        return unborn;
    }
    let facts = scope.facts().date(FactKey::AccidentDate, Some(day));
    let finding = scope.finding(
        ReasonId::AtMpCareBeforeAccident,
        Effect::Block(NoBasis::Forbidden),
    );
    context.report(found, finding.facts(facts).said_by(by));
    Some(ExemptionState::NotStarted)
}

/// T-04: only the care due to the accident.
fn related(
    context: &Context<'_>,
    scope: Scope,
    asked: &AskedLine,
    found: &mut Findings,
) -> Option<ExemptionState> {
    let (id, effect, state) = match asked.relation {
        Relation::Related => return None,
        Relation::Unrelated => (
            ReasonId::AtMpUnrelated,
            Effect::Block(NoBasis::Forbidden),
            Some(ExemptionState::Unrelated),
        ),
        Relation::Unknown => (
            ReasonId::AtMpRelationUnknown,
            Effect::Doubt(DoubtBasis::Missing),
            None,
        ),
    };
    let finding = scope.finding(id, effect).facts(scope.facts());
    let elsewhere = id == ReasonId::AtMpUnrelated && of_another_claim(context.question, asked);
    context.report(
        found,
        finding.instead_where(elsewhere, RemedyId::CorrectNature, RemedyId::SplitInvoice),
    );
    state
}

/// Whether a line has nothing to do with the accident of the claim, and others have or may have: an accident stays one, and
/// this line goes on a claim of its own.
pub(super) fn of_another_claim(question: &Question, asked: &AskedLine) -> bool {
    let mut lines = question.lines.iter();
    question.nature == Some(Nature::Accident)
        && asked.relation == Relation::Unrelated
        && lines.any(|line| line.relation != Relation::Unrelated)
}

/// T-01 and T-03: the accident that the claim names is on record and covers that day.
fn recorded<'a>(
    context: &Context<'a>,
    scope: Scope,
    accident: ClaimAccident,
    asked: &AskedLine,
    prescribed: Option<Date>,
    found: &mut Findings,
) -> (ExemptionState, Option<&'a View>) {
    let ask = move |view| said_accident(view, accident, scope.day);
    let weighed = context.weigh(ask);
    let decided = !matches!(weighed.outcome, Outcome::Stale | Outcome::Conflict);
    let by = weighed.by.filter(|_| decided);
    if let Some(day) = by.and_then(|view| accident_date_differs(view, accident)) {
        let facts = scope
            .facts()
            .date(FactKey::AccidentDate, accident.date)
            .date(FactKey::OtherDate, Some(day));
        let finding = scope.finding(ReasonId::AtMpDateDiffers, Effect::Doubt(DoubtBasis::Conflict));
        context.report(found, finding.facts(facts).said_by(by));
    }
    // One text reads the accident on the day of the prescription, for what is billed on it.
    let open_then =
        prescribed.filter(|day| is_yes(&context.weigh(|view| said_accident(view, accident, *day))));
    let state = outcome(context, scope, &weighed, asked, open_then, found);
    on_sources(context, found, scope, &weighed, ask);
    (state, by)
}

/// Whether the accident that the claim names is so recent that the fund may not have recorded it yet.
fn is_recent(context: &Context<'_>) -> bool {
    let accident = context.question.accident.and_then(|one| one.date);
    let until = accident.and_then(|day| day.plus_days(context.tables.policy.accident_recording_days));
    until.is_some_and(|until| context.question.care_date <= until)
}

fn outcome(
    context: &Context<'_>,
    scope: Scope,
    weighed: &Weighed<'_>,
    asked: &AskedLine,
    open_then: Option<Date>,
    found: &mut Findings,
) -> ExemptionState {
    let blocked = Effect::Block(NoBasis::NotGranted);
    let facts = scope.facts();
    let (id, effect, facts, state): (_, _, Facts, _) = match weighed.outcome {
        Outcome::Yes(_) => return ExemptionState::Confirmed,
        Outcome::Conflict => return ExemptionState::Contradicted,
        Outcome::Stale => return ExemptionState::Unknown,
        Outcome::Pending(_) => {
            let effect = Effect::Doubt(DoubtBasis::Pending);
            (ReasonId::AtMpPending, effect, facts, ExemptionState::Pending)
        }
        Outcome::No(Absence::NotRecorded) if is_recent(context) => {
            let effect = Effect::Doubt(DoubtBasis::Missing);
            (ReasonId::AtMpUnknown, effect, facts, ExemptionState::Unknown)
        }
        Outcome::Silent => {
            let effect = Effect::Doubt(DoubtBasis::Missing);
            (ReasonId::AtMpUnknown, effect, facts, ExemptionState::Unknown)
        }
        Outcome::No(Absence::NotRecorded) => {
            let letter = context.tables.codes.forcing_of.get(&Forced::Accident);
            let facts = facts.code(FactKey::Forcing, letter.copied());
            (
                ReasonId::AtMpNotRecorded,
                blocked,
                facts,
                ExemptionState::NotRecorded,
            )
        }
        Outcome::No(Absence::NotStarted(record)) => {
            let facts = facts.date(FactKey::Start, record.period.start());
            (
                ReasonId::AtMpNotStarted,
                blocked,
                facts,
                ExemptionState::NotStarted,
            )
        }
        Outcome::No(Absence::Ended(record)) => {
            let facts = facts.date(FactKey::End, record.period.end());
            // Whether care agreed after consolidation is seen by the source is in no text that the tables hold.
            if asked.has(Trait::AgreedAfterConsolidation) {
                let effect = Effect::Doubt(DoubtBasis::BeyondRules);
                (ReasonId::AtMpAgreedCare, effect, facts, ExemptionState::Ended)
            } else {
                (ReasonId::AtMpEnded, blocked, facts, ExemptionState::Ended)
            }
        }
        Outcome::No(Absence::NotActive(record)) => {
            let status = record.status.unwrap_or(Status::Closed);
            (
                ReasonId::AtMpNotActive,
                blocked,
                facts.word(FactKey::Status, status),
                ExemptionState::NotRecorded,
            )
        }
    };
    let (id, effect, facts) = match (open_then, effect, id) {
        // Open when it was prescribed, and no more when it was given.
        (Some(day), Effect::Block(_), id) if id != ReasonId::AtMpNotRecorded => (
            ReasonId::AtMpTwoDates,
            Effect::Doubt(DoubtBasis::BeyondRules),
            two_dates(scope, facts, day),
        ),
        _ => (id, effect, facts),
    };
    // The fund's service does not know it sooner than its own database: the sheet shows it.
    let recent = id == ReasonId::AtMpUnknown && matches!(weighed.outcome, Outcome::No(_));
    let finding = scope
        .finding(id, effect)
        .without_where(recent, RemedyId::QueryAdri);
    // Another accident is on record, one alone: its reference is looked at first.
    let other = only_accident(&context.evidence.views)
        .filter(|one| id == ReasonId::AtMpNotRecorded && (one.number.is_some() || one.date.is_some()));
    let finding = match other {
        Some(other) => finding.also(RemedyId::CompleteClaim).facts(
            facts
                .code(FactKey::RecordCode, other.number)
                .date(FactKey::AccidentDate, other.date),
        ),
        None => finding.facts(facts),
    };
    context.report(found, finding.said_by(weighed.by));
    state
}

/// The facts of both days, then what the record says of the day of the care.
fn two_dates(scope: Scope, facts: Facts, day: Date) -> Facts {
    let both = scope
        .facts()
        .word(FactKey::DateRole, DateRole::Care)
        .date(FactKey::OtherDate, Some(day))
        .word(FactKey::OtherDateRole, DateRole::Prescription)
        .word(FactKey::OtherAnswer, Answer::Yes);
    both.and(&facts)
}
