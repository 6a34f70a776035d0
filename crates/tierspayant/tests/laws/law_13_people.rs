//! Several people are told apart over all snapshots together, not source by source.

use crate::common::{config, decide};
use proptest::prelude::*;
use tierspayant::core::evidence::{Match, identify};
use tierspayant::core::ids::ReasonId;
use tierspayant::core::model::{BirthRank, Person, Snapshot, Source};
use tierspayant::core::verdict::Verdict;
use tierspayant_testkit::dossiers;

proptest! {
    #![proptest_config(config(200))]

    /// Who spoke changes nothing to whom a snapshot is about.
    #[test]
    fn sources_do_not_tell_people_apart(dossier in dossiers(), source in 0..Source::ALL.len()) {
        let found = identify(&dossier.claim.person, &dossier.rights);
        let mut one_voice = dossier.rights.clone();
        for one in &mut one_voice {
            one.source = Source::ALL[source];
        }
        let told = identify(&dossier.claim.person, &one_voice);
        prop_assert_eq!(&found.matches, &told.matches);
        prop_assert_eq!(found.ambiguous, told.ambiguous);
        prop_assert_eq!(found.nobody, told.nobody);
    }

    /// Two people, a claim that names neither: whatever their sources, nothing is billable.
    #[test]
    fn two_people_and_no_name(dossier in dossiers(), one in 0..8_usize, other in 0..8_usize, by_rank in any::<bool>()) {
        let mut several = dossier;
        several.claim.person = Person::default();
        let about = |source: usize, born: &str, rank: u64| Snapshot {
            person: Person {
                birth_date: born.parse().ok(),
                birth_rank: BirthRank::new(rank).ok(),
                ..Person::default()
            },
            ..Snapshot::silent(Source::ALL[source])
        };
        several.rights = if by_rank {
            vec![about(one, "19850514", 1), about(other, "19850514", 2)]
        } else {
            vec![about(one, "19850514", 1), about(other, "19700101", 1)]
        };
        let identity = identify(&several.claim.person, &several.rights);
        prop_assert!(identity.ambiguous && identity.matches.iter().all(|found| *found == Match::Other));
        let decision = decide(&several);
        prop_assert_ne!(decision.verdict(), Verdict::Billable);
        let beyond = decision.reasons.iter().any(|reason| reason.id == ReasonId::RulesBeyond);
        prop_assert!(beyond || decision.reasons.iter().any(|reason| reason.id == ReasonId::IdentityAmbiguous));
    }
}
