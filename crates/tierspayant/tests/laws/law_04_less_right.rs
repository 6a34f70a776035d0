//! Taking a right away never turns not billable into billable; contracts that speak against the one of the claim are the
//! exception: one that excludes it, and the same number under another type.

use crate::common::{config, decide};
use proptest::prelude::*;
use tierspayant::core::finding::FactKey;
use tierspayant::core::ids::ReasonId;
use tierspayant::core::model::{
    AccidentEntry, ContractEntry, Dossier, ExemptionEntry, Period, Position, Share, Status,
};
use tierspayant::core::verdict::Verdict;
use tierspayant_testkit::dossiers;

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn less_right_is_never_better(dossier in dossiers()) {
        let before = decide(&dossier);
        let against = before.reasons.iter().any(|one| {
            one.id == ReasonId::ContractExclusive
                || one.id == ReasonId::ContractDiffers
                    && one.facts.get(FactKey::Number) == one.facts.get(FactKey::RecordNumber)
        });
        for less in with_one_right_less(&dossier) {
            let after = decide(&less);
            for share in Share::ALL {
                let was_no = matches!(before.share(*share), Some(Verdict::NotBillable(_)));
                let excepted = *share == Share::Amc && against;
                let better = after.share(*share) == Some(Verdict::Billable);
                prop_assert!(!was_no || excepted || !better, "{share}: {less:?}");
            }
        }
    }
}

/// The dossier less one entry that grants a right on the days of the claim. An entry that ended, or that is not in
/// force, grants none: it says that there is none, and a weaker source may say otherwise.
fn with_one_right_less(dossier: &Dossier) -> Vec<Dossier> {
    let claim = &dossier.claim;
    let days = || claim.prescription_date.into_iter().chain([claim.care_date]);
    let granted = |period: Period, status: Option<Status>| {
        days().all(|day| period.position(day) == Position::Within)
            && matches!(status, None | Some(Status::Active))
    };
    let mut out = Vec::new();
    macro_rules! lists {
        ($($list:ident by $grants:expr),+) => {
            for place in 0..dossier.rights.len() {$(
                let entries = dossier.rights[place].$list.iter().flatten().enumerate();
                for (entry, _) in entries.filter(|(_, one)| $grants(one)) {
                    let mut less = dossier.clone();
                    if let Some(list) = &mut less.rights[place].$list {
                        list.remove(entry);
                    }
                    out.push(less);
                }
            )+}
        };
    }
    lists!(
        coverage by |one: &Period| granted(*one, None),
        exemptions by |one: &ExemptionEntry| granted(one.period, one.status),
        accidents by |one: &AccidentEntry| granted(one.period, one.status),
        contracts by |one: &ContractEntry| granted(one.period, one.status)
    );
    out
}
