//! D-04: the date that counts for a line, chosen by the table of categories.

use super::documents::of_a_prescription;
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::Date;
use crate::question::AskedLine;
use crate::tables::{DateRole, DateRule};
use crate::verdict::DoubtBasis;

/// The day that counts, and the other one where the table has an opinion on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// The day that counts first.
    pub day: Date,
    /// Which date it is.
    pub role: DateRole,
    /// The other date of the claim, where it is another day.
    pub other: Option<(Date, DateRole)>,
    /// What the table says of the other one.
    pub rule: DateRule,
}

/// The dates of a line. A prescription date that is missing leaves the day of the care.
pub(crate) fn line_dates(context: &Context<'_>, line: &AskedLine) -> Dated {
    let question = context.question;
    let rule = question.date_rule(context.tables, line);
    let care = (question.care_date, DateRole::Care);
    let prescription = question
        .prescribed_on(line)
        .map(|day| (day, DateRole::Prescription));
    let ((day, role), other) = match (rule, prescription) {
        (DateRule::PrescriptionOrBetter | DateRule::PrescriptionUnlessCss, Some(prescription)) => {
            (prescription, Some(care))
        }
        _ => (care, prescription),
    };
    Dated {
        day,
        role,
        other: other.filter(|(other, _)| *other != day),
        rule,
    }
}

impl Dated {
    /// The facts that name the day and its role.
    pub(crate) fn facts(&self) -> Facts {
        Facts::default()
            .date(FactKey::Date, Some(self.day))
            .word(FactKey::DateRole, self.role)
    }
}

/// The prescription date is there where it counts, and not later than the care.
pub(super) fn prescription_known(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) {
    let question = context.question;
    let rule = question.date_rule(context.tables, asked);
    match question.prescribed_on(asked) {
        None if rule.counts_prescription() => {
            let effect = Effect::Doubt(DoubtBasis::Missing);
            context.report(
                found,
                Finding::new(ReasonId::TimePrescriptionMissing, effect)
                    .line(line)
                    .facts(of_a_prescription()),
            );
        }
        Some(prescription) if prescription > question.care_date => {
            let facts = Facts::default()
                .date(FactKey::Date, Some(prescription))
                .word(FactKey::DateRole, DateRole::Prescription)
                .date(FactKey::OtherDate, Some(question.care_date))
                .word(FactKey::OtherDateRole, DateRole::Care);
            // An emergency is prescribed afterwards.
            let effect = if asked.facts.transport.urgent == Some(true) {
                Effect::Notice
            } else {
                Effect::Doubt(DoubtBasis::Conflict)
            };
            context.report(
                found,
                Finding::new(ReasonId::TimePrescriptionAfterCare, effect)
                    .line(line)
                    .facts(facts),
            );
        }
        _ => {}
    }
}
