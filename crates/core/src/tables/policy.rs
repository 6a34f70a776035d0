//! Trust in sources, the date that counts, ages and delays.

use super::{GroundSet, Holiday, RightSet};
use crate::model::{Code, Date, List, Scheme, Setting, Trait, Traits, text_enum};

/// What a source can show and how far it is trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceTrust {
    /// Rank among sources, the greater the stronger; 0 never speaks.
    pub strength: u8,
    /// One of the fund's own services that should always agree with each other.
    pub online: bool,
    /// What it can show, so that its silence on it is a no.
    pub shows: RightSet,
    /// The grounds that its list of exemptions can name: only these are denied by a list that does not hold them.
    pub listed: GroundSet,
    /// Schemes that it does not cover.
    pub schemes_not_covered: List<Code<2>>,
}

text_enum! {
    /// The role of a date.
    DateRole {
        /// The day of the care or of the delivery.
        Care = "care",
        /// The day of the prescription.
        Prescription = "prescription",
        /// The day a source was asked.
        Query = "query",
        /// The day of transmission.
        Transmission = "transmission",
    }
}

text_enum! {
    /// Which date counts for a category.
    DateRule {
        /// The day of the care.
        Care = "care",
        /// The day of the prescription, or the day of the care where it is more favourable.
        PrescriptionOrBetter = "prescription_or_better",
        /// The day of the prescription, but the day of the care under a CSS.
        PrescriptionUnlessCss = "prescription_unless_css",
        /// No table says; both days must give the same answer.
        NotSettled = "not_settled",
    }
}

text_enum! {
    /// On which day base rights are read.
    RightsRule {
        /// On the day of the care alone.
        Care = "care",
        /// On the day of the care by one text, on that of the prescription by another: both must give the same answer.
        Both = "both",
    }
}

impl DateRule {
    /// Whether the day of the prescription counts.
    pub const fn counts_prescription(self) -> bool {
        matches!(
            self,
            DateRule::PrescriptionOrBetter | DateRule::PrescriptionUnlessCss
        )
    }
}

/// A set of traits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TraitSet(u64);

impl TraitSet {
    /// No trait.
    pub const NONE: TraitSet = TraitSet(0);

    /// This set and one more.
    #[must_use]
    pub const fn with(self, one: Trait) -> Self {
        TraitSet(self.0 | 1 << (one as u8))
    }

    /// Whether a trait is in the set.
    pub const fn has(self, one: Trait) -> bool {
        self.0 & (1 << (one as u8)) != 0
    }

    /// Whether a line has a trait of the set.
    pub const fn meets(self, traits: Traits) -> bool {
        self.0 & traits.bits() != 0
    }

    /// The first trait of a line that is in the set.
    pub fn first_of(self, traits: Traits) -> Option<Trait> {
        let common = self.0 & traits.bits();
        if common == 0 {
            None
        } else {
            Trait::ALL
                .get(usize::try_from(common.trailing_zeros()).ok()?)
                .copied()
        }
    }
}

/// Ages, delays and thresholds. Days are calendar days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// How many days before the care an online answer may have been given.
    pub online_max_age_days: i32,
    /// How many days before the care a card may have been updated.
    pub card_update_max_age_days: i32,
    /// How many days before the care a card may have been read.
    pub card_reading_max_age_days: i32,
    /// How many days before the care an attestation may have been issued.
    pub attestation_max_age_days: i32,
    /// From how many days before its end a contract is said to end soon.
    pub ends_soon_days: i32,
    /// How many days two online sources are given to agree.
    pub lag_retry_days: i32,
    /// From how many days on between the fund's maternity period and the computed one a notice is given.
    pub maternity_tolerance_days: i32,
    /// Days after delivery that the maternity period lasts.
    pub maternity_days_after_delivery: i32,
    /// Months before the presumed delivery that the maternity period starts.
    pub maternity_months_before_delivery: u32,
    /// Months after the birth during which no card is asked for an infant.
    pub infant_months: u32,
    /// Age from which nobody is a newborn, in years.
    pub newborn_years: i32,
    /// Age below which a maternity on record is somebody else's, in years.
    pub maternity_from_years: i32,
    /// Age from which sessions with a psychologist are covered, in years.
    pub psychologist_from_years: i32,
    /// Months after which a prescription of anything but a drug is doubtful.
    pub other_prescription_months: u32,
    /// Years after that of the birth up to the end of which a child may be under a parent's number.
    pub dependant_years: i32,
    /// Days after which the fund's silence on a request for prior agreement counts as agreement.
    pub agreement_silence_days: i32,
    /// Months after which it does for a wheelchair.
    pub wheelchair_silence_months: u32,
    /// The first day of reception on which that is so.
    pub wheelchair_silence_from: Date,
    /// Months after which an agreement by silence is doubtful.
    pub agreement_months: u32,
    /// The part of the year in which vouchers of flu vaccines hold: of some funds, and of all others.
    pub flu_campaigns: List<FluCampaign>,
    /// The first days of campaigns that were read, one a year.
    pub flu_campaign_starts: List<Date>,
    /// Schemes that are no more, each with its last day.
    pub past_schemes: List<PastScheme>,
    /// For how many days after an accident an empty record says nothing of it.
    pub accident_recording_days: i32,
    /// Public holidays of the whole country.
    pub holidays: List<Holiday>,
    /// Public holidays of some places alone.
    pub local_holidays: List<Holiday>,
    /// The first two digits of the funds of these places.
    pub local_holiday_funds: List<Code<2>>,
    /// Age from which a person is no longer a minor, in years.
    pub age_of_majority: i32,
    /// Amount of a line, in cents, above which a box may need the card.
    pub card_needed_above_cents: u64,
    /// Working days for the transmission of a claim with tiers payant.
    pub transmission_working_days: i32,
    /// Years of the limitation period.
    pub limitation_years: i32,
    /// Months after which a prescription can no longer be supplied for the first time.
    pub first_supply_months: u32,
    /// Months of treatment that a prescription may last.
    pub treatment_months: u32,
    /// For how many months after that a prescription is still supplied, by the day from which on it is.
    pub late_supply: List<LateSupply>,
    /// Months for which contraceptives may be supplied after that.
    pub contraceptive_months: u32,
    /// Days for which a prescription that depends on a test may be used, its own day aside.
    pub conditional_prescription_days: i32,
    /// Days after which a prescription of a narcotic has nothing left to supply, its own day aside.
    pub narcotic_prescription_days: i32,
    /// Days before the maternity period from which its listed acts are of that pregnancy.
    pub maternity_listed_days_before: i32,
    /// Days after the maternity period up to which its listed acts are of that pregnancy.
    pub maternity_listed_days_after: i32,
    /// The schemes (régimes) that exist.
    pub schemes: List<Code<2>>,
    /// The scheme that pays for the care of pensioned military infirmities.
    pub military_scheme: Code<2>,
    /// Its fund.
    pub military_fund: Code<3>,
    /// The scheme of the fund of Mayotte.
    pub mayotte_scheme: Code<2>,
    /// The fund of Mayotte, under the general scheme.
    pub mayotte_fund: Code<3>,
    /// Last day of the last contracts of the past (ACS).
    pub acs_last_day: Date,
    /// From which care date on a contract of the ACS gives third-party payment with every profession.
    pub acs_third_party_from: Date,
    /// Professions whose third-party payment was not for everybody from the start.
    pub third_party_later: List<Setting>,
    /// Professions that need no prescription for their own acts.
    pub own_prescribers: List<Setting>,
    /// The professions that a patient may consult without a prescription in some structures.
    pub direct_access: List<Setting>,
    /// Products that need the card for tiers payant.
    pub card_products: TraitSet,
    /// Traits that lift that need.
    pub card_exceptions: TraitSet,
    /// Traits of care whose exemption needs a decision that no source is known to show.
    pub decision_needed: TraitSet,
    /// Traits of drugs that may keep their rate for exempt persons.
    pub low_rate_drugs: TraitSet,
}

/// The part of the year in which vouchers of flu vaccines hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FluCampaign {
    /// The fund whose campaign it is; `None` for those that have no row of their own.
    pub fund: Option<Code<3>>,
    /// The month, 1 to 12, in which it starts.
    pub from_month: u32,
    /// The day of that month on which it starts, in a year whose first day was not read.
    pub from_day: u32,
    /// The month at whose end it ends, of the next year where it is an earlier one.
    pub to_month: u32,
}

impl FluCampaign {
    /// Its first day in a year.
    pub fn start(&self, starts: &[Date], year: i32) -> Option<Date> {
        let mut read = starts.iter().copied().filter(|_| self.fund.is_none());
        let read = read.find(|day| day.year() == year);
        read.or_else(|| Date::from_ymd(year, self.from_month, self.from_day).ok())
    }

    /// The day after its last one, in a year.
    pub fn over(&self, year: i32) -> Option<Date> {
        Date::from_ymd(year, self.to_month % 12 + 1, 1).ok()
    }

    /// Whether a day is in it.
    pub fn holds_on(&self, starts: &[Date], day: Date) -> bool {
        let (start, over) = (self.start(starts, day.year()), self.over(day.year()));
        let started = start.is_some_and(|start| start <= day);
        let ended = over.is_some_and(|over| over <= day);
        if start < over {
            started && !ended
        } else {
            started || !ended
        }
    }
}

impl std::str::FromStr for FluCampaign {
    type Err = String;

    /// A fund or `*`, a blank, a month and a day, a blank, a month.
    fn from_str(written: &str) -> Result<Self, String> {
        let unfit = || format!("`{written}` is no campaign: a fund or `*`, `MM-DD`, `MM`");
        let number = |text: &str| text.parse::<u32>().map_err(|_| unfit());
        let mut parts = written.split(' ');
        let mut next = || parts.next().ok_or_else(unfit);
        let (fund, from, to) = (next()?, next()?, next()?);
        let (from_month, from_day) = from.split_once('-').ok_or_else(unfit)?;
        let campaign = FluCampaign {
            fund: match fund {
                "*" => None,
                fund => Some(fund.parse().map_err(|_| unfit())?),
            },
            from_month: number(from_month)?,
            from_day: number(from_day)?,
            to_month: number(to)?,
        };
        let there = campaign.start(&[], 2001).is_some() && campaign.over(2001).is_some();
        if there && parts.next().is_none() && campaign.to_month > 0 {
            Ok(campaign)
        } else {
            Err(unfit())
        }
    }
}

/// A scheme that is no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastScheme {
    /// Its two characters.
    pub scheme: Code<2>,
    /// The last day on which it paid.
    pub last_day: Date,
}

impl std::str::FromStr for PastScheme {
    type Err = String;

    /// Two characters, a blank, a day.
    fn from_str(text: &str) -> Result<Self, String> {
        let (scheme, day) = text
            .split_once(' ')
            .ok_or("a scheme of the past is two characters, a blank and its last day")?;
        Ok(PastScheme {
            scheme: scheme.parse().map_err(|error| format!("{error}"))?,
            last_day: day.parse().map_err(|error| format!("{error}"))?,
        })
    }
}

/// For how many months a prescription is still supplied after the end of its treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateSupply {
    /// The first care date.
    pub from: Date,
    /// The months.
    pub months: u32,
}

impl std::str::FromStr for LateSupply {
    type Err = String;

    /// A day, a blank, a number of months.
    fn from_str(text: &str) -> Result<Self, String> {
        let unfit = || format!("`{text}` is no late supply: a day, a blank and a number of months");
        let (day, months) = text.split_once(' ').ok_or_else(unfit)?;
        Ok(LateSupply {
            from: day.parse().map_err(|error| format!("{error}"))?,
            months: months.parse().map_err(|_| unfit())?,
        })
    }
}

impl Policy {
    /// The months after which a prescription is too old on a day, for each time in turn: the last one that has come holds.
    pub fn supplied_for(&self) -> impl Iterator<Item = (Option<Date>, u32)> + '_ {
        let late = self.late_supply.iter();
        let late = late.map(|one| (Some(one.from), self.treatment_months.saturating_add(one.months)));
        std::iter::once((None, self.treatment_months)).chain(late)
    }

    /// The months after which a prescription is too old on a day.
    pub fn supplied_on(&self, care: Date) -> u32 {
        let came = self
            .supplied_for()
            .filter(|(from, _)| from.is_none_or(|from| from <= care));
        came.last().map_or(self.treatment_months, |(_, months)| months)
    }

    /// The months of a prescription of contraceptives, which nothing prolongs any further.
    pub fn supplied_at_most(&self) -> u32 {
        let longest = self.supplied_for().map(|(_, months)| months).max();
        longest.unwrap_or(0).saturating_add(self.contraceptive_months)
    }

    /// Whether a scheme is one that exists, as far as it is named.
    pub fn is_known(&self, scheme: Scheme) -> bool {
        scheme.regime.is_none_or(|regime| self.schemes.contains(&regime))
    }

    /// Whether it pays for care of a day: a scheme that is known and, then, still there.
    pub fn is_payer(&self, scheme: Scheme, day: Date) -> bool {
        self.is_known(scheme) && self.ended_before(scheme, day).is_none()
    }

    /// The flu campaign of a fund.
    pub fn flu_campaign(&self, fund: Option<Code<3>>) -> Option<&FluCampaign> {
        let of = |fund| self.flu_campaigns.iter().find(|one| one.fund == fund);
        fund.and_then(|fund| of(Some(fund))).or_else(|| of(None))
    }

    /// The last day of a scheme that was no more on a day.
    pub fn ended_before(&self, scheme: Scheme, day: Date) -> Option<Date> {
        let mut ended = self.past_schemes.iter();
        let own = ended.find(|one| Some(one.scheme) == scheme.regime && one.last_day < day);
        own.map(|one| one.last_day)
    }
}

#[cfg(test)]
#[path = "policy_tests.rs"]
mod tests;
