//! When two claims of different days, and of different people, have one answer: what a batch asks once.
//!
//! Two claims are alike where all their words are equal and no rule tells their days apart. Words are compared as they are.
//! Of days, this module says all that a rule may compare: their order, the ages and delays of the policy, and the days
//! that the tables name. The answers of claims that are alike differ in nothing but the days that reasons tell.
//!
//! A rule that is added cannot read more than is compared here unseen:
//! - a field of a snapshot, of an entry, of the policy or of the tables that is new does not compile until it is
//!   put in its place here, as all fields are named;
//! - what is read with a trait, a fact of a line, a birth date, a record of a maternity or of an accident, a closed entry
//!   or more than one source makes a claim that is like no other, and each is asked for itself;
//! - tables of random days around every limit are answered alike by the batch and by the check.

use crate::model::{
    ContractEntry, CoverageCode, Date, ExemptionEntry, LineFacts, Period, Person, Position, Scheme, Snapshot,
    Source, Status, Traits,
};
use crate::question::AskedLine;
use crate::tables::{Policy, Tables};

/// The days that a claim names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimDays {
    /// The day the question is asked.
    pub as_of: Option<Date>,
    /// The day of the care.
    pub care: Date,
    /// The day of the prescription.
    pub prescription: Option<Date>,
}

/// The days that a snapshot names.
#[derive(Clone, Copy, Debug)]
pub struct SaidDays<'a> {
    /// The day on which its source was asked.
    pub observed: Option<Date>,
    /// The day of its last update.
    pub updated: Option<Date>,
    /// The days of its entries.
    pub bounds: Bounds<'a>,
}

/// How many entries stand in one block.
pub const BLOCK: usize = 6;

/// The days of some entries as numbers, so that many are compared with a day at a time: the starts, then the ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block([[i32; LANES]; 3]);

impl Block {
    /// No entry.
    pub const NONE: Block = {
        let (open, never) = (i32::MIN, i32::MAX);
        Block([[open; LANES], [open, open, never, never], [never; LANES]])
    };

    /// The days of so many entries as stand in a block.
    pub fn of(periods: impl Iterator<Item = Period>) -> Self {
        let mut block = Block::NONE;
        let (starts, ends) = block.0.as_flattened_mut().split_at_mut(BLOCK);
        for ((start, end), period) in starts.iter_mut().zip(ends).zip(periods) {
            *start = period.start().map_or(i32::MIN, Date::unix_days);
            *end = period.end().map_or(i32::MAX, Date::unix_days);
        }
        block
    }
}

/// The days of the entries of a snapshot, in the order of its lists: base rights, exemptions, codes, contracts.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    /// Those of the first [`BLOCK`] entries.
    pub first: &'a Block,
    /// Those of as many others, where there are any.
    pub second: Option<&'a Block>,
}

/// All that a snapshot says but for its days, of which only their order is kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shape {
    source: Source,
    scheme: Scheme,
    observed: bool,
    updated: bool,
    coverage: Option<usize>,
    exemptions: Option<Vec<ExemptionEntry>>,
    codes: Option<Vec<CoverageCode>>,
    accidents: bool,
    contracts: Option<Vec<ContractEntry>>,
    order: Order,
}

/// Of each start and end of the entries of a snapshot, its place among those of the entries that a question may ask at once;
/// 0 where it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Order([u8; 2 * MOST_ENTRIES]);

impl Order {
    /// The order of base rights, of exemptions with codes, and of contracts; entries beyond [`MOST_ENTRIES`] are left out.
    pub fn of<'a>(
        covered: impl Iterator<Item = Period> + Clone + 'a,
        granted: impl Iterator<Item = Period> + Clone + 'a,
        contracted: impl Iterator<Item = Period> + Clone + 'a,
    ) -> Self {
        // Entries that one question may ask at once stand beside each other.
        let places = order(covered).chain(order(granted)).chain(order(contracted));
        let mut in_order = [0; 2 * MOST_ENTRIES];
        for (slot, place) in in_order.iter_mut().zip(places) {
            *slot = place;
        }
        Order(in_order)
    }
}

/// What rules can tell apart of the days of a claim and of what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Told {
    claim: u64,
    said: u64,
    first: [u32; LANES],
    second: [u32; LANES],
}

/// Tells whether claims are alike, by the limits of one set of tables.
#[derive(Clone, Debug)]
pub struct Alike {
    /// The spans in which a last day lies that a law may have prolonged.
    prolonged: Vec<Period>,
    /// The first and the last day of all of them.
    prolonged_between: (i32, i32),
    /// The first day that the tables name.
    first_named: Date,
    /// For each day from then on, how many of the days that the tables name, and of those after them, are not later.
    named: Vec<u16>,
    /// The ages that an answer of a source may have, in days, in order.
    ages: [i32; 4],
    /// The ages that a prescription may have, in months.
    months: [i32; 4],
    /// What a prescription of each of the first ages, in days, is told to be past.
    past: Vec<Option<u8>>,
    ends_soon_days: i32,
    working_days: i32,
    limitation_years: i32,
}

/// How many entries a snapshot may have: what is told of each fits in as many bits as there are.
pub const MOST_ENTRIES: usize = 2 * BLOCK;
/// The bounds of a block are compared and told beside each other, so many at once.
const LANES: usize = 4;

// Of the middle ones the first two are starts.
const _: () = assert!(2 * BLOCK == 3 * LANES);

impl Alike {
    /// The limits of these tables.
    pub fn new(tables: &Tables) -> Self {
        let named = tables.named_days();
        let mut named: Vec<Date> = named
            .into_iter()
            .flat_map(|day| [Some(day), day.next()])
            .flatten()
            .collect();
        named.sort_unstable();
        named.dedup();
        let first_named = named.first().copied().unwrap_or(tables.policy.acs_last_day);
        let mut counted: Vec<u16> = Vec::new();
        for (count, day) in named.iter().enumerate() {
            let count = u16::try_from(count).unwrap_or(u16::MAX);
            let place = usize::try_from(day.days_since(first_named)).unwrap_or(0);
            counted.resize(place.max(counted.len()), count);
            counted.push(count.saturating_add(1));
        }
        let Policy {
            // Of an answer, or of the last update of a card.
            online_max_age_days,
            card_update_max_age_days,
            card_reading_max_age_days,
            attestation_max_age_days,
            // Of a prescription.
            first_supply_months,
            treatment_months,
            contraceptive_months,
            other_prescription_months,
            // Of the end of a right.
            ends_soon_days,
            // Of the day of the question, which is that of transmission.
            transmission_working_days,
            limitation_years,
            // Days, which the tables name.
            acs_last_day: _,
            past_schemes: _,
            // What is told and decides nothing.
            lag_retry_days: _,
            // Read with a record of a maternity, or with a trait.
            maternity_tolerance_days: _,
            maternity_days_after_delivery: _,
            maternity_months_before_delivery: _,
            maternity_listed_days_before: _,
            maternity_listed_days_after: _,
            // Read with a birth date.
            infant_months: _,
            newborn_years: _,
            maternity_from_years: _,
            psychologist_from_years: _,
            injection_from_years: _,
            dependant_years: _,
            age_of_majority: _,
            // Read with a fact of a line, or with a trait.
            conditional_prescription_days: _,
            narcotic_prescription_days: _,
            agreement_silence_days: _,
            wheelchair_silence_months: _,
            wheelchair_silence_from: _,
            agreement_months: _,
            flu_voucher_from_month: _,
            flu_voucher_to_month: _,
            flu_voucher_other_funds: _,
            holidays: _,
            local_holidays: _,
            local_holiday_funds: _,
            // Words and amounts.
            card_needed_above_cents: _,
            schemes: _,
            accident_recording_days: _,
            military_scheme: _,
            military_fund: _,
            mayotte_scheme: _,
            mayotte_fund: _,
            own_prescribers: _,
            direct_access: _,
            card_products: _,
            card_exceptions: _,
            decision_needed: _,
            low_rate_drugs: _,
        } = &tables.policy;
        let mut ages = [
            *online_max_age_days,
            *card_update_max_age_days,
            *card_reading_max_age_days,
            *attestation_max_age_days,
        ];
        ages.sort_unstable();
        let whole = first_supply_months.saturating_add(*treatment_months);
        let months = [
            *first_supply_months,
            whole,
            whole.saturating_add(*contraceptive_months),
            *other_prescription_months,
        ];
        let prolonged: Vec<Period> = tables.codes.prolongations.iter().map(|row| row.ends).collect();
        let firsts = prolonged
            .iter()
            .map(|span| span.start().map_or(i32::MIN, Date::unix_days));
        let lasts = prolonged
            .iter()
            .map(|span| span.end().map_or(i32::MAX, Date::unix_days));
        let between = firsts.min().zip(lasts.max());
        let months = months.map(|months| i32::try_from(months).unwrap_or(i32::MAX));
        Alike {
            prolonged_between: between.unwrap_or((i32::MAX, i32::MIN)),
            prolonged,
            first_named,
            named: counted,
            ages,
            past: (0..FIRST_AGES).map(|age| past(&months, age)).collect(),
            months,
            ends_soon_days: *ends_soon_days,
            working_days: *transmission_working_days,
            limitation_years: *limitation_years,
        }
    }

    /// Whether a line may be alike others: nothing is said of it whose limits are not compared here.
    pub fn has_line(line: &AskedLine) -> bool {
        line.traits == Traits::default() && line.facts == LineFacts::default()
    }

    /// All that a snapshot of the person of the claim says but for its days; nothing where its claims are like no others.
    pub fn shape(&self, snapshot: &Snapshot) -> Option<Shape> {
        let Snapshot {
            source,
            observed_at,
            updated_on,
            horizon: None,
            person:
                Person {
                    id: Some(_),
                    birth_date: None,
                    birth_rank: None,
                    nir: None,
                },
            scheme,
            coverage,
            codes,
            exemptions,
            maternity: None,
            accidents,
            contracts,
            services: None,
        } = snapshot
        else {
            return None;
        };
        let count = |entries: Option<usize>| entries.unwrap_or(0);
        let counts = [
            count(coverage.as_ref().map(Vec::len)),
            count(exemptions.as_ref().map(Vec::len)),
            count(codes.as_ref().map(Vec::len)),
            count(contracts.as_ref().map(Vec::len)),
        ];
        if counts.into_iter().sum::<usize>() > MOST_ENTRIES
            || accidents.as_ref().is_some_and(|list| !list.is_empty())
        {
            return None;
        }
        let granted = exemptions.iter().flatten().map(|entry| entry.period);
        let granted = granted.chain(codes.iter().flatten().map(|entry| entry.period));
        let covered = coverage.iter().flatten().copied();
        let contracted = contracts.iter().flatten().map(|entry| entry.period);
        let order = Order::of(covered, granted, contracted);
        let exemptions = each(exemptions, |entry| {
            let ExemptionEntry {
                vocabulary: _,
                code: _,
                period: _,
                status,
            } = *entry;
            let undated = ExemptionEntry {
                period: Period::ALWAYS,
                ..*entry
            };
            is_open(status).then_some(undated)
        })?;
        let codes = each(codes, |entry| {
            let CoverageCode {
                period: _,
                ald: _,
                situation: _,
            } = *entry;
            Some(CoverageCode {
                period: Period::ALWAYS,
                ..*entry
            })
        })?;
        let contracts = each(contracts, |entry| {
            let ContractEntry {
                number: _,
                contract_type: _,
                service: _,
                indicator: _,
                period: _,
                status,
                participation: _,
                end_reason: _,
                rights: None,
            } = *entry
            else {
                return None;
            };
            is_open(status).then(|| ContractEntry {
                period: Period::ALWAYS,
                ..entry.clone()
            })
        })?;
        Some(Shape {
            source: *source,
            scheme: *scheme,
            observed: observed_at.is_some(),
            updated: updated_on.is_some(),
            coverage: coverage.as_ref().map(Vec::len),
            exemptions,
            codes,
            accidents: accidents.is_some(),
            contracts,
            order,
        })
    }

    /// What rules can tell apart of these days; nothing where the claim is like no other.
    #[inline]
    pub fn told(&self, days: &ClaimDays, said: SaidDays<'_>) -> Option<Told> {
        let SaidDays {
            observed,
            updated,
            bounds: Bounds { first, second },
        } = said;
        let second = match second {
            None => [0; LANES],
            Some(second) => self.block(days, second)?,
        };
        Some(Told {
            claim: self.claim(days)?,
            said: joined(self.answered(days, observed), 8, self.answered(days, updated)),
            first: self.block(days, first)?,
            second,
        })
    }

    /// The days of the entries of a block: where those of the claim stand to them, and whether their ends are near; nothing
    /// where some law may have prolonged one of them.
    #[inline]
    fn block(&self, days: &ClaimDays, block: &Block) -> Option<[u32; LANES]> {
        let care = days.care.unix_days();
        // That there is none is told of the claim, and which bounds are open by the shape.
        let prescription = days.prescription.map_or(i32::MIN, Date::unix_days);
        let soon = care.saturating_add(self.ends_soon_days);
        let (from, to) = self.prolonged_between;
        let [_, middle, ends] = &block.0;
        let mut told = [0; LANES];
        for bounds in &block.0 {
            told = joined_lanes(told, 2, beside(bounds, care));
            told = joined_lanes(told, 2, beside(bounds, prescription));
        }
        let later = |bounds: &[i32; LANES]| bounds.map(|bound| u32::from(bound > soon));
        told = joined_lanes(told, 1, ends_of_middle(later(middle)));
        told = joined_lanes(told, 1, later(ends));
        // Days before the first one are far after it as numbers without a sign.
        let bits = |day: i32| u32::from_ne_bytes(day.to_ne_bytes());
        let span = bits(to.wrapping_sub(from));
        let within =
            |bounds: &[i32; LANES]| bounds.map(|day| u32::from(bits(day.wrapping_sub(from)) <= span));
        let prolonged = joined_lanes(ends_of_middle(within(middle)), 1, within(ends));
        let any = prolonged.iter().fold(0, |any, one| any | one);
        (any == 0 || !self.may_be_prolonged(block)).then_some(told)
    }

    /// Whether some law may have prolonged a right that ends on one of these days.
    #[cold]
    fn may_be_prolonged(&self, block: &Block) -> bool {
        let ends = block.0.as_flattened().iter().skip(BLOCK);
        let mut ends = ends.filter_map(|end| Date::from_unix_days(*end).ok());
        ends.any(|end| {
            self.prolonged
                .iter()
                .any(|span| span.position(end) == Position::Within)
        })
    }

    #[inline]
    fn claim(&self, days: &ClaimDays) -> Option<u64> {
        let ClaimDays {
            as_of,
            care,
            prescription,
        } = *days;
        let asked = as_of.map_or(Some(0), |as_of| self.asked(care, as_of))?;
        let prescribed = prescription.map_or(Some(0), |day| self.prescribed(care, day))?;
        let mut told = joined(u64::from(asked), 8, u64::from(prescribed));
        for day in [Some(care), prescription, as_of] {
            told = joined(told, 12, day.map_or(Some(0), |day| self.interval(day))?);
        }
        Some(told)
    }

    /// How many of the days that the tables name are not after this one.
    fn interval(&self, day: Date) -> Option<u64> {
        let Ok(place) = usize::try_from(day.days_since(self.first_named)) else {
            return Some(0);
        };
        let count = self.named.get(place).or(self.named.last()).copied();
        let count = u64::from(count.unwrap_or(0));
        (count < 1 << 12).then_some(count)
    }

    /// The day of the question beside the care: its order; the working days between them, where they may be few; and no
    /// claim where the limitation may be near.
    fn asked(&self, care: Date, as_of: Date) -> Option<u16> {
        const WEEK: i32 = 7;
        let days = as_of.days_since(care);
        if days < 0 {
            return Some(1);
        }
        // No period of whole years has fewer days.
        if days >= self.limitation_years.saturating_mul(365) {
            return None;
        }
        if days > self.working_days.saturating_mul(2).saturating_add(2 * WEEK) {
            return Some(2);
        }
        let weekday = care.unix_days().rem_euclid(WEEK);
        let both = days.checked_mul(WEEK)?.checked_add(weekday)?.checked_add(3)?;
        u16::try_from(both).ok()
    }

    /// The day of the prescription beside the care: its order, and the limits that it is past; no claim where one is so
    /// near that the months count.
    #[inline]
    fn prescribed(&self, care: Date, prescription: Date) -> Option<u8> {
        let age = care.days_since(prescription);
        if age < 0 {
            return Some(LATER);
        }
        let known = usize::try_from(age).ok().and_then(|age| self.past.get(age));
        known.copied().unwrap_or_else(|| past(&self.months, age))
    }

    /// The day of an answer: its order beside the days of the claim, and the ages that it is past.
    fn answered(&self, days: &ClaimDays, answered: Option<Date>) -> u64 {
        let Some(day) = answered else { return 0 };
        let age = days.care.days_since(day);
        let past = self.ages.iter().filter(|limit| age > **limit).count();
        let asked = days.as_of.map_or(0, |as_of| compared(day, as_of));
        let past = u64::try_from(past).unwrap_or(0);
        joined(joined(past, 2, compared(day, days.care)), 2, asked)
    }
}

/// What is told of a prescription after the care.
const LATER: u8 = 3;
/// Of so many ages, from none on, it is known what is told.
const FIRST_AGES: i32 = 500;

/// Which limits a prescription of this age in days is past; nothing where one is so near that the months count.
fn past(months: &[i32; 4], age: i32) -> Option<u8> {
    const SHORTEST: i32 = 28;
    const LONGEST: i32 = 31;
    if age == 0 {
        return Some(2);
    }
    let mut past = 4;
    for months in months {
        if age > months.saturating_mul(LONGEST) {
            past += 1;
        } else if age >= months.saturating_mul(SHORTEST) {
            return None;
        }
    }
    Some(past)
}

/// Whether an entry is in a state that its days alone bear on: one that was closed is read by the day of the answer as well.
const fn is_open(status: Option<Status>) -> bool {
    match status {
        None | Some(Status::Active | Status::Pending | Status::Suspended | Status::Refused) => true,
        Some(Status::Closed) => false,
    }
}

/// What was told so far, and beside it a part that fits in so many bits.
const fn joined(told: u64, bits: u32, part: u64) -> u64 {
    told << bits | part
}

/// The same, of several at once.
#[inline(always)]
fn joined_lanes(mut told: [u32; LANES], bits: u32, part: [u32; LANES]) -> [u32; LANES] {
    for (told, part) in told.iter_mut().zip(part) {
        *told = *told << bits | part;
    }
    told
}

/// The order of each bound and a day: 0 where the bound is before it, 1 where they are one day, else 2.
#[inline(always)]
fn beside(bounds: &[i32; LANES], day: i32) -> [u32; LANES] {
    bounds.map(|bound| u32::from(bound >= day) + u32::from(bound > day))
}

/// What was found of the middle bounds, but for those that are starts.
#[inline(always)]
fn ends_of_middle([_, _, third, fourth]: [u32; LANES]) -> [u32; LANES] {
    [0, 0, third, fourth]
}

/// The order of two days: 1 where one is before the other, 2 where they are one day, else 3.
fn compared(one: Date, other: Date) -> u64 {
    1 + u64::from(one >= other) + u64::from(one > other)
}

/// Of each start and end in turn, how many of all of them are earlier, and one more; 0 where it is open.
fn order<'a>(periods: impl Iterator<Item = Period> + Clone + 'a) -> impl Iterator<Item = u8> + 'a {
    let bounds = periods.flat_map(|one| [one.start(), one.end()]);
    let all = bounds.clone();
    bounds.map(move |bound| {
        bound.map_or(0, |day| {
            let earlier = all.clone().flatten().filter(|other| *other < day);
            // There are two days of each of few entries at most.
            u8::try_from(earlier.count()).unwrap_or(u8::MAX).saturating_add(1)
        })
    })
}

/// Each entry of a list; nothing where one is like no other.
fn each<T>(list: &Option<Vec<T>>, undated: impl FnMut(&T) -> Option<T>) -> Option<Option<Vec<T>>> {
    let list = list
        .as_ref()
        .map(|list| list.iter().map(undated).collect::<Option<Vec<T>>>());
    match list {
        None => Some(None),
        Some(Some(list)) => Some(Some(list)),
        Some(None) => None,
    }
}

#[cfg(test)]
#[path = "alike_tests.rs"]
mod tests;
