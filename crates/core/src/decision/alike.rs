//! When two claims of different days, and of different people, have one answer: what a batch asks once.
//!
//! Two claims are alike where all their words are equal and no rule tells their days apart. Words are compared as they are.
//! Of days, this module says all that a rule may compare: their order, the ages and delays of the policy, and the days
//! that the tables name. Of people it says how what is said of them compares, and the ages that they have reached.
//! The answers of claims that are alike differ in nothing but the days that reasons tell.
//!
//! A rule that is added cannot read more than is compared here unseen:
//! - a field of a snapshot, of an entry, of an identity, of the policy or of the tables that is new does not compile until
//!   it is put in its place here, as all fields are named;
//! - what is read with a trait, a fact of a line, a record of a maternity or of an accident, a closed entry, the age of
//!   an infant or a snapshot of somebody else makes a claim that is like no other, and each is asked for itself;
//! - tables of random days around every limit are answered alike by the batch and by the check.

use super::bounds::{BLOCK, Block, EntryDays, near};
use super::meant::{Ages, Meant};
use super::shape::MOST_SNAPSHOTS;
use crate::model::{Date, LineFacts, Traits};
use crate::question::AskedLine;
use crate::tables::{Policy, Products, Tables};

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

/// The days that the snapshots of a person name.
#[derive(Clone, Copy, Debug)]
pub struct SaidDays<'a> {
    /// Of the first snapshot.
    pub first: SpokenDays,
    /// Of the others, at most as many as stand beside a first one in [`MOST_SNAPSHOTS`].
    pub others: &'a [SpokenDays],
    /// The days of the entries of all of them.
    pub bounds: EntryDays<'a>,
}

/// The days on which a source spoke.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpokenDays {
    /// The day on which it was asked.
    pub observed: Option<Date>,
    /// The day of its last update.
    pub updated: Option<Date>,
}

/// How many snapshots stand beside a first one.
const OTHERS: usize = MOST_SNAPSHOTS - 1;

/// What rules can tell apart of the days of a claim alone, and these days as they are compared with those of entries.
#[derive(Clone, Copy, Debug)]
pub struct ClaimTold {
    days: ClaimDays,
    told: u64,
    care: i16,
    prescription: i16,
    soon: i16,
}

impl ClaimTold {
    /// The days themselves.
    pub const fn days(&self) -> &ClaimDays {
        &self.days
    }
}

/// What rules can tell apart of the days of a claim and of what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Told {
    /// Of the days of the claim.
    pub claim: u64,
    /// Of who is meant.
    pub who: u32,
    /// Of the days on which the first source was asked or updated.
    pub said: u16,
    /// Of those on which each of the others was.
    pub others: [u16; OTHERS],
    /// Of the days of the first entries.
    pub first: [u16; BLOCK],
    /// Of those of the others.
    pub second: [u16; BLOCK],
}

/// Tells whether claims are alike, by the limits of one set of tables.
#[derive(Clone, Debug)]
pub struct Alike {
    /// The first and the last of all days between which a last day lies that a law may have prolonged.
    prolonged_between: (i16, i16),
    /// The first day that the tables name.
    first_named: Date,
    /// For each day from then on, how many of the days that the tables name, and of those after them, are not later.
    named: Vec<u16>,
    /// The ages that an answer of a source may have, in days.
    ages: [i32; 4],
    /// How many of them an answer of each of the first ages is past, and of as many below none: most were given after the care.
    aged: Vec<u16>,
    /// The ages that a prescription may have, in months.
    months: Vec<i32>,
    /// What a prescription of each of the first ages, in days, is told to be past.
    past: Vec<Option<u8>>,
    ends_soon_days: i32,
    working_days: i32,
    limitation_years: i32,
    people: Ages,
}

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
            treatment_months: _,
            late_supply: _,
            contraceptive_months: _,
            other_prescription_months,
            // Of the end of a right.
            ends_soon_days,
            // Of the day of the question, which is that of transmission.
            transmission_working_days,
            limitation_years,
            // Days, which the tables name.
            acs_last_day: _,
            acs_third_party_from: _,
            past_schemes: _,
            // What is told and decides nothing.
            lag_retry_days: _,
            // Read with a record of a maternity, or with a trait.
            maternity_tolerance_days: _,
            maternity_days_after_delivery: _,
            maternity_months_before_delivery: _,
            maternity_listed_days_before: _,
            maternity_listed_days_after: _,
            // Of a person.
            infant_months,
            newborn_years,
            maternity_from_years,
            psychologist_from_years,
            dependant_years,
            age_of_majority,
            // Read with a fact of a line, or with a trait.
            conditional_prescription_days: _,
            narcotic_prescription_days: _,
            agreement_silence_days: _,
            wheelchair_silence_months: _,
            wheelchair_silence_from: _,
            agreement_months: _,
            flu_campaigns: _,
            flu_campaign_starts: _,
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
            third_party_later: _,
            own_prescribers: _,
            direct_access: _,
            card_products: _,
            card_exceptions: _,
            decision_needed: _,
            low_rate_drugs: _,
        } = &tables.policy;
        let Products {
            // Ages and days of what a line says with a trait, and days, which the tables name.
            exempt: _,
            documents: _,
            shared: _,
            for_ages: _,
            places: _,
            billers: _,
            included: _,
            not_paid: _,
            remote: _,
            flu: _,
            ame_excluded: _,
            ame_delayed: _,
            ame_delay_months: _,
            insurer_optional: _,
            care_path_from: _,
            ald_low_benefit: _,
            generic_everywhere_from: _,
            generic_exceptions: _,
            other_refusals: _,
        } = &tables.products;
        let people = Ages {
            infant_months: *infant_months,
            dependant_years: *dependant_years,
            years: [
                *newborn_years,
                *maternity_from_years,
                *psychologist_from_years,
                *age_of_majority,
            ],
        };
        let ages = [
            *online_max_age_days,
            *card_update_max_age_days,
            *card_reading_max_age_days,
            *attestation_max_age_days,
        ];
        let policy = &tables.policy;
        let others = [
            *first_supply_months,
            *other_prescription_months,
            policy.supplied_at_most(),
        ];
        let months = policy.supplied_for().map(|(_, months)| months).chain(others);
        let prolonged = tables.codes.prolongations.iter().map(|row| row.ends);
        let firsts = prolonged.clone().map(|span| span.start().map_or(i16::MIN, near));
        let lasts = prolonged.map(|span| span.end().map_or(i16::MAX, near));
        let between = firsts.min().zip(lasts.max());
        let months: Vec<i32> = months
            .map(|months| i32::try_from(months).unwrap_or(i32::MAX))
            .collect();
        Alike {
            prolonged_between: between.unwrap_or((i16::MAX, i16::MIN)),
            first_named,
            named: counted,
            ages,
            aged: (-FIRST_AGES..FIRST_AGES).map(|age| aged(&ages, age)).collect(),
            past: (0..FIRST_AGES).map(|age| past(&months, age)).collect(),
            months,
            ends_soon_days: *ends_soon_days,
            working_days: *transmission_working_days,
            limitation_years: *limitation_years,
            people,
        }
    }

    /// Whether a line may be alike others: nothing is said of it whose limits are not compared here.
    pub fn has_line(line: &AskedLine) -> bool {
        line.traits == Traits::default() && line.facts == LineFacts::default()
    }

    /// What rules can tell apart of the days of a claim; nothing where it is like no other.
    pub fn told_of_claim(&self, days: &ClaimDays) -> Option<ClaimTold> {
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
        // None of the days is as far away as bounds that are not compared.
        let compared = |day: Date| Some(near(day)).filter(|day| (FAR_BEFORE..FAR_AFTER).contains(day));
        let prescribed = prescription.map(|day| compared(day).ok_or(()));
        Some(ClaimTold {
            days: *days,
            told,
            care: compared(care)?,
            // That there is none is told above, and which bounds are open by the shape.
            prescription: prescribed.transpose().ok()?.unwrap_or(i16::MIN),
            soon: compared(care.plus_days(self.ends_soon_days)?)?,
        })
    }

    /// What rules can tell apart of these days, of what was said and of who is meant; nothing where the claim is like no other.
    #[inline]
    pub fn told(&self, claim: &ClaimTold, said: SaidDays<'_>, who: &Meant) -> Option<Told> {
        let SaidDays {
            first: spoken,
            others,
            bounds: EntryDays { first, second },
        } = said;
        let second = match second {
            None => [0; BLOCK],
            Some(second) => self.block(claim, second)?,
        };
        Some(Told {
            claim: claim.told,
            who: who.told_on(&claim.days, &self.people)?,
            said: self.spoken(claim, spoken),
            others: self.of_others(claim, others)?,
            first: self.block(claim, first)?,
            second,
        })
    }

    /// The days on which the other sources spoke; nothing where there are more than are compared.
    #[inline]
    fn of_others(&self, claim: &ClaimTold, others: &[SpokenDays]) -> Option<[u16; OTHERS]> {
        let mut told = [0; OTHERS];
        if others.is_empty() {
            return Some(told);
        }
        if others.len() > OTHERS {
            return None;
        }
        for (told, spoken) in told.iter_mut().zip(others) {
            *told = self.spoken(claim, *spoken);
        }
        Some(told)
    }

    /// The days on which a source spoke, beside those of the claim.
    #[inline]
    fn spoken(&self, claim: &ClaimTold, spoken: SpokenDays) -> u16 {
        let SpokenDays { observed, updated } = spoken;
        self.answered(&claim.days, observed) << 8 | self.answered(&claim.days, updated)
    }

    /// The days of the entries of a block: where those of the claim stand to them, and whether their ends are near; nothing
    /// where some law may have prolonged one of them.
    #[inline]
    fn block(&self, claim: &ClaimTold, block: &Block) -> Option<[u16; BLOCK]> {
        let (from, to) = self.prolonged_between;
        if block.ends_between(from, to) {
            return None;
        }
        Some(block.told(claim.care, claim.prescription, claim.soon))
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
    #[inline]
    fn answered(&self, days: &ClaimDays, answered: Option<Date>) -> u16 {
        let Some(day) = answered else { return 0 };
        let age = days.care.days_since(day);
        let place = usize::try_from(age.saturating_add(FIRST_AGES));
        let known = place.ok().and_then(|place| self.aged.get(place));
        let past = known.copied().unwrap_or_else(|| aged(&self.ages, age));
        let asked = days.as_of.map_or(0, |as_of| compared(day, as_of));
        past << 4 | compared(day, days.care) << 2 | asked
    }
}

/// How many of these ages an answer of so many days is past.
fn aged(ages: &[i32], age: i32) -> u16 {
    ages.iter().map(|limit| u16::from(age > *limit)).sum()
}

/// No day that is compared with those of entries is before this one, or so far on as the other: 1910 and 2089.
const FAR_BEFORE: i16 = i16::MIN + 1;
const FAR_AFTER: i16 = i16::MAX;

/// What is told of a prescription after the care.
const LATER: u8 = 3;
/// Of so many ages, from none on, it is known what is told.
const FIRST_AGES: i32 = 500;

/// Which limits a prescription of this age in days is past; nothing where one is so near that the months count.
fn past(months: &[i32], age: i32) -> Option<u8> {
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

/// What was told so far, and beside it a part that fits in so many bits.
const fn joined(told: u64, bits: u32, part: u64) -> u64 {
    told << bits | part
}

/// The order of two days: 1 where one is before the other, 2 where they are one day, else 3.
fn compared(one: Date, other: Date) -> u16 {
    1 + u16::from(one >= other) + u16::from(one > other)
}
