//! Doubt is not silent: a word, a code or a value that no table holds never leaves a guarantee, and leaves `billable` only
//! where it could not have blocked.

use crate::common::{case_dossiers, config, decide};
use proptest::prelude::*;
use tierspayant::core::model::{
    CoverageCode, Dossier, ExemptionEntry, Moment, Nature, Period, Share, Snapshot, Source, Vocabulary,
};
use tierspayant::core::verdict::{Guarantee, Verdict};
use tierspayant_testkit::dossiers;

/// An answer of the fund's database on the day of the care, about the person of the claim.
fn fund(dossier: &Dossier) -> Snapshot {
    Snapshot {
        observed_at: Moment::at(dossier.claim.care_date, 23, 59, 59).ok(),
        person: dossier.claim.person.clone(),
        scheme: dossier.claim.scheme,
        ..Snapshot::silent(Source::Bdo)
    }
}

fn sure(guarantee: Guarantee) -> bool {
    matches!(guarantee, Guarantee::Guaranteed | Guarantee::Likely)
}

proptest! {
    #![proptest_config(config(120))]

    /// A trait, a nature or an exemption code that may stand for what cannot be billed.
    #[test]
    fn an_unknown_word_of_the_claim(dossier in dossiers(), which in 0..3_u8) {
        let mut unknown = dossier;
        match which {
            0 => unknown.claim.lines[0].traits.insert_unknown(),
            1 => unknown.claim.nature = Some(Nature::Unknown("99".parse().unwrap())),
            _ => {
                unknown.claim.nature = Some(Nature::Illness);
                unknown.claim.lines[0].exemption = "Z".parse().ok();
            }
        }
        let decision = decide(&unknown);
        prop_assert!(!sure(decision.guarantee()));
        let amo = decision.lines[0].share(Share::Amo);
        prop_assert_ne!(amo, Some(Verdict::Billable));
        // A trait may stand for a product that neither share pays.
        prop_assert!(which != 0 || decision.lines[0].share(Share::Amc) != Some(Verdict::Billable));
    }

    /// A situation that may be one that pays nothing, shown by the strongest source.
    #[test]
    fn an_unknown_situation(dossier in dossiers(), ald in prop::option::of(0..3_u8)) {
        let mut unknown = dossier;
        unknown.rights.retain(|one| one.source != Source::Bdo);
        let mut shown = fund(&unknown);
        shown.coverage = Some(vec![Period::ALWAYS]);
        shown.codes = Some(vec![CoverageCode {
            period: Period::ALWAYS,
            ald: ald.and_then(|digit| digit.to_string().parse().ok()),
            situation: "0777".parse().ok(),
        }]);
        unknown.rights.push(shown);
        let decision = decide(&unknown);
        prop_assert!(!sure(decision.guarantee()));
        prop_assert_ne!(decision.share(Share::Amo), Some(Verdict::Billable));
    }

    /// A motive that no table holds, on the day of the care.
    #[test]
    fn an_unknown_motive(dossier in dossiers()) {
        let mut unknown = dossier;
        let mut shown = fund(&unknown);
        shown.exemptions = Some(vec![ExemptionEntry {
            vocabulary: Vocabulary::Bdo,
            code: "XYZ".parse().unwrap(),
            period: Period::ALWAYS,
            status: None,
        }]);
        // Somebody else's motive is nobody's doubt: people that the claim does not tell apart are set aside.
        unknown.rights = vec![shown];
        prop_assert!(!sure(decide(&unknown).guarantee()));
    }
}

/// On every case: a word that no table holds, put in its place.
#[test]
fn an_unknown_word_in_any_case() {
    for (name, dossier) in case_dossiers() {
        for which in 0..5_u8 {
            let mut unknown = dossier.clone();
            match which {
                0 => unknown.claim.lines[0].traits.insert_unknown(),
                1 => unknown.claim.nature = Some(Nature::Unknown("99".parse().unwrap())),
                2 => unknown.claim.lines[0].exemption = "Z".parse().ok(),
                3 => unknown.claim.lines[0].exemption = None,
                _ => unknown.claim.nature = None,
            }
            let decision = decide(&unknown);
            let told = |amo: Option<Verdict>| amo != Some(Verdict::Billable);
            assert!(told(decision.lines[0].share(Share::Amo)), "{name}: {which}");
            // What is missing may still be guaranteed by the card once it is there; what is not understood is not.
            assert!(which > 2 || !sure(decision.guarantee()), "{name}: {which}");
        }
    }
}
