//! A claim moved to another day, and what that says of `earliest` and `latest`.

use crate::calendar::from;
use crate::fields::{silence_counts_from, silence_lasts_to};
use crate::finding::asked_on;
use crate::opinion::{is_billable, is_billable_moved, judge_moved, ordered};
use crate::prolonged::lasting;
use crate::traits::Traits as _;
use crate::world::World;
use std::collections::BTreeSet;
use tierspayant_core::model::{Date, Dossier, Moment, Period, Position, Status};
use tierspayant_core::tables::Tables;
use tierspayant_core::verdict::Verdict;

/// The same claim on another day: every source is asked on that day, in the order in which it was asked; the question and the
/// sending follow where they would be earlier; a prescription that came before the care still does.
pub fn moved(tables: &Tables, dossier: &Dossier, day: Date) -> Dossier {
    let mut moved = dossier.clone();
    settle(tables, dossier, &mut moved);
    let care = dossier.claim.care_date;
    moved.claim.care_date = day;
    moved.as_of = dossier.as_of.map(|today| today.max(day));
    moved.claim.transmission_date = dossier.claim.transmission_date.map(|sent| sent.max(day));
    moved.claim.prescription_date = dossier.claim.prescription_date.map(|prescribed| {
        if prescribed <= care {
            prescribed.min(day)
        } else {
            prescribed
        }
    });
    let midnight = |moment: Moment| Moment::at(moment.date(), 0, 0, 0).unwrap_or(moment).max(moment);
    let asked = dossier.rights.iter().filter_map(|one| one.observed_at);
    let order: BTreeSet<Moment> = asked.map(midnight).collect();
    for one in &mut moved.rights {
        // A source that was asked nobody knows when comes before the others.
        let place = one.observed_at.map_or(0, |moment| {
            1 + order.iter().filter(|other| **other < midnight(moment)).count()
        });
        let second = u32::try_from(place).unwrap_or(0);
        let moment = Moment::at(day, second / 3600, second / 60 % 60, second % 60);
        one.observed_at = Some(moment.unwrap_or(Moment::on(day)));
    }
    moved
}

/// An entry that closed because its last day had come was in force until then: whether it had is known from the day on which its
/// source really was asked, wherever the claim is moved.
pub(crate) fn settle(tables: &Tables, dossier: &Dossier, settled: &mut Dossier) {
    let world = World::new(tables, dossier);
    for one in &mut settled.rights {
        let asked = one.observed_at.map(Moment::date);
        let settle = |status: &mut Option<Status>, lasts: Period| {
            let came = lasts.end().zip(asked).is_some_and(|(end, asked)| end <= asked);
            if *status == Some(Status::Closed) && came {
                *status = Some(Status::Active);
            }
        };
        for entry in one.exemptions.iter_mut().flatten() {
            settle(&mut entry.status, entry.period);
        }
        for entry in one.accidents.iter_mut().flatten() {
            settle(&mut entry.status, entry.period);
        }
        if let Some(entry) = &mut one.maternity {
            settle(&mut entry.status, entry.period.unwrap_or_default());
        }
        for entry in one.contracts.iter_mut().flatten() {
            let lasts = lasting(&world, entry);
            settle(&mut entry.status, lasts);
            for right in entry.rights.iter_mut().flatten() {
                settle(&mut right.status, right.period);
            }
        }
    }
}

/// What is wrong with the days that somebody gives for a claim, if anything is.
///
/// Not every day is asked: those near a day of the dossier, those some months or years from it, and the days around the answer.
pub fn wrong_days(
    tables: &Tables,
    dossier: &Dossier,
    earliest: Option<Date>,
    latest: Option<Date>,
) -> Option<&'static str> {
    // Of answers that are equal in everything the first counts, on every day the same.
    let dossier = &ordered(dossier);
    let care = dossier.claim.care_date;
    let as_it_is = is_billable(tables, dossier);
    let billable = |day: Date| {
        if day == care && as_it_is {
            true
        } else {
            is_billable_moved(tables, &moved(tables, dossier, day))
        }
    };
    let undetermined = |day: Date| {
        let verdict = judge_moved(tables, &moved(tables, dossier, day)).verdict;
        matches!(verdict, Verdict::Undetermined(_))
    };
    let mut days = near(tables, dossier);
    days.extend([earliest, latest].into_iter().flatten().flat_map(around));
    days.retain(|day| care <= *day);
    let Some(first) = earliest else {
        let some = latest.is_some() || days.iter().any(|day| billable(*day));
        return some.then_some("earliest is missing");
    };
    if first < care || !billable(first) {
        return Some("earliest is not billable");
    }
    if days.range(..first).any(|day| billable(*day)) {
        return Some("a day before earliest is billable");
    }
    let last = latest.unwrap_or(Date::from_ymd(9999, 12, 31).unwrap_or(first));
    let broken = days.range(first..).find(|day| !billable(**day)).copied();
    match (broken, latest) {
        (Some(day), _) if day <= last && latest.is_some() => Some("a day of the run is not billable"),
        (Some(day), None) => {
            let unseen = day
                .previous()
                .is_some_and(|last| sees_no_further(tables, dossier, last));
            let unseen = unseen && undetermined(day);
            (!unseen).then_some("latest is missing")
        }
        (_, Some(last)) => {
            let goes_on = last.next().is_some_and(billable);
            let unseen = sees_no_further(tables, dossier, last) && last.next().is_some_and(undetermined);
            if goes_on {
                Some("the run goes on after latest")
            } else {
                unseen.then_some("latest is where the sources see no further")
            }
        }
        (None, None) => None,
    }
}

/// Whether a day is the last that the tables cover, or that a service can see.
fn sees_no_further(tables: &Tables, dossier: &Dossier, day: Date) -> bool {
    let world = World::new(tables, dossier);
    let heard = world.heard.iter();
    let horizon = heard.filter_map(|one| one.horizon.and_then(Period::end));
    tables.covers.end() == Some(day) || horizon.into_iter().any(|end| end == day)
}

fn around(day: Date) -> Vec<Date> {
    let near = [-1, 0, 1].into_iter();
    near.filter_map(|days| day.plus_days(days)).collect()
}

/// The days of the dossier, those near them, and those at the distances of rules.
fn near(tables: &Tables, dossier: &Dossier) -> BTreeSet<Date> {
    let claim = &dossier.claim;
    let mut known: BTreeSet<Date> = [
        Some(claim.care_date),
        claim.prescription_date,
        claim.transmission_date,
        dossier.as_of,
        tables.covers.start(),
        tables.covers.end(),
        claim.accident.and_then(|one| one.date),
        claim.contract.and_then(|one| one.period.start()),
        claim.contract.and_then(|one| one.period.end()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut period = |one: Period| known.extend([one.start(), one.end()].into_iter().flatten());
    for one in &dossier.rights {
        one.coverage.iter().flatten().for_each(|one| period(*one));
        one.codes.iter().flatten().for_each(|one| period(one.period));
        one.exemptions.iter().flatten().for_each(|one| period(one.period));
        one.accidents.iter().flatten().for_each(|one| period(one.period));
        one.contracts.iter().flatten().for_each(|one| period(one.period));
        one.maternity
            .iter()
            .filter_map(|one| one.period)
            .for_each(&mut period);
        one.horizon.into_iter().for_each(&mut period);
    }
    for one in &dossier.rights {
        known.extend(asked_on(one));
        known.extend(one.updated_on);
        known.extend(one.accidents.iter().flatten().filter_map(|one| one.date));
    }
    // Ages of cards, attestations and prescriptions, delays of maternity, ages of people.
    let distances = [0, 44, 89, 92, 93, 153, 181, 365, 366, 455, 465, 651, 730];
    let far = known.iter().flat_map(|day| {
        let at = distances.into_iter().filter_map(|days| day.plus_days(days));
        at.flat_map(around).collect::<Vec<Date>>()
    });
    let mut days: BTreeSet<Date> = far.collect();
    days.extend(by_rule(tables, dossier).into_iter().flat_map(around));
    days.retain(|day| tables.covers.position(*day) != Position::Before);
    days
}

/// The days on which agreements by silence start and stop to count, schemes ended, a recent accident is no more one, and vouchers of flu
/// vaccines start and stop to hold.
fn by_rule(tables: &Tables, dossier: &Dossier) -> Vec<Date> {
    let world = World::new(tables, dossier);
    let lines = &dossier.claim.lines;
    let silence = lines.iter().flat_map(|line| {
        let counts = [false, true].map(|chair| silence_counts_from(&world, line, chair));
        counts.into_iter().chain([silence_lasts_to(line)])
    });
    let vaccine = lines.iter().any(|line| line.has("flu_vaccine"));
    let last = tables.covers.end().filter(|_| vaccine);
    let years = last.map_or(0..0, |last| dossier.claim.care_date.year()..last.year() + 1);
    let campaigns = years.flat_map(|year| [from(year, 3, 1), from(year, 10, 1)]);
    let past = [
        from(2020, 2, 18),
        from(2008, 1, 1),
        from(2013, 1, 1),
        from(2018, 1, 1),
    ];
    let accident = dossier.claim.accident.and_then(|one| one.date?.plus_days(11));
    silence
        .chain(campaigns)
        .chain(past)
        .chain([accident])
        .flatten()
        .collect()
}
