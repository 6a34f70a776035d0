//! Ages, delays and thresholds.

use super::file::{File, Refused};
use crate::Files;
use crate::given::{Word, Words};
use crate::wire::{self, PolicyValue};
use tierspayant_core::tables::Policy;

pub(super) fn policy(files: &Files) -> Result<Policy, Refused> {
    let file = File::open(files, "policy.toml")?;
    let table = file.table()?;
    let mut wire: wire::PolicyFile<'_> = file.read(&table)?;
    let mut take = |name: &str| -> Result<(usize, PolicyValue<'_>), Refused> {
        let missing = || file.wrong(0, format!("`{name}` is missing"));
        let at = wire.0.iter().position(|(one, _)| one.text == name);
        let (_, entry) = wire.0.remove(at.ok_or_else(missing)?);
        file.reference(entry.proof)?;
        Ok((entry.value.span().start, entry.value.into_inner()))
    };
    let mut number = |name: &str| -> Result<u32, Refused> {
        let (at, value) = take(name)?;
        let number = match value {
            PolicyValue::Number(number) => u32::try_from(number).ok(),
            PolicyValue::Text(_) | PolicyValue::Words(_) => None,
        };
        number
            .filter(|number| *number <= 1_000_000)
            .ok_or_else(|| file.wrong(at, format!("`{name}` is a whole number from 0 to 1000000")))
    };
    let signed = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let online_max_age_days = signed(number("online_max_age_days")?);
    let card_update_max_age_days = signed(number("card_update_max_age_days")?);
    let card_reading_max_age_days = signed(number("card_reading_max_age_days")?);
    let attestation_max_age_days = signed(number("attestation_max_age_days")?);
    let ends_soon_days = signed(number("ends_soon_days")?);
    let lag_retry_days = signed(number("lag_retry_days")?);
    let maternity_tolerance_days = signed(number("maternity_tolerance_days")?);
    let maternity_days_after_delivery = signed(number("maternity_days_after_delivery")?);
    let maternity_months_before_delivery = number("maternity_months_before_delivery")?;
    let maternity_listed_days_before = signed(number("maternity_listed_days_before")?);
    let maternity_listed_days_after = signed(number("maternity_listed_days_after")?);
    let infant_months = number("infant_months")?;
    let newborn_years = signed(number("newborn_years")?);
    let maternity_from_years = signed(number("maternity_from_years")?);
    let psychologist_from_years = signed(number("psychologist_from_years")?);
    let other_prescription_months = number("other_prescription_months")?;
    let dependant_years = signed(number("dependant_years")?);
    let agreement_silence_days = signed(number("agreement_silence_days")?);
    let wheelchair_silence_months = number("wheelchair_silence_months")?;
    let agreement_months = number("agreement_months")?;
    let accident_recording_days = signed(number("accident_recording_days")?);
    let age_of_majority = signed(number("age_of_majority")?);
    let card_needed_above_cents = u64::from(number("card_needed_above_cents")?);
    let transmission_working_days = signed(number("transmission_working_days")?);
    let limitation_years = signed(number("limitation_years")?);
    let first_supply_months = number("first_supply_months")?;
    let treatment_months = number("treatment_months")?;
    let contraceptive_months = number("contraceptive_months")?;
    let conditional_prescription_days = signed(number("conditional_prescription_days")?);
    let narcotic_prescription_days = signed(number("narcotic_prescription_days")?);
    let mut word = |name: &str| -> Result<Word<'_>, Refused> {
        match take(name)? {
            (_, PolicyValue::Text(word)) => Ok(word),
            (at, _) => Err(file.wrong(at, format!("`{name}` is a text"))),
        }
    };
    let military_scheme = file.word(word("military_scheme")?)?;
    let military_fund = file.word(word("military_fund")?)?;
    let mayotte_scheme = file.word(word("mayotte_scheme")?)?;
    let mayotte_fund = file.word(word("mayotte_fund")?)?;
    let acs_last_day = file.word(word("acs_last_day")?)?;
    let acs_third_party_from = file.word(word("acs_third_party_from")?)?;
    let wheelchair_silence_from = file.word(word("wheelchair_silence_from")?)?;
    let mut words = |name: &str| -> Result<Words<'_>, Refused> {
        match take(name)? {
            (_, PolicyValue::Words(words)) => Ok(words),
            (at, _) => Err(file.wrong(at, format!("`{name}` is a list of words"))),
        }
    };
    let holidays = file.words(words("holidays")?)?;
    let local_holidays = file.words(words("local_holidays")?)?;
    let local_holiday_funds = file.words(words("local_holiday_funds")?)?;
    let flu_campaigns = file.words(words("flu_campaigns")?)?;
    let flu_campaign_starts = file.words(words("flu_campaign_starts")?)?;
    let schemes = file.words(words("schemes")?)?;
    let own_prescribers = file.words(words("own_prescribers")?)?;
    let third_party_later = file.words(words("third_party_later")?)?;
    let past_schemes = file.words(words("past_schemes")?)?;
    let late_supply = file.words(words("late_supply")?)?;
    let direct_access = file.words(words("direct_access")?)?;
    let policy = Policy {
        online_max_age_days,
        card_update_max_age_days,
        card_reading_max_age_days,
        attestation_max_age_days,
        ends_soon_days,
        lag_retry_days,
        maternity_tolerance_days,
        maternity_days_after_delivery,
        maternity_months_before_delivery,
        maternity_listed_days_before,
        maternity_listed_days_after,
        infant_months,
        newborn_years,
        maternity_from_years,
        psychologist_from_years,
        other_prescription_months,
        dependant_years,
        agreement_silence_days,
        wheelchair_silence_months,
        wheelchair_silence_from,
        agreement_months,
        flu_campaigns,
        flu_campaign_starts,
        past_schemes,
        accident_recording_days,
        direct_access,
        holidays,
        local_holidays,
        local_holiday_funds,
        age_of_majority,
        card_needed_above_cents,
        transmission_working_days,
        limitation_years,
        first_supply_months,
        treatment_months,
        late_supply,
        contraceptive_months,
        conditional_prescription_days,
        narcotic_prescription_days,
        schemes,
        military_scheme,
        military_fund,
        mayotte_scheme,
        mayotte_fund,
        acs_last_day,
        acs_third_party_from,
        third_party_later,
        own_prescribers,
        card_products: file.traits(words("card_products")?)?,
        card_exceptions: file.traits(words("card_exceptions")?)?,
        decision_needed: file.traits(words("decision_needed")?)?,
        low_rate_drugs: file.traits(words("low_rate_drugs")?)?,
    };
    match wire.0.first() {
        None => Ok(policy),
        Some((extra, _)) => Err(file.wrong(extra.at, format_args!("`{}` is not known here", extra.text))),
    }
}
