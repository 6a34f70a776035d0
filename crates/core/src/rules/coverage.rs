//! C: base rights (AMO), on the day of the care.

use super::dates::{Dated, line_dates};
use super::remarks::{Scope, on_sources};
use super::{ame, secrecy};
use crate::evidence::{Absence, Outcome, Weighed, said_coverage};
use crate::finding::{Answer, Context, Effect, FactKey, Facts, Finding, Findings, is_yes};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Date, Nature, Share};
use crate::question::AskedLine;
use crate::tables::{DateRole, DateRule, Forced, Right, RightKind, RightsRule};
use crate::verdict::{DoubtBasis, NoBasis};

/// What the day of the prescription has to say on the base rights of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prescribed {
    /// Nothing: the day of the care alone counts, or is that of the prescription.
    Nothing,
    /// One text reads the rights on this day.
    On(Date),
    /// One text reads them on a day that is not known.
    Unknown,
}

/// C-01: rights are open on the day of the care. Asked once where every line asks the same.
pub(super) fn rights_open(context: &Context<'_>, found: &mut Findings) {
    let lines = &context.question.lines;
    let Some((first, others)) = lines.split_first() else {
        return;
    };
    if secrecy::is_secret(context) {
        secrecy::not_looked_up(context, found);
        return;
    }
    if ame::pays(context) {
        return;
    }
    let asked = prescribed(context, first);
    let same = |line: &AskedLine| prescribed(context, line) == asked;
    if others.iter().all(same) {
        of_lines(context, found, asked, None);
    } else {
        for (place, line) in lines.iter().enumerate() {
            of_lines(context, found, prescribed(context, line), Some(place));
        }
    }
}

/// Whether a text reads the base rights of this line on the day of the prescription as well.
#[inline]
fn prescribed(context: &Context<'_>, line: &AskedLine) -> Prescribed {
    let both = line
        .category
        .is_none_or(|category| context.tables.rights_rule(category) == RightsRule::Both);
    if both {
        prescribed_by_date(context, line)
    } else {
        Prescribed::Nothing
    }
}

fn prescribed_by_date(context: &Context<'_>, line: &AskedLine) -> Prescribed {
    let Dated {
        day,
        role,
        other,
        rule,
    } = line_dates(context, line);
    match (role, other) {
        _ if rule == DateRule::Care => Prescribed::Nothing,
        (DateRole::Prescription, Some(_)) => Prescribed::On(day),
        (_, Some((other, DateRole::Prescription))) => Prescribed::On(other),
        (DateRole::Care, None) if rule.counts_prescription() => Prescribed::Unknown,
        _ => Prescribed::Nothing,
    }
}

fn of_lines(context: &Context<'_>, found: &mut Findings, prescribed: Prescribed, line: Option<usize>) {
    let day = context.question.care_date;
    let ask = move |view| said_coverage(view, day);
    let weighed = context.weigh(ask);
    if is_yes(&weighed) && prescribed == Prescribed::Nothing && context.evidence.views.len() == 1 {
        return;
    }
    let scope = Scope {
        share: Share::Amo,
        line,
        right: Right::Kind(RightKind::Coverage),
        day,
    };
    let finding = match weighed.outcome {
        Outcome::No(absence) => Some(closed(context, scope, &weighed, absence, prescribed)),
        Outcome::Silent | Outcome::Pending(_) => {
            let finding = scope.finding(ReasonId::CoverageUnknown, Effect::Doubt(DoubtBasis::Missing));
            Some(finding.facts(on_care(day)).said_by(weighed.by))
        }
        Outcome::Yes(_) => open(context, scope, &weighed, prescribed),
        Outcome::Conflict | Outcome::Stale => None,
    };
    if let Some(finding) = finding {
        context.report(found, finding);
    }
    on_sources(context, found, scope, &weighed, ask);
}

fn on_care(day: Date) -> Facts {
    Facts::default()
        .date(FactKey::Date, Some(day))
        .word(FactKey::DateRole, DateRole::Care)
}

/// The facts of the entry that is not open.
fn bounds(facts: Facts, absence: Absence<'_>) -> Facts {
    match absence {
        Absence::NotRecorded => facts,
        Absence::NotStarted(record) => facts.date(FactKey::Start, record.period.start()),
        Absence::Ended(record) | Absence::NotActive(record) => facts.date(FactKey::End, record.period.end()),
    }
}

/// Open on the day of the care: nothing to say, unless they were closed on that of the prescription.
fn open(
    context: &Context<'_>,
    scope: Scope,
    weighed: &Weighed<'_>,
    prescribed: Prescribed,
) -> Option<Finding> {
    let Prescribed::On(other) = prescribed else {
        return None;
    };
    // Whether an accident keeps rights is another question, which the day of the care answers.
    if context.question.nature == Some(Nature::Accident) {
        return None;
    }
    match context.weigh(|view| said_coverage(view, other)).outcome {
        Outcome::No(absence) => Some(two_dates(scope, weighed, other, Answer::No, absence)),
        Outcome::Yes(_) | Outcome::Pending(_) | Outcome::Conflict | Outcome::Stale | Outcome::Silent => None,
    }
}

/// What rights that are closed on the day of the care lead to.
fn closed(
    context: &Context<'_>,
    scope: Scope,
    weighed: &Weighed<'_>,
    absence: Absence<'_>,
    prescribed: Prescribed,
) -> Finding {
    let facts = bounds(on_care(scope.day), absence);
    let blocked = (ReasonId::CoverageNotOpen, Effect::Block(NoBasis::NotGranted));
    // The day of the prescription counts by one text, and nothing is known of it.
    let open = (ReasonId::CoverageUnknown, Effect::Doubt(DoubtBasis::Missing));
    let (id, effect) = match prescribed {
        // Whether an accident keeps rights that closed meanwhile is in no text that the tables hold.
        _ if context.question.nature == Some(Nature::Accident) => (
            ReasonId::CoverageClosedUnderAccident,
            Effect::Doubt(DoubtBasis::BeyondRules),
        ),
        Prescribed::Nothing => blocked,
        Prescribed::Unknown => open,
        Prescribed::On(other) => match context.weigh(|view| said_coverage(view, other)).outcome {
            Outcome::Yes(_) => return two_dates(scope, weighed, other, Answer::Yes, absence),
            Outcome::No(_) => blocked,
            Outcome::Pending(_) | Outcome::Conflict | Outcome::Stale | Outcome::Silent => open,
        },
    };
    let letter = context.tables.codes.forcing_of.get(&Forced::Coverage).copied();
    let facts = facts.code(
        FactKey::Forcing,
        letter.filter(|_| id == ReasonId::CoverageNotOpen),
    );
    let finding = scope.finding(id, effect).facts(facts).said_by(weighed.by);
    let dateless = prescribed == Prescribed::Unknown && id == ReasonId::CoverageUnknown;
    let finding = finding.also_where(dateless, RemedyId::CompleteClaim);
    // Without base rights nothing is paid: an invoice that is rejected for it is rejected for both shares.
    if matches!(effect, Effect::Block(_)) {
        finding.both_shares()
    } else {
        finding
    }
}

/// Two texts read the rights on two days, and the answers differ.
fn two_dates(
    scope: Scope,
    weighed: &Weighed<'_>,
    other: Date,
    answer: Answer,
    absence: Absence<'_>,
) -> Finding {
    let facts = scope
        .facts()
        .word(FactKey::DateRole, DateRole::Care)
        .date(FactKey::OtherDate, Some(other))
        .word(FactKey::OtherDateRole, DateRole::Prescription)
        .word(FactKey::OtherAnswer, answer);
    let finding = scope.finding(ReasonId::CoverageTwoDates, Effect::Doubt(DoubtBasis::BeyondRules));
    finding
        .facts(bounds(facts, absence))
        .said_by(weighed.by)
        .both_shares()
}
