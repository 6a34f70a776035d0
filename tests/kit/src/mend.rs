//! Dossiers in which most parts go together, so that many are billable, or would be but for one part.

use crate::days::Days;
use crate::pools::Kit;
use crate::random::Random;
use tierspayant_core::model::{
    AccidentEntry, CardState, Category, Claim, ClaimAccident, ContractEntry, CoverageCode, Dossier,
    ExemptionEntry, LinePrescription, MaternityEntry, Nature, Period, Relation, Setting, Snapshot, Source,
    Status, Trait, Traits, TransportFacts, Vocabulary,
};

/// Mends each part of a dossier most of the time.
pub(crate) fn mend(kit: &Kit, random: &mut Random, days: &mut Days, dossier: &mut Dossier) {
    if dossier.rights.is_empty() {
        dossier.rights.push(Snapshot::silent(Source::Adri));
    }
    let often = random.pick(&[80, 95, 98]).unwrap_or(90);
    claim(random, days, &mut dossier.claim, often);
    if random.chance(often) {
        dossier.as_of = dossier.as_of.map(|_| dossier.claim.care_date);
        dossier.claim.transmission_date = None;
    }
    let Dossier { claim, rights, .. } = dossier;
    for (place, one) in rights.iter_mut().enumerate() {
        if random.chance(often) {
            one.person = claim.person.clone();
            one.scheme = claim.scheme;
            one.observed_at = days.care().map(|care| Days::moment(random, care));
            one.horizon = None;
        }
        if place == 0 || random.chance(50) {
            record(kit, random, days, claim, one, often);
        }
    }
}

fn claim(random: &mut Random, days: &mut Days, claim: &mut Claim, often: u64) {
    if random.chance(often) {
        claim.card = Some(CardState::Read);
    }
    if random.chance(often) {
        claim.setting = Some(Setting::Pharmacy);
        claim.prescription_date = claim
            .prescription_date
            .filter(|day| *day <= claim.care_date)
            .or(days.care());
    }
    if random.chance(often)
        && !matches!(
            claim.nature,
            Some(Nature::Maternity | Nature::Accident | Nature::Prevention)
        )
    {
        claim.nature = Some(Nature::Illness);
    }
    if claim.nature == Some(Nature::Accident) && random.chance(often) {
        claim.accident = Some(ClaimAccident {
            number: "123456789".parse().ok(),
            date: days
                .care()
                .and_then(|care| care.plus_days(-random.pick(&[0, 1, 40]).unwrap_or(0))),
        });
    }
    if let Some(contract) = &mut claim.contract {
        if random.chance(often) {
            contract.period = Period::new(contract.period.start(), None).unwrap_or(contract.period);
            let together = [
                ("99999997", "89"),
                ("88888888", "89"),
                ("75500017", "00"),
                ("12345678", "01"),
            ];
            if let Some((number, kind)) = random.pick(&together) {
                contract.number = number.parse().ok();
                contract.contract_type = kind.parse().ok();
            }
        }
    }
    for line in &mut claim.lines {
        let exempt_by_itself = matches!(
            claim.nature,
            Some(Nature::Maternity | Nature::Accident | Nature::Prevention)
        );
        if exempt_by_itself && random.chance(often) {
            line.exemption = "0".parse().ok();
        }
        if random.chance(often) {
            line.relation = Some(Relation::Related);
        }
        if random.chance(often) {
            line.category = line.category.or(Some(Category::Drug));
            if random.chance(75) {
                line.traits = Traits::default();
            }
            if random.chance(60) {
                line.facts.prior_agreement = None;
                line.facts.transport = TransportFacts::default();
                line.facts.prescription = LinePrescription::default();
            }
        }
        let prevention =
            claim.nature == Some(Nature::Prevention) || line.exemption.is_some_and(|one| one.as_str() == "7");
        if prevention && random.chance(often) {
            line.traits.insert(Trait::Prevention);
        }
        if claim.scheme.regime.is_none_or(|one| one.as_str() != "04") && random.chance(often) {
            line.exemption = line.exemption.filter(|one| one.as_str() != "6");
            line.exemption = line.exemption.or_else(|| "0".parse().ok());
        }
    }
}

/// What the claim needs, on record.
fn record(kit: &Kit, random: &mut Random, days: &mut Days, claim: &Claim, one: &mut Snapshot, often: u64) {
    let fund = [
        Source::Bdo,
        Source::Adri,
        Source::Adri,
        Source::Cdri,
        Source::Vitale,
    ];
    if random.chance(often) {
        one.source = random.pick(&fund).unwrap_or(Source::Bdo);
        if one.source == Source::Vitale {
            one.updated_on = days.care();
        }
    }
    if random.chance(often) {
        let period = around(random, days);
        one.coverage = Some(vec![period]);
    }
    if random.chance(50) {
        one.codes = None;
    }
    let wanted: Vec<&'static str> = claim
        .lines
        .iter()
        .filter_map(|line| match line.exemption.as_ref().map(|code| code.as_str()) {
            Some("4") => Some("LIS"),
            Some("5") => Some("INV"),
            Some("3") => Some("STE"),
            _ => None,
        })
        .collect();
    for code in wanted {
        let Some(code) = code.parse().ok().filter(|_| random.chance(often)) else {
            continue;
        };
        let entry = ExemptionEntry {
            vocabulary: Vocabulary::Bdo,
            code,
            period: around(random, days),
            status: status(random),
        };
        one.exemptions.get_or_insert_default().push(entry);
    }
    let situations =
        claim
            .lines
            .iter()
            .filter_map(|line| match line.exemption.as_ref().map(|code| code.as_str()) {
                Some("9") => Some("0104"),
                Some("6") => Some("0401"),
                _ => None,
            });
    for situation in situations {
        if !random.chance(often) {
            continue;
        }
        one.codes = Some(vec![CoverageCode {
            period: around(random, days),
            ald: random.perhaps(50, &kit.ald_digits),
            situation: situation.parse().ok(),
        }]);
    }
    if claim.nature == Some(Nature::Maternity) && random.chance(often) {
        one.maternity = Some(MaternityEntry {
            period: Some(around(random, days)),
            ..MaternityEntry::default()
        });
        // A period without bounds is no period in the format.
        if let Some(record) = one
            .maternity
            .as_mut()
            .filter(|record| record.period == Some(Period::ALWAYS))
        {
            record.period = Period::new(days.care(), None).ok();
        }
    }
    if let (Some(Nature::Accident), Some(named), true) = (claim.nature, claim.accident, random.chance(often))
    {
        one.accidents = Some(vec![AccidentEntry {
            number: named.number,
            date: named.date,
            period: around(random, days),
            status: status(random),
        }]);
    }
    if let (Some(carried), true) = (claim.contract, random.chance(often)) {
        one.contracts = Some(vec![ContractEntry {
            number: carried.number,
            contract_type: carried.contract_type,
            period: around(random, days),
            status: status(random),
            ..ContractEntry::default()
        }]);
    }
}

/// A period that holds the care, its bounds on it, near it or far from it.
fn around(random: &mut Random, days: &Days) -> Period {
    let away = [0, 0, 1, 2, 7, 29, 30, 31, 365, 2000];
    let bound = |random: &mut Random, sign: i32| {
        let distance = random.perhaps(80, &away)?;
        days.care()?.plus_days(sign * distance)
    };
    let (first, last) = (bound(random, -1), bound(random, 1));
    Period::new(first, last).unwrap_or_default()
}

fn status(random: &mut Random) -> Option<Status> {
    random.perhaps(
        40,
        &[
            Status::Active,
            Status::Active,
            Status::Active,
            Status::Pending,
            Status::Closed,
        ],
    )
}
