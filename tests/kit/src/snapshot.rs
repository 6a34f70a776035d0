//! What sources said: fresh or old, full, empty or silent, alone or several, ties and duplicates.

use crate::days::Days;
use crate::facts;
use crate::person::{scheme_on_record, spoken_of};
use crate::pools::Kit;
use crate::random::Random;
use tierspayant_core::model::{
    AccidentEntry, Claim, ContractEntry, CoverageCode, EndReason, ExemptionEntry, MaternityEntry, Nature,
    Period, ServiceEntry, Snapshot, Source, Status,
};

const STATUSES: &[Status] = &[
    Status::Active,
    Status::Active,
    Status::Pending,
    Status::Suspended,
    Status::Refused,
    Status::Closed,
    Status::Closed,
];

const SOURCES: &[Source] = &[
    Source::Bdo,
    Source::Adri,
    Source::Adri,
    Source::Cdri,
    Source::Portal,
    Source::Attestation,
    Source::Vitale,
    Source::Vitale,
    Source::Apcv,
    Source::Manual,
    Source::Amc,
];

pub(crate) fn snapshots(kit: &Kit, random: &mut Random, days: &mut Days, claim: &Claim) -> Vec<Snapshot> {
    let count = random.pick(&[0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4]).unwrap_or(1);
    let mut rights: Vec<Snapshot> = Vec::new();
    for _ in 0..count {
        let again = if random.chance(15) {
            rights.last().cloned()
        } else {
            None
        };
        let next = match again {
            Some(last) => altered(kit, random, days, claim, last),
            None => snapshot(kit, random, days, claim),
        };
        rights.push(next);
    }
    for one in &mut rights {
        twins(random, days, one);
    }
    rights
}

/// Now and then an entry once more, in another state or on other days.
fn twins(random: &mut Random, days: &mut Days, one: &mut Snapshot) {
    macro_rules! twin {
        ($list:ident) => {
            let last = one.$list.as_ref().and_then(|list| list.last()).cloned();
            if let Some(mut last) = last.filter(|_| random.chance(12)) {
                last.status = random.pick(Status::ALL);
                if random.chance(50) {
                    last.period = days.period(random);
                }
                one.$list.get_or_insert_default().push(last);
            }
        };
    }
    twin!(exemptions);
    twin!(contracts);
    twin!(accidents);
}

/// The same again, but for one part.
fn altered(kit: &Kit, random: &mut Random, days: &mut Days, claim: &Claim, last: Snapshot) -> Snapshot {
    let other = snapshot(kit, random, days, claim);
    match random.below(6) {
        0 => last,
        1 => Snapshot {
            person: other.person,
            ..last
        },
        2 => Snapshot {
            exemptions: other.exemptions,
            codes: other.codes,
            contracts: other.contracts,
            ..last
        },
        3 => Snapshot {
            source: other.source,
            ..last
        },
        4 => Snapshot {
            observed_at: last.observed_at,
            updated_on: last.updated_on,
            source: last.source,
            ..other
        },
        _ => Snapshot {
            observed_at: other.observed_at,
            updated_on: other.updated_on,
            ..last
        },
    }
}

fn snapshot(kit: &Kit, random: &mut Random, days: &mut Days, claim: &Claim) -> Snapshot {
    let source = random.pick(SOURCES).unwrap_or(Source::Bdo);
    let asked = if random.chance(94) {
        days.on_care(random, 75)
    } else {
        None
    };
    let card = matches!(source, Source::Vitale | Source::Apcv | Source::Attestation);
    Snapshot {
        source,
        observed_at: asked.map(|day| Days::moment(random, day)),
        updated_on: days.maybe(random, if card { 75 } else { 5 }),
        horizon: if random.chance(12) {
            days.bounded(random)
        } else {
            None
        },
        person: spoken_of(kit, random, &claim.person, claim.care_date),
        scheme: scheme_on_record(kit, random, claim.scheme),
        coverage: list(random, 88, |random| {
            if random.chance(45) {
                Period::ALWAYS
            } else {
                days.period(random)
            }
        }),
        codes: list(random, 55, |random| CoverageCode {
            period: days.period(random),
            ald: random.perhaps(92, &kit.ald_digits),
            situation: random.perhaps(92, &kit.situations),
        }),
        exemptions: list(random, 60, |random| exemption(kit, random, days))
            .map(|list| list.into_iter().flatten().collect()),
        maternity: maternity(random, days, claim),
        accidents: accidents(kit, random, days, claim),
        contracts: list(random, 60, |random| contract(kit, random, days, claim)),
        services: list(random, 3, |random| {
            random.pick(&kit.services).map(|code| ServiceEntry {
                code,
                period: days.period(random),
            })
        })
        .map(|list| list.into_iter().flatten().collect()),
    }
}

/// A list of none to three entries, or no list.
fn list<T>(random: &mut Random, percent: u64, mut entry: impl FnMut(&mut Random) -> T) -> Option<Vec<T>> {
    if !random.chance(percent) {
        return None;
    }
    let count = random.pick(&[0, 1, 1, 1, 1, 2, 3]).unwrap_or(1);
    Some((0..count).map(|_| entry(random)).collect())
}

fn status(random: &mut Random) -> Option<Status> {
    random.perhaps(55, STATUSES)
}

fn exemption(kit: &Kit, random: &mut Random, days: &mut Days) -> Option<ExemptionEntry> {
    let (vocabulary, code) = random.pick(&kit.exemptions)?;
    Some(ExemptionEntry {
        vocabulary,
        code,
        period: days.period(random),
        status: status(random),
    })
}

fn maternity(random: &mut Random, days: &mut Days, claim: &Claim) -> Option<MaternityEntry> {
    let likely = if claim.nature == Some(Nature::Maternity) {
        60
    } else {
        6
    };
    random.chance(likely).then(|| MaternityEntry {
        period: if random.chance(65) {
            days.bounded(random)
        } else {
            None
        },
        presumed_start: days.maybe(random, 25),
        presumed_delivery: days.maybe(random, 40),
        delivery: days.maybe(random, 30),
        status: status(random),
    })
}

fn accidents(kit: &Kit, random: &mut Random, days: &mut Days, claim: &Claim) -> Option<Vec<AccidentEntry>> {
    let likely = if claim.nature == Some(Nature::Accident) {
        85
    } else {
        8
    };
    list(random, likely, |random| {
        let named = claim.accident.filter(|_| random.chance(60)).unwrap_or_default();
        AccidentEntry {
            number: named.number.or_else(|| random.perhaps(70, &kit.accidents)),
            date: if random.chance(70) {
                named.date.or_else(|| days.maybe(random, 60))
            } else {
                days.maybe(random, 50)
            },
            period: days.period(random),
            status: status(random),
        }
    })
}

fn contract(kit: &Kit, random: &mut Random, days: &mut Days, claim: &Claim) -> ContractEntry {
    let carried = claim.contract.filter(|_| random.chance(60));
    ContractEntry {
        number: match carried {
            Some(carried) => carried.number,
            None => random.perhaps(85, &kit.numbers),
        },
        contract_type: match carried {
            Some(carried) if random.chance(85) => carried.contract_type,
            _ => random.perhaps(75, &kit.types),
        },
        service: None,
        indicator: random.perhaps(5, &kit.indicators),
        participation: random.perhaps(10, &[true, false]),
        period: days.period(random),
        status: status(random),
        end_reason: random.perhaps(10, EndReason::ALL),
        rights: random.chance(15).then(|| facts::domains(kit, random, days)),
    }
}
