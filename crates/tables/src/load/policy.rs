//! Ages, delays and thresholds.

use super::file::File;
use crate::wire::{self, PolicyValue};
use crate::{Files, TableError};
use std::str::FromStr;
use tierspayant_core::model::{Code, CodeError, Date, List, Setting, Trait};
use tierspayant_core::tables::{Holiday, PastScheme, Policy, TraitSet};

pub(super) fn policy(files: &Files) -> Result<Policy, TableError> {
    let file = File::open(files, "policy.toml")?;
    let mut wire: wire::PolicyFile = file.parse()?;
    let mut take = |name: &str| -> Result<(usize, PolicyValue), TableError> {
        let entry = wire
            .remove(name)
            .ok_or_else(|| file.wrong(0, format!("`{name}` is missing")))?;
        file.reference(&entry.source, &entry.confidence, &entry.checked)?;
        Ok((entry.value.span().start, entry.value.into_inner()))
    };
    let mut number = |name: &str| -> Result<u32, TableError> {
        match take(name)? {
            (at, PolicyValue::Number(number)) => u32::try_from(number)
                .ok()
                .filter(|number| *number <= 1_000_000)
                .ok_or_else(|| file.wrong(at, format!("`{name}` is a whole number from 0 to 1000000"))),
            (at, _) => Err(file.wrong(at, format!("`{name}` is a whole number from 0 to 1000000"))),
        }
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
    let injection_from_years = signed(number("injection_from_years")?);
    let other_prescription_months = number("other_prescription_months")?;
    let dependant_years = signed(number("dependant_years")?);
    let agreement_silence_days = signed(number("agreement_silence_days")?);
    let wheelchair_silence_months = number("wheelchair_silence_months")?;
    let agreement_months = number("agreement_months")?;
    let accident_recording_days = signed(number("accident_recording_days")?);
    let flu_voucher_from_month = number("flu_voucher_from_month")?;
    let flu_voucher_to_month = number("flu_voucher_to_month")?;
    let age_of_majority = signed(number("age_of_majority")?);
    let card_needed_above_cents = u64::from(number("card_needed_above_cents")?);
    let transmission_working_days = signed(number("transmission_working_days")?);
    let limitation_years = signed(number("limitation_years")?);
    let first_supply_months = number("first_supply_months")?;
    let treatment_months = number("treatment_months")?;
    let contraceptive_months = number("contraceptive_months")?;
    let conditional_prescription_days = signed(number("conditional_prescription_days")?);
    let narcotic_prescription_days = signed(number("narcotic_prescription_days")?);
    let military_scheme = match take("military_scheme")? {
        (at, PolicyValue::Text(text)) => text.parse().map_err(|error: CodeError| file.wrong(at, error))?,
        (at, _) => return Err(file.wrong(at, "`military_scheme` is a scheme of two characters")),
    };
    let military_fund = match take("military_fund")? {
        (at, PolicyValue::Text(text)) => text.parse().map_err(|error: CodeError| file.wrong(at, error))?,
        (at, _) => return Err(file.wrong(at, "`military_fund` is a fund of three characters")),
    };
    let mayotte_scheme = match take("mayotte_scheme")? {
        (at, PolicyValue::Text(text)) => text.parse().map_err(|error: CodeError| file.wrong(at, error))?,
        (at, _) => return Err(file.wrong(at, "`mayotte_scheme` is a scheme of two characters")),
    };
    let mayotte_fund = match take("mayotte_fund")? {
        (at, PolicyValue::Text(text)) => text.parse().map_err(|error: CodeError| file.wrong(at, error))?,
        (at, _) => return Err(file.wrong(at, "`mayotte_fund` is a fund of three characters")),
    };
    let mut day = |name: &str| -> Result<Date, TableError> {
        match take(name)? {
            (at, PolicyValue::Text(text)) => text.parse::<Date>().map_err(|error| file.wrong(at, error)),
            (at, _) => Err(file.wrong(at, format!("`{name}` is a day"))),
        }
    };
    let acs_last_day = day("acs_last_day")?;
    let wheelchair_silence_from = day("wheelchair_silence_from")?;
    let mut words = |name: &str| -> Result<(usize, Vec<String>), TableError> {
        match take(name)? {
            (at, PolicyValue::Words(words)) => Ok((at, words)),
            (at, _) => Err(file.wrong(at, format!("`{name}` is a list of words"))),
        }
    };
    let past_schemes: List<PastScheme> = parsed(&file, words("past_schemes")?)?;
    let holidays: List<Holiday> = parsed(&file, words("holidays")?)?;
    let local_holidays: List<Holiday> = parsed(&file, words("local_holidays")?)?;
    let local_holiday_funds: List<Code<2>> = parsed(&file, words("local_holiday_funds")?)?;
    let flu_voucher_other_funds: List<Code<3>> = parsed(&file, words("flu_voucher_other_funds")?)?;
    let schemes: List<Code<2>> = parsed(&file, words("schemes")?)?;
    let own_prescribers: List<Setting> = parsed(&file, words("own_prescribers")?)?;
    let direct_access: List<Setting> = parsed(&file, words("direct_access")?)?;
    let mut traits = |name: &str| -> Result<TraitSet, TableError> {
        match take(name)? {
            (at, PolicyValue::Words(words)) => words.iter().try_fold(TraitSet::default(), |set, word| {
                word.parse::<Trait>()
                    .map(|one| set.with(one))
                    .map_err(|error| file.wrong(at, error))
            }),
            (at, _) => Err(file.wrong(at, format!("`{name}` is a list of traits"))),
        }
    };
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
        injection_from_years,
        other_prescription_months,
        dependant_years,
        agreement_silence_days,
        wheelchair_silence_months,
        wheelchair_silence_from,
        agreement_months,
        flu_voucher_from_month,
        flu_voucher_to_month,
        flu_voucher_other_funds,
        past_schemes,
        accident_recording_days,
        holidays,
        local_holidays,
        local_holiday_funds,
        age_of_majority,
        card_needed_above_cents,
        transmission_working_days,
        limitation_years,
        first_supply_months,
        treatment_months,
        contraceptive_months,
        conditional_prescription_days,
        narcotic_prescription_days,
        schemes,
        military_scheme,
        military_fund,
        mayotte_scheme,
        mayotte_fund,
        acs_last_day,
        own_prescribers,
        direct_access,
        card_products: traits("card_products")?,
        card_exceptions: traits("card_exceptions")?,
        decision_needed: traits("decision_needed")?,
        low_rate_drugs: traits("low_rate_drugs")?,
    };
    match wire.keys().next() {
        None => Ok(policy),
        Some(extra) => {
            let at = file.text.find(&format!("[{extra}]")).unwrap_or(0);
            Err(file.wrong(at, format!("`{extra}` is not known here")))
        }
    }
}

/// The words of a list that stands at a place, each made into a value.
fn parsed<T: FromStr + Clone>(
    file: &File<'_>,
    (at, words): (usize, Vec<String>),
) -> Result<List<T>, TableError>
where
    T::Err: ToString,
{
    let parse = |word: &String| word.parse().map_err(|error: T::Err| file.wrong(at, error));
    words.iter().map(parse).collect()
}
