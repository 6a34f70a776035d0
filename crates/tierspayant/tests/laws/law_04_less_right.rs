//! Taking a right away never turns not billable into billable; the exclusivity of contracts is the one exception.

use crate::common::{config, decide};
use proptest::prelude::*;
use tierspayant::core::decision::{ReasonId, Verdict};
use tierspayant::core::model::{Dossier, Share};
use tierspayant_testkit::dossiers;

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn less_right_is_never_better(dossier in dossiers()) {
        let before = decide(&dossier);
        let exclusive = before.reasons.iter().any(|one| one.id == ReasonId::ContractExclusive);
        for less in with_one_right_less(&dossier) {
            let after = decide(&less);
            for share in Share::ALL {
                let was_no = matches!(before.share(*share), Some(Verdict::NotBillable(_)));
                let excepted = *share == Share::Amc && exclusive;
                let better = after.share(*share) == Some(Verdict::Billable);
                prop_assert!(!was_no || excepted || !better, "{share}: {less:?}");
            }
        }
    }
}

fn with_one_right_less(dossier: &Dossier) -> Vec<Dossier> {
    let mut out = Vec::new();
    macro_rules! lists {
        ($($list:ident)+) => {
            for place in 0..dossier.rights.len() {$(
                for entry in 0..dossier.rights[place].$list.as_ref().map_or(0, Vec::len) {
                    let mut less = dossier.clone();
                    if let Some(list) = &mut less.rights[place].$list {
                        list.remove(entry);
                    }
                    out.push(less);
                }
            )+}
        };
    }
    lists!(coverage exemptions accidents contracts);
    out
}
