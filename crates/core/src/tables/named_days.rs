//! The days that the tables name: between two of them nothing that the tables say changes.

use super::{CareForAges, Codebook, Products, Tables};
use crate::model::{Date, Period};

impl Tables {
    /// Every day that a row names as the first or the last one of something, in no order.
    ///
    /// Every field is named here, so that a new one that holds days cannot be left out unseen.
    pub fn named_days(&self) -> Vec<Date> {
        let Tables {
            edition: _,
            digest: _,
            covers,
            codes,
            sources: _,
            dates: _,
            rights: _,
            policy,
            products,
            rules,
        } = self;
        let Codebook {
            exemptions: _,
            situations: _,
            ald_digits: _,
            claim_codes: _,
            claimed: _,
            missed: _,
            suggested_codes: _,
            forcing: _,
            forcing_of: _,
            prolongations,
            domains: _,
            contract_numbers: _,
            contract_types: _,
            special_schemes: _,
            special_schemes_not_settled: _,
            situation_scope: _,
        } = codes;
        let Products {
            exempt,
            documents,
            shared,
            for_ages,
            places: _,
            billers: _,
            included,
            not_paid,
            remote,
            flu,
            ame_excluded: _,
            ame_delayed: _,
            ame_delay_months: _,
            insurer_optional: _,
            care_path_from: _,
            ald_low_benefit: _,
            generic_everywhere_from,
            generic_exceptions: _,
            other_refusals: _,
        } = products;
        let periods = std::iter::once(*covers)
            .chain(rules.rules().iter().map(|rule| rule.validity))
            .chain(exempt.iter().map(|row| row.validity))
            .chain(documents.iter().map(|row| row.validity))
            .chain(included.iter().map(|row| row.validity))
            .chain([remote.validity])
            .chain(shared.iter().map(|(_, days)| *days))
            .chain(prolongations.iter().map(|row| row.ends));
        let bounds = |period: Period| [period.start(), period.end()];
        let days = periods.flat_map(bounds);
        let days = days
            .chain(documents.iter().map(|row| row.nothing_from))
            .chain(prolongations.iter().map(|row| row.until));
        days.flatten()
            .chain(not_paid.iter().filter_map(|row| row.before))
            .chain(for_ages.iter().flat_map(CareForAges::days))
            .chain(policy.late_supply.iter().map(|one| one.from))
            .chain([
                policy.acs_last_day,
                policy.acs_third_party_from,
                flu.targeted_from,
                flu.children_from,
                *generic_everywhere_from,
            ])
            .chain(policy.past_schemes.iter().map(|one| one.last_day))
            .collect()
    }
}
