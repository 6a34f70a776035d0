//! Advice is safe on every case as well as on generated dossiers: what a reason suggests is another code, nothing is taken
//! off a line that another code exempts, who is blocked is told something to do, and whoever is sent somewhere is sent to a
//! source that can show what is asked.

use crate::common::{ENGINE, billable, case_dossiers, decide, moved};
use crate::law_06_what_if::corrected;
use crate::law_11_advice::{contradiction, dead_loop};
use std::collections::{BTreeMap, BTreeSet};
use tierspayant::core::finding::{Effect, FactKey, FactValue, Reason};
use tierspayant::core::ids::{ReasonId, RemedyId, RemedySet};
use tierspayant::core::model::{Code, Dossier, Mode, Share, Source};
use tierspayant::core::verdict::ExemptionState;
use tierspayant::core::whatif::{Correction, corrections};
use tierspayant_testkit::Kit;

/// The cases, and as many generated dossiers as make the rare reasons appear.
fn dossiers() -> Vec<(String, Dossier)> {
    let kit = Kit::new();
    let generated = (0..3000).map(|seed| (format!("seed {seed}"), kit.dossier(seed)));
    case_dossiers().into_iter().chain(generated).collect()
}

/// Reasons that need no remedy: what they say settles what is done, or nothing that is done changes it.
const SAYS_ALL: [ReasonId; 20] = [
    ReasonId::RulesBeyond,
    ReasonId::RulesTraitUnknown,
    ReasonId::RulesNatureUnknown,
    ReasonId::ExemptionUnknownCode,
    ReasonId::ExemptionByAct,
    ReasonId::OtherNotSettled,
    ReasonId::OtherPsychologist,
    ReasonId::OtherPsychologistBefore,
    ReasonId::OtherSchemeNotSettled,
    ReasonId::ContractLeaver,
    ReasonId::ContractNotSettled,
    ReasonId::ContractOutsideCarePath,
    ReasonId::ContractAmeExcluded,
    ReasonId::PharmacyGenericRefused,
    ReasonId::PharmacyBiosimilarRefused,
    ReasonId::PharmacyPrescriptionOld,
    ReasonId::TimePrescriptionOld,
    ReasonId::TimeLimitation,
    ReasonId::CardNeeded,
    ReasonId::CardOpposed,
];

/// What is wrong with the advice of one reason.
fn wrong_advice(dossier: &Dossier, reason: &Reason) -> Option<String> {
    let (code, suggested) = (
        reason.facts.get(FactKey::Code),
        reason.facts.get(FactKey::Suggested),
    );
    if suggested.is_some() && code == suggested {
        return Some("it suggests the code that stands there".into());
    }
    let notice = reason.effect == Effect::Notice;
    // Under secrecy nobody is asked who would tell others: what is left to do is said of the claim, not by each reason.
    let secret =
        dossier.claim.facts.mode == Some(Mode::Secrecy) && reason.id != ReasonId::CoverageSecretDiffers;
    if !notice && !secret && reason.remedies == RemedySet::NONE && !SAYS_ALL.contains(&reason.id) {
        return Some("it leaves nothing to do".into());
    }
    dead_loop(dossier, reason)
}

#[test]
fn no_reason_advises_what_harms() {
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    for (name, dossier) in dossiers() {
        let decision = decide(&dossier);
        let case = ENGINE.case(&dossier);
        let offered = corrections(&ENGINE.tables().decision, &case);
        for reason in &decision.reasons {
            if let Some(why) = wrong_advice(&dossier, reason) {
                wrong.insert(format!("{}: {why}", reason.id), name.clone());
            }
            // Where another code is enough, nobody is told to leave the patient without one.
            let cured = offered.iter().any(|one| {
                matches!(one, Correction::Exemption { line, code }
                    if Some(*line) == reason.line && code.as_str() != "0")
            });
            if cured && reason.remedies.has(RemedyId::RemoveExemption) {
                wrong.insert(
                    format!("{}: no code beside a code that cures", reason.id),
                    name.clone(),
                );
            }
        }
    }
    let told: Vec<String> = wrong
        .iter()
        .map(|(why, name)| format!("{why} ({name})"))
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn every_correction_of_a_case_is_true_and_contradicted_by_nothing() {
    let mut offered = 0;
    for (name, dossier) in case_dossiers() {
        let case = ENGINE.case(&dossier);
        for correction in corrections(&ENGINE.tables().decision, &case) {
            let enough = match corrected(&dossier, correction) {
                Some(dossier) => billable(&ENGINE.case(&dossier)),
                None => billable(&moved(&case, dossier.claim.care_date)),
            };
            assert!(enough, "{name}: {correction:?} is not enough");
            let wrong = contradiction(&dossier, correction);
            assert!(
                wrong.is_none(),
                "{name}: {correction:?}: {}",
                wrong.unwrap_or_default()
            );
            offered += 1;
        }
    }
    assert!(offered > 200, "{offered} corrections");
}

/// Every reason with every source that speaks alone: the sources that a remedy sends to are those that can show its right.
#[test]
fn every_reason_and_every_source() {
    let mut pairs: BTreeSet<(ReasonId, Source)> = BTreeSet::new();
    let mut wrong = Vec::new();
    for (name, dossier) in dossiers() {
        for source in Source::ALL {
            let mut alone = dossier.clone();
            alone.rights.retain(|one| one.source == *source);
            if alone.rights.is_empty() {
                continue;
            }
            for reason in &decide(&alone).reasons {
                pairs.insert((reason.id, *source));
                wrong.extend(
                    wrong_advice(&alone, reason).map(|why| format!("{name}, {source}, {}: {why}", reason.id)),
                );
            }
        }
    }
    wrong.truncate(20);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(pairs.len() > 500, "{} pairs of reason and source", pairs.len());
    let seen: BTreeSet<ReasonId> = pairs.iter().map(|(id, _)| *id).collect();
    let never: Vec<&ReasonId> = ReasonId::ALL.iter().filter(|id| !seen.contains(id)).collect();
    assert!(never.len() <= 4, "no source gives {never:?}");
}

/// The dossier with the code that a reason suggests on its line, or the nature of insurance that it names.
fn as_suggested(dossier: &Dossier, reason: &Reason) -> Option<Dossier> {
    let mut changed = dossier.clone();
    let line = usize::from(reason.line?);
    let code = |key: FactKey| match reason.facts.get(key) {
        Some(FactValue::Code(code)) => Some(code),
        _ => None,
    };
    // Where no code and no nature is named there is nothing to put.
    code(FactKey::Suggested).or(code(FactKey::Nature))?;
    if let Some(nature) = code(FactKey::Nature) {
        changed.claim.nature = nature.as_str().parse().ok();
    }
    for (place, one) in changed.claim.lines.iter_mut().enumerate() {
        if place == line || reason.facts.get(FactKey::Nature).is_some() {
            one.origin = None;
            one.exemption = code(FactKey::Suggested).map_or("0".parse().ok(), Code::resize);
        }
    }
    Some(changed)
}

/// A right that is said to be missed, or to ask for another code, exempts the line once the code is put.
#[test]
fn what_is_suggested_exempts() {
    let told = [ReasonId::ExemptionMissed, ReasonId::ExemptionWrongCode];
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for (name, dossier) in dossiers() {
        for reason in &decide(&dossier).reasons {
            let Some(changed) = told
                .contains(&reason.id)
                .then(|| as_suggested(&dossier, reason))
                .flatten()
            else {
                continue;
            };
            tried += 1;
            let after = decide(&changed);
            let state = after.lines[usize::from(reason.line.unwrap())].exemption;
            let blocked = after.reasons.iter().find(|one| {
                let here = one.line == reason.line && one.share == Some(Share::Amo);
                here && matches!(one.effect, Effect::Block(_)) && one.id.as_str().starts_with("exemption.")
            });
            if state != ExemptionState::Confirmed || blocked.is_some() {
                let ids: Vec<_> = after
                    .reasons
                    .iter()
                    .filter(|one| one.line == reason.line)
                    .map(|one| one.id)
                    .collect();
                let line = &dossier.claim.lines[usize::from(reason.line.unwrap())];
                let nature = dossier.claim.nature;
                let suggested = reason.facts.get(FactKey::Suggested);
                wrong.push(format!(
                    "{name}: {} {suggested:?}: {state:?}, then {ids:?}; {nature:?} {line:?}",
                    reason.id
                ));
            }
        }
    }
    wrong.truncate(10);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried > 200, "{tried} suggestions");
}
