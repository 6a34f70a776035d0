//! The what-if is true: applying it and asking again gives billable; no day between the care and `earliest` does.

use crate::common::{ENGINE, billable, config, moved};
use proptest::prelude::*;
use tierspayant::core::model::{ClaimContract, Dossier, Nature, ShareSet};
use tierspayant::core::whatif::{Correction, billable_days, corrections};
use tierspayant_testkit::dossiers;

/// How many days are asked one by one.
const MANY: usize = 300;

proptest! {
    #![proptest_config(config(80))]

    #[test]
    fn the_days_are_true(dossier in dossiers()) {
        let case = ENGINE.case(&dossier);
        let days = billable_days(&ENGINE.tables().decision, &case);
        // A claim that is billable as it is stays so on its own day, whatever moving the sources to it would say.
        let as_it_is = billable(&case);
        let on = |day| (as_it_is && day == dossier.claim.care_date) || billable(&moved(&case, day));
        let from = |day| std::iter::successors(Some(day), |one: &tierspayant::core::model::Date| one.next());
        let care = dossier.claim.care_date;
        let Some(earliest) = days.earliest else {
            prop_assert!(days.latest.is_none());
            prop_assert!(!from(care).take(MANY).any(on), "a day is billable");
            return Ok(());
        };
        prop_assert!(!from(care).take_while(|day| *day < earliest).take(MANY).any(on), "a day before is billable");
        prop_assert!(on(earliest), "the earliest day {earliest} is not billable");
        let run = from(earliest).take_while(|day| days.latest.is_none_or(|last| *day <= last));
        if days.latest.is_some() {
            prop_assert!(run.take(MANY).all(on), "a day of the run is not billable");
        }
        if let Some(after) = days.latest.and_then(|last| last.next()) {
            prop_assert!(!on(after), "the day after, {after}, is billable");
        }
    }

    #[test]
    fn every_correction_is_enough(dossier in dossiers()) {
        let case = ENGINE.case(&dossier);
        for correction in corrections(&ENGINE.tables().decision, &case) {
            let enough = match corrected(&dossier, correction) {
                Some(dossier) => billable(&ENGINE.case(&dossier)),
                None => billable(&moved(&case, dossier.claim.care_date)),
            };
            prop_assert!(enough, "{correction:?}");
        }
    }
}

/// The dossier with the correction; nothing where the sources are to be asked again.
pub(crate) fn corrected(dossier: &Dossier, correction: Correction) -> Option<Dossier> {
    let mut changed = dossier.clone();
    let claim = &mut changed.claim;
    match correction {
        Correction::AskAgain => return None,
        Correction::Exemption { line, code } => {
            let line = &mut claim.lines[usize::from(line)];
            line.exemption = Some(code);
            line.origin = None;
        }
        Correction::Scheme(scheme) => claim.scheme = scheme,
        Correction::Nature(Nature::Illness) => claim.nature = Some(Nature::Illness),
        Correction::Nature(nature) => {
            claim.nature = Some(nature);
            for line in &mut claim.lines {
                line.exemption = "0".parse().ok();
                line.origin = None;
            }
        }
        Correction::Contract {
            number,
            contract_type,
        } => {
            claim.contract = Some(ClaimContract {
                number,
                contract_type,
                ..ClaimContract::default()
            });
        }
        Correction::AmoAlone => claim.third_party = Some(ShareSet::Amo),
    }
    Some(changed)
}
