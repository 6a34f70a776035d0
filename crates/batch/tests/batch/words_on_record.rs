//! The same claim on people of whom one word on record differs: each has the answer of the check, not that of another.

use crate::alike::filled;
use crate::expected::{Row, expected, options, run, written};
use crate::flat::flat;
use tierspayant::core::model::{
    CardState, Category, Claim, ClaimContract, ContractEntry, CoverageCode, Date, Dossier, ExemptionEntry,
    Line, Moment, Period, Relation, Snapshot, Source, Status, Vocabulary,
};
use tierspayant_batch::RightsOptions;

type Change = fn(&mut Snapshot);

fn exemption(said: &mut Snapshot) -> &mut ExemptionEntry {
    &mut said.exemptions.as_mut().unwrap()[0]
}

fn code(said: &mut Snapshot) -> &mut CoverageCode {
    &mut said.codes.as_mut().unwrap()[0]
}

fn contract(said: &mut Snapshot) -> &mut ContractEntry {
    &mut said.contracts.as_mut().unwrap()[0]
}

/// Each word that a list of exemptions, and the rest of a snapshot, may say otherwise, with its name.
const OF_EXEMPTIONS: [(&str, Change); 18] = [
    ("nothing", |_| {}),
    ("source", |said| said.source = Source::Manual),
    ("exemptions", |said| said.exemptions = None),
    ("no exemption", |said| said.exemptions = Some(Vec::new())),
    ("exemptions[].code", |said| {
        exemption(said).code = "INV".parse().unwrap();
    }),
    ("exemptions[].code of no table", |said| {
        exemption(said).code = "XXX".parse().unwrap();
    }),
    ("exemptions[].vocabulary", |said| {
        exemption(said).vocabulary = Vocabulary::Cdri;
    }),
    ("exemptions[].status suspended", |said| {
        exemption(said).status = Some(Status::Suspended);
    }),
    ("exemptions[].status pending", |said| {
        exemption(said).status = Some(Status::Pending);
    }),
    ("contracts", |said| said.contracts = None),
    ("no contract", |said| said.contracts = Some(Vec::new())),
    ("contracts[].number", |said| {
        contract(said).number = Some("75500017".parse().unwrap());
    }),
    ("contracts[].number of an insurer", |said| {
        contract(said).number = Some("12345678".parse().unwrap());
    }),
    ("contracts[].type", |said| {
        contract(said).contract_type = Some("10".parse().unwrap());
    }),
    ("contracts[].status", |said| {
        contract(said).status = Some(Status::Refused);
    }),
    ("coverage", |said| said.coverage = None),
    ("no coverage", |said| said.coverage = Some(Vec::new())),
    ("scheme.regime", |said| {
        said.scheme.regime = Some("02".parse().unwrap());
    }),
];

/// Each word that coverage codes may say otherwise.
const OF_CODES: [(&str, Change); 6] = [
    ("nothing", |_| {}),
    ("codes", |said| said.codes = None),
    ("codes[].ald", |said| code(said).ald = Some("0".parse().unwrap())),
    ("codes[].ald of no table", |said| {
        code(said).ald = Some("9".parse().unwrap());
    }),
    ("codes[].situation", |said| {
        code(said).situation = Some("0102".parse().unwrap());
    }),
    ("codes[].situation of no table", |said| {
        code(said).situation = Some("9999".parse().unwrap());
    }),
];

/// An ALD, in a list of exemptions or by its code, and a CSS.
pub fn on_record(day: Date, coded: bool) -> Snapshot {
    Snapshot {
        observed_at: Some(Moment::on(day)),
        coverage: Some(vec![Period::ALWAYS]),
        exemptions: (!coded).then(|| {
            vec![ExemptionEntry {
                vocabulary: Vocabulary::Bdo,
                code: "LIS".parse().unwrap(),
                period: Period::ALWAYS,
                status: None,
            }]
        }),
        codes: coded.then(|| {
            vec![CoverageCode {
                period: Period::ALWAYS,
                ald: Some("1".parse().unwrap()),
                situation: Some("0100".parse().unwrap()),
            }]
        }),
        contracts: Some(vec![ContractEntry {
            number: Some("99999997".parse().unwrap()),
            contract_type: Some("89".parse().unwrap()),
            period: Period::ALWAYS,
            ..ContractEntry::default()
        }]),
        ..Snapshot::silent(Source::Adri)
    }
}

pub fn claim(day: Date, exemption: &str, carried: bool) -> Claim {
    let mut claim = Claim {
        card: Some(CardState::Read),
        prescription_date: Some(day),
        contract: carried.then(|| ClaimContract {
            number: Some("99999997".parse().unwrap()),
            contract_type: Some("89".parse().unwrap()),
            ..ClaimContract::default()
        }),
        lines: vec![Line {
            category: Some(Category::Drug),
            exemption: Some(exemption.parse().unwrap()),
            relation: Some(Relation::Related),
            ..Line::named("0")
        }],
        ..Claim::on(day)
    };
    claim.scheme.regime = Some("01".parse().unwrap());
    claim
}

/// The same claims on people of each of these records, as a table and by the check.
fn compare(coded: bool, changes: &[(&str, Change)]) {
    let day: Date = "2026-03-04".parse().unwrap();
    let claims = ["4", "0", "5"].into_iter().flat_map(|exemption| {
        [true, false]
            .into_iter()
            .map(move |carried| claim(day, exemption, carried))
    });
    let dossiers = claims.flat_map(|claim| {
        changes.iter().map(move |(_, change)| {
            let mut said = on_record(day, coded);
            change(&mut said);
            Dossier {
                as_of: Some(day),
                claim: claim.clone(),
                rights: vec![said],
            }
        })
    });
    let dossiers: Vec<Dossier> = dossiers.collect();
    let mut flat = flat(&dossiers);
    flat.lines = filled(&flat.lines);
    for (_, table) in &mut flat.rights {
        *table = filled(table);
    }
    let wanted = dossiers.into_iter().enumerate().map(|(place, mut dossier)| {
        let id = Some(format!("d{place}").parse().unwrap());
        dossier.claim.person.id.clone_from(&id);
        dossier.rights[0].person.id = id;
        expected(&dossier)
    });
    let wanted: Vec<Vec<Row>> = wanted.collect();
    // Each of these words decides of some claim: a table that took two people for one would be seen.
    for (place, (word, _)) in changes.iter().enumerate().skip(1) {
        let mut of_claims = wanted.chunks(changes.len());
        let told = of_claims.any(|people| people[place] != people[0]);
        assert!(told, "{word} decides of none of these claims");
    }
    let wanted: Vec<Row> = wanted.into_iter().flatten().collect();
    let batches = run(
        flat.rights_tables(),
        flat.lines_input(),
        &options(),
        RightsOptions::default(),
    );
    let found = written(&batches.unwrap());
    assert_eq!(found.len(), wanted.len());
    for (place, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
        let (word, _) = changes[place % changes.len()];
        assert_eq!(found, wanted, "{word}, row {place}");
    }
}

#[test]
fn a_word_on_record_tells_people_apart() {
    compare(false, &OF_EXEMPTIONS);
}

#[test]
fn a_coverage_code_tells_people_apart() {
    compare(true, &OF_CODES);
}
