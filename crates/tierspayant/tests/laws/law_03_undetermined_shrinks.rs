//! Undetermined only shrinks: a fact from a strictly stronger fresh source decides, a silent source changes nothing.
//! The one exception is stated: two online sources that disagree.

use crate::common::{answer, config, decide};
use proptest::prelude::*;
use tierspayant::core::ids::ReasonId;
use tierspayant::core::model::{
    Category, Dossier, ExemptionEntry, Moment, Nature, Period, Relation, Snapshot, Source, Vocabulary,
};
use tierspayant::core::verdict::ExemptionState;
use tierspayant_testkit::dossiers;

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_silent_source_changes_nothing(dossier in dossiers(), source in 0..7_usize) {
        prop_assume!(is_plain(&dossier));
        let mut more = dossier.clone();
        more.rights.push(about_the_claim(&dossier, Source::ALL[source]));
        prop_assert_eq!(answer(&dossier), answer(&more));
    }

    #[test]
    fn the_database_of_the_fund_decides(dossier in dossiers(), granted in any::<bool>()) {
        prop_assume!(is_plain(&dossier) && dossier.rights.iter().all(|one| one.source != Source::Bdo));
        let mut asked = dossier;
        asked.claim.nature = Some(Nature::Illness);
        for line in &mut asked.claim.lines {
            line.category = Some(Category::Drug);
            line.exemption = "4".parse().ok();
            line.relation = Some(Relation::Related);
        }
        prop_assume!(beyond(&asked).is_none());
        let entry = ExemptionEntry {
            vocabulary: Vocabulary::Bdo,
            code: "LIS".parse().unwrap(),
            period: Period::ALWAYS,
            status: None,
        };
        let fund = Snapshot {
            coverage: Some(vec![Period::ALWAYS]),
            exemptions: Some(if granted { vec![entry] } else { Vec::new() }),
            ..about_the_claim(&asked, Source::Bdo)
        };
        let lag = asked.rights.iter().any(|one| matches!(one.source, Source::Adri | Source::Cdri));
        asked.rights.push(fund);
        let expected = if granted { ExemptionState::Confirmed } else { ExemptionState::NotRecorded };
        for line in decide(&asked).lines {
            let disputed = lag && line.exemption == ExemptionState::Contradicted;
            prop_assert!(line.exemption == expected || disputed, "{:?}", line);
        }
    }
}

/// The claim names somebody, and nothing is found on identities.
fn is_plain(dossier: &Dossier) -> bool {
    let person = &dossier.claim.person;
    let family = |id: ReasonId| id.as_str().starts_with("identity.");
    (person.id.is_some() || person.birth_date.is_some())
        && !decide(dossier).reasons.iter().any(|one| family(one.id))
}

fn beyond(dossier: &Dossier) -> Option<ReasonId> {
    let mut ids = decide(dossier).reasons.into_iter().map(|one| one.id);
    ids.find(|id| *id == ReasonId::RulesBeyond)
}

/// A snapshot about the person of the claim, on the day of the care, in which nothing is said.
fn about_the_claim(dossier: &Dossier, source: Source) -> Snapshot {
    Snapshot {
        observed_at: Some(Moment::on(dossier.claim.care_date)),
        person: dossier.claim.person.clone(),
        ..Snapshot::silent(source)
    }
}
