//! One line: which date counts, and what is found on it.

use crate::opinion::Finding;
use crate::world::World;
use crate::{amo, contract, prescription};
use tierspayant_core::decision::{DoubtBasis, ExemptionState, ReasonId, Verdict};
use tierspayant_core::model::{Date, Line, Share};
use tierspayant_core::tables::{DateRole, DateRule, RightKind};

pub(crate) struct Judged {
    pub day: Date,
    pub role: DateRole,
    pub state: ExemptionState,
    pub findings: Vec<Finding>,
}

/// What is found of a line on one day.
struct OnDay {
    day: Date,
    role: DateRole,
    state: ExemptionState,
    findings: Vec<Finding>,
}

impl OnDay {
    fn verdict(&self) -> Verdict {
        let effects = self.findings.iter().map(|one| one.effect.verdict());
        effects.fold(Verdict::Billable, Verdict::worse)
    }

    /// Yes, open, no.
    fn favour(&self) -> u8 {
        match self.verdict() {
            Verdict::Billable => 0,
            Verdict::Undetermined(_) => 1,
            Verdict::NotBillable(_) => 2,
        }
    }
}

fn rule(world: &World<'_>, line: &Line) -> DateRule {
    let css = world
        .claim
        .contract
        .is_some_and(|carried| contract::kind_of(world, carried) == RightKind::Css);
    match line.category.map(|category| world.tables.date_rule(category)) {
        Some(DateRule::PrescriptionUnlessCss) if css => DateRule::Care,
        Some(DateRule::PrescriptionUnlessCss) => DateRule::PrescriptionOrBetter,
        Some(rule) => rule,
        None => DateRule::NotSettled,
    }
}

/// The date that counts when nothing is asked of it.
pub(crate) fn first_day(world: &World<'_>, line: &Line) -> (Date, DateRole) {
    match (rule(world, line), world.claim.prescription_date) {
        (DateRule::PrescriptionOrBetter, Some(day)) => (day, DateRole::Prescription),
        _ => (world.claim.care_date, DateRole::Care),
    }
}

pub(crate) fn judge(world: &World<'_>, place: u16, line: &Line) -> Judged {
    let on = |day: Date, role: DateRole| {
        let (state, findings) = amo::on_day(world, line, day);
        OnDay {
            day,
            role,
            state,
            findings,
        }
    };
    let care = on(world.claim.care_date, DateRole::Care);
    let mut more = Vec::new();
    let chosen = match (rule(world, line), world.claim.prescription_date) {
        (DateRule::Care, _) => care,
        (DateRule::NotSettled, Some(day)) => {
            let prescribed = on(day, DateRole::Prescription);
            if prescribed.verdict() != care.verdict() {
                more.push(Finding::doubt(
                    ReasonId::TimeDateNotSettled,
                    DoubtBasis::BeyondRules,
                ));
            }
            care
        }
        (DateRule::NotSettled, None) => care,
        (_, Some(day)) => {
            let prescribed = on(day, DateRole::Prescription);
            if prescribed.verdict() != care.verdict() {
                more.push(Finding::notice(ReasonId::ExemptionTwoDates));
            }
            if care.favour() < prescribed.favour() {
                care
            } else {
                prescribed
            }
        }
        (_, None) => {
            more.push(Finding::doubt(
                ReasonId::TimePrescriptionMissing,
                DoubtBasis::Missing,
            ));
            care
        }
    };
    if line.category.is_none() {
        more.push(Finding::doubt(
            ReasonId::RulesCategoryMissing,
            DoubtBasis::Missing,
        ));
    }
    more.extend(prescription::findings(world, line));
    let OnDay {
        day,
        role,
        state,
        findings,
    } = chosen;
    let findings = findings.into_iter().chain(more);
    Judged {
        day,
        role,
        state,
        findings: findings.map(|one| one.on(Share::Amo).at(place)).collect(),
    }
}
