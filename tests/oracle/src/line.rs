//! One line: which date counts, and what is found on it.

use crate::ame;
use crate::calendar::from;
use crate::finding::Finding;
use crate::record::Absence;
use crate::said::Asked;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use crate::{accident, code, contract, fields, insurer, maternity, prescription, prevention, product};
use tierspayant_core::model::{
    Category, Date, Line, Nature, PrescriptionState, Relation, Share, TransportGround,
};
use tierspayant_core::tables::{DateRole, DateRule, Ground, GroundSet, RightKind};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState};

pub(crate) struct Judged {
    pub day: Date,
    pub role: DateRole,
    pub state: ExemptionState,
    pub findings: Vec<Finding>,
}

/// The date that counts at first, and the other one where the claim has it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dates {
    pub rule: DateRule,
    pub day: Date,
    pub role: DateRole,
    pub other: Option<(Date, DateRole)>,
    /// What needs no prescription, and counts on the day of the care.
    pub direct: bool,
    /// The prescription of the line.
    pub prescribed: Option<Date>,
}

impl Dates {
    pub fn of(world: &World<'_>, line: &Line) -> Self {
        let care = (world.claim.care_date, DateRole::Care);
        let own = line.facts.prescription;
        let none = own.state == Some(PrescriptionState::None);
        let day_of_prescription = own.date.or(world.claim.prescription_date).filter(|_| !none);
        let prescribed = day_of_prescription.map(|day| (day, DateRole::Prescription));
        let rule = rule(world, line);
        let ((day, role), other) = match (rule, prescribed) {
            (DateRule::PrescriptionOrBetter, Some(prescribed)) => (prescribed, Some(care)),
            _ => (care, prescribed),
        };
        Dates {
            rule,
            day,
            role,
            other: other.filter(|(other, _)| *other != day),
            direct: is_direct(world, line),
            prescribed: day_of_prescription,
        }
    }

    /// Whether the prescription date counts and is not there.
    pub fn unknown(self) -> bool {
        self.rule == DateRule::PrescriptionOrBetter && self.prescribed.is_none()
    }
}

fn rule(world: &World<'_>, line: &Line) -> DateRule {
    let css = world
        .claim
        .contract
        .is_some_and(|carried| contract::kind_of(world, carried) == RightKind::Css);
    // What needs no prescription counts on the day of the care.
    if is_direct(world, line) {
        return DateRule::Care;
    }
    match line.category.map(|category| world.tables.date_rule(category)) {
        Some(DateRule::PrescriptionUnlessCss) if css => DateRule::Care,
        Some(DateRule::PrescriptionUnlessCss) => DateRule::PrescriptionOrBetter,
        Some(rule) => rule,
        None => DateRule::NotSettled,
    }
}

fn is_direct(world: &World<'_>, line: &Line) -> bool {
    let own = line.facts.prescription;
    own.state == Some(PrescriptionState::None)
        || product::needs_no_prescription(world, line)
        || prescribes_itself(world, line)
}

/// A series of acts of a medical profession, without a prescription date: none is needed.
fn prescribes_itself(world: &World<'_>, line: &Line) -> bool {
    let own = line.facts.prescription.date;
    line.category == Some(Category::ActSeries)
        && matches!(world.setting(), "doctor" | "midwife" | "dentist")
        && own.or(world.claim.prescription_date).is_none()
}

/// Yes is better than open, and open is better than no.
pub(crate) fn favour(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Yes(_) => 2,
        Outcome::Pending(_) | Outcome::Conflict | Outcome::Stale | Outcome::Unknown => 1,
        Outcome::No(_) => 0,
    }
}

/// The day that is kept for grounds of exemption, with what both days say; `None` where no day can be kept.
pub(crate) fn kept(
    world: &World<'_>,
    line: &Line,
    grounds: GroundSet,
    found: &mut Vec<Finding>,
) -> Option<(Date, DateRole)> {
    let dates = Dates::of(world, line);
    let first = (dates.day, dates.role);
    let on = |day: Date| favour(weigh(world, Asked::Grounds(grounds), day).outcome);
    let Some(other) = dates.other else {
        let settles_nothing = dates.unknown() && on(dates.day) == 0;
        return (!settles_nothing).then_some(first);
    };
    if on(first.0) == on(other.0) {
        return Some(first);
    }
    let ended = |day: Date| {
        let outcome = weigh(world, Asked::Grounds(grounds), day).outcome;
        matches!(outcome, Outcome::No(Absence::Ended(_)))
    };
    let word = |day: Date| match on(day) {
        2 => "yes",
        1 => "undetermined",
        _ => "no",
    };
    let tell = |one: Finding, kept: (Date, DateRole), other: (Date, DateRole)| {
        one.word("right", Asked::Grounds(grounds).word())
            .tested(kept)
            .other(other)
            .word("other_answer", word(other.0))
            .code_of(line)
    };
    match dates.rule {
        DateRule::NotSettled => {
            if line.category.is_some() {
                found.push(tell(
                    Finding::doubt("time.date_not_settled", DoubtBasis::BeyondRules),
                    first,
                    other,
                ));
            }
            None
        }
        // Some funds take the day of the prescription, others that of the care.
        DateRule::PrescriptionOrBetter
            if grounds == GroundSet::of(Ground::Maternity) && on(first.0) == 2 && ended(other.0) =>
        {
            found.push(tell(
                Finding::doubt("time.date_not_settled", DoubtBasis::BeyondRules),
                first,
                other,
            ));
            None
        }
        DateRule::PrescriptionOrBetter if on(other.0) > on(first.0) => {
            found.push(tell(Finding::notice("exemption.two_dates"), other, first));
            Some(other)
        }
        _ => {
            found.push(tell(Finding::notice("exemption.two_dates"), first, other));
            Some(first)
        }
    }
}

/// A transport under a non-exempting ALD, from the day on which its cover is announced to end.
fn transport(world: &World<'_>, line: &Line) -> Option<Finding> {
    let care = world.claim.care_date;
    let yes = |ground: Ground| {
        weigh(world, Asked::Grounds(GroundSet::of(ground)), care)
            .outcome
            .is_yes()
    };
    let concerned = line.category == Some(Category::Transport)
        && line.relation != Some(Relation::Unrelated)
        && matches!(line.facts.transport.ground, None | Some(TransportGround::Ald))
        && from(2026, 10, 1) <= Some(care);
    let found = concerned && yes(Ground::AldNonExempting) && !yes(Ground::Ald);
    found.then(|| Finding::doubt("ald.transport", DoubtBasis::BeyondRules).day("date", care))
}

pub(crate) fn judge(world: &World<'_>, place: u16, line: &Line) -> Judged {
    let dates = Dates::of(world, line);
    let answer = match world.claim.nature {
        Some(Nature::Maternity) => maternity::of_line(world, line),
        Some(Nature::Accident) => accident::of_line(world, line),
        Some(Nature::Prevention) => prevention::of_line(world, line),
        _ => code::of_line(world, line),
    };
    let ages_of_exam = prevention::ages_of_exam(world, line, &answer.found);
    let nature_differs = accident::under_other_nature(world, line);
    let (day, role) = answer.day.unwrap_or((dates.day, dates.role));
    let mut findings: Vec<Finding> = answer
        .found
        .into_iter()
        .chain(nature_differs)
        .map(|one| one.on(Share::Amo))
        .collect();
    // What forbids tiers payant of a line forbids it for both shares.
    findings.extend(ages_of_exam);
    findings.extend(prescription::findings(world, line, dates));
    findings.extend(code::military(world, line));
    findings.extend(ame::findings(world, line));
    findings.extend(transport(world, line));
    findings.extend(fields::of_line(world, line, dates));
    findings.extend(insurer::of_line(world, line));
    findings.extend(insurer::left_out(world, line));
    if line.category.is_none() {
        findings.push(Finding::doubt("rules.category_missing", DoubtBasis::Missing));
    }
    Judged {
        day,
        role,
        state: answer.state,
        findings: findings.into_iter().map(|one| one.at(place)).collect(),
    }
}
