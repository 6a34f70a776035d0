//! Advice is safe: an offered correction is enough (law 6) and is contradicted by no fact of the dossier; nobody is sent to
//! a source that cannot show the right.

use crate::common::{ENGINE, config, decide};
use proptest::prelude::*;
use std::collections::BTreeSet;
use tierspayant::core::finding::{FactKey, FactValue, Reason};
use tierspayant::core::ids::{ReasonId, RemedyId};
use tierspayant::core::model::{Dossier, Nature, Relation, ShareSet, Snapshot, Source, Trait};
use tierspayant::core::tables::{Ground, GroundSet, Right, RightKind};
use tierspayant::core::whatif::{Correction, corrections};
use tierspayant_testkit::dossiers;

/// Each remedy that sends somebody to a source, with that source.
const SENDS_TO: [(RemedyId, Source); 3] = [
    (RemedyId::QueryAdri, Source::Adri),
    (RemedyId::UpdateCard, Source::Vitale),
    (RemedyId::AskAttestation, Source::Attestation),
];

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn no_correction_is_contradicted_by_a_fact(dossier in dossiers()) {
        let case = ENGINE.case(&dossier);
        for correction in corrections(&ENGINE.tables().decision, &case) {
            let wrong = contradiction(&dossier, correction);
            prop_assert!(wrong.is_none(), "{correction:?}: {}", wrong.unwrap_or_default());
        }
    }

    #[test]
    fn a_source_can_show_what_it_is_asked_for(dossier in dossiers()) {
        for reason in &decide(&dossier).reasons {
            let wrong = dead_loop(&dossier, reason);
            prop_assert!(wrong.is_none(), "{reason:?}: {}", wrong.unwrap_or_default());
        }
    }

    #[test]
    fn a_claim_that_is_billable_is_billable_from_its_care_on(dossier in dossiers()) {
        let case = ENGINE.case(&dossier);
        let days = tierspayant::core::whatif::billable_days(&ENGINE.tables().decision, &case);
        if crate::common::billable(&case) {
            prop_assert_eq!(days.earliest, Some(dossier.claim.care_date));
        }
    }
}

/// What in the dossier speaks against a correction.
pub(crate) fn contradiction(dossier: &Dossier, correction: Correction) -> Option<&'static str> {
    let claim = &dossier.claim;
    let read = || dossier.rights.iter().filter(|one| one.source != Source::Manual);
    let accident = claim
        .accident
        .is_some_and(|one| one.number.is_some() || one.date.is_some());
    let wrong = |bad: bool, why: &'static str| bad.then_some(why);
    match correction {
        Correction::AskAgain => wrong(dossier.rights.is_empty(), "nobody was asked"),
        Correction::Scheme(scheme) => {
            let infirmity = claim
                .lines
                .iter()
                .any(|line| line.traits.has(Trait::MilitaryInfirmity));
            let named = read().any(|one| {
                (scheme.regime == one.scheme.regime || scheme.regime == claim.scheme.regime)
                    && (scheme.fund == one.scheme.fund || scheme.fund == claim.scheme.fund)
            });
            wrong(!named && !infirmity, "no source names this payer")
                .or(wrong(scheme == claim.scheme, "it is the payer of the claim"))
        }
        Correction::Exemption { line, code } => {
            let line = &claim.lines[usize::from(line)];
            let related = line.relation == Some(Relation::Related);
            let same = line.exemption == Some(code);
            wrong(
                code.as_str() == "4" && !related,
                "an ALD for care that is not said to be related",
            )
            .or(wrong(same, "it is the code of the line"))
            .or(wrong(
                matches!(code.as_str(), "4" | "5" | "9") && !read().any(says_something),
                "nothing was read",
            ))
        }
        Correction::Nature(Nature::Maternity) => wrong(accident, "an accident is named")
            .or(wrong(
                claim.nature == Some(Nature::Accident),
                "an accident stays one",
            ))
            .or(wrong(!read().any(shows_maternity), "no maternity was read")),
        Correction::Nature(_) => wrong(
            !matches!(claim.nature, Some(Nature::Maternity | Nature::LocalScheme)),
            "this nature stays",
        )
        .or(wrong(
            claim.nature == Some(Nature::Maternity)
                && claim
                    .lines
                    .iter()
                    .any(|line| line.traits.has(Trait::MaternityListed)),
            "an act of maternity",
        )),
        Correction::Contract { number, .. } => {
            let mut known = read().flat_map(|one| one.contracts.iter().flatten());
            wrong(
                !known.any(|one| one.number == number),
                "no source names this contract",
            )
        }
        Correction::AmoAlone => {
            // Without any contract, the check itself says whether a CSS on record is left unused.
            let mut without = dossier.clone();
            without.claim.contract = None;
            without.claim.third_party = Some(ShareSet::Amo);
            let missed = decide(&without)
                .reasons
                .iter()
                .any(|one| one.id == ReasonId::ContractMissed);
            wrong(missed, "a CSS pays the share that the patient would be asked for")
        }
    }
}

fn says_something(snapshot: &Snapshot) -> bool {
    snapshot.codes.is_some() || snapshot.exemptions.is_some()
}

fn shows_maternity(snapshot: &Snapshot) -> bool {
    snapshot.maternity.is_some() || snapshot.exemptions.as_ref().is_some_and(|one| !one.is_empty())
}

/// Why a remedy of a reason leads nowhere.
pub(crate) fn dead_loop(dossier: &Dossier, reason: &Reason) -> Option<String> {
    let tables = &ENGINE.tables().decision;
    let right = match reason.facts.get(FactKey::Right) {
        Some(FactValue::Word(word)) => Some(word),
        _ => tables
            .rules
            .reason(reason.id)
            .and_then(|info| info.about)
            .map(Right::as_str),
    }?;
    SENDS_TO.iter().find_map(|(remedy, source)| {
        let trust = tables.source(*source);
        let shown = match (right.parse::<RightKind>(), right.parse::<Ground>()) {
            (Ok(kind), _) => trust.shows.shows(kind),
            (_, Ok(ground)) => trust.shows.shows_all(GroundSet::of(ground)),
            _ => true,
        };
        let regime = dossier.claim.scheme.regime;
        let covered = regime.is_none_or(|one| !trust.schemes_not_covered.contains(&one));
        let sent = reason.remedies.iter().any(|one| one == *remedy);
        (sent && !(shown && covered)).then(|| format!("{source} cannot show {right}"))
    })
}

/// Every reason that a case or a thousand generated dossiers give, with every source that it may send to.
#[test]
fn every_reason_that_sends_to_a_source_is_about_a_right_that_is_known() {
    let tables = &ENGINE.tables().decision;
    let mut pairs: BTreeSet<(ReasonId, &str)> = BTreeSet::new();
    let kit = tierspayant_testkit::Kit::new();
    let mut wrong = Vec::new();
    for dossier in (0..4000).map(|seed| kit.dossier(seed)) {
        for reason in &decide(&dossier).reasons {
            wrong.extend(dead_loop(&dossier, reason).map(|why| format!("{reason:?}: {why}")));
            for remedy in reason.remedies.iter() {
                pairs.insert((reason.id, remedy.as_str()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(pairs.len() > 100, "{} pairs of reason and remedy", pairs.len());
    // What a table sends to a source without saying which right it is for must be about the person as a whole.
    let whole = ["identity.", "source.", "card.", "coverage.scheme_"];
    for id in ReasonId::ALL {
        let info = tables.rules.reason(*id).unwrap();
        let asks = SENDS_TO.iter().any(|(remedy, _)| {
            info.remedies
                .union(info.remedies_offline)
                .iter()
                .any(|one| one == *remedy)
        });
        let scoped = ["exemption.", "at_mp.", "contract.", "other.local_scheme"];
        let known = info.about.is_some()
            || scoped
                .iter()
                .chain(&whole)
                .any(|family| id.as_str().starts_with(family))
            || *id == ReasonId::AldNonExempting;
        assert!(!asks || known, "{id} sends to a source, and says for no right");
    }
}
