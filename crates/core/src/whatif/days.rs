//! The first and the last day of the run of days on which the same claim would be billable.

use crate::decision::{Decision, check, check_into};

use crate::question::{AskedLine, Case, Question};
use std::collections::HashMap;

use crate::evidence::{Evidence, View};
use crate::model::{Date, Moment, Period, Source, Trait};
use crate::rules::{longest, safe_day_of, silence_lasts_to};
use crate::tables::{CareForAges, Policy, Tables};
use crate::verdict::Verdict;

/// The run of billable days from the day of the care on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BillableDays {
    /// The first billable day, the day of the care included; absent when there is none.
    pub earliest: Option<Date>,
    /// The last day of that unbroken run; absent when no end is known.
    pub latest: Option<Date>,
}

/// A case asked again on another day, by sources that say the same.
///
/// Lines that are alike but for what no rule compares are asked once: days times lines would grow with the square.
pub(crate) struct Moved {
    question: Question,
    /// Of each line of the claim, the place of the one that is asked for it.
    asked_as: Vec<usize>,
    evidence: Evidence,
    decision: Decision,
    prescribed_on: Option<Date>,
    lines_prescribed_on: Vec<Option<Date>>,
    in_order: bool,
    /// The place of each view among the moments at which they were asked.
    asked_in_order: Vec<u32>,
    asked_on: Option<Date>,
    sent_on: Option<Date>,
}

impl Moved {
    /// A case that can be moved.
    pub(crate) fn new(tables: &Tables, question: &Question, evidence: &Evidence) -> Self {
        let prescribed_on = question.prescription_date;
        let (asked_on, sent_on) = (question.as_of, question.transmission_date);
        let mut question = question.clone();
        let asked_as = once_each(&mut question.lines, tables);
        let lines = question.lines.iter();
        let lines_prescribed_on: Vec<Option<Date>> = lines.map(|line| line.facts.prescription.date).collect();
        let mut days = lines_prescribed_on
            .iter()
            .copied()
            .chain([prescribed_on])
            .flatten();
        let in_order = days.all(|day| day <= question.care_date);
        Moved {
            question,
            asked_as,
            evidence: evidence.clone(),
            decision: Decision::default(),
            prescribed_on,
            lines_prescribed_on,
            in_order,
            asked_in_order: asked_in_order(&evidence.views),
            asked_on,
            sent_on,
        }
    }

    /// The decision when care, question and answers all happen on that day.
    pub(crate) fn on(&mut self, tables: &Tables, day: Date) -> &Decision {
        // The question is not asked before the care, nor earlier than it really is.
        self.question.care_date = day;
        // A prescription that came before its care still does, when the care is asked about on an earlier day.
        if self.in_order {
            self.question.prescription_date = self.prescribed_on.map(|prescribed| prescribed.min(day));
            for (line, prescribed) in self.question.lines.iter_mut().zip(&self.lines_prescribed_on) {
                line.facts.prescription.date = prescribed.map(|prescribed| prescribed.min(day));
            }
        }
        self.question.as_of = self.asked_on.map(|asked| asked.max(day));
        self.question.transmission_date = self.sent_on.map(|sent| sent.max(day));
        for (view, place) in self.evidence.views.iter_mut().zip(&self.asked_in_order) {
            view.observed_at = Some(Moment::on(day));
            // A card whose last update is not known is as recent as its reading.
            view.spoke = Moment::at(day, place / 3600, place / 60 % 60, place % 60).ok();
        }
        check_into(tables, &self.question, &self.evidence, &mut self.decision);
        &self.decision
    }

    /// Of each line of the claim, the place of the line of the decision that stands for it.
    pub(crate) fn asked_as(&self) -> &[usize] {
        &self.asked_as
    }

    /// A view as it was before it was moved.
    pub(crate) fn before_moving<'c>(&self, case: &'c Case, moved: &View) -> Option<&'c View> {
        let place = self
            .evidence
            .views
            .iter()
            .position(|view| std::ptr::eq(view, moved))?;
        case.evidence.views.get(place)
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

/// The place of each view among the moments at which they were asked; who was asked nobody knows when comes first.
fn asked_in_order(views: &[View]) -> Vec<u32> {
    let mut moments: Vec<Option<Moment>> = views.iter().map(|view| view.spoke).collect();
    moments.sort_unstable();
    moments.dedup();
    let place = |view: &View| moments.partition_point(|moment| *moment < view.spoke);
    let places = views
        .iter()
        .map(|view| u32::try_from(place(view)).unwrap_or(u32::MAX));
    places.collect()
}

/// Leaves of lines that are alike the first one; gives for each line the place of the one that is left.
fn once_each(lines: &mut Vec<AskedLine>, tables: &Tables) -> Vec<usize> {
    let mut places: HashMap<AskedLine, usize> = HashMap::new();
    let mut left = Vec::new();
    let asked_as = lines.iter().map(|line| {
        *places.entry(line.as_compared(tables)).or_insert_with(|| {
            left.push(*line);
            left.len().saturating_sub(1)
        })
    });
    let asked_as = asked_as.collect();
    *lines = left;
    asked_as
}

/// Finds the run. Only days on which an answer can change are asked.
pub fn billable_days(tables: &Tables, case: &Case) -> BillableDays {
    let mut moved = Moved::new(tables, &case.question, &case.evidence);
    let mut earliest = None;
    let care = case.question.care_date;
    let asked_again = moved.on(tables, care).verdict();
    // A claim that is billable as it is needs no other answer of the sources on its own day.
    let first = match check(tables, case).verdict() {
        Verdict::Billable => Verdict::Billable,
        Verdict::Undetermined(_) | Verdict::NotBillable(_) => asked_again,
    };
    let mut days = breakpoints(tables, case);
    if first != asked_again {
        // What was too old to count on that day is asked again from the next one on.
        days.extend(care.next());
        days.sort_unstable();
        days.dedup();
    }
    for day in days {
        let verdict = if day == care {
            first
        } else {
            moved.on(tables, day).verdict()
        };
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
    let mut days = vec![question.care_date];
    let mut add = |period: Period| {
        days.extend(period.start());
        days.extend(period.end().and_then(Date::next));
    };
    for view in &case.evidence.views {
        view.horizon.into_iter().for_each(&mut add);
        view.coverage
            .iter()
            .flatten()
            .map(|one| one.period)
            .for_each(&mut add);
        view.exemptions.iter().map(|one| one.period).for_each(&mut add);
        view.codes.iter().map(|one| one.period()).for_each(&mut add);
        view.maternity
            .and_then(|one| one.period)
            .into_iter()
            .for_each(&mut add);
        view.accidents
            .iter()
            .flatten()
            .map(|one| one.record.period)
            .for_each(&mut add);
        view.contracts
            .iter()
            .flatten()
            .map(|one| one.record.period)
            .for_each(&mut add);
    }
    add(tables.covers);
    tables
        .rules
        .rules()
        .iter()
        .map(|rule| rule.validity)
        .for_each(&mut add);
    product_days(tables, &mut add);
    days.extend(contract_days(tables, case));
    if let Some(contract) = question.contract {
        days.extend(contract.raw.period.start());
        days.extend(contract.raw.period.end().and_then(Date::next));
    }
    let policy = &tables.policy;
    days.extend(policy.acs_last_day.next());
    days.push(policy.acs_third_party_from);
    days.extend(policy.past_schemes.iter().filter_map(|one| one.last_day.next()));
    let accident = question.accident.and_then(|accident| accident.date);
    days.extend(accident);
    days.extend(accident.and_then(|day| day.plus_days(policy.accident_recording_days)?.next()));
    for view in &case.evidence.views {
        let accidents = view.accidents.iter().flatten();
        days.extend(accidents.filter_map(|one| one.entry.date));
        days.extend(listed_acts(policy, view));
        days.extend(around_births(tables, view));
        let delivery = view.maternity.and_then(|one| one.delivery);
        let last = delivery.and_then(|day| day.plus_days(policy.maternity_days_after_delivery));
        days.extend(last.and_then(Date::next));
    }
    days.extend(question.prescription_date);
    days.extend(line_days(tables, question));
    // From the next day on the prescription is of another day than the care and than the answers.
    days.extend(question.prescription_date.and_then(Date::next));
    let limit =
        |day: Option<Date>, allowed: i32| day.and_then(|day| day.plus_days(allowed)).and_then(Date::next);
    // A card whose last update is not known is as recent as its reading: it comes after this one from that day on.
    let cards = [Source::Attestation, Source::Vitale, Source::Apcv];
    let views = || {
        case.evidence
            .views
            .iter()
            .filter(|view| cards.contains(&view.source))
    };
    if views().any(|view| view.updated.is_none()) {
        let updated = || views().filter_map(|view| view.updated);
        days.extend(updated());
        days.extend(updated().filter_map(Date::next));
    }
    for view in &case.evidence.views {
        let allowed = match view.source {
            Source::Attestation => policy.attestation_max_age_days,
            _ => policy.card_update_max_age_days,
        };
        days.extend(limit(view.updated, allowed));
    }
    let supplied = policy.supplied_for().map(|(_, months)| months);
    let others = [policy.first_supply_months, policy.supplied_at_most()];
    let months: Vec<u32> = supplied.chain(others).collect();
    for prescribed in prescriptions(question) {
        for months in months.iter().copied() {
            days.extend(limit(Some(prescribed), longest(months)));
            days.extend(prescribed.months_later(months));
        }
        days.extend(prescribed.months_later(policy.other_prescription_months));
        days.extend(limit(Some(prescribed), policy.conditional_prescription_days));
        days.extend(limit(Some(prescribed), policy.narcotic_prescription_days));
    }
    days.extend(birthdays(tables, question));
    if let Some((first, last)) = case.evidence.identity.birth {
        let last_year = first.year().saturating_add(policy.dependant_years);
        days.push(first);
        days.extend(birthday(last, policy.newborn_years));
        days.extend(birthday(first, policy.maternity_from_years));
        let sessions = [first, last].map(|born| birthday(born, policy.psychologist_from_years));
        days.extend(sessions.into_iter().flatten());
        let traits = question.lines.iter().map(|line| line.traits);
        let not_paid = traits.flat_map(|traits| tables.products.not_paid.about(traits));
        for years in not_paid.flat_map(|row| [row.ages.from, row.ages.below]).flatten() {
            days.extend([first, last].into_iter().filter_map(|born| birthday(born, years)));
        }
        days.extend(Date::from_ymd(last_year.saturating_add(1), 1, 1));
    }
    days.extend(limitation(tables, question));
    days.extend(flu_campaigns(tables, question));
    // Beyond what the tables cover no day is answered, whatever the entries.
    let beyond = tables.covers.end().and_then(Date::next);
    days.retain(|day| *day >= question.care_date && beyond.is_none_or(|beyond| *day <= beyond));
    days.sort_unstable();
    days.dedup();
    days
}

/// The days on which vouchers of flu vaccines start, and stop, to hold, in the years that the tables cover.
fn flu_campaigns(tables: &Tables, question: &Question) -> Vec<Date> {
    let last = tables.covers.end();
    let vaccine = |line: &AskedLine| line.has(Trait::FluVaccine);
    let Some(last) = last.filter(|_| question.lines.iter().any(vaccine)) else {
        return Vec::new();
    };
    let policy = &tables.policy;
    let Some(campaign) = policy.flu_campaign(question.scheme.fund) else {
        return Vec::new();
    };
    let of_year = |year| {
        [
            campaign.start(&policy.flu_campaign_starts, year),
            campaign.over(year),
        ]
    };
    let years = question.care_date.year()..=last.year();
    years.flat_map(of_year).flatten().collect()
}

/// The days of the prescriptions, of the claim and of its lines, each once.
fn prescriptions(question: &Question) -> Vec<Date> {
    let of_lines = question.lines.iter().map(|line| line.facts.prescription.date);
    let mut days: Vec<Date> = of_lines.chain([question.prescription_date]).flatten().collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The days from which, and after which, an act of the maternity list is of a pregnancy on record.
fn listed_acts(policy: &Policy, view: &View) -> Vec<Date> {
    let near = |period: Period| {
        let first = |start: Date| start.plus_days(-policy.maternity_listed_days_before);
        let last = |end: Date| end.plus_days(policy.maternity_listed_days_after);
        let after = period.end().and_then(last).and_then(Date::next);
        [period.start().and_then(first), after]
    };
    let periods = view.pregnancies().map(|one| one.period);
    periods.flat_map(near).flatten().collect()
}

/// The days from which, and after which, care for some ages is for a mother as well.
fn around_births(tables: &Tables, view: &View) -> Vec<Date> {
    let months = |count: u32| i32::try_from(count).unwrap_or(0);
    let delivery = view.maternity.and_then(|one| one.delivery);
    view.pregnancies()
        .map(|one| one.period)
        .flat_map(|period| {
            tables.products.for_ages.iter().flat_map(move |row| {
                let first = period
                    .start()
                    .and_then(|day| day.plus_months(-months(row.months_before)));
                let days = tables.policy.maternity_days_after_delivery;
                let birth = period.end().and_then(|day| day.plus_days(-days));
                let after = |birth: Option<Date>| birth?.plus_months(months(row.months_after))?.next();
                // A month that has no such day moves the first day that counts.
                let next = first.and_then(Date::next);
                [first, next, after(birth), after(delivery)]
            })
        })
        .flatten()
        .collect()
}

/// The days on which an age that a rule compares is reached, by the first and the last day that the birth date may be.
fn birthdays(tables: &Tables, question: &Question) -> Vec<Date> {
    let (products, flu) = (&tables.products, &tables.products.flu);
    let said = |what: Trait| question.lines.iter().any(|line| line.has(what));
    let of_flu = [flu.children_years, flu.adult_years, flu.targeted_years];
    let of_flu = of_flu.into_iter().filter(|_| said(Trait::FluVaccine));
    let care_path = Some(i32::from(products.care_path_from)).filter(|_| said(Trait::OutsideCarePath));
    let rows = products.exempt.iter();
    let limits: Vec<i32> = rows
        .map(|row| row.ages)
        .flat_map(|ages| [ages.from, ages.below])
        .flatten()
        .chain(products.for_ages.iter().flat_map(years_of))
        .chain([tables.policy.age_of_majority])
        .chain(of_flu)
        .chain(care_path)
        .collect();
    let born: Vec<Date> = question
        .born
        .into_iter()
        .flat_map(|(first, last)| [first, last])
        .collect();
    let mut days: Vec<Date> = born
        .iter()
        .flat_map(|born| limits.iter().filter_map(|limit| birthday(*born, *limit)))
        .collect();
    // A month without the day of the birth leaves the days up to its end open.
    let months = i32::try_from(tables.policy.infant_months).unwrap_or(0);
    for born in born {
        let reached = born.plus_months(months);
        days.extend(
            reached
                .into_iter()
                .chain(reached.and_then(Date::next))
                .chain([born]),
        );
    }
    days
}

/// The ages on which care for some ages starts or stops being for somebody.
fn years_of(row: &CareForAges) -> impl Iterator<Item = i32> + use<> {
    let (from, below) = (row.ages.from, row.ages.below);
    let steps = from.zip(below).filter(|_| row.each_year_from.is_some());
    let steps = steps.map_or(0..0, |(from, below)| from..below);
    from.into_iter().chain(below).chain(steps)
}

/// The day on which an age is reached.
fn birthday(born: Date, years: i32) -> Option<Date> {
    let year = born.year().checked_add(years)?;
    Date::from_ymd(year, born.month(), born.day())
        .or_else(|_| Date::from_ymd(year, 3, 1))
        .ok()
}

/// The days on which the law on some care or product changes.
fn product_days(tables: &Tables, add: &mut impl FnMut(Period)) {
    let products = &tables.products;
    products.exempt.iter().map(|row| row.validity).for_each(&mut *add);
    products
        .documents
        .iter()
        .map(|row| row.validity)
        .for_each(&mut *add);
    products.shared.iter().map(|(_, days)| *days).for_each(&mut *add);
    products
        .included
        .iter()
        .map(|row| row.validity)
        .for_each(&mut *add);
    let nothing = products.documents.iter().filter_map(|row| row.nothing_from);
    let for_ages = products.for_ages.iter().flat_map(CareForAges::days);
    let not_paid = products.not_paid.iter().filter_map(|row| row.before);
    let late = tables.policy.late_supply.iter().map(|one| one.from);
    add(products.remote.validity);
    nothing
        .chain(for_ages)
        .chain(not_paid)
        .chain(late)
        .chain([
            products.flu.targeted_from,
            products.flu.children_from,
            products.generic_everywhere_from,
        ])
        .filter_map(|day| Period::new(Some(day), None).ok())
        .for_each(add);
}

/// The days that a line gives by itself, and on which the fund's silence counts.
fn line_days<'q>(tables: &'q Tables, question: &'q Question) -> impl Iterator<Item = Date> + 'q {
    question.lines.iter().flat_map(move |line| {
        let prescribed = line.facts.prescription.date;
        let silence = safe_day_of(&tables.policy, question.scheme, line);
        let old = silence_lasts_to(&tables.policy, &line.facts);
        [prescribed, prescribed.and_then(Date::next), silence, old]
            .into_iter()
            .flatten()
    })
}

/// The days on which what a contract on record allows changes, besides its own.
fn contract_days(tables: &Tables, case: &Case) -> Vec<Date> {
    let months = i32::try_from(tables.products.ame_delay_months).unwrap_or(i32::MAX);
    let contracts = case
        .evidence
        .views
        .iter()
        .flat_map(|view| view.contracts.iter().flatten());
    contracts
        .flat_map(|one| {
            let delay = one
                .record
                .period
                .start()
                .and_then(|start| start.plus_months(months));
            let sure = one.prolonged.and_then(|(_, sure)| sure.next());
            let rights = one.rights.iter().flatten().map(|right| right.record.period);
            let rights = rights.flat_map(|period| [period.start(), period.end().and_then(Date::next)]);
            delay.into_iter().chain(sure).chain(rights.flatten())
        })
        .collect()
}

/// The days on which care stops being too old for the day of transmission.
fn limitation(tables: &Tables, question: &Question) -> Vec<Date> {
    let years = tables.policy.limitation_years;
    let Some(sent) = question.transmission_date else {
        return Vec::new();
    };
    let back = |extra: i32| sent.year().checked_sub(years)?.checked_sub(extra);
    let quarters = [0, 1].into_iter().filter_map(back).flat_map(|year| {
        [1, 4, 7, 10]
            .into_iter()
            .filter_map(move |month| Date::from_ymd(year, month, 1).ok())
    });
    // For accidents the period runs from the care itself; around a 29 February the next days are looked at too.
    let anniversary = back(0).and_then(|year| Date::from_ymd(year, sent.month(), sent.day().min(28)).ok());
    let around = anniversary
        .into_iter()
        .flat_map(|day| (0..=3).filter_map(move |step| day.plus_days(step)));
    quarters.chain(around).collect()
}
