//! E-07 and D-04: the day that is kept for an exemption, and what both days say where they differ.

use super::dates::{Dated, line_dates};
use crate::evidence::{Absence, Outcome, Weighed};
use crate::finding::{Answer, Context, Effect, FactKey, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::Share;
use crate::question::AskedLine;
use crate::tables::{DateRole, DateRule, Ground, GroundSet, Right};
use crate::verdict::DoubtBasis;
use std::cmp::Ordering;

/// What the dates of a line lead to.
pub(super) enum KeptDate<'a> {
    /// One day is kept, with what the evidence says on it.
    Settled(Weighed<'a>, Dated),
    /// The day that counts is not known, and the answer depends on it; the reason for that is given.
    Open(Dated),
}

/// How favourable an outcome is to the patient: yes, then open, then no.
pub(super) fn favour(weighed: &Weighed<'_>) -> u8 {
    match weighed.outcome {
        Outcome::Yes(_) => 2,
        Outcome::Pending(_) | Outcome::Conflict | Outcome::Stale | Outcome::Silent => 1,
        Outcome::No(_) => 0,
    }
}

/// Chooses the day by the rule of the category, and says where the other one would have answered differently.
pub(super) fn kept_date<'a>(
    context: &Context<'a>,
    line: usize,
    asked: &AskedLine,
    wanted: GroundSet,
    found: &mut Findings,
) -> KeptDate<'a> {
    let dated = line_dates(context, asked);
    let first = context.exemption(wanted, dated.day);
    let Some((other_day, other_role)) = dated.other else {
        // A prescription date that is missing may be the more favourable one: only a yes is settled without it.
        let open = dated.rule.counts_prescription()
            && context.question.prescribed_on(asked).is_none()
            && favour(&first) == 0;
        return if open {
            KeptDate::Open(dated)
        } else {
            KeptDate::Settled(first, dated)
        };
    };
    let second = context.exemption(wanted, other_day);
    let second_is_better = match favour(&second).cmp(&favour(&first)) {
        Ordering::Equal => return KeptDate::Settled(first, dated),
        Ordering::Greater => true,
        Ordering::Less => false,
    };
    let swapped = Dated {
        day: other_day,
        role: other_role,
        other: Some((dated.day, dated.role)),
        rule: dated.rule,
    };
    // The period of a maternity is one of care: after it, funds differ on what was prescribed within it.
    let prescribed =
        dated.role == DateRole::Prescription && wanted.intersects(GroundSet::of(Ground::Maternity));
    let rule = if prescribed && is_after(&second) && favour(&first) == 2 {
        DateRule::NotSettled
    } else {
        dated.rule
    };
    let (kept, kept_dated, other) = match rule {
        DateRule::PrescriptionOrBetter | DateRule::PrescriptionUnlessCss if second_is_better => {
            (second, swapped, first)
        }
        DateRule::Care | DateRule::PrescriptionOrBetter | DateRule::PrescriptionUnlessCss => {
            (first, dated, second)
        }
        DateRule::NotSettled => {
            if asked.category.is_some() {
                let effect = Effect::Doubt(DoubtBasis::BeyondRules);
                say_both(
                    context,
                    line,
                    asked,
                    wanted,
                    Finding::new(ReasonId::TimeDateNotSettled, effect),
                    &dated,
                    &second,
                    found,
                );
            }
            return KeptDate::Open(dated);
        }
    };
    say_both(
        context,
        line,
        asked,
        wanted,
        Finding::new(ReasonId::ExemptionTwoDates, Effect::Notice),
        &kept_dated,
        &other,
        found,
    );
    KeptDate::Settled(kept, kept_dated)
}

/// The word of these grounds in an answer.
pub(super) fn named(wanted: GroundSet) -> Right {
    wanted.first().map_or(Right::AnyExemption, Right::Ground)
}

/// Whether the right ended before the day that was looked at.
const fn is_after(weighed: &Weighed<'_>) -> bool {
    matches!(weighed.outcome, Outcome::No(Absence::Ended(_)))
}

#[expect(
    clippy::too_many_arguments,
    reason = "one finding needs all that was compared"
)]
fn say_both(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    wanted: GroundSet,
    finding: Finding,
    dated: &Dated,
    other: &Weighed<'_>,
    found: &mut Findings,
) {
    let right = named(wanted);
    let mut facts = dated.facts().word(FactKey::Right, right);
    if let Some((day, role)) = dated.other {
        facts = facts
            .date(FactKey::OtherDate, Some(day))
            .word(FactKey::OtherDateRole, role);
    }
    let answer = match favour(other) {
        0 => Answer::No,
        1 => Answer::Undetermined,
        _ => Answer::Yes,
    };
    let facts = facts
        .word(FactKey::OtherAnswer, answer)
        .code(FactKey::Code, asked.exemption);
    context.report(
        found,
        finding.about(right).share(Share::Amo).line(line).facts(facts),
    );
}
