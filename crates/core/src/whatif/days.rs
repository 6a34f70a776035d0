//! The first and the last day of the run of days on which the same claim would be billable.

use crate::decision::{Case, Decision, Question, Verdict, check_into};
use crate::evidence::Evidence;
use crate::model::{Date, Moment, Period};
use crate::tables::Tables;

/// The run of billable days from the day of the care on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BillableDays {
    /// The first billable day, the day of the care included; absent when there is none.
    pub earliest: Option<Date>,
    /// The last day of that unbroken run; absent when no end is known.
    pub latest: Option<Date>,
}

/// A case asked again on another day, by sources that say the same.
pub(crate) struct Moved {
    question: Question,
    evidence: Evidence,
    decision: Decision,
}

impl Moved {
    /// A case that can be moved.
    pub(crate) fn new(question: &Question, evidence: &Evidence) -> Self {
        Moved {
            question: question.clone(),
            evidence: evidence.clone(),
            decision: Decision::default(),
        }
    }

    /// The decision when care, question and answers all happen on that day.
    pub(crate) fn on(&mut self, tables: &Tables, day: Date) -> &Decision {
        move_to(&mut self.question, &mut self.evidence, day);
        check_into(tables, &self.question, &self.evidence, &mut self.decision);
        &self.decision
    }

    /// The question as it was last moved.
    pub(crate) const fn question(&self) -> &Question {
        &self.question
    }

    /// The evidence as it was last moved.
    pub(crate) const fn evidence(&self) -> &Evidence {
        &self.evidence
    }
}

fn move_to(question: &mut Question, evidence: &mut Evidence, day: Date) {
    question.care = day;
    question.as_of = question.as_of.map(|_| day);
    question.transmission = question.transmission.map(|_| day);
    for view in &mut evidence.views {
        view.observed = Some(Moment::on(day));
    }
}

/// Finds the run. Only days on which an answer can change are asked.
pub fn billable_days(tables: &Tables, case: &Case) -> BillableDays {
    let mut moved = Moved::new(&case.question, &case.evidence);
    let mut earliest = None;
    for day in breakpoints(tables, case) {
        let verdict = moved.on(tables, day).verdict();
        match (earliest, verdict) {
            (None, Verdict::Billable) => earliest = Some(day),
            (Some(_), Verdict::Billable) | (None, _) => {}
            (Some(_), other) => {
                let last = day.previous();
                let unknown_end = matches!(other, Verdict::Undetermined(_)) && is_horizon(tables, case, last);
                return BillableDays {
                    earliest,
                    latest: last.filter(|_| !unknown_end),
                };
            }
        }
    }
    BillableDays {
        earliest,
        latest: None,
    }
}

/// The end of what a service or the tables can see is no known end of a right.
fn is_horizon(tables: &Tables, case: &Case, day: Option<Date>) -> bool {
    let mut horizons = case.evidence.views.iter().filter_map(|view| view.horizon);
    day.is_some() && (tables.covers.end() == day || horizons.any(|horizon| horizon.end() == day))
}

/// The day of the care and every later day on which an answer can change, in order.
pub(crate) fn breakpoints(tables: &Tables, case: &Case) -> Vec<Date> {
    let question = &case.question;
    let mut days = vec![question.care];
    let mut add = |period: Period| {
        days.extend(period.start());
        days.extend(period.end().and_then(Date::next));
    };
    for view in &case.evidence.views {
        view.horizon.into_iter().for_each(&mut add);
        view.coverage.iter().flatten().copied().for_each(&mut add);
        view.rights.iter().map(|one| one.period).for_each(&mut add);
        view.codes.iter().map(|one| one.period).for_each(&mut add);
        view.maternity
            .and_then(|one| one.period)
            .into_iter()
            .for_each(&mut add);
        view.accidents
            .iter()
            .flatten()
            .map(|one| one.period)
            .for_each(&mut add);
        view.contracts
            .iter()
            .flatten()
            .map(|one| one.period)
            .for_each(&mut add);
    }
    add(tables.covers);
    tables
        .rules
        .rules()
        .iter()
        .map(|rule| rule.validity)
        .for_each(&mut add);
    if let Some(contract) = question.contract {
        days.extend(contract.raw.start);
        days.extend(contract.raw.end.and_then(Date::next));
    }
    days.extend(tables.policy.acs_last_day.next());
    days.extend(question.accident.and_then(|accident| accident.date));
    days.extend(question.prescription);
    let policy = &tables.policy;
    let limit =
        |day: Option<Date>, allowed: i32| day.and_then(|day| day.plus_days(allowed)).and_then(Date::next);
    for view in &case.evidence.views {
        let allowed = match view.source {
            crate::model::Source::Attestation => policy.attestation_max_age_days,
            _ => policy.card_update_max_age_days,
        };
        days.extend(limit(view.updated, allowed));
    }
    let first_supply = i32::try_from(policy.first_supply_months * 31).unwrap_or(i32::MAX);
    days.extend(limit(question.prescription, first_supply));
    days.extend(birthdays(tables, question));
    days.retain(|day| *day >= question.care);
    days.sort_unstable();
    days.dedup();
    days
}

/// The days on which an age that a rule compares is reached.
fn birthdays(tables: &Tables, question: &Question) -> impl Iterator<Item = Date> {
    let limit = tables.policy.contraception_age_limit;
    let reached = question.birth.and_then(|birth| {
        let year = birth.year().checked_add(limit)?;
        Date::from_ymd(year, birth.month(), birth.day())
            .or_else(|_| Date::from_ymd(year, 3, 1))
            .ok()
    });
    let infant = question.birth.and_then(|birth| birth.plus_days(89));
    reached.into_iter().chain(infant)
}
